"""Context: what a rendering function may ask while one cite or entry is put together."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from refs.render.work import Work

if TYPE_CHECKING:
    from refs.model.citation import Cite
    from refs.model.date import Date
    from refs.model.name import Name
    from refs.render.substitute import Repeater

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = 0, 1, 2, 3


class Ambiguity:
    """How far one item's cites are extended so that they differ from others (None: not at all)."""

    __slots__ = ("extra", "givens", "names", "suffix")

    def __init__(self) -> None:
        self.names: dict[int, int] = {}
        self.givens: dict[int, dict[int, int]] = {}
        self.suffix = ""
        self.extra = 0

    def key(self) -> tuple[object, ...]:
        """What tells two of them apart."""
        givens = tuple((nameset, tuple(levels.items())) for nameset, levels in self.givens.items())
        return tuple(self.names.items()), givens, self.suffix, self.extra

    def copy(self) -> "Ambiguity":
        """A copy that can be changed."""
        new = Ambiguity()
        new.names = dict(self.names)
        new.givens = {key: dict(value) for key, value in self.givens.items()}
        new.suffix, new.extra = self.suffix, self.extra
        return new


class Context:
    """One cite or entry in the making.

    `called` and `filled` say whether a variable was asked for, and whether one had a value, since the innermost
    group began (CSL 1.0.2, "Group").
    """

    __slots__ = (
        "ambiguity",
        "authors",
        "called",
        "cite",
        "dates",
        "entry_number",
        "extra_asked",
        "filled",
        "first_names",
        "first_note",
        "hide_author",
        "hide_year",
        "in_bibliography",
        "label",
        "located",
        "locator",
        "looking",
        "named",
        "names",
        "nameset",
        "near_note",
        "noted",
        "number",
        "observed",
        "only_author",
        "position",
        "repeater",
        "shown_names",
        "sorting",
        "suffix_done",
        "texted",
        "total",
        "type",
        "vars",
        "work",
        "year_shown",
    )

    def __init__(self, work: Work, *, in_bibliography: bool = False) -> None:
        self.work = work
        self.vars: dict[str, str] = work.vars
        self.names: dict[str, tuple[Name, ...]] = work.names
        self.dates: dict[str, Date] = work.dates
        self.type = work.type
        self.in_bibliography = in_bibliography
        self.called = self.filled = False
        self.cite: Cite | None = None
        self.locator: str | None = None
        self.label = "page"
        self.position = FIRST
        self.near_note = False
        self.first_note = 0
        self.number = 0
        self.entry_number = 0
        self.total = 0
        self.ambiguity: Ambiguity | None = None
        self.nameset = 0
        self.first_names: str | None = None
        self.authors: str | None = None
        self.texted = self.named = self.located = False
        self.shown_names: list[tuple[str, ...]] = []
        self.repeater: Repeater | None = None
        self.hide_author = self.only_author = False
        self.suffix_done = False
        self.sorting = False
        self.year_shown: int | None = None
        self.hide_year = False
        self.looking = False
        self.extra_asked = 0
        self.noted: list[str] | None = None
        self.observed: list[tuple[tuple[Name, ...], int, int]] | None = None

    def silence(self, names: Iterable[str]) -> None:
        """Silence variables that were rendered as a substitute."""
        gone = frozenset(names)
        self.vars = {name: value for name, value in self.vars.items() if name not in gone}
        self.names = {name: value for name, value in self.names.items() if name not in gone}
        self.dates = {name: value for name, value in self.dates.items() if name not in gone}


Render = Callable[[Context], str]
"""A compiled element: the marked string of it, and `called` and `filled` in the context."""
