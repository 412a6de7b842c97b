from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.isi import parse_isi

RECORD = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Doe, J
   Roe, R
AF Doe, Jane
   Roe, Richard
TI A title
   that goes on
SO ANNALS OF JOINTS
JI Ann. Joints
PD MAR 7
PY 2020
VL 12
IS 3
BP 10
EP 19
SN 1234-5679
DI 10.1234/abc
DE pain; joints
UT WOS:000000000000001
ER

EF
"""


def test_an_article():
    (item,) = parse_isi(RECORD).items
    assert (item.id, item.type, item.title) == (
        "WOS:000000000000001",
        ItemType.ARTICLE_JOURNAL,
        "A title that goes on",
    )
    assert item.author == (Name("Doe", "Jane"), Name("Roe", "Richard"))
    assert (item.issued, item.volume, item.issue, item.page) == (Date((2020, 3, 7)), "12", "3", "10-19")
    assert (item.DOI, item.ISSN, item.keyword) == ("10.1234/abc", "1234-5679", "pain, joints")


def test_what_older_databases_write():
    text = "PT Journal\nAU Doe, J; Roe, R\nTI Sn/sub 2/ in water\nAR 7726\nCY FEB 21-23, 2005\nSP A sponsor\nER\n"
    (item,) = parse_isi(text).items
    assert (item.title, item.page) == ("Sn<sub>2</sub> in water", "7726")
    assert item.author == (Name("Doe", "J"), Name("Roe", "R"))
    assert item.event_date == Date((2005, 2, 21), (2005, 2, 23))
    assert item.custom["isi"]["fields"] == [["SP", "A sponsor"]]


def test_records_follow_each_other():
    assert [item.title for item in parse_isi("PT J\nTI A\nER\n\nPT J\nTI B\nPT J\nTI C\n").items] == [
        "A",
        "B",
        "C",
    ]


@given(st.text(alphabet="PTAUIERDY \n0129abc", max_size=100))
def test_never_raises(text):
    parse_isi(text)
