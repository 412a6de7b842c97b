"""No input of any kind makes reading a style or rendering raise anything but RefsError."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refs.errors import BadStyle, RefsError
from refs.model.citation import Citation, Cite
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import load_locale
from refs.parse.csl.style import parse_style
from refs.render.document import render_document

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
LAYOUT = """
    <group delimiter=". ">
      <names variable="author editor" delimiter="; " suffix=": ">
        <name form="long" and="text" initialize-with="." name-as-sort-order="first" suffix="*"/>
        <label form="short" prefix=" (" suffix=")"/>
        <substitute><names variable="translator"/><text variable="title" quotes="true"/><text value="Anon"/></substitute>
      </names>
      <date variable="issued" form="text"/>
      <date variable="accessed"><date-part name="day" form="ordinal"/><date-part name="year" form="short"/></date>
      <text variable="title" text-case="title" font-style="italic" quotes="true" strip-periods="true"/>
      <text variable="container-title" form="short" text-case="sentence"/>
      <group><label variable="page"/><text variable="page" prefix=" " suffix=":"/></group>
      <number variable="volume" form="roman"/><number variable="edition" form="long-ordinal"/>
      <choose>
        <if is-numeric="issue" match="any"><number variable="issue" form="ordinal"/></if>
        <else-if type="book chapter" variable="DOI"><text variable="DOI"/></else-if>
        <else><text variable="note" display="block"/></else>
      </choose>
      <text variable="locator"/><text variable="year-suffix"/><text variable="URL" text-case="uppercase"/>
    </group>"""
STYLE = parse_style(
    f"""{HEAD}
  <citation et-al-min="3" et-al-use-first="1" disambiguate-add-year-suffix="true" disambiguate-add-names="true"
      disambiguate-add-givenname="true" collapse="year"><sort><key variable="issued"/><key variable="author"/></sort>
    <layout prefix="(" suffix=")" delimiter="; ">{LAYOUT}</layout></citation>
  <bibliography second-field-align="flush" subsequent-author-substitute="---"><sort><key variable="title"/></sort>
    <layout suffix="."><text variable="citation-number"/>{LAYOUT}</layout></bibliography></style>"""
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
PEOPLE = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("family", "given", "suffix", "literal"), SCALARS)),
    max_size=5,
)
DATES = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("date-parts", "raw", "literal", "season", "circa"), VALUES)
) | st.builds(lambda parts: {"date-parts": [parts]}, st.lists(st.integers(-20000, 20000), max_size=4))
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(["book", "chapter", "", "nothing", None])},
    optional={
        **dict.fromkeys(("author", "editor", "translator"), PEOPLE | VALUES),
        **dict.fromkeys(("issued", "accessed"), DATES | VALUES),
        **dict.fromkeys(
            (
                "title",
                "container-title",
                "page",
                "volume",
                "edition",
                "issue",
                "note",
                "URL",
                "DOI",
                "language",
            ),
            VALUES | st.text("0123456789ivx-–, &.pvol\"'“”‘’<>/ibsupéß。", max_size=30),
        ),
    },
)


@settings(max_examples=150)
@given(
    st.lists(ITEMS, max_size=4),
    st.text(max_size=12),
    st.sampled_from(["plain", "html", "rtf", "latex", "markdown"]),
)
def test_no_item_makes_rendering_raise(data, locator, output):
    items = [read_item({**each, "id": f"i{at}"}) for at, each in enumerate(data)]
    cites = tuple(Cite(item.id, locator) for item in items)
    citations = [Citation(cites, note=1), Citation((*cites, Cite("missing")), note=2)]
    document = render_document(STYLE, load_locale("en-US"), items, citations, output)
    assert len(document.bibliography.entries) == len(items)


TAGS = st.sampled_from(
    [
        "style",
        "citation",
        "layout",
        "text",
        "names",
        "name",
        "group",
        "choose",
        "if",
        "else",
        "date",
        "key",
        "sort",
        "macro",
        "term",
    ]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        [
            "variable",
            "macro",
            "term",
            "value",
            "form",
            "type",
            "match",
            "name",
            "delimiter",
            "prefix",
            "et-al-min",
            "collapse",
        ]
    ),
    st.sampled_from(["title", "author", "a", "", "x", "3", "true", "page", "&amp;#10;"]),
    max_size=3,
)


def _element(tag, attributes, children):
    said = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{said}>{''.join(children)}</{tag}>"


TREES = st.recursive(
    st.builds(_element, TAGS, ATTRIBUTES, st.just([])),
    lambda inner: st.builds(_element, TAGS, ATTRIBUTES, st.lists(inner, max_size=3)),
    max_leaves=12,
)


@settings(max_examples=150)
@given(st.lists(TREES, max_size=3), st.lists(TREES, max_size=2))
def test_no_style_raises_anything_but_our_own_errors(layout, macros):
    text = f'{HEAD}<macro name="a">{"".join(macros)}</macro><citation><layout>{"".join(layout)}</layout></citation></style>'
    item = read_item(
        {"id": "i", "type": "book", "title": "Foo", "author": [{"family": "Doe", "given": "J."}]}
    )
    with suppress(RefsError):
        render_document(parse_style(text), load_locale("en-US"), [item], [Citation((Cite("i", "1"),))])


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_no_bytes_make_a_style_raise_anything_but_bad_style(data):
    with pytest.raises(BadStyle):
        parse_style(data)


BAD_STYLES = {
    "no XML": "this is no XML",
    "another root": "<html/>",
    "nothing cited and no parent": f"{HEAD}</style>",
    "a macro that is not there": f'{HEAD}<citation><layout><text macro="gone"/></layout></citation></style>',
    "a macro that calls itself": f'{HEAD}<macro name="a"><text macro="a"/></macro>'
    '<citation><layout><text macro="a"/></layout></citation></style>',
    "an entity bomb": '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + HEAD + "</style>",
}


@pytest.mark.parametrize("text", BAD_STYLES.values(), ids=BAD_STYLES)
def test_a_bad_style_is_told(text):
    with pytest.raises(BadStyle):
        parse_style(text)


def test_an_unknown_term_prints_nothing():
    text = f'{HEAD}<citation><layout><text term="no-such"/><text value="x"/></layout></citation></style>'
    item = read_item({"id": "i", "type": "book"})
    document = render_document(parse_style(text), load_locale("en-US"), [item], [Citation((Cite("i"),))])
    assert document.citations[0].text == "x"


def test_an_unknown_locale_falls_back_to_english():
    assert load_locale("tlh-QQ").term("and") == "and"
