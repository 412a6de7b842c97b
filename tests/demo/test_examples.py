"""The example articles and bibliographies: what they show, and that the small web knows all they lead to."""

import json
import re
from pathlib import Path

import pytest

from refs.demo.examples import example_articles, example_bibliographies, example_folder

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = sorted((EXAMPLES / "articles").iterdir())
FILES = [*ARTICLES, *sorted(EXAMPLES.glob("library.*"))]


def test_the_examples_are_found():
    assert example_folder() == EXAMPLES
    assert len(example_articles()) == 7
    assert [path.suffix for path in example_bibliographies()] == [".bib", ".json", ".nbib", ".ris"]


def read(name):
    return (EXAMPLES / name).read_text(encoding="utf-8")


def test_the_addiction_article_is_captured_twice():
    text = read("articles/klonopin-addiction.txt")
    markers = re.findall(r"\[[\d,]+\]", text)
    assert markers == ["[1]", "[2]", "[2,3]", "[4,5]"] * 2
    assert text.count("Leave a Comment") == 1


def test_the_guide_has_23_glued_markers_and_14_entries():
    body, _, entries = read("articles/clonazepam-guide.txt").partition("\nReferences\n")
    markers = re.findall(r"(?<=[A-Za-z\"][.:,])(\d{1,2}(?:,\d{1,2})*)(?=\s)", body)
    numbers = [int(number) for marker in markers for number in marker.split(",")]
    assert len(markers) == 23
    assert sorted(set(numbers)) == list(range(1, 15))
    assert [int(number) for number in re.findall(r"^  (\d+)\. ", entries, re.MULTILINE)] == list(range(1, 15))
    assert "(24 C.E.)" in entries
    assert entries.count("Professional, C. C. M.") == 2


@pytest.mark.parametrize("name", ["benzodiazepine-safety.txt", "helping-someone.txt"])
def test_two_articles_have_traps_and_no_references(name):
    text = read(f"articles/{name}")
    assert "Schedule IV" in text
    assert re.search(r"\b(?:19|20)\d\d\b", text)
    assert not re.search(r"https?://|doi|\[\d", text)


def test_the_draft_cites_only_keys_of_the_bibliography():
    cited = set(re.findall(r"(?<![\w.])@([\w-]+)", read("articles/draft.md")))
    known = set(re.findall(r"^@\w+\{([\w-]+),", read("library.bib"), re.MULTILINE))
    assert cited
    assert cited <= known


def test_the_json_bibliography_has_unique_ids():
    ids = [item["id"] for item in json.loads(read("library.json"))]
    assert len(ids) == len(set(ids)) == 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_small_web_has_every_address(ask, path):
    urls = set(re.findall(r"https?://[^\s\"<>}]+", path.read_text(encoding="utf-8")))
    assert [url for url in urls if ask(url.rstrip(".,")).status == 523] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_small_web_has_every_doi(ask, path):
    dois = set(re.findall(r"10\.\d{4,9}/[^\s\"<>}&,;]+", path.read_text(encoding="utf-8")))
    found = {doi: ask(f"https://doi.org/api/handles/{doi.rstrip('.')}").status for doi in dois}
    assert [doi for doi, status in found.items() if status != 200] == []
