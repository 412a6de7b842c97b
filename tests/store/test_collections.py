"""Collections and kept searches."""

import pytest

from refs.errors import UnknownName
from refs.model.item import Item
from refs.parse.query import parse_query


@pytest.fixture
def library(store):
    store.add_items([Item(id=key, title=f"Title {key}") for key in "abc"])
    return store


def test_items_go_into_a_collection_and_out(library):
    assert library.add_to_collection("Klonopin page", ["b", "a"]) == 2
    assert library.add_to_collection("klonopin PAGE", ["a"]) == 0
    assert library.collection("Klonopin page") == ["b", "a"]
    assert library.remove_from_collection("Klonopin page", ["b"]) == 1
    assert library.collections() == {"Klonopin page": 1}
    assert [each.item.id for each in library.search(parse_query('collection:"klonopin page"'))] == ["a"]


def test_a_collection_that_is_not_there_is_told(library):
    library.add_to_collection("Klonopin", [])
    with pytest.raises(UnknownName, match="Did you mean 'Klonopin'"):
        library.collection("Klonipin")


def test_a_removed_collection_comes_back_by_undo(library):
    library.add_to_collection("x", ["a", "b"])
    library.remove_collection("x")
    assert library.count() == 3
    library.undo()
    assert library.collection("x") == ["a", "b"]


def test_searches_are_kept_by_name(library):
    library.save_search("dead", "verdict:dead")
    library.save_search("dead", "verdict:dead year:>2000")
    assert library.searches() == {"dead": "verdict:dead year:>2000"}
    library.remove_search("dead")
    with pytest.raises(UnknownName):
        library.get_search("dead")
