"""The log, and taking things back."""

import pytest

from refs.errors import CannotUndo
from refs.model.item import Item, ItemType
from refs.parse.query import parse_query


def page(key, **more):
    return Item(id=key, type=ItemType.WEBPAGE, title=f"A page called {key}", **more)


def content(store):
    return [(each.item, each.tags, each.created, each.missing) for each in store.list_items()]


def test_an_addition_is_undone_and_redone(store):
    store.add_items([page("a", URL="https://x.example/a"), page("b")])
    before = content(store)
    store.undo()
    assert store.count() == 0
    store.undo(store.log()[0].id)
    assert content(store) == before
    assert store.get_item("https://x.example/a").id == "a"
    assert {each.item.id for each in store.search(parse_query("called"))} == {"a", "b"}


def test_an_edit_is_undone(store):
    store.add_items([page("a", DOI="10.1000/1")])
    store.update_item("a", page("c", DOI="10.1000/2"))
    store.undo()
    assert [each.item.id for each in store.list_items()] == ["a"]
    assert store.get_item("10.1000/1").id == "a"
    assert [each.item.id for each in store.search(parse_query("called"))] == ["a"]


def test_a_removal_is_undone_with_tags_and_links(store):
    store.add_items([page("a", URL="https://x.example/a")])
    store.add_tags(["a"], ["klonopin"])
    before = content(store)
    store.remove_item("a")
    store.undo()
    assert content(store) == before
    assert [each.link.url for each in store.links_of("a")] == ["https://x.example/a"]


def test_several_things_are_undone_as_one(store):
    with store.event("ingest", "a.html"):
        store.add_items([page("a"), page("b")])
        store.add_tags(["a", "b"], ["x"])
    (event,) = store.log()
    assert (event.verb, event.detail, event.changes) == ("ingest", "a.html", 4)
    store.undo()
    assert (store.count(), store.tags()) == (0, {})


def test_what_a_later_event_changed_is_not_undone_before_it(store):
    store.add_items([page("a")])
    added = store.log()[0].id
    store.update_item("a", page("a", note="n"))
    with pytest.raises(CannotUndo, match="changed the same things later"):
        store.undo(added)
    store.undo()
    store.undo(added)
    assert store.count() == 0


def test_nothing_to_undo_is_told(store):
    with pytest.raises(CannotUndo, match="Nothing can be undone"):
        store.undo()


def test_an_event_without_a_change_leaves_no_line(store):
    store.add_items([page("a")])
    store.remove_tags(["a"], ["none"])
    assert [each.verb for each in store.log()] == ["add"]
