import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.errors import UnknownFormat
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
