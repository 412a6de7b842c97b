import pytest

from refs.fetch.http import Http
from refs.library import Library
from refs.library.notices import is_retracted
from refs.model.fetched import Fetched, Notice, NoticeKind, Outcome
from refs.model.identifier import parse_identifier
from refs.model.item import Item, ItemType
from refs.model.provenance import Provenance

DOI = parse_identifier("10.5555/one")


class Told:
    """A fetcher that answers what it was told to, and remembers how it was asked."""

    def __init__(self, answer):
        self.answer = answer
        self.expected = []
        self.http = Http(offline=True)

    def expect(self, identifiers):
        self.expected += identifiers

    def fetch(self, identifier):
        return self.answer

    def fetch_many(self, identifiers):
        return dict.fromkeys(identifiers, self.answer)


def record(source, **fields):
    told = {name: Provenance(source, name) for name in fields}
    return Item(
        id="x", type=ItemType.ARTICLE_JOURNAL, DOI=DOI.value, identifiers=(DOI,), provenance=told, **fields
    )


CORRECTED = Notice(NoticeKind.CORRECTION, "crossref", parse_identifier("10.5555/c"))
RETRACTED = Notice(NoticeKind.RETRACTION, "openalex")


@pytest.fixture
def library():
    with Library.open(":memory:") as opened:
        answer = Fetched(
            Outcome.FOUND,
            record("crossref", title="On <i>walls</i>", volume="7"),
            (CORRECTED,),
            (),
            "crossref",
        )
        opened.__dict__["fetcher"] = Told(answer)
        list(opened.add("10.5555/one"))
        yield opened


def refreshed(library, answer):
    library.__dict__["fetcher"] = Told(answer)
    list(library.refresh(["10.5555/one"]))
    return library.get("10.5555/one")


def test_a_source_that_stands_in_adds_and_changes_nothing(library):
    item = record("openalex", title="Walls, on", volume="8", issue="2")
    after = refreshed(library, Fetched(Outcome.FOUND, item, (RETRACTED,), (), "openalex", stands_in=True))
    assert (after.title, after.volume, after.issue) == ("On <i>walls</i>", "7", "2")
    assert after.provenance["issue"].source == "openalex"
    assert is_retracted(after)
    assert {notice["kind"] for notice in after.custom["notices"]} == {"correction", "retraction"}


def test_the_better_source_changes_what_it_knows_better(library):
    item = record("crossref", title="On walls, again", volume="8")
    after = refreshed(library, Fetched(Outcome.FOUND, item, (), (), "crossref"))
    assert (after.title, after.volume) == ("On walls, again", "8")
    assert "notices" not in after.custom


def test_one_undo_takes_a_whole_refresh_back(library):
    library.store.add_items(
        [Item(id=name, title=f"{name} by itself", DOI=f"10.5555/{name}") for name in ("birds", "stones")]
    )
    library.__dict__["fetcher"] = Told(
        Fetched(
            Outcome.FOUND,
            Item(id="x", volume="99", provenance={"volume": Provenance("crossref")}),
            (),
            (),
            "crossref",
        )
    )
    list(library.refresh(["birds", "stones"]))
    assert [library.get(name).volume for name in ("birds", "stones")] == ["99", "99"]
    assert (library.store.log()[0].verb, library.store.log()[0].detail) == ("refresh", "2 items")
    library.store.undo()
    assert [library.get(name).volume for name in ("birds", "stones")] == [None, None]


def test_a_rehearsal_leaves_no_trace(library):
    before = library.store.log()
    item = record("crossref", title="On walls, again", volume="8")
    library.__dict__["fetcher"] = Told(Fetched(Outcome.FOUND, item, (), (), "crossref"))
    (told,) = library.refresh(["10.5555/one"], dry_run=True)
    assert {change.field for change in told.changes} == {"title", "volume"}
    assert (library.get("10.5555/one").volume, library.store.log()) == ("7", before)


def test_two_works_with_numbers_of_their_own_stay_two_however_alike(library):
    doi = parse_identifier("10.5555/two")
    other = record("crossref", title="On <i>walls</i>", volume="7").replace(DOI=doi.value, identifiers=(doi,))
    library.__dict__["fetcher"] = Told(Fetched(Outcome.FOUND, other, (), (), "crossref"))
    (added,) = library.add("10.5555/two")
    assert added.status == "added"
    assert {item.DOI for item in library.store.each_item()} == {"10.5555/one", "10.5555/two"}


def test_what_is_added_together_is_expected_unless_it_is_known(library):
    library.expect(["10.5555/one", "10.5555/two", "pmid:123456", "a title without a number", "pmid:123456"])
    assert [str(each) for each in library.fetcher.expected] == ["doi:10.5555/two", "pmid:123456"]
