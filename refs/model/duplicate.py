"""Duplicates: items that are one work, and what merging them would give."""

from dataclasses import dataclass
from typing import Any

from refs.model.item import Item


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items, by their keys, that are alike: the score (0 to 100) and what it rests on."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Items that are one work. `keep` is the key that a merge would leave; `score` is that of the weakest pair."""

    keep: str
    keys: tuple[str, ...]
    pairs: tuple[Pair, ...]

    @property
    def score(self) -> float:
        """The score of the weakest pair."""
        return min(pair.score for pair in self.pairs)

    @property
    def others(self) -> tuple[str, ...]:
        """The keys that a merge would take away."""
        return tuple(key for key in self.keys if key != self.keep)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which two items differ: the value that stays, and the one that is given up."""

    field: str
    kept: Any
    dropped: Any
    of: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging gives: the item, which keys it takes the place of, which fields it gains, what it gives up."""

    item: Item
    others: tuple[str, ...]
    gained: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
