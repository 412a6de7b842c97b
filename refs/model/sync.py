"""What bringing two copies of a library together did."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both copies changed, each its own way; `taken` is what stands now, the other was given up.

    The field ``item`` tells of an item that one copy removed and the other changed: it stays.
    """

    key: str
    field: str
    mine: Any
    theirs: Any
    taken: Any


@dataclass(slots=True)
class Sync:
    """The keys of the items that came, changed and went; keys that had to be changed; what was in conflict."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    matched: dict[str, str] = field(default_factory=dict)
    """Their key → mine, for new items of theirs that were here already."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Their key → the one it has here, since another item had it."""
    clashes: list[Clash] = field(default_factory=list)
