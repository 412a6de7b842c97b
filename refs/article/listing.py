"""Listing: a reference list that was found, and the reasons to believe in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from refs.article.block import Block
from refs.model.article import ListEntry
from refs.segment.likeness import LIKELY, likeness

_LABEL = 6


@dataclass(slots=True)
class Listing:
    """Some entries, the indices of the blocks they stand in, and how the list was found."""

    entries: list[ListEntry]
    covered: set[int]
    headed: bool = False
    linked: bool = False
    heading: int | None = None

    @property
    def numbers(self) -> set[int]:
        """The printed numbers, or the positions where nothing is printed."""
        return {entry.number or index for index, entry in enumerate(self.entries, 1)}

    @property
    def is_numbered(self) -> bool:
        """Whether the entries bear numbers."""
        return any(entry.number is not None for entry in self.entries)

    @property
    def mean(self) -> float:
        """The mean likeness of the entries, none counting more than 4."""
        values = [min(4.0, likeness(entry.text)) for entry in self.entries]
        return sum(values) / len(values) if values else 0.0

    @property
    def fraction(self) -> float:
        """How many of the entries look like references."""
        likely = sum(likeness(entry.text) >= LIKELY for entry in self.entries)
        return likely / len(self.entries) if self.entries else 0.0

    def words(self) -> tuple[str, ...]:
        """The entries' letters and digits, to know a copy by."""
        return tuple(re.sub(r"\W", "", entry.text).casefold() for entry in self.entries)


def covered_blocks(blocks: Sequence[Block], indices: Sequence[int], entries: Sequence[ListEntry]) -> set[int]:
    """Which of the blocks hold a part of an entry, or a label that stands alone."""
    if not entries:
        return set()
    start, end = min(entry.span.start for entry in entries), max(entry.span.end for entry in entries)
    touched = [
        at for at, index in enumerate(indices) if blocks[index].text and _touches(blocks[index], start, end)
    ]
    if not touched:
        return set()
    first = touched[0]
    while first and len(blocks[indices[first - 1]].text.strip()) <= _LABEL:
        first -= 1
    return set(indices[first : touched[-1] + 1])


def _touches(block: Block, start: int, end: int) -> bool:
    span = block.whole
    return span.start < end and start < span.end
