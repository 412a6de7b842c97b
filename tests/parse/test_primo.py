import pytest

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.primo import parse_primo


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
