import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.tagged.isi import parse_isi

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
    assert item.author == (Name("Doe", "J."), Name("Roe", "R."))
    assert item.event_date == Date((2005, 2, 21), (2005, 2, 23))
    assert item.custom["isi"]["fields"] == [["SP", "A sponsor"]]


DATES = [
    ("PD FEB 2011\nPY 2011", Date((2011, 2))),
    ("PD SPR\nPY 2009", Date((2009,), season=1)),
    ("PD JAN-FEB\nPY 2010", Date((2010, 1), (2010, 2))),
    ("PD DEC 2009\nPY 2010", Date((2010,))),
    ("PD 1998, thesis publ. 1997\nPY 1998", Date((1998,))),
    ("PD MAR 7 2020", Date((2020, 3, 7))),
]


@pytest.mark.parametrize(("lines", "date"), DATES)
def test_the_year_may_stand_in_both_dates(lines, date):
    (item,) = parse_isi(f"PT J\nTI A\n{lines}\nER\n").items
    assert item.issued == date


KINDS = [
    ("PT J\nDT Article; Proceedings Paper\nCT Sleep 2001", ItemType.ARTICLE_JOURNAL),
    ("PT J\nDT Proceedings Paper", ItemType.PAPER_CONFERENCE),
    ("PT B\nDT Article; Book Chapter", ItemType.CHAPTER),
    ("PT J\nDT Data Set", ItemType.DATASET),
    ("PT S", ItemType.CHAPTER),
    ("PT J\nDT Review; Book Chapter", ItemType.ARTICLE_JOURNAL),
    ("PT J\nDT Meeting Abstract\nCT Sleep 2001", ItemType.ARTICLE_JOURNAL),
    ("PT J\nCT Sleep 2001", ItemType.PAPER_CONFERENCE),
]


@pytest.mark.parametrize(("lines", "kind"), KINDS)
def test_the_document_type_says_more_than_the_publication_type(lines, kind):
    assert parse_isi(f"{lines}\nTI A\nER\n").items[0].type is kind


def test_groups_books_and_patents():
    text = "PT S\nTI A\nCA Sleep Group\nBA Doe, J\nBF Doe, Jane\nBE Roe, R\nEI 1234-5679\nSU 2\nER\n"
    (item,) = parse_isi(text).items
    assert (item.author, item.editor) == ((Name(literal="Sleep Group"),), (Name("Roe", "R."),))
    assert (item.container_author, item.ISSN) == ((Name("Doe", "Jane"),), "1234-5679")
    assert item.supplement_number == "2"
    (patent,) = parse_isi("PT P\nTI A\nPN NO123-A1\nPV Oslo\nER\n").items
    assert (patent.number, patent.publisher_place) == ("NO123-A1", "Oslo")


LINES = [
    ("ID SLEEP; BED\n   REST; PAIN", {"keyword": "SLEEP, BED REST, PAIN"}),
    ("PY 2005\nPD SPR", {"issued": Date((2005,), season=1)}),
    ("PY 2005\nPD MAY-JUN", {"issued": Date((2005, 5), (2005, 6))}),
    ("PY 2005\nPD 2005-Dec", {"issued": Date((2005, 12))}),
    ("AU Doe, J. (j.doe@example.org)", {"author": (Name("Doe", "J."),)}),
    ("DT Article", {"genre": None, "type": ItemType.ARTICLE_JOURNAL}),
    ("AF Lind, Mia, V", {"author": (Name("Lind", "Mia V."),)}),
    ("BP 1\nEP 9\nPS 1-9, 12", {"page": "1-9, 12"}),
]


@pytest.mark.parametrize(("lines", "values"), LINES)
def test_what_a_line_says(lines, values):
    (item,) = parse_isi(f"PT J\nTI A\n{lines}\nER\n").items
    assert {name: getattr(item, name) for name in values} == values


def test_the_doi_of_the_book_is_not_that_of_a_chapter():
    (chapter,) = parse_isi("PT S\nTI A\nD2 10.1234/book\nGP IEEE\nER\n").items
    assert (chapter.DOI, chapter.editor) == (None, ())
    (book,) = parse_isi("PT B\nDT Book\nTI A\nD2 10.1234/book\nER\n").items
    assert book.DOI == "10.1234/book"


def test_a_whole_book_has_its_number_of_pages():
    (book,) = parse_isi("PT B\nDT Book\nTI A\nPG 230\nBP 1\nEP 230\nER\n").items
    assert book.number_of_pages == "230"


def test_records_follow_each_other():
    assert [item.title for item in parse_isi("PT J\nTI A\nER\n\nPT J\nTI B\nPT J\nTI C\n").items] == [
        "A",
        "B",
        "C",
    ]


@given(st.text(alphabet="PTAUIERDY \n0129abc", max_size=100))
def test_never_raises(text):
    parse_isi(text)


@pytest.mark.parametrize(
    ("held", "date"),
    [
        ("JUL   07, 1999", Date((1999, 7, 7))),
        ("AUG 30-SEP 02, 1999", Date((1999, 8, 30), (1999, 9, 2))),
        ("AUG, 2015", Date((2015, 8))),
        ("2003", Date((2003,))),
        ("Bergen", None),
    ],
)
def test_when_a_conference_was(held, date):
    (item,) = parse_isi(f"PT C\nTI Tides\nCT Tides\nCY {held}\nER\n").items
    assert item.event_date == date


def test_what_has_no_issue_yet_was_published_online():
    (item,) = parse_isi("PT J\nTI Tides\nDT Article; Early Access\nEA MAR 2020\nER\n").items
    assert item.issued == Date((2020, 3))
