"""Habits of citeproc-js that published styles count on, each in the smallest style that shows it."""

import pytest

from refs.model.citation import Citation, Cite
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import load_locale
from refs.parse.csl.style import parse_style
from refs.render.document import render_document

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{kind}">
{macros}<citation{options}><layout delimiter="; ">{cite}</layout></citation>
<bibliography><layout suffix="{suffix}">{entry}</layout></bibliography></style>"""
NUMBER = '<text variable="citation-number"/>'


def render(items, entry=NUMBER, cite=NUMBER, citations=None, lang="en-US", **parts):
    blanks = {"macros": "", "options": "", "suffix": "", "kind": "in-text"}
    style = parse_style(STYLE.format(**blanks | {"entry": entry, "cite": cite} | parts))
    works = [read_item({"type": "book", "id": f"w{at}", **each}) for at, each in enumerate(items)]
    asked = [Citation(cites) for cites in citations or ()]
    return render_document(style, load_locale(lang), works, asked)


def entry_of(item, entry, **parts):
    return render([item], entry, **parts).bibliography.entries[0].text


TITLE = '<text variable="title"/>'
YEAR = '<date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>'
PEOPLE = [{"family": each, "given": "A."} for each in ("Ash", "Beech", "Cedar", "Date")]
NAMES = '<names variable="author"><name {}/></names>'

ENTRIES = [
    ("a literal date stands where the year would", {"issued": {"literal": "soon"}}, YEAR, "(soon)"),
    ("no year 0", {"issued": {"date-parts": [[0]]}, "title": "T"}, TITLE + YEAR, "T"),
    ("an open range", {"issued": {"raw": "2015-01/.."}}, YEAR, "(2015–)"),
    (
        "periods of terms all go, those inside words stay",
        {"title": "a.b. C."},
        '<group><text term="no date" form="short" strip-periods="true"/><text variable="title" strip-periods="true"/></group>',
        "Nda.b C",
    ),
    (
        "periods of affixes inside a macro stay",
        {"title": "J. Chem."},
        '<text macro="m" strip-periods="true"/>',
        "J Chem!.",
    ),
    (
        "addresses keep their dots",
        {"DOI": "10.1/a.B"},
        '<text variable="DOI" strip-periods="true"/>',
        "10.1/a.B",
    ),
    (
        "the last name takes the place of at least two",
        {"author": PEOPLE},
        NAMES.format('et-al-min="4" et-al-use-first="3" et-al-use-last="true"'),
        "A. Ash, A. Beech, … A. Date",
    ),
    ("the first page", {"page": "12 – 15"}, '<text variable="page-first"/>', "12"),
    (
        "two prefixes keep both stops",
        {"title": "T", "page": "3"},
        f'{TITLE}<group prefix=";"><text variable="page" prefix=":"/></group>',
        "T;:3",
    ),
    (
        "a delimiter merges with a colon further inside",
        {"title": "T", "page": "3"},
        f'<group delimiter=". "><group><group suffix=":">{TITLE}</group></group><text variable="page"/></group>',
        "T: 3",
    ),
    (
        "a delimiter goes before the colon of a single piece inside",
        {"title": "T", "page": "3"},
        '<group delimiter=". "><group><text variable="title" suffix=":"/></group><text variable="page"/></group>',
        "T.: 3",
    ),
    (
        "a stop that is all of a value meets nothing",
        {"title": "T"},
        '<text variable="title" suffix=";"/><text value="."/>',
        "T;.",
    ),
    (
        "the prefix of formatted text stays outside quotes",
        {"title": "T", "publisher": "P"},
        '<text variable="title" quotes="true"/><text variable="publisher" prefix=", " font-style="italic"/>',
        "“T”, P",
    ),
    (
        "a substitute short title silences both",
        {"title": "Long", "title-short": "Short"},
        (
            '<names variable="author"><substitute><text variable="title" form="short"/></substitute></names>'
            '<text variable="title" form="short" prefix="!"/>'
        ),
        "Short",
    ),
    (
        "a choice in substitute gives one list of names",
        {"editor": PEOPLE[:1], "translator": PEOPLE[1:2]},
        (
            '<names variable="author"><substitute><choose><if type="book"><names variable="editor"/>'
            '<names variable="translator"/></if></choose></substitute></names>'
        ),
        "A. Ash",
    ),
    (
        "an unknown type fits no test",
        {"type": "video", "title": "T"},
        f'<choose><if type="document">{TITLE}</if></choose>',
        "",
    ),
    (
        "the host alone",
        {"URL": "https://doi.org/10.1/2"},
        '<text variable="URL" form="short"/>',
        "https://doi.org/10.1",
    ),
]


@pytest.mark.parametrize(
    ("item", "entry", "expected"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES]
)
def test_entries(item, entry, expected):
    macros = '<macro name="m"><text variable="title" suffix="!."/></macro>'
    named = {"author": [{"literal": "N"}]} if item.get("type") == "video" else {}
    assert entry_of(item | named, entry, macros=macros) == expected


def test_curly_quotes_of_the_data_stay_where_the_locale_has_others():
    item = {"title": "a “b” c"}
    quoted = '<text variable="title" quotes="true"/>'
    assert entry_of(item, quoted) == "“a ‘b’ c”"
    assert entry_of(item, quoted, lang="de-DE") == "„a “b” c“"


def test_straight_single_quotes_keep_the_case_of_their_first_word_in_titles():
    assert (
        entry_of({"title": "an 'odd' case"}, '<text variable="title" text-case="title"/>') == "An “odd” Case"
    )


def test_turkish_capitals():
    upper = '<text variable="title" text-case="uppercase"/>'
    assert entry_of({"title": "istanbul"}, upper, lang="tr-TR") == "İSTANBUL"


def test_a_language_uses_its_own_word_in_another_form_before_english():
    assert entry_of({"title": "T"}, '<text term="chapter" form="symbol"/>' + TITLE, lang="de-DE") == "Kap.T"


def test_a_locator_is_printed_once():
    locator = '<text variable="locator" prefix="p"/>'
    document = render([{"title": "T"}], cite=TITLE + locator + locator, citations=[(Cite("w0", "7"),)])
    assert document.citations[0].text == "Tp7"


def test_numbers_range_beside_locators_that_are_not_printed():
    cites = tuple(Cite(f"w{at}", locator="3" if at == 1 else None) for at in range(4))
    works = [{"title": "T"}] * 4
    text = render(works, citations=[cites], options=' collapse="citation-number"').citations[0].text
    assert text == "1–4"


def test_the_delimiter_after_a_collapse_holds_without_one():
    works = [{"title": "A"}, {"title": "B"}]
    options = ' after-collapse-delimiter=" | "'
    cites = (Cite("w0"), Cite("w1"))
    assert render(works, cite=TITLE, citations=[cites], options=options).citations[0].text == "A | B"


def test_the_suffix_of_a_layout_with_display_is_that_of_its_last_child():
    entry = f'<group display="block">{TITLE}</group><text macro="m"/>'
    macros = '<macro name="m"><text variable="page" prefix=" "/></macro>'
    assert entry_of({"title": "T"}, entry, suffix=".", macros=macros) == "T"
    assert entry_of({"title": "T", "page": "3"}, entry, suffix=".", macros=macros) == "T 3."
