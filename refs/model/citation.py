"""Citation: one or more cites at one place of a text."""

from dataclasses import dataclass
from enum import StrEnum


class Position(StrEnum):
    """Where a cite stands among the cites before it (CSL 1.0.2, "Choose", position)."""

    FIRST = "first"
    SUBSEQUENT = "subsequent"
    IBID = "ibid"
    IBID_WITH_LOCATOR = "ibid-with-locator"


class CitationMode(StrEnum):
    """How much of a citation is wanted."""

    FULL = "full"
    AUTHOR_ONLY = "author-only"
    SUPPRESS_AUTHOR = "suppress-author"
    COMPOSITE = "composite"


@dataclass(frozen=True, slots=True)
class Cite:
    """One reference to an item, by its id, with locator and affixes of its own.

    `position`, `near_note` and `first_note` (the number of the note that cites the item first) are found from the
    document, unless a position is given here.
    """

    id: str
    locator: str | None = None
    label: str | None = None
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: Position | None = None
    near_note: bool = False
    first_note: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """Cites that are printed together; `note` is the number of the note, 0 in the text."""

    cites: tuple[Cite, ...]
    id: str | None = None
    note: int = 0
    mode: CitationMode = CitationMode.FULL
    infix: str = ""
    unsorted: bool = False
