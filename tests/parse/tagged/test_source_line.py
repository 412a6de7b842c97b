import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.parse.tagged.source_line import read_source

LINES = [
    ("Annals of Beds. 7(3):101-9, 2001 Mar.", ("Annals of Beds", "2001-03", "7", "3", "101-9")),
    ("Annals of Beds. 7(3):101-9, 2001 03 04.", ("Annals of Beds", "2001-03-04", "7", "3", "101-9")),
    ("Annals of Beds 2001;7(3):101-9", ("Annals of Beds", "2001", "7", "3", "101-9")),
    ("Annals of Beds. (pp 101-109), 2001.", ("Annals of Beds", "2001", "", "", "101-109")),
    (
        "Annals of Beds, Vol 7(3), Mar, 2001. pp. 101-109. Publisher: Fjord Press; [Journal Article]",
        ("Annals of Beds", "2001-03", "7", "3", "101-109"),
    ),
    (
        "Annals of Beds. 7 (3) (pp 101-109), 2001. Article Number: e12. Date of Publication: March 2001.",
        ("Annals of Beds", "2001-03", "7", "3", "101-109"),
    ),
    (
        "Annals of Beds. Conference: 3rd Meeting. Bergen Norway. 7 (SUPPL. 1) (pp S101-S102), 2001.",
        ("Annals of Beds", "2001", "7", "SUPPL. 1", "S101-S102"),
    ),
    ("Annals of Beds. 7 Suppl 1:S101-9, 2001.", ("Annals of Beds", "2001", "7", "Suppl 1", "S101-9")),
    ("Annals of Beds. POST AUTHOR CORRECTIONS, 5 Oct 2023.", ("Annals of Beds", "2023-10-05", "", "", "")),
    ("Annals of Beds. Vol 7(3), Mar 2001, 123-130.", ("Annals of Beds", "2001-03", "7", "3", "123-130")),
    ("Annals of Beds. 173 (pp S1-S9), 2001. Meeting (BEDS).", ("Annals of Beds", "2001", "173", "", "S1-S9")),
    ("Annals of Beds. Oct 2001; 7(3): 101-109. 9p", ("Annals of Beds", "2001-10", "7", "3", "101-109")),
    ("Annals of Beds, Aug 2001. pp. 1-9.", ("Annals of Beds", "2001-08", "", "", "1-9")),
    ("Beds: Annals of Rest. 7:e123, 2001.", ("Beds: Annals of Rest", "2001", "7", "", "e123")),
    ("Annals of Beds (in press)", ("Annals of Beds (in press)", None, "", "", "")),
]


@pytest.mark.parametrize(("text", "parts"), LINES)
def test_where_something_appeared(text, parts):
    found = read_source(text)
    issued = str(found.issued) if found.issued else None
    assert (found.journal, issued, found.volume, found.issue, found.page) == parts


@given(st.text(alphabet="Beds. Vol7(3):pp-,;2019Mar ", max_size=120))
def test_never_raises(text):
    read_source(text)
