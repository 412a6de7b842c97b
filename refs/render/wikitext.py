"""Items → Wikipedia's citation templates (Citation Style 1): the way back from parse/wikitext.py."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from refs.model.date import SEASONS, Date, with_months
from refs.model.identifier import Scheme
from refs.model.item import Item, ItemType
from refs.model.kept import kept_of, named
from refs.model.name import Name
from refs.model.wikitext import CONTAINERS, KEPT, TEMPLATES, TYPES, USUAL
from refs.text import one_line, strip_tags

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATES = frozenset({"issued", "accessed", "original_date"})
_TITLES = frozenset({"title", "container_title"})


def render_wikitext(items: Iterable[Item]) -> str:
    """One citation template a line."""
    return "".join(f"{render_template(item)}\n" for item in items)


def render_template(item: Item) -> str:
    """The template that cites an item."""
    kept = kept_of(item.custom, KEPT)
    name = kept.get("template")
    if not isinstance(name, str) or TYPES.get(name.lower()) not in {item.type, ItemType.DOCUMENT}:
        name = TEMPLATES.get(item.type, "citation")
    parameters = [f"{label}={text}" for label, text in _parameters(item, named(kept, "fields")) if text]
    return "{{" + " |".join([name, *parameters]) + "}}"


def _parameters(item: Item, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from _people(item.author, "")
    yield from _people(item.editor, "editor-")
    yield from _people(item.translator, "translator-")
    for variable, value in item.filled():
        if variable == "container_title":
            yield CONTAINERS.get(item.type, "work"), _safe(variable, value)
        elif variable in USUAL:
            yield _label(item, variable, value), _text(variable, value)
    yield from _eprint(item, fields)
    for name, text in fields.items():
        yield name, text if text.count("{{") == text.count("}}") else _safe("", text)


def _label(item: Item, variable: str, value: Any) -> str:
    if variable == "title" and item.type is ItemType.CHAPTER and item.container_title:
        return "chapter"
    if variable == "page" and re.fullmatch(r"\w+", value):
        return "page"
    return USUAL[variable]


def _text(variable: str, value: Any) -> str:
    if variable in _DATES:
        return _date(value)
    if variable == "PMCID":
        return str(value).upper().removeprefix("PMC")
    if variable == "page":
        return _safe(variable, value.replace("-", "–"))
    return _safe(variable, value)


def _safe(variable: str, text: str) -> str:
    """The text without what would end the parameter; titles keep their italics."""
    if variable in _TITLES:
        text = re.sub(r"</?i>", "''", text)
    text = one_line(strip_tags(text))
    if variable == "URL":
        return text.replace("|", "%7C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")
    return text.replace("{{", "{ {").replace("}}", "} }").replace("|", "{{!}}")


def _people(names: tuple[Name, ...], role: str) -> Iterator[tuple[str, str]]:
    number = 0
    for name in names:
        if name.literal == "others":
            yield "display-authors", "etal"
            continue
        number += 1
        if name.literal is not None:
            yield (
                f"{role}author{number}" if not role else f"{role}last{number}",
                _safe("", f"(({name.literal}))"),
            )
            continue
        family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
        given = " ".join(part for part in (name.given, name.dropping_particle, name.suffix) if part)
        yield f"{role}last{number}", _safe("", family)
        yield f"{role}first{number}", _safe("", given)


def _date(date: Date) -> str:
    """``13 May 2023``, ``May 2023``, ``Spring 2023`` or the year."""
    if not date.parts:
        return date.literal or ""
    date = with_months(date)
    text = _of(date)
    if date.end and date.end != (0,):
        return f"{text} – {_of(Date(date.end))}" if len(date.parts) > 1 else f"{text}–{_of(Date(date.end))}"
    return f"c. {text}" if date.circa else text


def _of(date: Date) -> str:
    year = str(date.parts[0])
    if date.season and len(date.parts) == 1:
        return f"{SEASONS[date.season - 1]} {year}"
    if len(date.parts) == 1:
        return year
    month = _MONTHS[date.parts[1] - 1]
    return f"{date.parts[2]} {month} {year}" if len(date.parts) > 2 else f"{month} {year}"


def _eprint(item: Item, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for identifier in item.identifiers:
        if identifier.scheme is Scheme.ARXIV and not {"arxiv", "eprint"} & fields.keys():
            yield "arxiv", identifier.value
