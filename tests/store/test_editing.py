"""Edits of many items."""

from refs.model.item import Item


def test_fields_of_many_items_are_set_and_undone(store):
    store.add_items([Item(id="a", title="A", publisher="X"), Item(id="b", title="B")])
    edits = store.preview_fields(["a", "b"], {"publisher": "NIH"})
    assert [(each.key, each.old, each.new) for each in edits] == [("a", "X", "NIH"), ("b", None, "NIH")]
    assert store.get_item("b").publisher is None
    assert store.set_fields(["a", "b"], {"publisher": "NIH"}) == edits
    assert store.get_item("b").provenance["publisher"].by_person
    store.undo()
    assert (store.get_item("a").publisher, store.get_item("b").publisher) == ("X", None)
