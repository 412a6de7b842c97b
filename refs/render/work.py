"""Work: an item digested once for rendering: marked strings, names and dates by CSL variable."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, VARIABLES, Item
from refs.render.marks import clean
from refs.render.richtext import parse_rich

if TYPE_CHECKING:
    from refs.model.date import Date
    from refs.model.name import Name

_CSL_NAMES = {name: name.replace("_", "-") for name in VARIABLES} | {
    "archive_collection": "archive_collection",
    "archive_location": "archive_location",
}
_KIND = dict.fromkeys(NAME_VARIABLES, 1) | dict.fromkeys(DATE_VARIABLES, 2)
_VERBATIM = frozenset({"URL", "DOI"}) | {_CSL_NAMES[name] for name in NUMBER_VARIABLES}


class Work:
    """What rendering asks of one item."""

    __slots__ = ("dates", "id", "is_eastern", "item", "language", "names", "numbers", "type", "vars")

    def __init__(self, item: Item, abbreviations: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self.item = item
        self.id = item.id
        self.type = _type_of(item)
        self.language = item.language
        self.is_eastern = item.language is not None and item.language[:2] in ("ja", "zh")
        self.vars: dict[str, str] = {}
        self.names: dict[str, tuple[Name, ...]] = {}
        self.dates: dict[str, Date] = {}
        self.numbers: dict[str, Any] = {}
        self._digest(item)
        if item.custom:
            self._digest_custom(item.custom)
        self._derive()
        if abbreviations:
            self._abbreviate(abbreviations)

    def has(self, name: str) -> bool:
        """Whether a variable has a value."""
        return name in self.vars or name in self.names or name in self.dates

    def _digest(self, item: Item) -> None:
        values, names, kinds = self.vars, _CSL_NAMES, _KIND
        for field, value in item.__dict__.items():
            if not value or field not in names:
                continue
            kind = kinds.get(field)
            if kind is None:
                text = value if isinstance(value, str) else str(value)
                name = names[field]
                values[name] = clean(text) if name in _VERBATIM else parse_rich(text)
            elif kind == 1:
                self.names[names[field]] = tuple(value)
            else:
                self.dates[names[field]] = value

    def _digest_custom(self, custom: Mapping[str, Any]) -> None:
        for name, value in custom.items():
            if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
                self.vars.setdefault(name, parse_rich(str(value)))

    def _derive(self) -> None:
        values = self.vars
        if "page" in values and "page-first" not in values:
            values["page-first"] = _first_page(values["page"])

    def _abbreviate(self, abbreviations: Mapping[str, Mapping[str, str]]) -> None:
        for name in tuple(self.vars):
            short = abbreviations.get(name, {}).get(self.vars[name])
            if short:
                self.vars[f"{name}-short"] = parse_rich(short)


def _type_of(item: Item) -> str:
    """The type that styles test; one that CSL does not know stays what it is and fits no test."""
    unknown = item.custom.get("type") if item.custom else None
    return unknown if isinstance(unknown, str) and unknown else str(item.type)


# 12-15, 12 – 15, 12, 15
_FROM_TO = re.compile(r"\s*(?:&|, |-|\u2013)\s*")


def _first_page(pages: str) -> str:
    first = _FROM_TO.split(pages, maxsplit=1)[0]
    return pages if first.endswith("\\") else first


_REMEMBERED = 8192
_WORKS: dict[int, Work] = {}


def work_of(item: Item, abbreviations: Mapping[str, Mapping[str, str]] | None = None) -> Work:
    """The digested item; items never change, so the latest ones are remembered."""
    if abbreviations:
        return Work(item, abbreviations)
    work = _WORKS.get(id(item))
    if work is None or work.item is not item:
        if len(_WORKS) >= _REMEMBERED:
            _WORKS.clear()
        work = _WORKS[id(item)] = Work(item)
    return work
