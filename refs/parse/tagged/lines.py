"""Tagged lines → records: what RIS, MEDLINE, refer and Web of Science have in common."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from refs.text import one_line

Line = tuple[str, str]
"""A tag and its value."""


@dataclass
class Record:
    """The lines of one record, in their order; a value may run over several lines of the text."""

    pieces: list[tuple[str, list[str]]] = field(default_factory=list)
    listing: str = "KW"
    """The tag of which each further line is a further value."""

    def add(self, tag: str, value: str) -> None:
        """A line with a tag."""
        self.pieces.append((tag, [value]))

    def extend(self, value: str) -> None:
        """A line without a tag, which goes on with the one before."""
        self.pieces[-1][1].append(value)

    def has(self, tag: str) -> bool:
        """Whether a line has this tag."""
        return any(name == tag for name, _ in self.pieces)

    @cached_property
    def lines(self) -> list[Line]:
        """The tags and their whole values, to be asked for when the record is complete; keywords stay apart."""
        return [
            (tag, (", " if tag == self.listing else " ").join(values).strip()) for tag, values in self.pieces
        ]

    def each(self, tag: str) -> list[str]:
        """The values of all lines with this tag."""
        return [value for name, value in self.lines if name == tag]

    def first(self, *tags: str) -> str:
        """The value of the first of these tags that stands there with a value, or an empty text."""
        for tag in tags:
            for name, value in self.lines:
                if name == tag and value:
                    return value
        return ""


def read_lines(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str | None, str]]:
    """Each line as (number, tag, value); a line without a tag has None and continues the one before."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        found = pattern.match(line)
        if found is None:
            yield number, None, line.strip()
        else:
            yield number, found[1], found[2].strip()


def records_behind(
    text: str, head: re.Pattern[str], pattern: re.Pattern[str], first: str
) -> Iterator[Record]:
    """The records of a text, parted by heads and, between two of them, by the tag `first`."""
    for part in head.split(text):
        yield from records_from(part, pattern, first)


def records_from(text: str, pattern: re.Pattern[str], first: str) -> Iterator[Record]:
    """The records of a text, each from a line with the tag `first` to the next; all one record when it is empty."""
    record = Record(listing="")
    for _, tag, value in read_lines(text, pattern):
        if tag is not None and tag == first and record.pieces:
            yield record
            record = Record(listing="")
        if tag is not None:
            record.add(tag, one_line(value))
        elif value and record.pieces:
            record.extend(one_line(value))
    if record.pieces:
        yield record
