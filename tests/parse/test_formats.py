import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.cli.convert import convert
from refs.errors import UnknownFormat
from refs.model.item import Item, ItemType
from refs.parse.formats import FORMATS, detect_format, parse_text
from refs.render.formats import WRITERS

SIGNS = [
    ("bibtex", "% comment\n\n@article{a, title={T}}"),
    ("bibtex", "@string(x = {y})\n@online{a, title={T}}"),
    ("ris", "\ufeffTY  - JOUR\nTI  - T\nER  - "),
    ("ris", "Exported\n\nTY - JOUR\n"),
    ("nbib", "\nPMID- 12345678\nTI  - T\n"),
    ("csljson", '[{"id": "a", "type": "book"}]'),
    ("csljson", '{"id": "a"}\n{"id": "b"}'),
    ("zotero-json", '[{"key": "A", "data": {"itemType": "book"}}]'),
    ("zotero-rdf", '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="x">'),
    ("endnote-xml", '<?xml version="1.0" encoding="UTF-8" ?><xml><records><record>'),
    ("enw", "%0 Journal Article\n%T T\n"),
    ("enw", "%T T\n%A A\n"),
    ("cff", "# YAML 1.2\n---\ncff-version: 1.2.0\ntitle: T\n"),
    ("csl-yaml", "- id: a\n  type: book\n"),
    ("nbib", "TI  - T\nAU  - Smith J\n"),
    ("copac", "TI- T\nAU- Smith, J.\n"),
    ("mods", '<mets:mets><mets:xmlData><mods:mods version="3.4">'),
    ("mods", "<mods:mods><mods:extension><rdf:RDF xmlns:rdf='x'>"),
    ("citavi", '<?xml version="1.0"?><CitaviExchangeData Version="5.1">'),
    ("dspace", "<mets:METS><mets:xmlData><dim:dim dspaceType='ITEM'>"),
    ("marcxml", "<mets><xmlData><record><leader>00000cas</leader>"),
    ("wikitext", "Words.<ref>{{Cite web |title=T}}</ref>"),
    (None, "Only words, nothing else."),
    (None, "<html></html>"),
    (None, ""),
]


@pytest.mark.parametrize(("name", "text"), SIGNS)
def test_a_format_is_seen_in_the_text(name, text):
    assert detect_format("file.dat", text) == name


def test_the_name_tells_where_the_text_does_not():
    assert detect_format("empty.bib", "") == "bibtex"
    assert detect_format("folder/EMPTY.RIS", "") == "ris"


def test_the_text_tells_more_than_the_name():
    assert detect_format("refs.txt", "@book{a, title={T}}") == "bibtex"
    assert detect_format("refs.bib", "TY  - BOOK\nER  - ") == "ris"


def test_an_unknown_format_is_named_with_a_hint():
    with pytest.raises(UnknownFormat, match="Did you mean 'bibtex'"):
        parse_text("", "bibtx")


def test_what_is_written_is_seen_for_what_it_is():
    items = parse_text(
        "@article{a, title={T}, journal={J}, author={A B}, year={2000}, pmid={12345678}}", "bibtex"
    ).items
    for name, write in WRITERS.items():
        found = detect_format("file", write(items))
        assert found == name.replace("biblatex", "bibtex")


@given(st.text(max_size=200), st.sampled_from(sorted(FORMATS)))
def test_no_reader_raises_on_any_text(text, name):
    items = parse_text(text, name).items
    for write in WRITERS.values():
        write(items)


@given(st.text(max_size=200))
def test_no_text_hangs_the_detection(text):
    detect_format("x", text)


ANY = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
KEPT = st.dictionaries(
    st.sampled_from(
        ["type", "fields", "names", "split", "tex", "template", "case", "inherited", "macros", "words"]
    ),
    ANY,
    max_size=4,
)
HOLDERS = st.sampled_from(["bibtex", "ris", "nbib", "endnote", "wikitext", "zotero"])


@given(st.dictionaries(HOLDERS, KEPT | ANY, max_size=3))
def test_no_writer_raises_on_what_others_put_into_custom(custom):
    item = Item(id="a", type=ItemType.BOOK, title="T", language="en", publisher="P", custom=custom)
    for write in WRITERS.values():
        write([item])


def test_what_stands_in_custom_cannot_end_an_entry():
    fields = {"x} @book{evil, title": "T", "note": "} @book{evil, title={T}", "a": "b\n@book{c, title={T}"}
    item = Item(id="a", title="T", custom={"bibtex": {"type": "misc{b,", "fields": fields}})
    assert [each.id for each in parse_text(WRITERS["bibtex"]([item]), "bibtex").items] == ["a"]


def test_the_documentation_names_every_format():
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    told = {
        name for row in page.splitlines() if row.startswith("|") for name in re.findall(r"`([\w-]+)`", row)
    }
    assert told == set(FORMATS)
    assert set(FORMATS) <= set(re.findall(r"[\w-]+", convert.help or ""))
