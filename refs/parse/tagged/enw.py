"""EndNote's tagged format (.enw), also called refer and BibIX → Items."""

import re
from collections.abc import Iterator
from typing import Any

from refs.model.endnote import CODES, ISSUED, JOURNALS, KEPT, RIS_CODES, TYPES, WHOLE
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.kept import keep, with_commas
from refs.model.name import Name
from refs.model.reading import Reading
from refs.model.ris import PUBLISHED
from refs.model.ris_signs import is_count
from refs.model.serial import number_kind
from refs.parse.dates import read_date, read_in_year, read_words
from refs.parse.identity import bare_doi, identified
from refs.parse.people import read_people
from refs.parse.tagged.lines import Record, read_lines
from refs.text import one_line

# %T The structure
_LINE = re.compile(r"[\ufeff\s]{0,4}%([A-Z0-9@?!#$&()*+^<>\[\]~|=:;,.'\"-])(?:[ \t]+|$)(.*)")
_NAMES = {
    "A": "author",
    "E": "editor",
    "Y": "collection_editor",
    "?": "translator",
    "H": "translator",
    "Q": "author",
}
"""The tags of names; in a whole book, whose editors are %E, %Y is the translator, as library catalogues have it."""
_OF_A_KIND = frozenset(
    {
        ItemType.MANUSCRIPT,
        ItemType.MAP,
        ItemType.MOTION_PICTURE,
        ItemType.PERSONAL_COMMUNICATION,
        ItemType.POST_WEBLOG,
        ItemType.REPORT,
        ItemType.SPEECH,
        ItemType.THESIS,
        ItemType.WEBPAGE,
    }
)
"""The item types of which there are many kinds."""
_TEXTS = {
    "T": "title",
    "B": "container_title",
    "J": "container_title",
    "V": "volume",
    "I": "publisher",
    "C": "publisher_place",
    "P": "page",
    "U": "URL",
    "R": "DOI",
    "X": "abstract",
    "Z": "note",
    "G": "language",
    "7": "edition",
    "9": "genre",
    "6": "number_of_volumes",
    "!": "title_short",
    "L": "call_number",
    "~": "archive",
    "W": "source",
    "S": "collection_title",
    "&": "section",
    "*": "license",
    "F": "citation_label",
}


def parse_enw(text: str) -> Reading:
    """The items of a refer text; a record has one ``%0``, and may end at an empty line."""
    flaws: list[Flaw] = []
    records = enumerate(_records(text, flaws), 1)
    items = tuple(_Mapping(record, flaws, f"item-{number}").item() for number, record in records)
    return Reading(items, tuple(flaws))


def _records(text: str, flaws: list[Flaw]) -> Iterator[Record]:
    record = Record()
    ended = False
    for number, tag, value in read_lines(text, _LINE):
        if tag is not None:
            if record.pieces and _begins(tag, record, after_empty=ended):
                yield record
                record = Record()
            ended = False
            record.add(tag, one_line(value))
        elif not value:
            ended = bool(record.pieces)
        elif record.pieces and record.pieces[-1][0] == "K":
            record.add("K", value)
        elif record.pieces:
            record.extend(one_line(value))
        else:
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"line {number} has no tag", text=value[:80]))
    if record.pieces:
        yield record


def _begins(tag: str, record: Record, *, after_empty: bool) -> bool:
    """Whether this tag opens a new record: the record has its type, which need not come first, or its title already."""
    if tag == "0":
        return after_empty or record.has("0")
    return after_empty and tag in {"T", "A", "F"} and record.has("T")


