"""Piece: one reference of a list, and where it stands in the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One reference without its label, blanks squeezed; `start` and `end` are offsets in the text that was split."""

    text: str
    start: int
    end: int
    number: int | None = None
