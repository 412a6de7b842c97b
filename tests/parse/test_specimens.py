"""Each specimen gives the items that stand beside it, and no damage to it makes a reader raise."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.encoding import decode
from refs.parse.csl.csljson import parse_csljson
from refs.parse.formats import FORMATS, detect_format, parse_text
from refs.render.csljson import csl_of

SPECIMENS = sorted(Path(__file__).with_name("specimens").glob("*.txt"))
NAMES = [each.stem for each in SPECIMENS]
XML = [
    "bltxml",
    "citavi",
    "dspace",
    "endnote-xml",
    "marcxml",
    "mods",
    "msbib",
    "openurl",
    "primo",
    "zotero-rdf",
]
BOMB = """<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;">
<!ENTITY file SYSTEM "file:///etc/hostname">]>
"""


def text_of(path):
    return path.read_bytes().decode("utf-8")


def format_of(path):
    return path.stem.partition("+")[0]


@pytest.mark.parametrize("path", SPECIMENS, ids=NAMES)
def test_a_specimen_is_seen_for_what_it_is(path):
    assert detect_format("file.txt", text_of(path)) == format_of(path)


@pytest.mark.parametrize("path", SPECIMENS, ids=NAMES)
def test_a_specimen_gives_its_items(path):
    items = parse_text(text_of(path), format_of(path)).items
    assert [csl_of(each) for each in items] == json.loads(path.with_suffix(".json").read_text("utf-8"))


@pytest.mark.parametrize("path", SPECIMENS, ids=NAMES)
@pytest.mark.parametrize("ends", ["\r", "\r\n"])
def test_the_ends_of_lines_make_no_difference(path, ends):
    other = text_of(path).replace("\n", ends)
    assert parse_text(other, format_of(path)).items == parse_text(text_of(path), format_of(path)).items


@pytest.mark.parametrize("path", SPECIMENS, ids=NAMES)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read_alike(path, encoding):
    text = decode(text_of(path).encode(encoding))
    assert parse_text(text, format_of(path)).items == parse_text(text_of(path), format_of(path)).items


@pytest.mark.parametrize("path", SPECIMENS, ids=NAMES)
def test_what_is_cut_off_costs_what_it_cuts(path):
    text = text_of(path)
    whole = parse_text(text, format_of(path)).items
    for end in range(0, len(text), max(1, len(text) // 25)):
        found = parse_text(text[:end], format_of(path)).items
        assert len(found) <= len(whole) + 1
        assert all(each in whole for each in found[:-1])


@pytest.mark.parametrize("path", SPECIMENS, ids=NAMES)
def test_nul_bytes_do_no_harm(path):
    parse_text(text_of(path).replace(" ", "\x00"), format_of(path))


@pytest.mark.parametrize("path", SPECIMENS, ids=NAMES)
def test_the_items_outlast_csl_json(path):
    items = parse_text(text_of(path), format_of(path)).items
    assert parse_csljson(json.dumps([csl_of(each) for each in items])).items == items


@given(st.sampled_from(SPECIMENS), st.integers(0, 3000), st.text(max_size=40), st.integers(0, 60))
def test_no_damage_makes_a_reader_raise(path, place, noise, gap):
    text = text_of(path)
    parse_text(text[:place] + noise + text[place + gap :], format_of(path))


@pytest.mark.parametrize("name", XML)
def test_entities_are_neither_multiplied_nor_fetched(name):
    body = {
        "endnote-xml": "<xml><records><record><titles><title>&f;&file;</title></titles></record></records></xml>"
    }
    text = BOMB + body.get(name, "<mods><titleInfo><title>&f;&file;</title></titleInfo></mods>")
    reading = parse_text(text, name)
    assert all(len(each.title or "") < 1000 for each in reading.items)


BOMBS = (
    "a: &a ["
    + "x, " * 99
    + "x]\n"
    + "".join(f"{new}: &{new} [{f'*{old}, ' * 99}*{old}]\n" for old, new in ("ab", "bc", "cd")),
    "a: &a [*a]\n",
    "a: [*b]\n",
)


@pytest.mark.parametrize("bomb", BOMBS)
def test_aliases_of_yaml_are_not_multiplied(bomb):
    reading = parse_text(f"cff-version: 1\n{bomb}title: x\n", "cff")
    assert not reading.items
    assert "alias" in reading.flaws[0].message


def test_aliases_of_yaml_stand_for_what_they_name():
    text = "cff-version: 1\ntitle: A\nauthors: &a\n- name: Fjord\nreferences:\n- title: B\n  authors: *a\n"
    first, second = parse_text(text, "cff").items
    assert first.author == second.author != ()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"cff", "csl-yaml", "hayagriva", "papis"}))
def test_a_line_of_a_megabyte_is_read_in_time(name):
    start = {"ris": "TY  - JOUR\nTI  - ", "nbib": "PMID- 1\nTI  - ", "bibtex": "@book{a, title={"}.get(
        name, ""
    )
    parse_text(start + "word " * 200_000, name)
