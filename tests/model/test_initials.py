import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.initials import pointed, read_given, short_name, spelled, unpointed
from refs.model.name import Name

GIVEN = [
    ("Nicholas M", "Nicholas M."),
    ("J P", "J. P."),
    ("Jean-P", "Jean-P."),
    ("J.P.", "J.P."),
    ("D'A", "D'A"),
    ("É", "É."),
    ("明", "明"),
    ("Jane A B van", "Jane A. B. van"),
    ("", ""),
    (None, None),
]


@pytest.mark.parametrize(("told", "printed"), GIVEN)
def test_an_initial_has_a_full_stop(told, printed):
    assert pointed(told) == printed


@pytest.mark.parametrize(
    ("told", "printed"), [("JP", "J. P."), ("J-P", "J.-P."), ("O", "O."), ("ÅB", "Å. B.")]
)
def test_initials_in_one_word_are_spelled(told, printed):
    assert spelled(told) == read_given(told) == printed


@pytest.mark.parametrize("told", ["JOHN", "Li", "明德"])
def test_a_name_is_no_row_of_initials(told):
    assert read_given(told) == told


@given(st.text(max_size=40))
def test_full_stops_are_put_once_and_taken_off_again(text):
    once = pointed(text)
    assert pointed(once) == once
    assert unpointed(once) == unpointed(text)


SHORT = [
    (Name("Roe", "J.P."), "Roe JP"),
    (Name("Roe", "Jean-Luc B"), "Roe JLB"),
    (Name("Roe", "J, Sr."), "Roe JS"),
    (Name("Raaij", "M", "Jr", non_dropping_particle="van"), "van Raaij M Jr"),
    (Name(literal="The Group"), "The Group"),
    (Name("Roe"), "Roe"),
]


@pytest.mark.parametrize(("name", "printed"), SHORT)
def test_a_name_as_medline_prints_it(name, printed):
    assert short_name(name) == printed
