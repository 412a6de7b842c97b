"""Items → MEDLINE (.nbib): the way back from parse/nbib.py."""

import textwrap
from collections.abc import Iterable, Iterator

from refs.model.date import SEASONS, Date, with_months
from refs.model.initials import short_name, unpointed
from refs.model.item import Item, ItemType
from refs.model.kept import kept_of, listed, words_of
from refs.model.name import Name
from refs.model.nbib import GENRES, KEPT, TEXTS, joined_headings
from refs.text import strip_tags

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def render_nbib(items: Iterable[Item]) -> str:
    """A MEDLINE text of the items, with an empty line between two."""
    return "\n".join("".join(_wrapped(tag, text) for tag, text in _lines(item)) for item in items)


def _wrapped(tag: str, text: str) -> str:
    """One line, continued after 88 places with six blanks in front."""
    words = " ".join(text.split())
    lines = textwrap.wrap(words, 82, break_long_words=False, break_on_hyphens=False) or [""]
    return f"{tag:<4}- " + "\n      ".join(lines) + "\n"


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    kept = kept_of(item.custom, KEPT)
    fields = list(listed(kept, "fields"))
    names = {tag for tag, _ in fields}
    if not item.PMID:
        yield "PMID", ""
    for tag, variable in TEXTS.items():
        value = getattr(item, variable)
        if value and not (tag == "IS" and "IS" in names):
            yield from _text(item, tag, strip_tags(value))
    if item.issued:
        yield "DP", _date(item.issued)
    yield from _people(item)
    if item.DOI:
        yield "AID", f"{item.DOI} [doi]"
    if item.publisher_place:
        yield "PL", item.publisher_place
    keyword = (item.keyword or "").removesuffix(joined_headings(fields)).removesuffix(", ")
    yield from (("OT", each) for each in words_of(kept, keyword))
    if "PT" not in names:
        yield "PT", GENRES.get(item.type, "Journal Article")
    yield from fields


def _text(item: Item, tag: str, value: str) -> Iterator[tuple[str, str]]:
    if tag == "JT" and item.type is ItemType.CHAPTER and item.title:
        yield "BTI", value
    elif tag == "TI":
        yield "BTI" if item.type is ItemType.BOOK else "TI", value if value[-1] in "?!" else f"{value}."
    else:
        yield tag, value


def _people(item: Item) -> Iterator[tuple[str, str]]:
    for name in item.author:
        if name.is_others:
            yield "AU", "et al."
        elif name.literal is not None:
            yield "CN", name.literal
        else:
            yield "FAU", _full(name)
            yield "AU", short_name(name)
    for name in item.editor:
        yield "FED", _full(name)
        yield "ED", short_name(name)


def _full(name: Name) -> str:
    if name.literal is not None:
        return name.literal
    given = " ".join(part for part in (unpointed(name.given or ""), name.dropping_particle) if part)
    return ", ".join(part for part in (_family(name), given, name.suffix) if part)


def _family(name: Name) -> str:
    return " ".join(part for part in (name.non_dropping_particle, name.family) if part)


def _date(date: Date) -> str:
    """The date as PubMed writes it: ``2002 Sep 3``."""
    if not date.parts:
        return date.literal or ""
    date = with_months(date)
    text = _of(date.parts) + (f" {SEASONS[date.season - 1]}" if date.season and len(date.parts) == 1 else "")
    if not date.end or date.end == (0,):
        return text
    if date.end[0] != date.parts[0]:
        return f"{text}-{_of(date.end)}"
    last = str(date.end[2]) if len(date.end) > 2 else _MONTHS[date.end[1] - 1] if len(date.end) > 1 else ""
    return f"{text}-{last}" if last else text


def _of(parts: tuple[int, ...]) -> str:
    words = [str(parts[0]), *([_MONTHS[parts[1] - 1]] if len(parts) > 1 else []), *map(str, parts[2:])]
    return " ".join(words)
