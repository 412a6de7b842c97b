import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.parse.csl.installed import load_locale
from refs.render.numerals import parse_numeral
from refs.render.ordinals import long_ordinal, ordinal, roman
from refs.render.pages import page_range

NUMERALS = [
    ("12", "volume", True, False),
    ("12-14", "page", True, True),
    ("12–14", "page", True, True),
    ("12, 14", "page", True, True),
    ("12 & 14", "issue", True, True),
    ("iv-ix", "page", True, True),
    ("12a", "page", True, False),
    ("second", "edition", False, False),
    ("1/2", "issue", True, False),
    ("3\\-B", "page", True, False),
    ("15", "number-of-pages", True, True),
    ("1", "number-of-pages", True, False),
]


@pytest.mark.parametrize(("value", "variable", "numeric", "plural"), NUMERALS)
def test_what_is_numeric_and_what_is_plural(value, variable, numeric, plural):
    found = parse_numeral(value, variable)
    assert (found.numeric, found.plural) == (numeric, plural)


RANGES = [
    ("321", "328", None, "321–328"),
    ("42", "45", "minimal", "42–5"),
    ("42", "45", "minimal-two", "42–45"),
    ("321", "28", "expanded", "321–328"),
    ("1496", "1500", "chicago", "1496–1500"),
    ("107", "108", "chicago", "107–8"),
    ("11564", "11568", "chicago", "11564–68"),
    ("13792", "13803", "chicago-16", "13792–803"),
    ("N110", "N115", "minimal", "N110–5"),
    ("N110", "P115", "minimal", "N110–P115"),
]


@pytest.mark.parametrize(("first", "last", "form", "expected"), RANGES)
def test_page_ranges(first, last, form, expected):
    assert page_range(first, last, form, "–") == expected


def test_ordinals():
    locale = load_locale("en-US")
    numbers = (1, 2, 3, 4, 11, 12, 21, 101, 111)
    assert [ordinal(each, locale) for each in numbers] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "21st",
        "101st",
        "111th",
    ]
    assert [long_ordinal(each, locale) for each in (1, 10, 11)] == ["first", "tenth", "11th"]


def test_roman_numerals():
    assert [roman(each) for each in (4, 1994, 0)] == ["iv", "mcmxciv", "0"]


@given(
    st.text(alphabet="0123456789ivx-–,&.ap \\/", max_size=20),
    st.sampled_from(["page", "volume", "locator:page"]),
)
def test_any_number_parses(value, variable):
    assert parse_numeral(value, variable).parts
