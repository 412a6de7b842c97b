"""Items in and out."""

import pytest

from refs.errors import AmbiguousItem, TakenKey, UnknownItem
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, parse_identifier
from refs.model.item import Item, ItemType
from refs.model.provenance import PERSON, Provenance
from refs.model.stored import AddOutcome
from refs.parse.csl.csljson import read_item
from refs.parse.query import parse_query


def basit(**more):
    return read_item(
        {
            "id": "basit2020",
            "type": "article-journal",
            "title": "Clonazepam in practice",
            "author": [{"family": "Basit", "given": "Hajira"}],
            "container-title": "StatPearls",
            "issued": {"date-parts": [[2020, 5]]},
            "DOI": "10.1000/ABC",
            "PMID": "29618526",
        }
        | more
    )


def test_an_added_item_comes_back_equal(store):
    item = basit()
    store.add_items([item])
    assert store.get_item("basit2020") == item


@pytest.mark.parametrize(
    "dress", ["10.1000/abc", "https://doi.org/10.1000/ABC", "doi:10.1000/abc", "29618526", "pmid:29618526"]
)
def test_an_item_answers_to_its_identifiers(store, dress):
    store.add_items([basit()])
    assert store.get_item(dress).id == "basit2020"


def test_the_same_work_is_added_once(store):
    store.add_items([basit()])
    (added,) = store.add_items([basit(id="other", DOI=None, title="Something else")])
    assert (added.key, added.outcome) == ("basit2020", AddOutcome.PRESENT)
    assert store.count() == 1


def test_the_same_work_twice_in_one_batch_is_added_once(store):
    added = store.add_items([basit(), basit(id="other")])
    assert [each.key for each in added] == ["basit2020", "basit2020"]


def test_a_taken_key_gets_a_letter_and_the_wanted_one_is_told(store):
    store.add_items([basit()])
    (added,) = store.add_items([basit(DOI="10.1000/2", PMID=None, title="Another")])
    assert (added.key, added.wanted) == ("basit2020a", "basit2020")


def test_an_item_without_a_key_gets_one_from_author_and_year(store):
    (added,) = store.add_items([basit().replace(id="")])
    assert added.key == "basit2020"


def test_an_incomplete_item_is_unresolved(store):
    store.add_items([Item(id="x", type=ItemType.ARTICLE_JOURNAL, DOI="10.1000/q")])
    assert store.get_stored("x").missing == ("title", "container_title", "issued")
    assert [each.item.id for each in store.list_items(unresolved=True)] == ["x"]


def test_provenance_is_kept_per_field(store):
    provenance = {"title": Provenance("crossref", "title", "2026-03-01"), "author": Provenance(PERSON)}
    store.add_items([basit().replace(provenance=provenance)])
    assert store.get_item("basit2020").provenance == provenance


def test_an_update_changes_what_the_item_answers_to(store):
    store.add_items([basit()])
    store.update_item("basit2020", basit(DOI="10.1000/new"))
    assert store.find_by_identifier(parse_identifier("10.1000/new")) == ["basit2020"]
    assert store.find_by_identifier(parse_identifier("10.1000/abc")) == []


def test_an_update_may_rename_but_not_to_a_taken_key(store):
    store.add_items([basit(), basit(id="two", DOI="10.1000/2", PMID=None)])
    store.update_item("two", store.get_item("two").replace(id="three"))
    assert store.has_key("three")
    with pytest.raises(TakenKey):
        store.update_item("three", store.get_item("three").replace(id="basit2020"))


def test_a_removed_item_is_gone(store):
    store.add_items([basit()])
    store.remove_item("basit2020")
    assert store.count() == 0
    assert store.search(parse_query("clonazepam")) == []


def test_an_unknown_key_gets_a_hint(store):
    store.add_items([basit()])
    with pytest.raises(UnknownItem, match="Did you mean 'basit2020'"):
        store.get_item("basit2002")


def test_an_identifier_of_two_items_is_ambiguous(store):
    store.add_items([basit(), basit(id="two")], force=True)
    with pytest.raises(AmbiguousItem, match="basit2020, two"):
        store.get_item("10.1000/abc")


def test_a_url_is_compared_in_its_plain_form(store):
    page = Item(
        id="mayo", type=ItemType.WEBPAGE, title="Klonopin", URL="https://www.mayoclinic.org/klonopin/"
    )
    store.add_items([page])
    assert store.find_by_identifier(
        Identifier(Scheme.URL, "http://mayoclinic.org/klonopin?utm_source=x")
    ) == ["mayo"]


def test_items_are_listed_in_pages(store):
    store.add_items([Item(id=f"k{n}", title=f"T{9 - n}") for n in range(9)])
    assert [each.item.id for each in store.list_items(limit=2, offset=3)] == ["k3", "k4"]
    assert [each.item.id for each in store.list_items(limit=2, order="title")] == ["k8", "k7"]


def test_flaws_are_kept_with_their_item(store):
    store.add_items([basit()])
    flaw = Flaw(FlawCode.BAD_DATE, "no date", "basit2020", "issued", "(24 C.E.)", 3, 12)
    store.add_flaws("basit2020", [flaw])
    assert store.flaws("basit2020") == [flaw]


@pytest.mark.parametrize(
    "key", ["a b", "it's", '"q"', "😀", "k" * 10_000, "x'); DROP TABLE items;--", "a\nb"]
)
def test_any_key_will_do(store, key):
    store.add_items([Item(id=key, title="A title")])
    assert store.get_item(key).id == key
    assert store.list_items()[0].item.id == key


def test_dates_are_three(store):
    store.add_items([basit(accessed={"date-parts": [[2024, 1, 2]]})], retrieved="2024-01-01")
    store.set_dates("basit2020", last_verified="2025-01-01T00:00:00Z")
    stored = store.get_stored("basit2020")
    assert (stored.first_retrieved, stored.last_verified, stored.accessed) == (
        "2024-01-01",
        "2025-01-01T00:00:00Z",
        "2024-01-02",
    )


def test_half_a_character_is_kept_as_a_mark(store):
    store.add_items([Item(id="a\ud83d", title="lone \ud83d half", DOI="10.1000/\udc00")])
    item = store.get_item("a\ufffd")
    assert (item.title, item.DOI) == ("lone \ufffd half", "10.1000/\ufffd")
    store.update_item(item.id, item.replace(title="Another \ud83d"))
    assert store.get_item(item.id).title == "Another \ufffd"
