"""Whole pages as health, news, government, journal and blog sites mark them up, and what each of them is."""

from pathlib import Path

import pytest

from refs.fetch.webpage.read import read_webpage


def read_cases():
    for file in sorted((Path(__file__).parent / "pages").glob("*.txt")):
        for block in file.read_text("utf-8").split("\n=== "):
            head, _, page = block.removeprefix("=== ").partition("\n---\n")
            name, *lines = head.splitlines()
            facts = dict(line.split(":", 1) for line in lines)
            yield pytest.param({key: value.strip() for key, value in facts.items()}, page, id=name)


@pytest.mark.parametrize(("facts", "page"), list(read_cases()))
def test_a_page(facts, page):
    item = read_webpage(page.encode(), facts["url"]).items[0]
    assert {
        "title": item.title,
        "date": str(item.issued or ""),
        "site": item.custom.get("site") or item.container_title,
        "authors": "; ".join(map(str, item.author)),
    } == {name: facts[name] for name in ("title", "date", "site", "authors")}
