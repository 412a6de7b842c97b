"""A broken entry costs one flaw, and the rest of the file is read."""

import pytest

from refs.parse.formats import parse_text
from refs.render.formats import WRITERS

BROKEN = [
    ("bibtex", '@book{a, title={A}, year=1\n}\n@misc{x, note = "open\n@book{b, title={B}}', ["a", "x", "b"]),
    ("bibtex", "@book{a title={A}, year=1}\n@book{b, title={B}}", ["a", "b"]),
    ("bibtex", "@book{title={A}, year=1}\n@book{b, title={B}}", ["item-1", "b"]),
    ("csljson", '[{"id": "a", "issued": {"date-parts": [[1]]}}, {"id": "b", "tit', ["a"]),
    ("csljson", '[{"id": "a", "title": "A"}, 5, {"id": "b", "type": "book"}]', ["a", "b"]),
    ("csl-yaml", 'references:\n- id: a\n  title: A\n- id: b\n  title: "B\n- id: c\n  title: C\n', ["a", "c"]),
    ("ris", "TI  - A\nER  - \nTY  - BOOK\nID  - b\nER  - \n", ["item-1", "b"]),
    ("nbib", "no tag\nPMID- 1\nTI  - A\n", ["1"]),
    ("mods", '<modsCollection><mods ID="a"/><mods ID="b"><titleInfo><title>B', ["a", "b"]),
    ("msbib", "<b:Sources><b:Source><b:Tag>a</b:Tag></b:Source>", ["a"]),
]


@pytest.mark.parametrize(("name", "text", "keys"), BROKEN)
def test_the_rest_is_read(name, text, keys):
    reading = parse_text(text, name)
    assert [each.id for each in reading.items] == keys
    assert reading.flaws


def test_nul_characters_are_left_out_and_told_once():
    reading = parse_text("@book{a, title={A\x00B}}\n\x00@book{b, title={C}}", "bibtex")
    assert [each.title for each in reading.items] == ["AB", "C"]
    assert [flaw.message for flaw in reading.flaws] == ["2 NUL characters were left out"]


def test_semicolons_between_authors():
    (item,) = parse_text("@misc{a, author = {Lund, P. K.; Okafor, C.; Berg, I.}}", "bibtex").items
    assert [name.family for name in item.author] == ["Lund", "Okafor", "Berg"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bibtex", "@book{a, title = {T}, year = {19²8}}"),
        ("csljson", '[{"id": "a", "type": "book", "issued": {"date-parts": [[1e999, 2]]}}]'),
        (
            "mods",
            '<mods xmlns="http://www.loc.gov/mods/v3"><a:1b>x</a:1b><titleInfo><title>T</title></titleInfo></mods>',
        ),
        ("enw", "%0 Bo\x00ok\n%T T\n"),
        ("csljson", '[{"id": "a", "type": "book", "issued": {"date-parts": [[2020, 21], [2021, 14]]}}]'),
        ("csljson", '[{"id": "a", "type": "book", "issued": {"date-parts": [[2020, 18, 3]]}}]'),
    ],
)
def test_what_chance_has_made_of_a_file_can_be_read_and_written(name, text):
    items = parse_text(text, name).items
    assert items
    for write in WRITERS.values():
        write(items)
