import pytest

from refs.render import marks
from refs.render.punctuation import seamed, seamed_prefix, settle

QUOTED = f"{marks.QUOTE}Why{{}}{marks.UNQUOTE}"

CASES = [
    ("Why?" + seamed("."), "Why?", "Why?"),
    ("Jr." + seamed("."), "Jr.", "Jr."),
    ("Jr." + seamed(", "), "Jr., ", "Jr., "),
    ("12:" + seamed("."), "12:", "12:"),
    ("a" + seamed(". ") + seamed_prefix(" ") + "b", "a. b", "a. b"),
    ("a" + seamed(",") + seamed_prefix(", ") + "b", "a, b", "a, b"),
    ("wait..." + seamed("."), "wait...", "wait..."),
    (QUOTED.format("") + seamed("."), QUOTED.format("."), QUOTED.format("") + "."),
    (QUOTED.format("?") + seamed("."), QUOTED.format("?"), QUOTED.format("?")),
    (QUOTED.format("") + seamed(";"), QUOTED.format("") + ";", QUOTED.format("") + ";"),
    (QUOTED.format(",") + seamed("."), QUOTED.format(",."), QUOTED.format("") + ",."),
    ("a" + seamed(" ") + " b", "a  b", "a  b"),
]


@pytest.mark.parametrize(("text", "inside", "outside"), CASES)
def test_stops_meet(text, inside, outside):
    assert settle(text, inside=True) == inside
    assert settle(text, inside=False) == outside


def test_stops_of_the_data_are_left_alone():
    assert settle("Who?! ... me., you", inside=True) == "Who?! ... me., you"


def test_text_with_formatting_of_its_own_keeps_its_question_mark_and_the_stop():
    assert settle(f"Why?{marks.DRESSED}{seamed('.')}", inside=True) == "Why?."
