"""Search."""

import pytest

from refs.model.item import Item
from refs.parse.csljson import read_item

ITEMS = [
    {
        "id": "one",
        "title": "Clonazepam use in Málaga",
        "author": [{"family": "Ångström", "given": "A"}],
        "DOI": "10.1000/x",
    },
    {
        "id": "two",
        "title": "Lorazepam",
        "container-title": "Clonazepam Letters",
        "URL": "https://www.fda.example/a/",
    },
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("clonazepam", ["one", "two"]),
        ("clona malaga", ["one"]),
        ("angstrom", ["one"]),
        ("LORAZ", ["two"]),
        ("https://doi.org/10.1000/X", ["one"]),
        ("http://fda.example/a", ["two"]),
        ("nothing", []),
        ('" OR *', []),
        ("", []),
        ("x" * 100_000, []),
    ],
)
def test_search_finds(store, query, found):
    store.add_items(map(read_item, ITEMS))
    assert [each.item.id for each in store.search(query)] == found


def test_what_was_changed_is_found_as_it_is_now(store):
    store.add_items([Item(id="a", title="Old words")])
    store.update_item("a", Item(id="a", title="New words"))
    assert store.search("old") == []
    assert [each.item.title for each in store.search("new")] == ["New words"]
