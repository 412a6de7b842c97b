"""Items → RIS: the way back from parse/ris.py."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from refs.model.date import SEASONS, Date, with_months
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, Item, ItemType
from refs.model.kept import kept_of, listed, named, words_of
from refs.model.name import Name
from refs.model.ris import CODES, JOURNALS, KEPT, PROCEEDINGS, TYPES, WHOLE, usual_tag
from refs.model.ris_signs import tells_of_article
from refs.model.serial import number_kind
from refs.text import one_line, strip_tags

_DATES = frozenset({"accessed", "issued"})


def render_ris(items: Iterable[Item]) -> str:
    """A RIS text of the items; lines end as RIS wants, with CR and LF."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _lines(item))


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    kept = kept_of(item.custom, KEPT)
    code = _code(item, kept.get("type"))
    body = list(_body(item, kept, CODES[item.type] if code is None else code))
    tags = {tag for tag, text in body if text}
    yield "TY", _one_line(code or (str(kept["type"]) if tells_of_article(tags) else CODES[item.type]))
    yield from body
    yield "ID", _one_line(item.id)
    yield "ER", ""


def _body(item: Item, kept: Mapping[str, Any], code: str) -> Iterator[tuple[str, str]]:
    names = named(kept, "names")
    for variable, value in item.filled():
        tag = names.get(variable) or _tag(item, variable, code)
        if tag == "SN" and not _is_told(item, variable, value):
            continue
        if variable == "keyword":
            yield from (("KW", _one_line(each)) for each in words_of(kept, value))
            continue
        for each, text in _variable(variable, value, tag):
            yield each, _one_line(text)
    for tag, text in listed(kept, "fields"):
        yield tag, _one_line(text)


def _code(item: Item, came: object) -> str | None:
    """The reference type that the item came with while it fits, or the usual one.

    None where the item is an article and came with a type that does not say so: that it is one must show otherwise.
    """
    if isinstance(came, str) and TYPES.get(came, ItemType.DOCUMENT) is item.type:
        return came
    untold = came == "GEN" or (isinstance(came, str) and came not in TYPES)
    if untold and item.type is ItemType.ARTICLE_JOURNAL:
        return None
    return CODES.get(item.type, "GEN")


def _tag(item: Item, variable: str, code: str) -> str | None:
    """The tag of a variable; T2 is the conference's title where there is one, and C3 then the proceedings'."""
    if item.type is ItemType.PAPER_CONFERENCE and item.event_title and variable in PROCEEDINGS:
        return PROCEEDINGS[variable]
    if variable == "number_of_pages" and item.type not in WHOLE:
        return None
    return usual_tag(variable, code)


def _is_told(item: Item, variable: str, value: str) -> bool:
    """Whether a reader would take the number for what it is: by its form, or by the type of the item."""
    usual = "ISSN" if item.type in JOURNALS else "ISBN"
    return variable not in {"ISSN", "ISBN"} or number_kind(value, usual) == variable


def _one_line(text: str) -> str:
    return one_line(strip_tags(text))


def _variable(variable: str, value: Any, tag: str | None) -> Iterator[tuple[str, str]]:
    if variable in NAME_VARIABLES:
        tags = tag.split() if tag else []
        each = tags if len(tags) == len(value) else tags[:1] * len(value)
        yield from ((own, _name(name)) for own, name in zip(each, value, strict=False))
    elif variable in _DATES:
        yield from _date(variable, value, tag)
    elif variable in DATE_VARIABLES:
        yield from [(tag, _ris_date(value))] if tag else ()
    elif variable == "page" and tag != "SE":
        yield from _pages(value)
    elif tag and isinstance(value, str):
        yield tag, value


def _name(name: Name) -> str:
    if name.is_others:
        return "et al."
    if name.literal is not None:
        return name.literal.replace(",", ",,", 1)
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    return ", ".join(part for part in (family, given, name.suffix) if part)


def _date(variable: str, date: Date, known: str | None) -> Iterator[tuple[str, str]]:
    if variable == "accessed":
        yield "Y2", _ris_date(date)
        return
    tags = (known or ("PY" if len(date.parts) < 2 else "PY DA")).split()
    for tag in tags:
        full = tag in {"DA", "Y1"} or ("DA" not in tags and tags[0] == tag)
        yield tag, _ris_date(date) if full or not date.parts else str(date.parts[0])


def _ris_date(date: Date) -> str:
    """``2020/02/03/``, ``2020/02//to 2020-04``; only the year when that is all; words as they are."""
    if not date.parts:
        return date.literal or ""
    date = with_months(date)
    if len(date.parts) == 1 and not date.season and not date.end:
        return str(date.parts[0])
    year, *rest = date.parts
    month, day = ([f"{part:02d}" for part in rest] + ["", ""])[:2]
    season = SEASONS[date.season - 1].lower() if date.season else ""
    other = f"to {Date(date.end)}" if date.end else season
    return f"{year}/{month}/{day}/{other}"


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    first, dash, last = pages.partition("-")
    if dash and "-" not in last and "," not in pages:
        if first:
            yield "SP", first
        yield "EP", last
    else:
        yield "SP", pages
