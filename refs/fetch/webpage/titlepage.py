"""Papers set as title pages were: the title, below it the authors, below them the date, line by line."""

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from refs.fetch.decode import words
from refs.fetch.people import is_organisation
from refs.fetch.webpage.masthead import bare
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.splitting import split_names
from refs.fetch.webpage.wording import is_whole, reads_as_name
from refs.model.name import Name
from refs.text import squeeze

_FIRST = 6
"""How many lines of an element are looked at."""
_LONGEST = 400
_SHORTEST_TITLE = 8


def names_below_title(page: Page) -> tuple[Name, ...]:
    """The names in the line below the title, where the two stand in one element and the line holds nothing else."""
    whole = bare(page.title or "")
    for block in page.blocks:
        lines = list(_lines(block.node)) if block.node.find("br") is not None else []
        for line, below in pairwise(lines):
            title = bare(line)
            if len(title) > _SHORTEST_TITLE and title in whole and (names := _names(below)):
                return names
    return ()


def _lines(node: etree._Element) -> Iterator[str]:
    line, count = node.text or "", 0
    for child in node:
        if child.tag == "br":
            yield squeeze(line)
            line, count = "", count + 1
            if count == _FIRST:
                return
        elif isinstance(child.tag, str):
            line += f" {words(child) or ''}"
        line += str(child.tail or "")
    yield squeeze(line)


def _names(line: str) -> tuple[Name, ...]:
    """The names of a line; none where a piece of it is no person's whole name."""
    if len(line) > _LONGEST or is_organisation(line):
        return ()
    names = tuple(split_names(line))
    return names if all(is_whole(name) and reads_as_name(str(name), marked=False) for name in names) else ()
