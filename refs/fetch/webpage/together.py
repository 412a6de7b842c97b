"""Bylines of one name each that stand side by side, taken together."""

import re
from collections.abc import Iterator

from lxml import etree

from refs.fetch.decode import words
from refs.fetch.webpage.visible import Block
from refs.model.name import Name

Signed = tuple[Block, tuple[Name, ...]]


def together(signed: Iterator[Signed]) -> Iterator[Signed]:
    """Bylines of one name each, with nothing but commas between them, as one with all the names."""
    groups: dict[tuple[etree._Element | None, str, str | None], list[tuple[Block, Name]]] = {}
    for block, names in signed:
        if len(names) == 1:
            groups.setdefault((_home(block), block.tag, block.node.get("class")), []).append(
                (block, names[0])
            )
        else:
            yield block, names
    for (home, *_), members in groups.items():
        if len(members) > 1 and _is_list(home, [block.short for block, _ in members]):
            yield members[0][0], tuple(dict.fromkeys(name for _, name in members))
        else:
            yield from ((block, (name,)) for block, name in members)


_SIGNS = len(" and ,")
# commas, and letters and signs in front of them that lead to a note: a, 1,2, *,
_COMMAS = re.compile(r"(?:(?:[a-z\d]{1,2}|[*†‡§¶])?[,;&·•|*†‡§¶]|and|und|et|og|och)+", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


def _is_list(home: etree._Element | None, texts: list[str]) -> bool:
    """Whether some texts follow each other in an element with nothing but commas between them."""
    whole = _BLANKS.sub("", words(home) or "")[:20_000]
    first, *others = (_BLANKS.sub("", text).strip(",;") for text in texts)
    place = whole.find(first) + len(first) if first in whole else -1
    for text in others:
        start = whole.find(text, place)
        if place < 0 or start < 0 or not _COMMAS.fullmatch(whole, place, start):
            return False
        place = start + len(text)
    return True


def _home(block: Block) -> etree._Element | None:
    """The nearest element around a byline that holds more than it and a comma."""
    node, steps = block.node.getparent(), 3
    while node is not None and steps and 0 <= _excess(node, block.short) <= _SIGNS:
        node, steps = node.getparent(), steps - 1
    return node


def _excess(node: etree._Element, text: str) -> int:
    """How many letters more than a text an element has."""
    whole = Block(0, node, node.tag, "").short
    return len(whole) - len(text) if whole else _SIGNS + 1
