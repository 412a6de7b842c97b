import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.tagged.enw import parse_enw
from refs.render.enw import render_enw

RECORD = """%0 Journal Article
%A Doe, Jane
%A Mayo Clinic,
%T A title
%J Annals of Joints
%D 2020
%8 March 7
%V 12
%N 3
%P 10-19
%@ 1234-5679
%R 10.1234/abc
%U https://example.org
%[ 2024-05-06
%K pain
%K joints
%X Words.
%M 99
"""


def test_an_article():
    (item,) = parse_enw(RECORD).items
    assert (item.type, item.title, item.container_title) == (
        ItemType.ARTICLE_JOURNAL,
        "A title",
        "Annals of Joints",
    )
    assert item.author == (Name("Doe", "Jane"), Name(literal="Mayo Clinic"))
    assert (item.issued, item.accessed) == (Date((2020, 3, 7)), Date((2024, 5, 6)))
    assert (item.volume, item.issue, item.page, item.ISSN) == ("12", "3", "10-19", "1234-5679")
    assert (item.DOI, item.URL, item.keyword) == ("10.1234/abc", "https://example.org", "pain, joints")
    assert item.custom == {"endnote": {"fields": [["M", "99"]]}}


def test_without_a_type_the_tags_say_it():
    text = "%A A, B\n%T T\n%J J\n\n%A A, B\n%T T\n%B Book\n%I P\n\n%A A, B\n%T T\n%I P\n"
    kinds = [item.type for item in parse_enw(text).items]
    assert kinds == [ItemType.ARTICLE_JOURNAL, ItemType.CHAPTER, ItemType.BOOK]


def test_an_empty_line_within_a_record_does_not_end_it():
    (item,) = parse_enw("%0 Book\n%T T\n\n%I P\n").items
    assert item.publisher == "P"


def test_translators_and_corporate_authors():
    (book,) = parse_enw("%0 Book\n%T T\n%E Roe, R\n%Y Doe, Jane\n%Q World Health Office\n").items
    assert (book.translator, book.editor) == ((Name("Doe", "Jane"),), (Name("Roe", "R"),))
    assert book.author == (Name(literal="World Health Office"),)
    (chapter,) = parse_enw("%0 Book Section\n%T T\n%Y Doe, Jane\n").items
    assert chapter.collection_editor == (Name("Doe", "Jane"),)
    assert parse_enw(render_enw([book])).items[0].translator == book.translator


def test_the_title_may_stand_before_the_type():
    text = "%T A\n%0 Journal Article\n%D 2001\n\n%T B\n%0 Book\n%D 2002\n%0 Report\n%T C\n"
    found = [(item.title, item.type) for item in parse_enw(text).items]
    assert found == [("A", ItemType.ARTICLE_JOURNAL), ("B", ItemType.BOOK), ("C", ItemType.REPORT)]


LINES = [
    ("Journal Article", "%K pain\nsleep", {"keyword": "pain, sleep"}),
    ("Journal Article", "%A Doe, Jane; Roe, R", {"author": (Name("Doe", "Jane"), Name("Roe", "R"))}),
    ("Journal Article", "%A Beds,, Oslo", {"author": (Name(literal="Beds, Oslo"),)}),
    ("Journal Article", "%D 2001\n%8 Jul-Aug", {"issued": Date((2001, 7), (2001, 8))}),
    ("Journal Article", "%D 2001\n%8 Summer", {"issued": Date((2001,), season=2)}),
    ("Journal Article", "%O Artn 012345", {"page": "012345"}),
    ("Journal Article", "%P 1-9\n%O Artn 012345", {"page": "1-9"}),
    ("Conference Paper", "%N 3", {"issue": "3", "number": None}),
    ("Book", "%B Beds\n%S Wards", {"collection_title": "Wards", "container_title": None}),
    ("Book", "%B Beds", {"collection_title": "Beds"}),
    ("Book", "%P xi, 230 p.", {"number_of_pages": "xi, 230 p."}),
    ("Report", "%P 12-19", {"page": "12-19", "number_of_pages": None}),
    ("Report", "%R Working paper", {"genre": "Working paper", "number": None}),
    ("Report", "%R WP 12", {"genre": None, "number": "WP 12"}),
    ("Journal Article", "%9 Journal Article", {"genre": None}),
    ("Thesis", "%9 Doctoral", {"genre": "Doctoral"}),
    ("Thesis", "%R Doctoral", {"genre": "Doctoral"}),
    ("Report", "%P 19", {"page": None, "number_of_pages": "19"}),
    ("Audio", "%I Beds", {"type": ItemType.SONG, "publisher": "Beds"}),
]


@pytest.mark.parametrize(("name", "lines", "values"), LINES)
def test_what_a_line_says(name, lines, values):
    (item,) = parse_enw(f"%0 {name}\n%T T\n{lines}\n").items
    assert {field: getattr(item, field) for field in values} == values
    assert [each.replace(id=item.id) for each in parse_enw(render_enw([item])).items] == [item]


def test_a_round_trip_keeps_everything():
    items = parse_enw(RECORD + "\n%0 Report\n%T R\n%R 10-77\n%I Institute\n%D in press\n").items
    again = parse_enw(render_enw(items)).items
    assert [item.replace(id="") for item in again] == [item.replace(id="") for item in items]


@given(st.text(alphabet="%0ATDJKR8[@ \nabc,10.", max_size=100))
def test_never_raises(text):
    render_enw(parse_enw(text).items)


@pytest.mark.parametrize(
    ("day", "issued"), [("10", Date((2020, 10))), ("25", Date((2020,))), ("2019", Date((2019,)))]
)
def test_a_bare_number_in_the_day_is_a_month(day, issued):
    (item,) = parse_enw(f"%0 Journal Article\n%D 2020\n%8 {day}\n").items
    assert item.issued == issued


def test_a_line_names_several_people():
    (item,) = parse_enw("%0 Book\n%A Doe, J.; Roe, R. & Lind, Per\n%A Fjord & Sons\n").items
    assert item.author == (
        Name("Doe", "J."),
        Name("Roe", "R."),
        Name("Lind", "Per"),
        Name(literal="Fjord & Sons"),
    )


def test_the_name_of_a_database_is_kept_with_an_article():
    text = "%0 Journal Article\n%T A title\n%~ MEDLINE\n"
    (item,) = parse_enw(text).items
    assert item.archive is None
    assert "%~ MEDLINE" in render_enw([item])
