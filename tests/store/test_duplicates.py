"""Duplicates: caught when adding, found later, merged, told apart."""

import pytest

from refs.model.article import Article, Format, ListEntry, Span
from refs.model.item import Item, ItemType
from refs.model.link import Check, Verdict
from refs.model.provenance import PERSON, Provenance
from refs.model.stored import AddOutcome
from refs.parse.csl.csljson import read_item

FULL = {
    "id": "a",
    "type": "article-journal",
    "title": "Postprandial hyperglycaemia: to treat or not to treat?",
    "author": [{"family": "Brindisi", "given": "M. C."}, {"family": "Chiasson", "given": "J. L."}],
    "container-title": "Diabetes and Metabolism",
    "volume": "32",
    "page": "105-111",
    "issued": {"date-parts": [[2006]]},
}


def item(**more):
    return read_item({name: value for name, value in (FULL | more).items() if value is not None})


@pytest.mark.parametrize(
    "more",
    [
        {
            "title": "POSTPRANDIAL HYPERGLYCAEMIA: TO TREAT OR NOT TO TREAT",
            "container-title": "Diabetes & Metabolism",
        },
        {"author": [{"family": "Brindisi"}], "container-title": "Diabetes Metab", "page": "105-11"},
        {"title": "Postprandial hyperglycemia: To treat or not to treat?", "DOI": "10.1000/x"},
        {"volume": None, "page": "1-7", "issued": {"date-parts": [[2005]]}},
        {"author": [{"literal": "Brindisi M.C.Chiasson J.L."}]},
    ],
)
def test_the_same_work_in_another_dress_is_not_added(store, more):
    store.add_items([item()])
    (added,) = store.add_items([item(id="b", **more)])
    assert (added.key, added.outcome) == ("a", AddOutcome.DUPLICATE)
    assert added.reasons


@pytest.mark.parametrize(
    "more",
    [
        {"container-title": "Workshop of Digital Studies", "volume": "3", "page": "9"},
        {"title": "Postprandial hyperglycaemia: to treat or not to treat? Part 2", "page": "112-120"},
        {"title": "Erratum: Postprandial hyperglycaemia: to treat or not to treat?"},
        {"author": [{"family": "Other"}], "page": "9"},
        {"issued": {"date-parts": [[1999]]}, "volume": "25", "page": "1"},
    ],
)
def test_another_work_is_added(store, more):
    store.add_items([item()])
    (added,) = store.add_items([item(id="b", **more)])
    assert added.outcome is AddOutcome.ADDED


def test_two_editorials_are_two(store):
    added = store.add_items([item(title="Editorial", page="1"), item(id="b", title="Editorial", page="99")])
    assert [each.outcome for each in added] == ["added", "added"]


def test_one_identifier_on_two_works_is_no_duplicate(store):
    other = {"title": "Something else entirely about lipids", "author": [{"family": "Other"}], "page": "9"}
    added = store.add_items([item(DOI="10.1000/x"), item(id="b", DOI="10.1000/x", **other)])
    assert [each.outcome for each in added] == ["added", "added"]


def test_pages_of_two_sites_with_one_title_are_two(store):
    pages = [
        Item(
            id=host,
            type=ItemType.WEBPAGE,
            title="Clonazepam (oral route)",
            URL=f"https://{host}.example/clonazepam",
        )
        for host in ("mayo", "medline")
    ]
    assert [each.outcome for each in store.add_items(pages)] == ["added", "added"]


def test_clusters_give_scores_and_reasons(store):
    store.add_items(
        [item(), item(id="b", page="105-11", DOI="10.1000/x"), item(id="c", title="Lipids in the blood")],
        force=True,
    )
    (cluster,) = store.duplicates()
    assert (cluster.keep, cluster.others) == ("b", ("a",))
    assert cluster.score >= 90
    assert "title +45" in cluster.pairs[0].reasons


def test_what_was_called_distinct_stays_apart(store):
    store.add_items([item(), item(id="b")], force=True)
    store.set_distinct(["a", "b"])
    assert store.duplicates() == []
    store.undo()
    assert len(store.duplicates()) == 1


def test_a_merge_keeps_everything_and_is_undone(store):
    store.add_items([item(), item(id="b", DOI="10.1000/x", URL="https://x.example/b", note="N")], force=True)
    store.add_tags(["a"], ["one"])
    store.add_tags(["b"], ["one", "two"])
    store.add_checks([Check("https://x.example/b", "2026-01-01T00:00:00Z", Verdict.ALIVE)])
    entry = ListEntry("1. Brindisi", Span(0, 3), 0, 1)
    store.put_article(Article("a.md", Format.MARKDOWN, "…", entries=(entry,)), {0: "b"})
    before = [(each.item, each.tags) for each in store.list_items()]

    preview = store.preview_merge("a", ["b"])
    merged = store.merge("a", ["b"])
    assert preview == merged
    assert merged.gained == ("DOI", "note", "URL")
    stored = store.get_stored("a")
    assert (stored.tags, stored.last_verified) == (("one", "two"), "2026-01-01T00:00:00Z")
    assert store.get_item("b").id == "a"
    assert [each.path for each in store.where_cited("a")] == ["a.md"]
    assert len(store.history("https://x.example/b")) == 1

    store.undo()
    assert [(each.item, each.tags) for each in store.list_items()] == before
    assert [each.path for each in store.where_cited("b")] == ["a.md"]


def test_what_a_person_set_wins_in_a_merge(store):
    mine = item(id="b", title="Postprandial hyperglycaemia: to treat or not to treat").replace(
        provenance={"title": Provenance(PERSON)}
    )
    store.add_items([item(), mine], force=True)
    merged = store.merge("a", ["b"])
    assert merged.item.title == mine.title
    assert [(each.field, each.of) for each in merged.conflicts] == [("title", "a")]
