import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.parse.tagged.ris import parse_ris
from refs.parse.tagged.ris_dates import read_ris_date
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
    ("ER alone", RECORD.replace("ER  -\n", "ER\n")),
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
    ("2020/2021", Date((2020,), (2021,))),
    ("May-Jun 2020", Date((2020, 5), (2020, 6))),
    ("2020/05//to 2021-06", Date((2020, 5), (2021, 6))),
    ("2020///to", Date((2020,), (0,))),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_dates(text, date):
    assert read_ris_date(text) == date


DAYS = [
    ("Mar 3", Date((2015, 3, 3))),
    ("JUL-AUG", Date((2015, 7), (2015, 8))),
    ("FEB 12-14", Date((2015, 2, 12), (2015, 2, 14))),
    ("FAL", Date((2015,), season=3)),
    ("soon", Date((2015,))),
]


@pytest.mark.parametrize(("words", "date"), DAYS)
def test_a_day_without_a_year_takes_that_of_py(words, date):
    item = one(f"TY  - JOUR\nPY  - 2015\nDA  - {words}\nER  - \n")
    assert item.issued == date
    assert one(render_ris([item])) == item


@pytest.mark.parametrize(
    "lines", ["PY  - 2015\nY1  - 2015-03-03", "DA  - 2015\nPY  - 2015/03/03/", "DA  - 2015/03/03\nPY  - 2015"]
)
def test_the_date_that_says_most_is_read(lines):
    item = one(f"TY  - JOUR\n{lines}\nER  - \n")
    assert item.issued == Date((2015, 3, 3))
    assert one(render_ris([item])) == item


def test_tags_mean_other_things_in_other_types():
    book = one("TY  - BOOK\nAU  - A, B\nA2  - C, D\nA3  - E, F\nT2  - Series\nSP  - 300\nER  - \n")
    assert (book.collection_editor, book.editor) == ((Name("C", "D"),), (Name("E", "F"),))
    assert (book.collection_title, book.number_of_pages) == ("Series", "300")
    paper = one("TY  - CPAPER\nT2  - Conference\nC3  - Proceedings\nCY  - Bern\nC1  - Basel\nER  - \n")
    assert (paper.event_title, paper.container_title) == ("Conference", "Proceedings")
    assert (paper.event_place, paper.publisher_place) == ("Bern", "Basel")
    report = one("TY  - RPRT\nSN  - R-7\nPB  - Institute\nER  - \n")
    assert (report.number, report.publisher) == ("R-7", "Institute")


