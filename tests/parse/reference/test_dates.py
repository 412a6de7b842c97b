import pytest

from refs.parse.reference.dates import read_date

DATES = [
    ("May 13, 2023", "2023-05-13"),
    ("2023, May 13", "2023-05-13"),
    ("13. Mai 2023", "2023-05-13"),
    ("5 de mayo de 2020", "2020-05-05"),
    ("12 avril 2021", "2021-04-12"),
    ("7/27/25", "2025-07-27"),
    ("7.14.2023", "2023-07-14"),
    ("2021-03-30", "2021-03-30"),
    ("2012/11/08", "2012-11-08"),
    ("Sept. 2017", "2017-09"),
    ("January–June 2021", "2021-01/2021-06"),
    ("Summer 2013", "2013"),
    ("11/2020", "2020-11"),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_are_read_in_every_form(text, expected):
    assert str(read_date(text)) == expected


def test_day_first_settles_figures():
    assert str(read_date("04.02.2022", day_first=True)) == "2022-02-04"


@pytest.mark.parametrize("text", ["24 C.E.", "n.d.", "12 May", "13/45/2020"])
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None or not read_date(text).month
