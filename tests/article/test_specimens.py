"""Every specimen is read as a person reads it."""

import importlib.util
from pathlib import Path

import pytest

from refs.article.integrity import judge_integrity
from refs.article.read import read_article
from refs.model.article import MarkerKind

_SPEC = importlib.util.spec_from_file_location("specimens", Path(__file__).with_name("specimens.py"))
specimens = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(specimens)
IDS = [row[0] for row in specimens.SPECIMENS]


def cited(article):
    groups = [marker.numbers or marker.keys for marker in article.markers]
    return [group[0] if len(group) == 1 else group for group in groups]


@pytest.mark.parametrize(("name", "path", "text", "markers", "entries"), specimens.SPECIMENS, ids=IDS)
def test_markers(name, path, text, markers, entries):
    assert cited(read_article(text, path)) == markers


@pytest.mark.parametrize(("name", "path", "text", "markers", "entries"), specimens.SPECIMENS, ids=IDS)
def test_entries(name, path, text, markers, entries):
    if entries is not None:
        assert [entry.text for entry in read_article(text, path).entries] == entries


def test_authors_and_years():
    article = read_article(specimens.AUTHOR_YEAR, "a.md")
    assert [(marker.kind, marker.raw, marker.numbers) for marker in article.markers] == [
        (MarkerKind.AUTHOR_YEAR, "(Doe & Roe, 2019; Poe 2004)", (1, 3)),
        (MarkerKind.AUTHOR_YEAR, "Doe and Roe (2019)", (1,)),
        (MarkerKind.AUTHOR_YEAR, "(e.g., Ng et al., 2016, p. 4)", (2,)),
    ]


def test_entries_in_the_front_matter():
    article = read_article(specimens.CITEKEYS, "a.md")
    assert [entry.key for entry in article.entries] == ["doe2019", "roe:20"]
    assert article.entries[0].data == (
        '{"id": "doe2019", "title": "Sleep: a survey", "author": [{"family": "Doe", "given": "J."}], "issued": {"date-parts": [[2019]]}}'
    )


def test_integrity():
    integrity = judge_integrity(read_article(specimens.UNDEFINED, "a.md"))
    assert (integrity.uncited, integrity.undefined, integrity.order_ok) == ((2,), (5,), True)


def test_duplicates_and_order():
    text = f"Sleep [2]. Naps [1][3].\n\nReferences\n\n1. {specimens.A}\n2. {specimens.B}\n3. {specimens.A}\n"
    integrity = judge_integrity(read_article(text, "a.txt"))
    assert (integrity.order_ok, integrity.duplicates) == (False, ((1, 3),))
