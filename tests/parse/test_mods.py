from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.mods import parse_mods

RECORD = """<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="doe2020">
<titleInfo><nonSort>The</nonSort><title>joint</title><subTitle>a study</subTitle></titleInfo>
<name type="personal"><namePart type="given">Jane</namePart><namePart type="family">Doe</namePart>
  <role><roleTerm type="text">author</roleTerm></role></name>
<name type="corporate"><namePart>Mayo Clinic</namePart><role><roleTerm type="code">edt</roleTerm></role></name>
<typeOfResource>text</typeOfResource>
<relatedItem type="host"><titleInfo><title>Annals of Joints</title></titleInfo>
  <originInfo><issuance>continuing</issuance></originInfo>
  <identifier type="issn">1234-5679</identifier><identifier type="doi">10.1234/journal</identifier>
  <part><detail type="volume"><number>12</number></detail><detail type="issue"><number>3</number></detail>
    <extent unit="pages"><start>10</start><end>19</end></extent><date>2020-03</date></part></relatedItem>
<identifier type="doi">10.1234/abc</identifier>
<location><url dateLastAccessed="2024-05-06">https://example.org/a</url></location>
<subject><topic>pain</topic></subject><abstract>Words.</abstract>
</mods></modsCollection>"""


def test_an_article():
    (item,) = parse_mods(RECORD).items
    assert (item.id, item.type, item.title) == ("doe2020", ItemType.ARTICLE_JOURNAL, "The joint: a study")
    assert (item.author, item.editor) == ((Name("Doe", "Jane"),), (Name(literal="Mayo Clinic"),))
    assert (item.container_title, item.volume, item.issue, item.page) == (
        "Annals of Joints",
        "12",
        "3",
        "10-19",
    )
    assert (item.issued, item.accessed) == (Date((2020, 3)), Date((2024, 5, 6)))
    assert (item.DOI, item.ISSN, item.URL) == ("10.1234/abc", "1234-5679", "https://example.org/a")


def test_a_book():
    (item,) = parse_mods(
        "<mods><titleInfo><title>T</title></titleInfo><genre>book</genre><originInfo><publisher>P</publisher>"
        "<place><placeTerm type='code'>sz</placeTerm><placeTerm>Bern</placeTerm></place>"
        "<dateIssued>[c1999]</dateIssued></originInfo></mods>"
    ).items
    assert (item.type, item.publisher, item.publisher_place) == (ItemType.BOOK, "P", "Bern")
    assert item.issued == Date((1999,))


@given(st.text(max_size=30))
def test_never_raises(text):
    parse_mods(RECORD.replace("joint", text))
    parse_mods("<mods>" + text)
