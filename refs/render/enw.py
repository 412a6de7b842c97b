"""Items → EndNote's tagged format (.enw): the way back from parse/enw.py."""

from collections.abc import Iterable, Iterator
from typing import Any

from refs.model.date import SEASONS, Date
from refs.model.endnote import CODES, ISSUED, JOURNALS, KEPT, RIS_CODES, TYPES, WHOLE
from refs.model.item import NAME_VARIABLES, Item, ItemType
from refs.model.kept import kept_of, listed, words_of
from refs.model.name import Name
from refs.model.ris_signs import is_count
from refs.model.serial import number_kind
from refs.text import one_line, strip_tags

_TAGS = {
    "author": "A",
    "editor": "E",
    "collection_editor": "Y",
    "translator": "?",
    "title": "T",
    "container_title": "B",
    "collection_title": "S",
    "volume": "V",
    "issue": "N",
    "number": "N",
    "publisher": "I",
    "publisher_place": "C",
    "page": "P",
    "number_of_pages": "P",
    "URL": "U",
    "DOI": "R",
    "ISBN": "@",
    "ISSN": "@",
    "abstract": "X",
    "note": "Z",
    "language": "G",
    "edition": "7",
    "genre": "9",
    "number_of_volumes": "6",
    "title_short": "!",
    "call_number": "L",
    "archive": "~",
    "source": "W",
    "license": "*",
    "section": "&",
}


def render_enw(items: Iterable[Item]) -> str:
    """A refer text of the items, with an empty line between two."""
    return "\n".join("".join(f"%{tag} {one_line(text)}\n" for tag, text in _lines(item)) for item in items)


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "0", type_name(item)
    for variable, value in item.filled():
        yield from _variable(item, variable, value)
    yield from listed(kept_of(item.custom, KEPT), "fields")
    yield "F", item.id


def type_name(item: Item) -> str:
    """The reference type of an item: the one it came with, or the usual one."""
    came = kept_of(item.custom, KEPT).get("type")
    if isinstance(came, str) and came and TYPES.get(came, (ItemType.DOCUMENT, 0))[0] is item.type:
        return came
    return CODES.get(item.type, "Generic")


def _variable(item: Item, variable: str, value: Any) -> Iterator[tuple[str, str]]:
    if variable in NAME_VARIABLES:
        tag = _TAGS.get(variable)
        if tag and not (tag == "Y" and item.type in WHOLE):  # there it would be read as the translator's
            yield from ((tag, person(name)) for name in value)
    elif variable == "issued":
        yield from _date(value)
    elif variable == "accessed":
        yield "[", str(value)
    elif variable == "keyword":
        yield from (("K", each) for each in words_of(kept_of(item.custom, KEPT), value))
    elif tag := _tag(item, variable):
        yield tag, strip_tags(value)


def _tag(item: Item, variable: str) -> str | None:
    journal = item.type in JOURNALS
    if variable in {"ISBN", "ISSN"}:
        usual = "ISSN" if journal else "ISBN"
        return "@" if number_kind(getattr(item, variable), usual) == variable else None
    if variable in {"issue", "number"}:
        if variable == "number" and item.type is ItemType.REPORT:
            told = not item.DOI and any(char.isdecimal() for char in item.number or "")
            return "R" if told else "N"
        return "N" if (variable == "issue") is (item.type in ISSUED) else None
    if variable == "container_title":
        return "J" if journal or item.type in WHOLE else "B"
    if variable in {"page", "number_of_pages"}:
        return _pages_tag(item, variable)
    return _TAGS.get(variable)


def _pages_tag(item: Item, variable: str) -> str | None:
    """%P, where a reader would see which of both it is; the number of pages goes before the pages."""
    pages = item.number_of_pages or item.page or ""
    counted = is_count(pages, RIS_CODES.get(type_name(item), ""), item.type)
    return "P" if pages == getattr(item, variable) and counted is (variable == "number_of_pages") else None


def person(name: Name) -> str:
    """``Family, Given, Suffix``; a comma after an organisation, or two within its name, keep EndNote from cutting it."""
    if name.is_others:
        return "et al."
    if name.literal is not None:
        return name.literal.replace(",", ",,", 1) if "," in name.literal else f"{name.literal},"
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    if not given and not name.suffix:
        return f"{family},"
    return ", ".join(part for part in (family, given, name.suffix) if part)


def _date(date: Date) -> Iterator[tuple[str, str]]:
    yield "D", str(date.parts[0]) if date.parts else date.literal or ""
    if date.season:
        yield "8", SEASONS[date.season - 1]
    elif len(date.parts) > 1 or date.end:
        yield "8", str(date)
