"""Draft: one record on its way to an Item, for the formats that are read by a table of tags."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.parse.dates import read_date
from refs.parse.identity import bare_doi, hyphenate, identified


@dataclass
class Draft:
    """The values found so far; what has no variable is kept under the name of the format."""

    format: str
    key: str
    kind: ItemType = ItemType.DOCUMENT
    flaws: list[Flaw] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    rest: list[list[str]] = field(default_factory=list)

    def put(self, variable: str | None, value: str, tag: str = "") -> None:
        """Fill a variable; a second value for it, and what has no variable, is kept by its tag."""
        if not value:
            return
        if variable is None or variable in self.values:
            self.keep(tag, value)
        elif variable == "DOI":
            self.values[variable] = bare_doi(value)
        else:
            self.values[variable] = hyphenate(value) if variable == "page" else value

    def fill(self, variable: str, value: str) -> None:
        """Fill a variable that is still empty."""
        if variable not in self.values:
            self.put(variable, value)

    def keep(self, tag: str, value: str) -> None:
        """Keep what has no variable."""
        if tag and value:
            self.rest.append([tag, value])

    def add_name(self, variable: str, name: Name | None) -> None:
        """One more name; None is nobody."""
        if name is not None:
            self.values[variable] = (*self.values.get(variable, ()), name)

    def add_words(self, words: Iterable[str]) -> None:
        """More keywords, those that are there already left out."""
        before = self.values.get("keyword")
        known = before.split(", ") if before else []
        found = ", ".join(dict.fromkeys([*known, *(word for each in words if (word := each.strip()))]))
        if found:
            self.values["keyword"] = found

    def put_date(self, variable: str, text: str) -> None:
        """Fill a date; words that are no date stay as a literal, with a flaw."""
        date = read_date(text)
        if date is None or variable in self.values:
            return
        if not date.parts:
            message = f"{text:.60} is no date that can be counted with"
            self.flaws.append(Flaw(FlawCode.BAD_DATE, message, self.key, variable, text))
        self.values[variable] = date

    def put_pages(self, first: str, last: str) -> None:
        """Fill the pages from the first and the last."""
        self.put("page", "-".join(dict.fromkeys(filter(None, (first, last)))))

    def item(self) -> Item:
        """The Item."""
        values = {**self.values, "id": self.key, "type": self.kind}
        if self.rest:
            values["custom"] = {self.format: {"fields": self.rest}}
        return identified(values)
