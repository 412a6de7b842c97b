import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.parse.dates import join_date, read_date

DATES = [
    ("2020-05-03", Date((2020, 5, 3))),
    ("2020", Date((2020,))),
    ("2020-02/2020-03", Date((2020, 2), (2020, 3))),
    ("2020/", Date((2020,), (0,))),
    ("2020~", Date((2020,), circa=True)),
    ("2020-21", Date((2020,), season=1)),
    ("199X", Date((1990,), (1999,))),
    ("-0044-03-15", Date((-44, 3, 15))),
    ("2020-05-03T10:00:00Z", Date((2020, 5, 3))),
    ("3 May 2020", Date((2020, 5, 3))),
    ("May 3, 2020", Date((2020, 5, 3))),
    ("2020 May 3", Date((2020, 5, 3))),
    ("Sept. 2020", Date((2020, 9))),
    ("Winter 2020", Date((2020,), season=4)),
    ("2019--2020", Date((2019,), (2020,))),
    ("c. 1900", Date((1900,), circa=True)),
    ("03.05.2020", Date((2020, 5, 3))),
    ("2020/open", Date((2020,), (0,))),
    ("unknown/2020", Date((2020,))),
    ("~2020-05", Date((2020, 5), circa=True)),
    ("1999-uu", Date((1999,))),
    ("1999-05-XX", Date((1999, 5))),
    ("y17000002", Date((17000002,))),
    ("2020-05-03TZ", Date((2020, 5, 3))),
    ("2020-13", Date(literal="2020-13")),
    ("2019/20", Date((2019,), (2020,))),
    ("∼1900", Date((1900,), circa=True)),
    ("c2020", Date((2020,))),
    ("2020a", Date((2020,))),
    ("2020,", Date((2020,))),
    ("in press", Date(literal="in press")),
    ("24 C.E.", Date(literal="24 C.E.")),
]
PARTS = [
    (("2020", "may", "3"), Date((2020, 5, 3))),
    (("2020", "10 May", ""), Date((2020, 5, 10))),
    (("2020", "May--June", ""), Date((2020, 5), (2020, 6))),
    (("2020", "July 18--22", ""), Date((2020, 7, 18), (2020, 7, 22))),
    (("2020", "May 30--June 2", ""), Date((2020, 5, 30), (2020, 6, 2))),
    (("2020", "3 May -- 2 June", ""), Date((2020, 5, 3), (2020, 6, 2))),
    (("2020", "dec", "31st"), Date((2020, 12, 31))),
    (("2020-05", "", ""), Date((2020, 5))),
    (("2020", "spring", ""), Date((2020,), season=1)),
    (("in press", "", ""), Date(literal="in press")),
    (("44", "3", ""), Date((44, 3))),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_a_date_field(text, date):
    assert read_date(text) == date


@pytest.mark.parametrize(("parts", "date"), PARTS)
def test_year_month_and_day(parts, date):
    assert join_date(*parts) == (date, True)


def test_a_month_that_is_none_is_told():
    assert join_date("2020", "Ventôse", "") == (Date((2020,)), False)


@given(st.text(max_size=30), st.text(max_size=12), st.text(max_size=4))
def test_never_raises(year, month, day):
    read_date(year)
    join_date(year, month, day)
