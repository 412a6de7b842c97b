"""Citation keys."""

import pytest

from refs.errors import BadKeyPattern
from refs.model.date import Date
from refs.model.item import Item
from refs.model.name import Name
from refs.store.keys import suggest_key

ITEM = Item(
    id="",
    title="The use of clonazepam in Málaga",
    author=(Name(family="Ångström-Müller"), Name(literal="Mayo Clinic")),
    issued=Date((2020,)),
    container_title="Journal of the American Heart Association",
)

CASES = [
    ("{author}{year}", "angstrommuller2020"),
    ("{authors}:{year}", "AngstrommullerMayoclinic:2020"),
    ("{author}_{word}", "angstrommuller_clonazepam"),
    ("{title}", "UseClonazepamMalaga"),
    ("{container}-{type}", "JOAHA-document"),
]


@pytest.mark.parametrize(("pattern", "key"), CASES)
def test_a_pattern_makes_the_key(pattern, key):
    assert suggest_key(ITEM, pattern) == key


def test_without_author_or_title_it_is_an_item():
    assert suggest_key(Item(id="")) == "item"
    assert suggest_key(Item(id="", title="Ψυχή")) == "item"
    assert suggest_key(Item(id="", title="A label of 2021")) == "label"


def test_an_unknown_part_is_told(open_store):
    with pytest.raises(BadKeyPattern, match=r"asks for \{name\}"):
        open_store(":memory:", key_pattern="{name}{year}")


def test_a_library_has_its_pattern(open_store):
    with open_store(":memory:", key_pattern="{word}{year}") as store:
        assert (
            store.add_items([ITEM, ITEM.replace(title="Clonazepam again, and quite another work")])[1].key
            == "clonazepam2020a"
        )
