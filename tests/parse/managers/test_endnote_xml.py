import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.managers.endnote_xml import parse_endnote_xml
from refs.render.endnote_xml import render_endnote_xml

RECORD = """<?xml version="1.0" encoding="UTF-8" ?><xml><records><record>
<database name="My.enl">My.enl</database><rec-number>7</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors>
  <author><style face="normal">Doe, Jane</style></author><author>Mayo Clinic,</author>
</authors></contributors>
<titles><title><style face="normal">A </style><style face="italic">title</style></title>
  <secondary-title>Annals of Joints</secondary-title></titles>
<periodical><full-title>Annals of Joints</full-title><abbr-1>Ann Joints</abbr-1></periodical>
<pages>10-19</pages><volume>12</volume><number>3</number>
<keywords><keyword>pain</keyword><keyword>joints</keyword></keywords>
<dates><year>2020</year><pub-dates><date>Mar 7</date></pub-dates></dates>
<isbn>1234-5679</isbn><electronic-resource-num>https://doi.org/10.1234/abc</electronic-resource-num>
<urls><related-urls><url>https://example.org/a</url></related-urls></urls>
<access-date>2024-05-06</access-date><custom1>kept</custom1>
</record></records></xml>"""


def one(text):
    (item,) = parse_endnote_xml(text).items
    return item


def test_an_article():
    item = one(RECORD)
    assert (item.id, item.type, item.title) == ("7", ItemType.ARTICLE_JOURNAL, "A <i>title</i>")
    assert item.author == (Name("Doe", "Jane"), Name(literal="Mayo Clinic"))
    assert (item.container_title, item.container_title_short) == ("Annals of Joints", "Ann Joints")
    assert (item.issued, item.accessed) == (Date((2020, 3, 7)), Date((2024, 5, 6)))
    assert (item.issue, item.DOI, item.keyword) == ("3", "10.1234/abc", "pain, joints")
    assert item.custom["endnote"]["fields"] == {"custom1": "kept"}


def test_a_round_trip_keeps_the_item():
    assert one(render_endnote_xml([one(RECORD)])) == one(RECORD)


TYPED = [
    ("Book", "<number>14</number><pages>300</pages>", {"collection_number": "14", "number_of_pages": "300"}),
    (
        "Book Section",
        "<number>14</number><section>2</section>",
        {"collection_number": "14", "chapter_number": "2"},
    ),
    ("Journal Article", "<issn>1234-5679</issn>", {"ISSN": "1234-5679"}),
    ("Journal Article", "<issue>3</issue>", {"issue": "3"}),
    ("Journal Article", "<number>3</number><issue>3</issue>", {"issue": "3"}),
    ("Journal Article", "<work-type>Article</work-type>", {"genre": None}),
    ("Generic", "<issue>3</issue>", {"issue": "3"}),
    ("Bill", "<misc1>H. 12</misc1>", {"number": "H. 12"}),
    ("Thesis", "<misc2>PhD</misc2>", {"genre": "PhD"}),
    ("Journal Article", "<custom2>PMC3654245 and words</custom2>", {"PMCID": "PMC3654245"}),
    (
        "Book Section",
        "<titles><secondary-title>Wards</secondary-title></titles><periodical><full-title>Beds</full-title></periodical>",
        {"container_title": "Wards"},
    ),
    (
        "Journal Article",
        "<titles><secondary-title>Beds</secondary-title></titles><periodical><full-title>Annals of Beds</full-title></periodical>",
        {"container_title": "Annals of Beds"},
    ),
    (
        "Ancient Text",
        "<titles><secondary-title>Old books</secondary-title></titles>",
        {"collection_title": "Old books"},
    ),
    (
        "Journal Article",
        "<dates><year>2013</year><pub-dates><date>Jul-Aug</date></pub-dates></dates>",
        {"issued": Date((2013, 7), (2013, 8))},
    ),
    (
        "Journal Article",
        "<dates><year>2013</year><pub-dates><date>Summer</date></pub-dates></dates>",
        {"issued": Date((2013,), season=2)},
    ),
    (
        "Case",
        "<contributors><secondary-authors><author>Law Reports</author></secondary-authors></contributors>",
        {"container_title": "Law Reports"},
    ),
    ("Report", "<isbn>R-7</isbn>", {"number": "R-7", "ISBN": None}),
    ("Thesis", "<work-type>PhD</work-type>", {"genre": "PhD"}),
    ("Artwork", "<work-type>Oil</work-type><custom3>2 m</custom3>", {"medium": "Oil", "dimensions": "2 m"}),
    ("Map", "<custom1>1:50000</custom1>", {"scale": "1:50000"}),
    ("Computer Program", "<edition>2.1</edition>", {"version": "2.1", "edition": None}),
    ("Patent", "<isbn>NO123</isbn><custom6>granted</custom6>", {"number": "NO123", "status": "granted"}),
    ("Journal Article", "<custom2>PMC3654245</custom2>", {"PMCID": "PMC3654245"}),
    ("Journal Article", "<section>41</section>", {"page": "41"}),
    ("Conference Proceedings", "<custom3>Papers</custom3><volume>3</volume>", {"container_title": "Papers"}),
]


