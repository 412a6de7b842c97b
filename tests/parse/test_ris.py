import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.ris import parse_ris, read_ris_date
from refs.render.ris import render_ris

RECORD = """TY  - JOUR
AU  - Doe, Jane
A1  - Roe, Richard, Jr.
AU  - World Health Organization
T1  - A title
that goes on
JF  - Annals of Joints
J2  - Ann Joints
PY  - 2020/03/07/
VL  - 12
IS  - 3
SP  - 10
EP  - 19
SN  - 1234-5679
DO  - https://doi.org/10.1234/abc
UR  - https://example.org/a
UR  - https://example.org/b
Y2  - 2024/05/06/
KW  - pain
KW  - joints
AB  - Words.
L1  - file.pdf
ID  - doe
ER  -
"""


def one(text):
    (item,) = parse_ris(text).items
    return item


def test_an_article():
    item = one(RECORD)
    assert (item.id, item.type, item.title) == ("doe", ItemType.ARTICLE_JOURNAL, "A title that goes on")
    assert item.author == (
        Name("Doe", "Jane"),
        Name("Roe", "Richard", suffix="Jr."),
        Name(literal="World Health Organization"),
    )
    assert (item.container_title, item.container_title_short) == ("Annals of Joints", "Ann Joints")
    assert (item.issued, item.accessed) == (Date((2020, 3, 7)), Date((2024, 5, 6)))
    assert (item.volume, item.issue, item.page, item.ISSN) == ("12", "3", "10-19", "1234-5679")
    assert (item.DOI, item.URL, item.keyword) == ("10.1234/abc", "https://example.org/a", "pain, joints")
    assert item.custom["ris"]["fields"] == [["UR", "https://example.org/b"], ["L1", "file.pdf"]]


DRESSES = [
    ("CRLF", RECORD.replace("\n", "\r\n")),
    ("a byte order mark", "\ufeff" + RECORD),
    ("one blank", RECORD.replace("  - ", " - ")),
    ("no ER", RECORD.replace("ER  -\n", "")),
    ("words before", "Exported from somewhere\n\n" + RECORD),
    ("empty lines", RECORD.replace("\n", "\n\n")),
]


@pytest.mark.parametrize("text", [text for _, text in DRESSES], ids=[name for name, _ in DRESSES])
def test_real_files_come_in_other_dresses(text):
    assert one(text) == one(RECORD)


def test_a_record_ends_where_the_next_begins():
    assert [item.title for item in parse_ris("TY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\n").items] == [
        "A",
        "B",
    ]


DATES = [
    ("2020", Date((2020,))),
    ("2020///", Date((2020,))),
    ("2020/02//", Date((2020, 2))),
    ("2020/02/03/", Date((2020, 2, 3))),
    ("2020///Spring", Date((2020,), season=1)),
    ("2020-02-03", Date((2020, 2, 3))),
    ("3 Feb 2020", Date((2020, 2, 3))),
    ("///", None),
    ("0000", None),
    ("in press", Date(literal="in press")),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_dates(text, date):
    assert read_ris_date(text) == date


def test_a_day_without_a_year_takes_that_of_py():
    assert one("TY  - JOUR\nPY  - 2015\nDA  - Mar 3\nER  - \n").issued == Date((2015, 3, 3))


def test_tags_mean_other_things_in_other_types():
    book = one("TY  - BOOK\nAU  - A, B\nA2  - C, D\nA3  - E, F\nT2  - Series\nSP  - 300\nER  - \n")
    assert (book.collection_editor, book.editor) == ((Name("C", "D"),), (Name("E", "F"),))
    assert (book.collection_title, book.number_of_pages) == ("Series", "300")
    paper = one("TY  - CPAPER\nT2  - Conference\nC3  - Proceedings\nCY  - Bern\nC1  - Basel\nER  - \n")
    assert (paper.event_title, paper.container_title) == ("Conference", "Proceedings")
    assert (paper.event_place, paper.publisher_place) == ("Bern", "Basel")
    report = one("TY  - RPRT\nSN  - R-7\nPB  - Institute\nER  - \n")
    assert (report.number, report.publisher) == ("R-7", "Institute")


def test_types_in_words_and_several_addresses_on_one_line():
    item = one("TY  - Journal Article\nUR  - https://example.org/a;https://example.org/b\nER  - \n")
    assert (item.type, item.URL) == (ItemType.ARTICLE_JOURNAL, "https://example.org/a")
    assert ["UR", "https://example.org/b"] in item.custom["ris"]["fields"]


def test_a_number_is_taken_for_what_its_form_says():
    item = one("TY  - BOOK\nSN  - 1234-5679\nSN  - 0-12-345678-9\nER  - \n")
    assert (item.ISSN, item.ISBN) == ("1234-5679", "0-12-345678-9")
    assert one(render_ris([item])).ISSN == "1234-5679"


def test_those_who_are_not_named_are_no_person():
    item = one("TY  - JOUR\nAU  - Doe, Jane\nAU  - et al.\nER  - \n")
    assert item.author == (Name("Doe", "Jane"), Name(literal="others"))
    assert "AU  - et al.\r\n" in render_ris([item])


def test_two_tags_for_one_role_are_both_kept():
    text = render_ris([one("TY  - RPRT\nA3  - Publisher\nA4  - Office, Higher\nER  - \n")])
    assert "A3  - Publisher\r\nA4  - Office, Higher\r\n" in text


def test_flaws_are_told():
    codes = [str(flaw.code) for flaw in parse_ris("TI  - A\nER  - \nTY  - NOPE\nPY  - soon\nER  - \n").flaws]
    assert codes == ["broken-entry", "unknown-type", "bad-date"]


def test_a_round_trip_keeps_everything():
    items = parse_ris(RECORD + "TY  - THES\nM3  - PhD\nA3  - Advisor, An\nAD  - Address\nER  - \n").items
    assert parse_ris(render_ris(items)).items == items


def test_the_lines_end_as_ris_wants():
    assert (
        render_ris(parse_ris("TY  - GEN\nTI  - T\nER  - ").items)
        == "TY  - GEN\r\nTI  - T\r\nID  - item-1\r\nER  - \r\n"
    )


@given(st.text(alphabet="TYERAUPD  -/0129\nabc,;", max_size=120))
def test_never_raises(text):
    render_ris(parse_ris(text).items)


@given(
    st.text(max_size=40), st.sampled_from(["AU", "PY", "DA", "SP", "EP", "DO", "T2", "C3", "KW", "M3", "SN"])
)
def test_never_raises_on_odd_values(text, tag):
    items = parse_ris(f"TY  - JOUR\n{tag}  - {text}\nER  - \n").items
    render_ris(items)