class _Mapping:
    """One record on its way to an Item."""

    def __init__(self, record: Record, flaws: list[Flaw], default_id: str) -> None:
        self.record, self.flaws = record, flaws
        self.key = record.first("F") or default_id
        self.values: dict[str, Any] = {}
        self.fields: list[list[str]] = []
        self.words: list[str] = []
        self.name, self.kind = self.read_type()

    def read_type(self) -> tuple[str, ItemType]:
        name = self.record.first("0")
        if name in TYPES:
            return name, TYPES[name][0]
        if name:
            message = f"no reference type is called {name:.60}"
            self.flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, message, self.key, "type"))
            return name, ItemType.DOCUMENT
        return "", self.guess_type()

    def guess_type(self) -> ItemType:
        """The type that refer's own rules give a record without one."""
        tags = {tag for tag, _ in self.record.lines}
        if "J" in tags:
            return ItemType.ARTICLE_JOURNAL
        if "B" in tags:
            return ItemType.CHAPTER
        if "R" in tags and not self.record.first("R").startswith("10."):
            return ItemType.REPORT
        return ItemType.BOOK if "I" in tags else ItemType.DOCUMENT

    def item(self) -> Item:
        """The Item."""
        for tag, value in self.record.lines:
            if value and tag not in {"0", "F"}:
                self.read_line(tag, value)
        self.read_issued()
        self.read_article_number()
        values = self.values
        values["id"], values["type"] = self.key, self.kind
        told = self.name if self.name != CODES.get(self.kind, "Generic") else ""
        keep(values, KEPT, type=told, fields=self.fields, words=with_commas(self.words))
        return identified(values)

    def read_line(self, tag: str, value: str) -> None:
        if tag in _NAMES:
            variable = "translator" if tag == "Y" and self.kind in WHOLE else _NAMES[tag]
            names = [Name(literal=value.rstrip(","))] if tag == "Q" else read_people(value)
            self.values[variable] = (*self.values.get(variable, ()), *names)
        elif tag == "K":
            self.words.append(value)
            self.values["keyword"] = ", ".join(self.words)
        elif tag == "[":
            self.put("accessed", tag, read_date(value), value)
        elif tag == "R" and not _is_doi(value):
            self.put(self.other_number(value), tag, value, value)
        elif tag not in {"D", "8"}:
            variable = number_kind(value, self.variable(tag)) if tag == "@" else self.variable(tag)
            self.put(variable, tag, bare_doi(value) if tag == "R" else value, value)

    def variable(self, tag: str) -> str:
        if tag == "@":
            return "ISSN" if self.kind in JOURNALS else "ISBN"
        if tag == "N":
            return "issue" if self.kind in ISSUED else "number"
        if (tag == "9" and self.kind in JOURNALS) or (tag == "~" and self.kind in PUBLISHED):
            return ""
        if tag == "B" and self.kind in WHOLE:
            return "" if self.record.first("S") else "collection_title"
        if tag == "P" and is_count(self.record.first("P"), RIS_CODES.get(self.name, ""), self.kind):
            return "number_of_pages"
        return _TEXTS.get(tag, "")

    def other_number(self, value: str) -> str:
        """What %R says that is no DOI: the number of a report, or in words what kind of thing it is, as Zotero has it."""
        if any(char.isdecimal() for char in value):
            return "number" if self.kind is ItemType.REPORT else ""
        return "genre" if self.kind in _OF_A_KIND else ""

    def put(self, variable: str, tag: str, value: Any, raw: str) -> None:
        """Fill a variable from a line; what has none, and a second line for one, is kept."""
        if not variable or variable in self.values or not value:
            self.fields.append([tag, raw])
        else:
            self.values[variable] = value

    def read_article_number(self) -> None:
        """The number of an article without pages, which Web of Science has in %O: ``Artn 012345``."""
        found = next((text for text in self.record.each("O") if text.startswith("Artn ")), "")
        if found and self.values.get("page", "-") == "-":
            self.values["page"] = found.split()[1]

    def read_issued(self) -> None:
        """%8 says the day, %D the year."""
        year, day = self.record.first("D"), self.record.first("8")
        date = read_in_year(day, year)
        if date is None:
            if day:
                self.fields.append(["8", day])
            date = read_words(year)
        if date is not None and not date.parts:
            message = f"{date.literal:.60} is no date that can be counted with"
            self.flaws.append(Flaw(FlawCode.BAD_DATE, message, self.key, "issued", date.literal))
        if date is not None:
            self.values["issued"] = date


def _is_doi(text: str) -> bool:
    return bare_doi(text).startswith("10.")
