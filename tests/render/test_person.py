import pytest

from refs.model.name import Name
from refs.render.initials import initials
from refs.render.particles import split_name

INITIALS = [
    ("John Paul", ".", False, "J.P."),
    ("John Paul", ". ", False, "J. P."),
    ("Jean-Luc", ".", False, "J.-L."),
    ("Jean-claude", ".", False, "J."),
    ("M.E.", "", False, "ME"),
    ("Ph. M.", ".", False, "Ph.M."),
    ("TSuji", ".", False, "Ts."),
    ("John de Paul", ".", False, "J. de P."),
    ("John P.", ".", True, "John P."),
    ("J P", ".", True, "J.P."),
    ("太郎", ".", False, "太郎"),
]


@pytest.mark.parametrize(("given", "terminator", "normalize", "expected"), INITIALS)
def test_initials(given, terminator, normalize, expected):
    assert initials(given, terminator, normalize_only=normalize) == expected


PARTICLES = [
    (Name("van der Berg", "Jan"), Name("Berg", "Jan", non_dropping_particle="van der")),
    (Name("d'Aubignac", "F."), Name("Aubignac", "F.", non_dropping_particle="d'")),
    (Name("Beethoven", "Ludwig van"), Name("Beethoven", "Ludwig", dropping_particle="van")),
    (Name("King", "Martin, Jr."), Name("King", "Martin", suffix="Jr.")),
    (Name("King", "Martin,! III"), Name("King", "Martin", suffix="III", comma_suffix=True)),
    (Name('"van Halen"', "E."), Name("van Halen", "E.")),
    (Name("Saint-Exupéry", "A."), Name("Saint-Exupéry", "A.")),
]


@pytest.mark.parametrize(("name", "expected"), PARTICLES)
def test_particles(name, expected):
    assert split_name(name) == expected
