import pytest

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.bib.bibtex import parse_bibtex
from refs.render.bibtex import render_bibtex

FIELDS = [
    ("patent", "type={patentus}", "genre", "U.S. patent"),
    ("patent", "type={patreqde}", "genre", "German patent request"),
    ("patent", "location={countryfr and countryuk}", "publisher_place", "France and United Kingdom"),
    ("article", "pubstate={inpress}", "status", "in press"),
    ("article", "series={newseries}", "collection_title", "new series"),
    (
        "article",
        "journaltitle={J}, issuetitle={Tea}, issuesubtitle={A Survey}",
        "volume_title",
        "Tea: A Survey",
    ),
    ("book", "addendum={With maps}", "note", "With maps"),
    ("book", "addendum={With maps}, note={Signed}", "note", "Signed"),
    ("book", "pages={xii, 253 p.}", "number_of_pages", "xii, 253 p."),
    ("book", "pages={12--34}", "page", "12-34"),
    ("book", "pages={12}, chapter={3}", "page", "12"),
    ("book", "pages={12}, pagetotal={30}", "page", "12"),
    ("incollection", "pages={12}", "page", "12"),
    ("book", "edition={Second}", "edition", "2"),
    ("book", "edition={2nd, revised}", "edition", "2nd, revised"),
    ("book", "langid={langgerman}", "language", "de"),
    ("movie", "editor={Di Rector}, editortype={director}", "director", (Name("Rector", "Di"),)),
    ("movie", "scriptwriter={Wri Ter}", "script_writer", (Name("Ter", "Wri"),)),
    ("inbook", "title={A}, maintitle={B}, mainsubtitle={C}", "container_title", "B: C"),
    ("audio", "title={A}, maintitle={Tea Talks}", "container_title", "Tea Talks"),
    ("inproceedings", "booktitle={B}, journal={Tea Notices}", "collection_title", "Tea Notices"),
    ("inproceedings", "booktitle={B}, journal={Tea Notices}", "container_title", "B"),
    ("article", r"journal={\apj}", "container_title", "The Astrophysical Journal"),
    ("misc", r"howpublished={At https://example.org/a\_b}", "URL", "https://example.org/a_b"),
    ("misc", "url={<https://example.org/>}", "URL", "https://example.org/"),
    (
        "misc",
        r"url={https://example.org/{\textasciitilde}me$\sim$a{\_}b}",
        "URL",
        "https://example.org/~me~a_b",
    ),
    ("article", "doi={10.1000/1::2{$<$}3}", "DOI", "10.1000/1::2<3"),
    ("book", "year={[1968] 2002}", "issued", Date((2002,))),
    ("book", "year={2002 [1968]}", "original_date", Date((1968,))),
    ("book", "year={2002, to appear}", "issued", Date((2002,))),
    ("book", "date={2022-14}", "issued", Date((2022,))),
    ("book", "year={between 1990 and 1995}", "issued", Date(literal="between 1990 and 1995")),
    ("book", "origyear={1968}", "original_date", Date((1968,))),
    ("online", "urldate={accessed 3 May 2020}", "accessed", Date((2020, 5, 3))),
    ("online", "lastvisited={2020-05-03}", "accessed", Date((2020, 5, 3))),
    ("book", "note={With maps. Accessed 3 May 2020}", "note", "With maps. Accessed 3 May 2020"),
    ("book", "note={With maps. Accessed 3 May 2020}", "accessed", Date((2020, 5, 3))),
    ("book", 'title={A {"}quoted{"} {W}ord}', "title", 'A "quoted" <span class="nocase">W</span>ord'),
]


@pytest.mark.parametrize(("kind", "fields", "variable", "value"), FIELDS)
def test_a_field_fills_a_variable(kind, fields, variable, value):
    (item,) = parse_bibtex(f"@{kind}{{k, {fields}}}").items
    assert getattr(item, variable) == value


@pytest.mark.parametrize("fields", sorted({f"@{kind}{{k, {fields}}}" for kind, fields, *_ in FIELDS}))
def test_a_field_comes_back(fields):
    items = parse_bibtex(fields).items
    assert parse_bibtex(render_bibtex(items)).items == items


WRITTEN = [
    ("publisher", "{{Tea and Milk}}"),
    ("publisher", "{Tea and Milk}"),
    ("location", "{countryde}"),
    ("edition", "{Third}"),
    ("month", "{September 3 and 4}"),
    ("month", "{Fall}"),
    ("maintitle", "{Pots}"),
    ("mainsubtitle", "{A History}"),
    ("booksubtitle", "{A History}"),
]


@pytest.mark.parametrize(("name", "value"), WRITTEN)
def test_a_field_is_written_as_it_was(name, value):
    items = parse_bibtex(f"@book{{k, title={{A}}, year={{2001}}, {name}={value}}}").items
    assert f"  {name} = {value},\n" in render_bibtex(items)


def test_an_arxiv_number_in_the_name_of_a_journal_is_an_identifier():
    (item,) = parse_bibtex("@article{k, journal={arXiv preprint arXiv:1406.2661}}").items
    assert [str(each) for each in item.identifiers] == ["arxiv:1406.2661"]
    assert parse_bibtex(render_bibtex([item])).items == (item,)


def test_a_booklet_in_a_book_is_a_chapter():
    (item,) = parse_bibtex("@booklet{k, title={A}, booktitle={B}}").items
    assert (item.type, item.container_title) == (ItemType.CHAPTER, "B")


def test_controls_of_styles_are_no_items():
    assert parse_bibtex("@IEEEtranBSTCTL{k, CTLuse_url={no}}").items == ()


def test_a_year_among_words_is_taken_and_told():
    reading = parse_bibtex("@book{k, title={A}, year={2002, to appear}}")
    assert [str(flaw.code) for flaw in reading.flaws] == ["bad-date"]
    assert "  year = {2002, to appear},\n" in render_bibtex(reading.items)


def test_a_value_without_a_name_costs_nothing():
    assert parse_bibtex("@book{k, ={x}, title={A}, volume={2}}").items[0].title == "A"
