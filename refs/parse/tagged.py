"""Tagged lines → records: what RIS, MEDLINE and refer have in common."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Line = tuple[str, str]
"""A tag and its value."""


@dataclass(slots=True)
class Record:
    """The lines of one record, in their order."""

    lines: list[Line] = field(default_factory=list)
    line: int = 0

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
