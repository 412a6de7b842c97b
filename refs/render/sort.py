"""cs:sort: keys compiled once, items sorted by them; what has no value comes last (CSL 1.0.2, "Sorting")."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from refs.model.item import DATE_VARIABLES, NAME_VARIABLES
from refs.model.locale import Locale
from refs.model.style import Key, NameOptions, Names, Style
from refs.render.citation_label import make_label
from refs.render.collapse import suffix_number
from refs.render.collate import alphabet_of, collation_key
from refs.render.compile import maker_of
from refs.render.context import Context, Render
from refs.render.date import sort_key
from refs.render.number import NUMBER_VARIABLES

_DATES = frozenset(name.replace("_", "-") for name in DATE_VARIABLES)
_NAMES = frozenset(name.replace("_", "-") for name in NAME_VARIABLES)
Extract = Callable[[Context], str]
T = TypeVar("T")
_UNDEFINED = collation_key("undefined")


class Sorter:
    """Sorts contexts by the keys of a style's citation or bibliography."""

    def __init__(self, keys: Sequence[Key], style: Style, locale: Locale, options: NameOptions) -> None:
        self.lang = alphabet_of(style.default_locale or locale.lang or "")
        self.keys = [
            (_extractor(key, style, locale, options), key.descending, key.variable == "citation-number")
            for key in keys
        ]

    @property
    def needs_numbers(self) -> bool:
        """Whether the first key is the citation number itself."""
        return bool(self.keys) and self.keys[0][2]

    def sort(self, things: Iterable[T], context_of: Callable[[T], Context]) -> list[T]:
        """The things in order."""
        rows = [(thing, self.keys_of(context_of(thing))) for thing in things]
        for at in range(len(self.keys) - 1, -1, -1):
            _sort_by(rows, at, descending=self.keys[at][1])
        return [thing for thing, _ in rows]

    def grouped(self, names: Sequence[str], keys: Sequence[list[str]]) -> list[int]:
        """The places of cites with these names and keys, those with equal names together.

        As in citeproc-js the first key of each group's first cite decides, and a group without one stands where
        the word "undefined" would.
        """
        descending = self.keys[0][1]
        rows = [(at, [collation_key(names[at], self.lang), *each]) for at, each in enumerate(keys)]
        for at in range(len(self.keys), 0, -1):
            _sort_by(rows, at, descending=self.keys[at - 1][1])
        _sort_by(rows, 0, descending=descending)
        placed: list[tuple[str, int, int]] = []
        name, lead = None, ""
        for rank, (at, row) in enumerate(rows):
            if row[0] != name:
                name, lead = row[0], _lead(row[1])
            placed.append((lead, rank, at))
        return [at for _, _, at in sorted(placed, reverse=descending)]

    def keys_of(self, context: Context) -> list[str]:
        """The keys by which a context is sorted."""
        return [collation_key(extract(context), self.lang) for extract, _, _ in self.keys]


def _sort_by(rows: list[tuple[T, list[str]]], at: int, *, descending: bool) -> None:
    """Sort by one key; rows without it come last."""
    rows.sort(key=lambda row: (bool(row[1][at]) is descending, row[1][at]), reverse=descending)


def _lead(key: str) -> str:
    """The key by which a group of cites stands among others."""
    return key or _UNDEFINED


def _extractor(key: Key, style: Style, locale: Locale, options: NameOptions) -> Extract:
    name = key.variable
    maker = maker_of(style, locale, key.options.over(options), in_bibliography=True, sorting=True)
    if name is None:
        return _macro(maker.macro(key.macro or ""))
    if name == "citation-number":
        return lambda context: f"{context.number:012d}" if context.number else ""
    if name in _DATES:
        return lambda context: _dated(sort_key(date), context) if (date := context.dates.get(name)) else ""
    if name == "citation-label":
        return lambda context: make_label(context.work)
    if name in _NAMES:
        return _macro(maker.element(Names(variables=(name,))))
    if name in NUMBER_VARIABLES:
        return lambda context: context.vars.get(name, "")
    return lambda context: context.vars.get(name, "")


def _dated(key: str, context: Context) -> str:
    """The key of a date in a citation, where year-suffixes count behind it."""
    suffix = context.ambiguity.suffix if context.ambiguity is not None and not context.in_bibliography else ""
    if not key:
        return ""
    return f"{key} {suffix_number(suffix):06d}" if suffix else f"{key} 000001"


def _macro(render: Render) -> Extract:
    def extract(context: Context) -> str:
        context.nameset = 0
        held = context.vars, context.names, context.dates
        hidden, context.hide_author = context.hide_author, False
        text = render(context)
        context.vars, context.names, context.dates = held
        context.hide_author = hidden
        return text

    return extract
