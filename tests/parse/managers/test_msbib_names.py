import pytest
from lxml import etree

from refs.model.name import Name
from refs.parse.managers.msbib_names import read_role

OTHERS = Name(literal="others")


def role(last, first="", middle=""):
    element = etree.Element("Author")
    person = etree.SubElement(etree.SubElement(element, "NameList"), "Person")
    for name, text in (("Last", last), ("First", first), ("Middle", middle)):
        if text:
            etree.SubElement(person, name).text = text
    return read_role(element)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (("Roe", "Richard", "Q."), [Name("Roe", "Richard Q.")]),
        (("Roe", "R.", "and Doe, J."), [Name("Roe", "R."), Name("Doe", "J.")]),
        (("Roe", "Jane Doe", "and Richard"), [Name("Doe", "Jane"), Name("Roe", "Richard")]),
        (("Roe", "R.,", "J. Doe"), [Name("Roe", "R."), Name("Doe", "J.")]),
        (("Roe R.", "Doe", "J., Fjord S."), [Name("Roe", "R."), Name("Doe", "J."), Name("Fjord", "S.")]),
        (("Roe", "R.", "and Doe, J. and others"), [Name("Roe", "R."), Name("Doe", "J."), OTHERS]),
        (("Roe", "Richard,", "et al"), [Name("Roe", "Richard"), OTHERS]),
        (("al.", "et"), [OTHERS]),
        (("Roe", "Richard,", "Jr."), [Name("Roe", "Richard", "Jr.")]),
        (("Waal", "Jan", "van der"), [Name("Waal", "Jan", non_dropping_particle="van der")]),
        (("Tides", "Ministry", "of"), [Name(literal="Ministry of Tides")]),
        (
            ("Services", "Department of Boats", "and Harbour"),
            [Name(literal="Department of Boats and Harbour Services")],
        ),
        (("Organization", "World", "Tide"), [Name(literal="World Tide Organization")]),
        (("Ministry of Tides",), [Name(literal="Ministry of Tides")]),
        (("van der Waal",), [Name("van der Waal")]),
        (("", "5"), [Name(literal="5")]),
        (("S{\\o}rensen", "Kaja"), [Name("Sørensen", "Kaja")]),
    ],
)
def test_what_was_typed(typed, names):
    assert list(role(*typed)) == names


def test_a_corporate_author_stands_behind_the_people():
    element = etree.fromstring("<Author><Corporate>Tide Office and Sons</Corporate></Author>")
    assert read_role(element) == (Name(literal="Tide Office and Sons"),)
