import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.tagged.nbib import parse_nbib, read_medline_date, read_medline_name
from refs.render.nbib import render_nbib

RECORD = """PMID- 12345678
OWN - NLM
IS  - 1234-5679 (Electronic)
VI  - 12
IP  - 3
DP  - 2020 Mar 7
TI  - Pain in the joint: a study of
      several joints.
PG  - 10-9
LID - 10.1234/abc [doi]
AB  - BACKGROUND: words.
FAU - Doe, Jane
AU  - Doe J
CN  - Joint Study Group
FAU - Roe, Richard
AU  - Roe R
LA  - eng
PT  - Journal Article
PL  - Switzerland
TA  - Ann Joints
JT  - Annals of joints
PMC - PMC7654321
AID - S1234-5 [pii]
AID - 10.1234/abc [doi]
MH  - Joints
OT  - pain
OT  - joints
SO  - Ann Joints. 2020 Mar 7;12(3):10-9. doi: 10.1234/abc.
"""


def one(text):
    (item,) = parse_nbib(text).items
    return item


def test_an_article():
    item = one(RECORD)
    assert (item.id, item.type) == ("12345678", ItemType.ARTICLE_JOURNAL)
    assert item.title == "Pain in the joint: a study of several joints"
    assert item.author == (Name("Doe", "Jane"), Name(literal="Joint Study Group"), Name("Roe", "Richard"))
    assert (item.container_title, item.container_title_short) == ("Annals of joints", "Ann Joints")
    assert (item.issued, item.volume, item.issue, item.page) == (Date((2020, 3, 7)), "12", "3", "10-19")
    assert (item.DOI, item.PMID, item.PMCID, item.ISSN) == (
        "10.1234/abc",
        "12345678",
        "PMC7654321",
        "1234-5679",
    )
    assert item.keyword == "pain, joints, Joints"
    assert [str(each) for each in item.identifiers] == [
        "doi:10.1234/abc",
        "pmid:12345678",
        "pmcid:PMC7654321",
    ]


def test_a_chapter_and_its_book():
    chapter = one(
        "PMID- 1\nTI  - Clonazepam.\nBTI - StatPearls\nPB  - StatPearls Publishing\nDP  - 2023 Jan\n"
    )
    assert (chapter.type, chapter.title, chapter.container_title) == (
        ItemType.CHAPTER,
        "Clonazepam",
        "StatPearls",
    )
    book = one("PMID- 2\nBTI - GeneReviews\n")
    assert (book.type, book.title) == (ItemType.BOOK, "GeneReviews")