MEANINGS = [
    ("THES", "M3  - Doctoral\nVL  - PhD", {"genre": "Doctoral"}),
    ("THES", "VL  - 12", {"volume": "12"}),
    ("CHAP", "M1  - 3\nSV  - 14", {"number_of_volumes": "3", "collection_number": "14"}),
    ("ART", "M3  - Oil on canvas", {"medium": "Oil on canvas", "genre": None}),
    ("MPCT", "C5  - 35 mm\nM3  - Film", {"medium": "35 mm"}),
    ("PAT", "A2  - Patent Office\nCY  - Norway", {"authority": "Patent Office", "publisher_place": "Norway"}),
    ("PAT", "C1  - 2001/02/03/", {"submitted": Date((2001, 2, 3))}),
    (
        "CASE",
        "A2  - Law Reports\nNV  - LR",
        {"container_title": "Law Reports", "container_title_short": "LR"},
    ),
    ("RPRT", "M1  - D-1\nSN  - R-7", {"number": "R-7"}),
    ("RPRT", "SN  - 978-0-306-40615-7", {"ISBN": "978-0-306-40615-7", "number": None}),
    ("STAND", "T2  - Standards of Beds\nT3  - 9", {"collection_title": "Standards of Beds"}),
    ("JOUR", "SE  - 41", {"page": "41", "section": None}),
    ("JOUR", "SE  - 41\nSP  - 44\nEP  - 49", {"page": "44-49", "section": None}),
    ("JOUR", "SE  - Letters", {"section": "Letters"}),
    ("JOUR", "ET  - 2016/01/30", {"edition": None}),
    ("JOUR", "J2  - Ann Joints", {"container_title": "Ann Joints"}),
    ("JOUR", "M1  - 0", {"issue": None}),
    ("BOOK", "BT  - Wards", {"title": "Wards"}),
    ("CHAP", "TI  - Beds\nBT  - Wards", {"title": "Beds", "container_title": "Wards"}),
    ("JOUR", "AN  - 8692918\nDB  - MEDLINE", {"PMID": "8692918"}),
    ("JOUR", "AN  - PMC3654245", {"PMCID": "PMC3654245"}),
    ("JOUR", "L2  - https://example.org/a", {"URL": "https://example.org/a"}),
    ("JOUR", "L2  - https://example.org/a\nUR  - https://example.org/b", {"URL": "https://example.org/b"}),
    ("JOUR", "RI  - Beds", {"reviewed_title": "Beds"}),
    ("BOOK", "SP  - xii, 300 p.", {"number_of_pages": "xii, 300 p.", "page": None}),
    ("BOOK", "SP  - 12-19", {"page": "12-19", "number_of_pages": None}),
    ("JOUR", "SP  - 12-19\nEP  - 19", {"page": "12-19"}),
    ("JOUR", "SP  - e7-e7", {"page": "e7"}),
    ("CHAP", "JA  - Wards Yearb", {"container_title": "Wards Yearb", "container_title_short": None}),
    ("CHAP", "T2  - Wards\nJF  - Yearbooks", {"container_title": "Wards"}),
    ("JOUR", "T2  - Wards\nJF  - Yearbooks", {"container_title": "Yearbooks"}),
    ("JOUR", "M3  - Article", {"genre": None}),
    ("JOUR", "M3  - doi: 10.1234/abc", {"DOI": "10.1234/abc", "genre": None}),
    ("CONF", "M3  - Journal article; Conference proceeding", {"genre": None}),
    ("CONF", "M3  - Poster", {"genre": "Poster"}),
    (
        "CPAPER",
        "T2  - Lecture notes on beds\nCP  - 3rd Workshop on Beds and Rest\nSP  - 1\nEP  - 9",
        {
            "container_title": "Lecture notes on beds",
            "event_title": None,
            "issue": None,
        },
    ),
    ("JOUR", "CP  - 3", {"issue": "3"}),
    ("JOUR", "M1  - (Moe P.) First Hospital of Beds, Bergen", {"issue": None}),
    ("GEN", "M1  - Query date: 2022-03-14 11:20:56", {"number": None}),
    ("BOOK", "M1  - 7 cites: https://example.org/cites", {"collection_number": None}),
    ("THES", "M1  - Ph.D.", {"genre": "Ph.D.", "number": None}),
    ("THES", "M1  - 30982734", {"number": "30982734"}),
    ("JOUR", "ET  - 20160130", {"edition": None}),
    ("STAT", "ST  - Act of Beds", {"title": "Act of Beds", "title_short": None}),
    ("JOUR", "TI  - Beds\nST  - B", {"title": "Beds", "title_short": "B"}),
    ("JOUR", "UR  - PM:8692918", {"PMID": "8692918", "URL": None}),
    ("JOUR", "C2  - PMC3654245 and words", {"PMCID": "PMC3654245"}),
    ("JOUR", "DO  - 10.1234/a; 10.1234/b", {"DOI": "10.1234/a"}),
    ("JOUR", "T2  - Wards &amp; beds, caf&#233;", {"container_title": "Wards & beds, café"}),
    ("JOUR", "UR  - https://example.org/?a=1&copy=2", {"URL": "https://example.org/?a=1&copy=2"}),
    (
        "CONF",
        "Y2  - 8 July 2013 through 9 July 2013",
        {"event_date": Date((2013, 7, 8), (2013, 7, 9)), "accessed": None},
    ),
    ("ANCIENT", "T2  - Old books", {"collection_title": "Old books"}),
]


@pytest.mark.parametrize(("code", "lines", "values"), MEANINGS)
def test_what_a_tag_means_depends_on_type_value_and_neighbours(code, lines, values):
    item = one(f"TY  - {code}\n{lines}\nER  - \n")
    assert {name: getattr(item, name) for name in values} == values
    assert one(render_ris([item])) == item


