import pytest

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.catalogue.primo import parse_primo


def read(display="", addata="", rest=""):
    text = f"<record><display>{display}</display><addata>{addata}</addata>{rest}</record>"
    return parse_primo(text).items[0]


TYPES = (
    ("<type>book_chapter</type>", "", ItemType.CHAPTER),
    ("<type>conference_proceeding</type>", "", ItemType.PAPER_CONFERENCE),
    ("<type>statistical_data_set</type>", "", ItemType.DATASET),
    ("<type>government_document</type>", "", ItemType.REPORT),
    ("<type>other</type>", "<genre>dissertation</genre>", ItemType.THESIS),
    ("<type>other</type>", "<ristype>NEWS</ristype>", ItemType.ARTICLE_NEWSPAPER),
    ("<type>other</type>", "", ItemType.DOCUMENT),
    ("<type>text_resource</type>", "<ristype>THES</ristype><format>book</format>", ItemType.THESIS),
    ("<type>Buch</type>", "", ItemType.BOOK),
    ("<type>dvd</type>", "", ItemType.MOTION_PICTURE),
)


@pytest.mark.parametrize(("display", "addata", "kind"), TYPES)
def test_the_type(display, addata, kind):
    assert read(display, addata).type is kind


def test_who_is_responsible_is_no_part_of_the_title():
    assert (
        read("<title>The letters / edited by Jo Poe</title>", "<btitle>The letters</btitle>").title
        == "The letters"
    )
    assert read("<title>Either / or</title>", "<btitle>Either / or</btitle>").title == "Either / or"
    shown = "<title>The letters : a choice / edited by Jo Poe</title>"
    assert read(shown, "<btitle>The letters</btitle>").title == "The letters: a choice"


PEOPLE = (
    ("Poe, Jo &lt;&amp;#8205;Autore&gt; $$QPoe, Jo", "contributor", Name("Poe", "Jo")),
    ("Poe, Jo, 1950- [ed.]", "editor", Name("Poe", "Jo")),
    ("Poe, Jo, translator.", "translator", Name("Poe", "Jo")),
    ("Poe, Jo [Mitarb.]", "contributor", Name("Poe", "Jo")),
    ("Poe, Jo (1828-1905) LIB10::XX\\AUTH\\77", "contributor", Name("Poe", "Jo")),
    ("Poe, Ed", "contributor", Name("Poe", "Ed")),
    ("The Tides (Musical group)", "contributor", Name(literal="The Tides (Musical group)")),
)


@pytest.mark.parametrize(("told", "variable", "name"), PEOPLE)
def test_people_behind_the_creators(told, variable, name):
    item = read(f"<creator>Roe, Ann</creator><contributor>{told}</contributor>")
    assert item.author == (Name("Roe", "Ann"),)
    assert getattr(item, variable) == (name,)


def test_codes_behind_names_and_the_first_of_several_languages():
    assert read("<creator>Roe, Ann$$0AC77</creator>").author == (Name("Roe", "Ann"),)
    assert read("<creator>Roe, Ann$$8en ; Ро, Энн$$8ru</creator>").author == (Name("Roe", "Ann"),)


def test_the_fuller_form_of_a_name_goes():
    assert read("<creator>Roe, A. (Anna)</creator>").author == (Name("Roe", "A."),)


PUBLISHERS = (
    ("<publisher>Oslo : [Fjord], c1998</publisher>", "", ("Oslo", "Fjord")),
    ("", "<pub>Oslo Fjord Press</pub><cop>Oslo</cop>", ("Oslo", "Fjord Press")),
    ("<publisher>Bergen : Lame</publisher>", "<pub>Oslo : Fjord</pub><cop>Oslo</cop>", ("Oslo", "Fjord")),
)


@pytest.mark.parametrize(("display", "addata", "told"), PUBLISHERS)
def test_place_and_publisher(display, addata, told):
    item = read(display, addata)
    assert (item.publisher_place, item.publisher) == told


def test_the_numbers_of_a_series_of_reports_and_of_a_book():
    item = read("<type>report</type>", "<issn>1234-5679</issn><isbn>0306406152</isbn><spage>4</spage>")
    assert (item.ISSN, item.ISBN, item.page) == ("1234-5679", "0306406152", "4")
    assert read("<type>article</type><identifier>ISSN: 1234-5679</identifier>").ISSN == "1234-5679"
    assert read("<type>book</type>", "<pages>345</pages>").number_of_pages == "345"


def test_where_it_can_be_read_and_what_only_the_search_knows():
    links = "<links><linktorsrc>$$Uhttps://example.org/1$$DText</linktorsrc></links>"
    more = "<facets><language>fre</language></facets><search><subject>Tides</subject></search>"
    item = read("<type>book</type>", rest=links + more)
    assert (item.URL, item.language, item.keyword) == ("https://example.org/1", "fre", "Tides")


def test_what_is_shown_stands_in_for_what_is_missing():
    item = read(
        "<type>article</type><title>A</title><ispartof>Tides, 17 January 2012, Vol.45(1), pp.1-2</ispartof>"
        "<identifier>DOI: 10.1234/abc</identifier>",
        "<date>20120117</date>",
    )
    assert (item.container_title, item.volume, item.issue, item.page) == ("Tides", "45", "1", "1-2")
    assert (item.DOI, item.issued) == ("10.1234/abc", Date((2012, 1, 17)))


def test_a_series_and_its_number_and_the_leaves_before_page_one():
    item = read("<type>book</type><series>Studies ; 12</series><format>1 vol. (xxi-300 p.) ; 24 cm</format>")
    assert (item.collection_title, item.collection_number) == ("Studies", "12")
    assert item.number_of_pages == "xxi+300"


def test_subject_headings_part_by_part():
    assert read("<subject>Water -- Chemistry ; Light</subject>").keyword == "Water, Chemistry, Light"


def test_the_shelf_mark_among_the_copies():
    assert read("<availlibrary>$$ILIB$$2(18.104 )$$Savailable</availlibrary>").call_number == "18.104"
    browsed = (
        "<browse><callnumber>$$I1$$DQE5 .F4$$E1</callnumber><callnumber>$$DQE6$$E2</callnumber></browse>"
    )
    assert read(rest=browsed).call_number == "QE5 .F4, QE6"
