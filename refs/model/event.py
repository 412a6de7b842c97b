"""Event: one thing that was done to a library, and whether it was taken back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the log: its number, when (ISO 8601, UTC), the verb, on what, and how many rows it changed."""

    id: int
    when: str
    verb: str
    detail: str
    changes: int = 0
    undoes: int | None = None
    undone_by: int | None = None
