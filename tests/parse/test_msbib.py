from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.formats import detect_format
from refs.parse.msbib import parse_msbib

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
