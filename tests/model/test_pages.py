import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.pages import full_pages

RANGES = [
    ("6913-7", "6913-6917"),
    ("S12-5", "S12-15"),
    ("e1103-11", "e1103-1111"),
    ("99-104", "99-104"),
    ("1103–11, 1120", "1103-1111, 1120"),
    ("e30", "e30"),
    ("xii-xv", "xii-xv"),
]


@pytest.mark.parametrize(("told", "full"), RANGES)
def test_the_second_number_is_in_full(told, full):
    assert full_pages(told) == full


@given(st.text("0123456789-, eS;", max_size=30))
def test_what_is_in_full_stays(text):
    assert full_pages(full_pages(text)) == full_pages(text)
