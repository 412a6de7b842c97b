import pytest

from refs.model.name import Name
from refs.parse.bib.names import read_names

CASES = [
    ("Jane Doe", Name("Doe", "Jane")),
    ("Doe, Jane", Name("Doe", "Jane")),
    ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", non_dropping_particle="van")),
    ("van der Berg, Maria", Name("Berg", "Maria", non_dropping_particle="van der")),
    ("King, Jr., Martin Luther", Name("King", "Martin Luther", suffix="Jr.")),
    ("King, Martin Luther, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
    ("Martin Luther King Jr.", Name("King", "Martin Luther", suffix="Jr.")),
    ("{Mayo Clinic}", Name(literal="Mayo Clinic")),
    ("{Barnes and Noble}", Name(literal="Barnes and Noble")),
    ("World Health Organization", Name(literal="World Health Organization")),
    (r"G{\"o}del, Kurt", Name("Gödel", "Kurt")),
    (r"Jos{\'e} {\'A}lvarez", Name("Álvarez", "José")),
    ("Plato", Name("Plato")),
    ("others", Name(literal="others")),
    ("{van Gogh}, Vincent", Name("van Gogh", "Vincent")),
    ("J.~R.~R. Tolkien", Name("Tolkien", "J. R. R.")),
    ("Jean de La Fontaine", Name("La Fontaine", "Jean", non_dropping_particle="de")),
    (
        "family=Gogh, given=Vincent, prefix=van, useprefix=true",
        Name("Gogh", "Vincent", non_dropping_particle="van"),
    ),
    ("john smith", Name("smith", "john")),
    ("Martin Luther King, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
    ("Doe, Jane, MD", Name("Doe", "Jane", suffix="MD")),
    ("Jane Doe, Ph.D.", Name("Doe", "Jane", suffix="Ph.D.")),
    ("Doe, MD", Name("Doe", "MD")),
    ("King Jr., Martin", Name("King", "Martin", suffix="Jr.")),
    ("Li Xi, Ana", Name("Li Xi", "Ana")),
    ('"family={Tea, Inc.}", given=Ana', Name("Tea, Inc.", "Ana")),
    ('family="Tea, Inc.", given=Ana', Name("Tea, Inc.", "Ana")),
    ("et al.", Name(literal="others")),
    ("and Jane Doe and", Name("Doe", "Jane")),
    ("Doe, % the first\n Jane", Name("Doe", "Jane")),
]
LISTS = [
    ("Doe, J., Roe, R. P., Poe, E.-A.", ["Doe, J.", "Roe, R. P.", "Poe, E.-A."]),
    (r"Doe, J., Ro{\"e}, R. and Jane Poe", ["Doe, J.", "Roë, R.", "Poe, Jane"]),
    ("Doe, J. & Roe, R.", ["Doe, J.", "Roe, R."]),
    ("Doe, J. and and Roe, R.", ["Doe, J.", "Roe, R."]),
    ("Doe, J.; Roe, R.; Poe, E.", ["Doe, J.", "Roe, R.", "Poe, E."]),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_one_name(text, name):
    assert read_names(text) == (name,)


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_lists_without_and(text, names):
    assert [f"{name.family}, {name.given}" for name in read_names(text)] == names


def test_two_firms_in_one_name_stay_together():
    assert [str(name) for name in read_names("Johnson & Johnson")] == ["Johnson & Johnson"]


def test_names_are_cut_at_and_in_any_case_and_over_lines():
    assert [name.family for name in read_names("A B AND C D\n  and {E and F}, G")] == ["B", "D", "E and F"]


@pytest.mark.parametrize("text", ["", "and", " and and ", ",", "{}", "{", "}", ",,,", "{,} and {"])
def test_odd_lists_do_not_raise(text):
    assert isinstance(read_names(text), tuple)
