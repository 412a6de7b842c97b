from refs.model.item import Item
from refs.parse.bib.bibtex import parse_bibtex
from refs.render.bibtex import render_bibtex

FILE = """@string{jim = {J. of {INV} \\& Co}}

@inproceedings{paper,
  author = {Lund, Per},
  title = {Beds},
  crossref = {all},
}

@proceedings{all,
  editor = {Berg, Ida},
  title = {Meeting},
  year = {2001},
  series = jim,
}
"""


def test_macros_and_what_is_inherited_are_written_as_they_came():
    assert render_bibtex(parse_bibtex(FILE).items) == FILE


def test_an_entry_without_its_parent_says_all_itself():
    text = render_bibtex(parse_bibtex(FILE).items[:1])
    assert "booktitle = {Meeting}" in text
    assert "year = {2001}" in text


def test_what_was_changed_is_written_and_not_inherited():
    paper, parent = parse_bibtex(FILE).items
    text = render_bibtex([paper.replace(container_title="Other"), parent])
    assert "booktitle = {Other}" in text
    assert "crossref = {all}" in text


def test_a_macro_whose_text_was_changed_is_no_longer_used():
    paper, parent = parse_bibtex(FILE).items
    text = render_bibtex([paper, parent.replace(collection_title="Other")])
    assert "series = {Other}" in text
    assert "@string" not in text


def test_one_macro_has_one_meaning():
    kept = [{"bibtex": {"macros": {"publisher": ["p", text]}}} for text in ("A", "B")]
    items = [Item(id=text, publisher=text, custom=custom) for text, custom in zip("AB", kept, strict=True)]
    text = render_bibtex(items)
    assert text.startswith("@string{p = {A}}")
    assert "publisher = p," in text
    assert "publisher = {B}," in text
