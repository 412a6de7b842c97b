"""The search language."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.errors import BadQuery
from refs.model.query import And, Comparison, Field, Not, Or, Word
from refs.parse.query import parse_query

CASES = [
    ("", And(())),
    ("statpearls", Word("statpearls")),
    ("klono*", Word("klono", is_prefix=True)),
    ('"side effects"', Word("side effects", is_phrase=True)),
    ("a b", And((Word("a"), Word("b")))),
    ("a AND b", And((Word("a"), Word("b")))),
    ("a OR b c", Or((Word("a"), And((Word("b"), Word("c")))))),
    ("-systematic", Not(Word("systematic"))),
    ("-retracted", Not(Or((Word("retracted"), Field("is", "retracted"))))),
    ("notice:newer-label", Field("notice", "newer-label")),
    ("NOT tag:x", Not(Field("tag", "x"))),
    ("(a OR b) c", And((Or((Word("a"), Word("b"))), Word("c")))),
    ("year:>2020", Field("year", "2020", Comparison.MORE)),
    ("year:>=2020", Field("year", "2020", Comparison.AT_LEAST)),
    ("year:2019..2021", Field("year", "2019", Comparison.BETWEEN, "2021")),
    ("year:..2021", Field("year", "2021", Comparison.AT_MOST)),
    ("accessed:<2025-01-01", Field("accessed", "2025-01-01", Comparison.LESS)),
    ('author:"Basit H"', Field("author", "Basit H")),
    ("journal:lancet", Field("container", "lancet")),
    ("title:klono*", Field("title", "klono", is_prefix=True)),
    ("verdict:soft-404", Field("verdict", "soft-404")),
    ("publisher-place:Bethesda", Field("publisher_place", "Bethesda")),
    ("doi:10.1000/x", Field("doi", "10.1000/x")),
    ("https://www.fda.gov/a", Word("https://www.fda.gov/a")),
    ("clonazepam: a review", And((Word("clonazepam:"), Word("a"), Word("review")))),
    ("anti-epileptic", Word("anti-epileptic")),
    ("ORAL ANDROGEN", And((Word("ORAL"), Word("ANDROGEN")))),
]


@pytest.mark.parametrize(("text", "tree"), CASES)
def test_a_query_is_read(text, tree):
    assert parse_query(text) == tree


FAULTS = [
    ('"open', 0, 5, "not closed"),
    ("(a b", 0, 1, "not closed"),
    ("a)", 1, 2, "closes nothing"),
    ("a OR", 4, 5, "missing here"),
    ("OR a", 0, 1, "missing here"),
    ("autor:basit", 0, 5, "did you mean 'author'"),
    ("qqqq:long", 0, 4, "quotation marks"),
    ("title:>x", 6, 7, "no order"),
    ("year:soon", 5, 9, "no year or date"),
    ("verdict:ded", 8, 11, "did you mean 'dead'"),
    ("x NOT", 2, 5, "stands before nothing"),
    ("(" * 60 + "a", 40, 41, "Too many"),
]


@pytest.mark.parametrize(("text", "start", "end", "words"), FAULTS)
def test_a_fault_is_underlined(text, start, end, words):
    with pytest.raises(BadQuery, match=words) as caught:
        parse_query(text)
    assert (caught.value.start, caught.value.end) == (start, end)


def test_the_mark_stands_under_the_fault():
    with pytest.raises(BadQuery) as caught:
        parse_query("basit autor:x")
    assert str(caught.value).splitlines()[1:] == ["  basit autor:x", "        ^^^^^"]


def test_a_query_of_100_kilobytes_is_refused_in_short():
    with pytest.raises(BadQuery) as caught:
        parse_query("x " * 50_000)
    assert len(str(caught.value)) < 300


@given(st.text(max_size=60) | st.text(alphabet='ab:()"-*<>=. \nORNT', max_size=40))
def test_nothing_but_a_bad_query_is_raised(text):
    with suppress(BadQuery):
        parse_query(text)