DATES = [
    ("2002 Sep 3", Date((2002, 9, 3))),
    ("2002 Sep", Date((2002, 9))),
    ("2002", Date((2002,))),
    ("2016 Jul-Aug", Date((2016, 7), (2016, 8))),
    ("2001 Dec 15-31", Date((2001, 12, 15), (2001, 12, 31))),
    ("2000 Dec-2001 Jan", Date((2000, 12), (2001, 1))),
    ("1998-1999", Date((1998,), (1999,))),
    ("2018 Winter", Date((2018,), season=4)),
    ("sometime", Date(literal="sometime")),
]
NAMES = [
    ("Basit, Hajira", Name("Basit", "Hajira")),
    ("King, Martin Luther, Jr", Name("King", "Martin Luther", suffix="Jr")),
    ("van Raaij MJ", Name("van Raaij", "M. J.")),
    ("Smith JA 3rd", Name("Smith", "J. A.", suffix="3rd")),
    ("Selvamani", Name("Selvamani")),
    ("Cochrane working party", Name(literal="Cochrane working party")),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_dates(text, date):
    assert read_medline_date(text) == date


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(text, name):
    assert read_medline_name(text) == name


def test_records_begin_at_an_empty_line_or_a_pmid():
    assert [item.id for item in parse_nbib("PMID- 1\nTI  - A\n\nPMID- 2\nTI  - B\nPMID- 3\n").items] == [
        "1",
        "2",
        "3",
    ]


ERIC = """OWN - ERIC
TI  - Beds and Schools
AU  - Lund, Per
OT  - Beds
JT  - Office of Beds
OID - ED123456
DP  - 2019
LID - http://example.org/?id=ED123456
AID - http://dx.doi.org/10.5555/beds
PT  - Reports - Research
"""


def test_a_document_of_eric_is_a_report():
    item = one(ERIC)
    assert (item.type, item.publisher, item.container_title) == (ItemType.REPORT, "Office of Beds", None)
    assert (item.DOI, item.URL) == ("10.5555/beds", "http://example.org/?id=ED123456")
    assert one(render_nbib([item])) == item.replace(id="item-1")


def test_an_article_in_eric():
    item = one(
        ERIC.replace("ED123456", "EJ123456").replace("Reports - Research", "Journal Articles")
        + "ISSN - EISSN-1234-5679\nDP  - Article 10 2019\n"
    )
    assert (item.type, item.container_title, item.ISSN) == (
        ItemType.ARTICLE_JOURNAL,
        "Office of Beds",
        "1234-5679",
    )
    assert one(render_nbib([item])) == item


def test_a_thesis_in_eric_is_of_its_university():
    thesis = ERIC.replace("Reports - Research", "Dissertations/Theses - Doctoral Dissertations")
    item = one(thesis + "SO  - Ph.D. Dissertation, Example University, 2019\n")
    assert (item.type, item.publisher, item.archive) == (
        ItemType.THESIS,
        "Example University",
        "Office of Beds",
    )
    assert one(render_nbib([item])) == item


INSTEAD = [
    ("LID - e1042 [pii]", {"page": "e1042"}),
    ("LID - S0140-6736(20)30183-5 [pii]", {"page": None}),
    ("LID - e1042 [pii]\nPG  - 3-9", {"page": "3-9"}),
    ("LID - beds-09-11-4741 [pii]", {"page": "beds-09-11-4741"}),
    ("LID - 10.1234/beds.77 [doi] e77 [pii]", {"page": "e77", "DOI": "10.1234/beds.77"}),
    ("LID - 2020.01.02 [pii]\nPT  - Preprint", {"page": None, "number": "2020.01.02"}),
    ("DP  - 2019 Jan.-Feb.", {"issued": Date((2019, 1), (2019, 2))}),
    ("DEP - 20130610", {"issued": Date((2013, 6, 10))}),
    ("DP  - Article 10 2019", {"issued": Date((2019,))}),
    ("IS  - 978-0-306-40615-7", {"ISSN": None, "ISBN": "9780306406157"}),
    ("KW  - pain\nKW  - sleep", {"keyword": "pain, sleep"}),
    ("PT  - News", {"type": ItemType.ARTICLE_JOURNAL}),
    ("PT  - Newspaper Article", {"type": ItemType.ARTICLE_NEWSPAPER}),
    ("PT  - Legal Case", {"type": ItemType.LEGAL_CASE}),
    ("PT  - Legal Case\nPT  - Journal Article", {"type": ItemType.ARTICLE_JOURNAL}),
]


@pytest.mark.parametrize(("lines", "values"), INSTEAD)
def test_what_other_tags_say(lines, values):
    item = one(f"PMID- 1\nTI  - T.\n{lines}\n")
    assert {name: getattr(item, name) for name in values} == values
    assert one(render_nbib([item])) == item


def test_a_round_trip_keeps_everything():
    items = parse_nbib(RECORD + "\nPMID- 2\nBTI - GeneReviews\nFED - Adam, Margaret P\nDP  - 1993-\n").items
    assert parse_nbib(render_nbib(items)).items == items


def test_long_lines_are_continued_with_six_blanks():
    text = render_nbib(parse_nbib("PMID- 1\nTI  - " + "word " * 40 + "end.\n").items)
    assert all(len(line) <= 88 for line in text.splitlines())
    assert "\n      word" in text


@given(st.text(alphabet="PMIDTAUF  -\n0123abc.,[]", max_size=120))
def test_never_raises(text):
    render_nbib(parse_nbib(text).items)


@given(
    st.text(max_size=40), st.sampled_from(["DP  ", "FAU ", "AU  ", "LID ", "IS  ", "PT  ", "TI  ", "PMC "])
)
def test_never_raises_on_odd_values(text, tag):
    render_nbib(parse_nbib(f"PMID- 1\n{tag}- {text}\n").items)
