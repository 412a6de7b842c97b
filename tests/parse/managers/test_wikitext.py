from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.managers.wikitext import parse_wikitext
from refs.render.wikitext import render_wikitext

JOURNAL = (
    'Pain hurts.<ref name="doe">{{cite journal |last1=Doe |first1=Jane |last2=Roe |first2=Richard |display-authors=etal '
    "|title=A study of ''E. coli'' in [[Joint|joints]] |journal=[[Annals of Joints]] |date=7 March 2020 |volume=12 "
    "|issue=3 |pages=10–19 |doi=10.1234/abc |pmid=12345678 |pmc=7654321 |url=https://example.org/a?b=c "
    "|access-date=2024-05-06 |url-status=live |archive-url=https://web.archive.org/web/2024/https://example.org/a}}</ref>"
)


def one(text):
    (item,) = parse_wikitext(text).items
    return item


def test_an_article():
    item = one(JOURNAL)
    assert (item.id, item.type) == ("doe", ItemType.ARTICLE_JOURNAL)
    assert item.title == "A study of <i>E. coli</i> in joints"
    assert item.author == (Name("Doe", "Jane"), Name("Roe", "Richard"), Name(literal="others"))
    assert (item.container_title, item.issued) == ("Annals of Joints", Date((2020, 3, 7)))
    assert (item.volume, item.issue, item.page) == ("12", "3", "10-19")
    assert (item.DOI, item.PMID, item.PMCID) == ("10.1234/abc", "12345678", "PMC7654321")
    assert (item.URL, item.accessed) == ("https://example.org/a?b=c", Date((2024, 5, 6)))
    assert set(item.custom["wikitext"]["fields"]) == {"url-status", "archive-url"}


def test_a_page_of_an_organisation():
    text = "{{Cite web|author=Mayo Clinic|title=Shingles {{ndash}} Symptoms|website=Mayo Clinic|date=August 20, 2022}}"
    item = one(text)
    assert (item.type, item.author) == (ItemType.WEBPAGE, (Name(literal="Mayo Clinic"),))
    assert (item.title, item.issued) == ("Shingles – Symptoms", Date((2022, 8, 20)))


def test_a_chapter_is_in_its_book():
    item = one(
        "{{cite book |chapter=A part |title=The whole |vauthors=Doe J, Roe RB |editor-last=Poe |editor-first=E}}"
    )
    assert (item.type, item.title, item.container_title) == (ItemType.CHAPTER, "A part", "The whole")
    assert item.author == (Name("Doe", "J"), Name("Roe", "RB"))
    assert item.editor == (Name("Poe", "E"),)


def test_vancouver_authors_may_be_organisations():
    item = one("{{cite journal |vauthors=Doe J, ((Joint, Study and Group)), et al |title=T |journal=J}}")
    assert [str(name) for name in item.author] == ["J Doe", "Joint, Study and Group", "others"]


def test_a_template_that_is_not_closed_is_a_flaw():
    reading = parse_wikitext("{{cite web |title=A {{cite web |title=B}}")
    assert [item.title for item in reading.items] == ["B"]
    assert [str(flaw.code) for flaw in reading.flaws] == ["broken-entry"]


def test_a_round_trip_keeps_the_item():
    items = parse_wikitext(JOURNAL).items
    again = parse_wikitext(render_wikitext(items)).items
    assert [item.replace(id="") for item in again] == [item.replace(id="") for item in items]


def test_bars_and_braces_do_not_end_a_parameter():
    item = one(JOURNAL).replace(title="A | B {{C}}", URL="https://example.org/a|b")
    again = one(render_wikitext([item]))
    assert (again.title, again.URL) == ("A | B { {C} }", "https://example.org/a%7Cb")


@given(st.text(alphabet="{}[]|=cite web<ref>'!-tlas1 ", max_size=100))
def test_never_raises(text):
    render_wikitext(parse_wikitext("{{cite web|" + text + "}}").items)
    parse_wikitext(text)