def test_a_generic_record_with_a_journal_is_an_article():
    item = one("TY  - GEN\nTI  - T\nJF  - Annals\nM1  - 3\nSN  - 1234-5679\nER  - \n")
    assert (item.type, item.issue, item.ISSN) == (ItemType.ARTICLE_JOURNAL, "3", "1234-5679")
    assert render_ris([item]).startswith("TY  - GEN\r\n")
    assert one(render_ris([item])) == item
    assert one("TY  - GEN\nTI  - T\nER  - \n").type is ItemType.DOCUMENT


@pytest.mark.parametrize("code", ["GEN", "", "WORK"])
def test_what_is_of_no_certain_type_is_an_article_where_it_has_a_number_and_a_place_in_a_journal(code):
    item = one(f"TY  - {code}\nTI  - T\nT2  - Annals\nVL  - 3\nM1  - 4\nER  - \n")
    assert (item.type, item.container_title, item.issue) == (ItemType.ARTICLE_JOURNAL, "Annals", "4")
    assert one(render_ris([item])) == item
    assert one(f"TY  - {code}\nTI  - T\nT2  - Annals\nER  - \n").type is ItemType.DOCUMENT


@pytest.mark.parametrize("line", ["Doe, Jane; Roe, R.", "Doe, Jane;Roe, R.;", "Doe, Jane and Roe, R."])
def test_a_line_may_name_several(line):
    assert one(f"TY  - JOUR\nAU  - {line}\nER  - \n").author == (Name("Doe", "Jane"), Name("Roe", "R."))


def test_and_is_a_word_of_many_names_of_organisations():
    item = one("TY  - JOUR\nAU  - Institute for Wards and Beds\nER  - \n")
    assert item.author == (Name(literal="Institute for Wards and Beds"),)


def test_an_organisation_with_a_comma_has_two():
    item = one("TY  - JOUR\nAU  - Ministry of Tides, Ebb,, Bergen and Oslo, Norway\nER  - \n")
    assert item.author == (Name(literal="Ministry of Tides, Ebb, Bergen and Oslo, Norway"),)
    assert one(render_ris([item])) == item


def test_the_keywords_of_reference_manager():
    assert one("TY  - JOUR\nKW  - pain\n%K sleep\nER  - \n").keyword == "pain, sleep"


def test_words_for_a_day_give_way_to_the_year():
    item = one("TY  - JOUR\nPY  - 2008\nDA  - Winter-Spring\nER  - \n")
    assert item.issued == Date((2008,))
    assert one(render_ris([item])) == item


def test_a_paper_keeps_its_conference_and_its_proceedings():
    item = Item(
        id="a", type=ItemType.PAPER_CONFERENCE, event_title="Sleep 2001", container_title="Sleep Papers"
    )
    again = one(render_ris([item]))
    assert (again.event_title, again.container_title) == ("Sleep 2001", "Sleep Papers")


def test_the_issue_is_written_where_others_look_for_it():
    item = Item(id="a", type=ItemType.ARTICLE_JOURNAL, issue="3")
    assert "IS  - 3\r\n" in render_ris([item])


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


def test_a_note_of_procite_that_is_left_does_not_turn_the_tags_again():
    text = "TY  - BOOK\nN1  - Record ID: 7\nTI  - T\nVL  - 2nd\nIS  - 4\nA1  - Doe, J\nN1  - Author Role: soloist\nER  - \n"
    book = one(text)
    assert (book.id, book.edition, book.volume, book.note) == ("7", "2nd", "4", "Author Role: soloist")
    assert one(render_ris([book])) == book


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


def test_a_database_is_cited_only_where_a_work_may_be_there_alone():
    lines = "TI  - A title\nDB  - MEDLINE\nDP  - EBSCOhost\nID  - a\nER  - \n"
    article, thesis = (parse_ris(f"TY  - {code}\n{lines}").items[0] for code in ("JOUR", "THES"))
    assert (article.archive, article.source) == (None, "MEDLINE")
    assert (thesis.archive, thesis.source) == ("MEDLINE", "EBSCOhost")
    assert all(line in render_ris([article]) for line in ("DB  - MEDLINE", "DP  - EBSCOhost"))