@pytest.mark.parametrize(("name", "elements", "values"), TYPED)
def test_what_an_element_means_depends_on_the_type(name, elements, values):
    text = f'<xml><records><record><ref-type name="{name}">0</ref-type><titles><title>T</title></titles>{elements}'
    item = one(f"{text}</record></records></xml>")
    assert {field: getattr(item, field) for field in values} == values
    assert one(render_endnote_xml([item])) == item


def test_people_by_the_type():
    people = "".join(
        f"<{role}><author>{name}</author></{role}>"
        for role, name in [
            ("authors", "Doe, J"),
            ("secondary-authors", "Roe, R"),
            ("tertiary-authors", "Poe, P"),
            ("subsidiary-authors", "Noe, N"),
        ]
    )
    record = f"<record><ref-type name='Book'>6</ref-type><contributors>{people}</contributors></record>"
    book = one(f"<xml><records>{record}</records></xml>")
    assert (book.collection_editor, book.editor) == ((Name("Roe", "R"),), (Name("Poe", "P"),))
    film = one(f"<xml><records>{record}</records></xml>".replace("'Book'>6", "'Film or Broadcast'>21"))
    assert (film.producer, film.performer) == ((Name("Poe", "P"),), (Name("Noe", "N"),))
    assert one(render_endnote_xml([book])) == book
    assert one(render_endnote_xml([film])) == film


def test_faces_are_rich_text():
    text = RECORD.replace("italic", "italic superscript")
    item = one(text)
    assert item.title == "A <i><sup>title</sup></i>"
    assert one(render_endnote_xml([item])).title == item.title


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    item = one(bomb + RECORD.partition("?>")[2].replace("kept", "&b;"))
    assert "aaa" not in str(item.custom)


def test_files_are_not_read():
    text = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + RECORD.partition("?>")[2].replace(
        "kept", "&a;"
    )
    assert "root" not in str(one(text).custom)


def test_other_xml_is_a_flaw():
    assert [str(flaw.code) for flaw in parse_endnote_xml("<html><p/></html>").flaws] == ["broken-entry"]
    assert [str(flaw.code) for flaw in parse_endnote_xml("hello").flaws] == ["broken-entry"]


def test_a_cut_file_gives_what_was_whole():
    reading = parse_endnote_xml(RECORD[:900])
    assert reading.items[0].title == "A <i>title</i>"
    assert reading.flaws


@given(st.text(alphabet='<>/recordtitles="&;!x \n', max_size=100))
def test_never_raises(text):
    parse_endnote_xml(text)


@given(st.text(max_size=40))
def test_any_title_can_be_written(title):
    item = one(RECORD).replace(title=title)
    parse_endnote_xml(render_endnote_xml([item]))


def test_the_name_of_a_database_is_kept_with_an_article():
    database = "<remote-database-name>MEDLINE</remote-database-name>"
    text = f'<xml><records><record><ref-type name="Journal Article">17</ref-type>{database}</record></records></xml>'
    (item,) = parse_endnote_xml(text).items
    assert item.archive is None
    assert database in render_endnote_xml([item])
