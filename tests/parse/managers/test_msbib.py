import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.formats import detect_format
from refs.parse.managers.msbib import parse_msbib

SOURCES = """<?xml version="1.0"?>
<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" SelectedStyle="">
<b:Source><b:Tag>Doe20</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Title>A title</b:Title>
<b:Author><b:Author><b:NameList>
  <b:Person><b:Last>Doe</b:Last><b:First>Jane</b:First><b:Middle>Q.</b:Middle></b:Person></b:NameList></b:Author>
  <b:Editor><b:Corporate>Mayo Clinic</b:Corporate></b:Editor></b:Author>
<b:JournalName>Annals of Joints</b:JournalName><b:Year>2020</b:Year><b:Month>March</b:Month><b:Day>7</b:Day>
<b:YearAccessed>2024</b:YearAccessed><b:MonthAccessed>5</b:MonthAccessed><b:DayAccessed>6</b:DayAccessed>
<b:Pages>10–19</b:Pages><b:City>Bern</b:City><b:StandardNumber>ISSN: 1234-5679 DOI: 10.1234/abc</b:StandardNumber>
<b:Station>kept</b:Station></b:Source></b:Sources>"""


def test_an_article():
    (item,) = parse_msbib(SOURCES).items
    assert (item.id, item.type, item.title) == ("Doe20", ItemType.ARTICLE_JOURNAL, "A title")
    assert (item.author, item.editor) == ((Name("Doe", "Jane Q."),), (Name(literal="Mayo Clinic"),))
    assert (item.issued, item.accessed) == (Date((2020, 3, 7)), Date((2024, 5, 6)))
    assert (item.page, item.publisher_place, item.ISSN, item.DOI) == (
        "10-19",
        "Bern",
        "1234-5679",
        "10.1234/abc",
    )
    assert item.custom == {"msbib": {"fields": {"Station": "kept"}}}


def test_it_is_seen_for_what_it_is():
    assert detect_format("Sources.xml", SOURCES) == "msbib"


@given(st.text(max_size=30))
def test_never_raises(text):
    for place in ("2020", "Doe", "JournalArticle", "ISSN"):
        parse_msbib(SOURCES.replace(place, text))


def read_source(elements, kind="Report"):
    (item,) = parse_msbib(
        f"<Sources><Source><Tag>t</Tag><SourceType>{kind}</SourceType>{elements}</Source></Sources>"
    ).items
    return item


@pytest.mark.parametrize(
    ("kind", "elements", "expected"),
    [
        ("Book", "<StandardNumber>ISBN: 0-19-852663-6</StandardNumber>", {"ISBN": "0-19-852663-6"}),
        ("JournalArticle", "<StandardNumber>:ISBN:1234-5679</StandardNumber>", {"ISSN": "1234-5679"}),
        ("JournalArticle", "<StandardNumber>10.1234/abc</StandardNumber>", {"DOI": "10.1234/abc"}),
        ("Report", "<StandardNumber>FJ-12/R1</StandardNumber>", {"number": "FJ-12/R1"}),
        (
            "Report",
            "<StandardNumber>https://fjord.example/1</StandardNumber>",
            {"URL": "https://fjord.example/1"},
        ),
        (
            "Book",
            "<Comments>https://fjord.example/1</Comments>",
            {"URL": "https://fjord.example/1", "note": None},
        ),
        ("Report", "<ThesisType>Doctoral dissertation</ThesisType>", {"type": ItemType.THESIS}),
        ("Report", "<ThesisType>Safety note</ThesisType>", {"type": ItemType.REPORT, "genre": "Safety note"}),
        ("JournalArticle", "<Pages>pp. 10–19.</Pages>", {"page": "10-19"}),
        ("Patent", "<CountryRegion>Norway</CountryRegion>", {"jurisdiction": "Norway"}),
        (
            "InternetSite",
            "<InternetSiteTitle>Tides</InternetSiteTitle>",
            {"title": "Tides", "container_title": None},
        ),
        (
            "ConferenceProceedings",
            "<ConferenceName>Proc. of Tides</ConferenceName>",
            {"container_title": "Proc. of Tides"},
        ),
        (
            "ConferenceProceedings",
            "<ConferenceName>Tides</ConferenceName><BookTitle>Proc. of Tides</BookTitle>",
            {"container_title": "Proc. of Tides", "event_title": "Tides"},
        ),
        ("Interview", "<Broadcaster>Radio Fjord</Broadcaster>", {"publisher": "Radio Fjord"}),
        ("BookSection", "<JournalName>J</JournalName><BookTitle>B</BookTitle>", {"container_title": "B"}),
        ("JournalArticle", "<BookTitle>B</BookTitle><JournalName>J</JournalName>", {"container_title": "J"}),
        ("Book", "<LCID>3079</LCID>", {"language": "de-AT"}),
        ("Book", "<LCID>4103</LCID>", {"language": "de"}),
    ],
)
def test_what_an_element_says(kind, elements, expected):
    item = read_source(elements, kind)
    assert {name: getattr(item, name) for name in expected} == expected


def test_a_number_that_is_of_no_kind_is_kept():
    assert read_source("<StandardNumber>:LCCN:12-34</StandardNumber>", "Book").custom == {
        "msbib": {"fields": {"StandardNumber": ":LCCN:12-34"}}
    }
