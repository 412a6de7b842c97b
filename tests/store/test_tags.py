"""Tags."""

from refs.model.item import Item


def test_tags_are_put_on_and_taken_off(store):
    store.add_items([Item(id="a", title="A"), Item(id="b", title="B")])
    assert store.add_tags(["a", "b"], ["klonopin", "check me"]) == 4
    assert store.add_tags(["a"], ["Klonopin"]) == 0
    store.remove_tags(["b"], ["klonopin"])
    assert store.tags() == {"check me": 2, "klonopin": 1}
    assert [each.item.id for each in store.list_items(tag="KLONOPIN")] == ["a"]
    assert store.get_stored("a").tags == ("check me", "klonopin")
