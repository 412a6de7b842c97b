"""Edits of many items, and completion from a source."""

from refs.model.item import Item, ItemType
from refs.model.provenance import Provenance


def test_fields_of_many_items_are_set_and_undone(store):
    store.add_items([Item(id="a", title="A", publisher="X"), Item(id="b", title="B")])
    edits = store.preview_fields(["a", "b"], {"publisher": "NIH"})
    assert [(each.key, each.old, each.new) for each in edits] == [("a", "X", "NIH"), ("b", None, "NIH")]
    assert store.get_item("b").publisher is None
    assert store.set_fields(["a", "b"], {"publisher": "NIH"}) == edits
    assert store.get_item("b").provenance["publisher"].by_person
    store.undo()
    assert (store.get_item("a").publisher, store.get_item("b").publisher) == ("X", None)


def test_a_source_completes_but_does_not_overwrite_a_person(store):
    store.add_items([Item(id="a", DOI="10.1000/x")])
    store.set_fields(["a"], {"title": "My title"})
    found = Item(
        id="whatever",
        type=ItemType.ARTICLE_JOURNAL,
        title="Its title",
        volume="3",
        provenance={"title": Provenance("crossref"), "volume": Provenance("crossref", "volume")},
    )
    store.complete_item("a", found)
    item = store.get_item("a")
    assert (item.id, item.title, item.volume, item.type) == ("a", "My title", "3", "article-journal")
    assert item.provenance["volume"].source == "crossref"
    assert store.get_stored("a").missing == ("container_title", "issued")


def test_a_second_answer_that_is_the_same_is_no_event(store):
    store.add_items([Item(id="a", title="A")])
    store.complete_item("a", Item(id="a", title="A"))
    assert [each.verb for each in store.log()] == ["add"]
