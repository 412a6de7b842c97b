"""Flaw: something wrong with data, told and not raised."""

from dataclasses import dataclass
from enum import StrEnum


class FlawCode(StrEnum):
    """The kinds of flaw; codes are stable, since people filter by them."""

    BAD_DATE = "bad-date"
    BAD_NAME = "bad-name"
    BAD_IDENTIFIER = "bad-identifier"
    BAD_VALUE = "bad-value"
    BROKEN_ENTRY = "broken-entry"
    DUPLICATE_KEY = "duplicate-key"
    MISSING = "missing"
    RETRACTED = "retracted"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_TYPE = "unknown-type"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw of one item: which variable, what is wrong, and the words it stands in.

    `start` and `end` are offsets in the text that was read, where that is known.
    """

    code: FlawCode
    message: str
    item: str | None = None
    variable: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        where = ".".join(part for part in (self.item, self.variable) if part)
        return f"{where}: {self.message}" if where else self.message
