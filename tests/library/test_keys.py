import pytest

from refs.library.keys import key_of_identifier, make_key
from refs.model.date import Date
from refs.model.identifier import parse_identifier
from refs.model.item import Item
from refs.model.name import Name

KEYS = [
    (Item(id="", author=(Name("Basit", "H."),), issued=Date((2023,))), "basit2023"),
    (Item(id="", author=(Name(literal="Mayo Clinic"),)), "mayoclinic"),
    (Item(id="", title="The Árbol & the <i>Sea</i>", issued=Date((1999, 2))), "arbol1999"),
    (Item(id="", title="О чём"), "item"),
    (Item(id=""), "item"),
]


@pytest.mark.parametrize(("item", "key"), KEYS)
def test_a_key_is_author_or_word_and_year(item, key):
    assert make_key(item, lambda _key: False) == key


def test_a_taken_key_gets_a_letter():
    item = KEYS[0][0]
    taken = {"basit2023", "basit2023a"}
    assert make_key(item, taken.__contains__) == "basit2023b"


IDENTIFIERS = [
    ("NBK556010", "nbk556010"),
    ("PMC8583742", "pmc8583742"),
    ("10.1176/appi.ps.201800321", "doi-10.1176-appi.ps.201800321"),
    ("https://www.mayoclinic.org/a/b", "mayoclinic.org-a-b"),
]


@pytest.mark.parametrize(("text", "key"), IDENTIFIERS)
def test_an_identifier_gives_a_key(text, key):
    assert key_of_identifier(parse_identifier(text)) == key
