"""EndNote XML → Items."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from refs.model.date import Date
from refs.model.endnote import CODES, JOURNALS, KEPT, NUMBERS, TEXTS, TYPES, WHOLE
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.kept import with_commas
from refs.model.reading import Reading
from refs.model.serial import number_kind
from refs.parse.dates import join_date, read_date, read_words
from refs.parse.identity import bare_doi, hyphenate, identified
from refs.parse.people import read_person
from refs.parse.tree import read_tree, text_of

_NAMES = {
    "authors": "author",
    "secondary-authors": "editor",
    "tertiary-authors": "collection_editor",
    "subsidiary-authors": "translator",
    "translated-authors": "original_author",
}
_TEXTS = {
    "titles/title": "title",
    "titles/short-title": "title_short",
    "titles/alt-title": "container_title_short",
    "titles/translated-title": "original_title",
    "periodical/full-title": "container_title",
    "periodical/abbr-1": "container_title_short",
    **TEXTS,
}
_BY_TYPE = ("titles/secondary-title", "titles/tertiary-title", "number", "isbn")
_ELSEWHERE = frozenset(
    {"contributors", "titles", "periodical", "dates", "urls", "keywords", "ref-type", "access-date"}
)
_KEYS = frozenset({"label", "rec-number"})
_UNTOLD = frozenset({"database", "source-app", "foreign-keys"})
"""What says something of the file and nothing of the work."""


def parse_endnote_xml(text: str) -> Reading:
    """The items of an EndNote XML text."""
    flaws: list[Flaw] = []
    root = read_tree(text, flaws)
    records = _records(root) if root is not None else ()
    items = tuple(
        _Mapping(record, flaws, f"item-{number}").item() for number, record in enumerate(records, 1)
    )
    if root is not None and not items and root.tag not in {"xml", "records"}:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this XML has no EndNote records"))
    return Reading(items, tuple(flaws))


def _records(root: etree._Element) -> Iterator[etree._Element]:
    """The records that EndNote could have written; MARC has an element of the same name."""
    return (each for each in root.iter("record") if any(each.find(name) is not None for name in _ELSEWHERE))


class _Mapping:
    """One record on its way to an Item."""

    def __init__(self, record: etree._Element, flaws: list[Flaw], default_id: str) -> None:
        self.record, self.flaws = record, flaws
        self.key = self.text("label") or self.text("rec-number") or default_id
        self.values: dict[str, Any] = {}
        self.fields: dict[str, str] = {}
        self.words: list[str] = []
        self.name, self.kind = self.read_type()

    def text(self, path: str) -> str:
        return text_of(self.record.find(path))

    def read_type(self) -> tuple[str, ItemType]:
        element = self.record.find("ref-type")
        name = (element.get("name") or "").strip() if element is not None else ""
        if name not in TYPES:
            name = NUMBERS.get(text_of(element), name)
        if name in TYPES:
            return name, TYPES[name][0]
        self.flaws.append(
            Flaw(FlawCode.UNKNOWN_TYPE, f"no reference type is called {name:.60}", self.key, "type")
        )
        return name, ItemType.DOCUMENT

    def item(self) -> Item:
        """The Item."""
        self.read_names()
        for path, variable in _TEXTS.items():
            text = self.text(path)
            self.put(variable, path.rpartition("/")[2], hyphenate(text) if variable == "page" else text)
        self.read_by_type()
        self.read_dates()
        self.read_links()
        keywords = [text_of(each) for each in self.record.iterfind("keywords/keyword")]
        self.words = [each for each in keywords if each]
        self.put("keyword", "keywords", ", ".join(self.words))
        self.keep_rest()
        return self.build()

    def build(self) -> Item:
        values = self.values
        values["id"], values["type"] = self.key, self.kind
        if "DOI" in values:
            values["DOI"] = bare_doi(values["DOI"])
        kept: dict[str, Any] = {}
        if self.name != CODES.get(self.kind, "Generic"):
            kept["type"] = self.name
        if self.fields:
            kept["fields"] = self.fields
        if words := with_commas(self.words):
            kept["words"] = words
        if kept:
            values["custom"] = {KEPT: kept}
        return identified(values)

    def put(self, variable: str, field: str, value: Any) -> None:
        if not value:
            return
        if self.values.setdefault(variable, value) != value and isinstance(value, str):
            self.fields[field] = value

    def read_names(self) -> None:
        for path, variable in _NAMES.items():
            found = (
                read_person(text_of(each)) for each in self.record.iterfind(f"contributors/{path}/author")
            )
            self.put(variable, path, tuple(name for name in found if name is not None))

    def read_by_type(self) -> None:
        """The second title, the number and the isbn mean one thing in a journal and another in a book."""
        journal, whole = self.kind in JOURNALS, self.kind in WHOLE
        secondary, tertiary, number, isbn = (self.text(path) for path in _BY_TYPE)
        self.put("collection_title" if whole else "container_title", "secondary-title", secondary)
        self.put("collection_title", "tertiary-title", tertiary)
        if self.kind is ItemType.PAPER_CONFERENCE and self.name == "Conference Paper":
            self.put("event_title", "tertiary-title", tertiary)
        self.put("issue" if journal else "collection_number" if whole else "number", "number", number)
        self.put(number_kind(isbn, "ISSN" if journal else "ISBN"), "isbn", isbn)

    def read_dates(self) -> None:
        year, day = self.text("dates/year"), self.text("dates/pub-dates/date")
        month = self.text("dates/month")
        date = _join(year, day) if day or not month else join_date(year, month, self.text("dates/day"))[0]
        if date is not None and not date.parts:
            message = f"{date.literal:.60} is no date that can be counted with"
            self.flaws.append(Flaw(FlawCode.BAD_DATE, message, self.key, "issued", date.literal))
        self.put("issued", "year", date)
        accessed = self.text("access-date")
        if accessed:
            self.put("accessed", "access-date", read_date(accessed))

    def read_links(self) -> None:
        """The first address is the work's; files and further addresses are kept."""
        for path in ("urls/web-urls/url", "urls/related-urls/url"):
            for url in filter(None, (text_of(each) for each in self.record.iterfind(path))):
                self.put("URL", "url", url)
        files = [text_of(each) for each in self.record.iterfind("urls/pdf-urls/url")]
        if any(files):
            self.fields["pdf-urls"] = " ".join(filter(None, files))
        accession = self.text("accession-num")
        if accession.isdigit() and len(accession) <= 8 and "pubmed" in self.values.get("URL", ""):
            self.put("PMID", "accession-num", accession)

    def keep_rest(self) -> None:
        """What has no variable, by the name of its element."""
        known = {path.partition("/")[0] for path in (*_TEXTS, *_BY_TYPE)} | _ELSEWHERE | _UNTOLD
        for child in self.record.iterchildren(tag=etree.Element):
            name = str(child.tag)
            if name not in known and (text := text_of(child)) and not (name in _KEYS and text == self.key):
                self.fields.setdefault(name, text)


def _join(year: str, day: str) -> Date | None:
    """The date of a year and of words such as "Mar 3"; the words alone when there is no year."""
    if not day:
        return read_words(year)
    whole = read_date(day)
    if whole is not None and len(whole.parts) > 1:
        return whole
    joined = read_words(f"{year} {day}") if year else None
    return joined if joined is not None and joined.parts else read_words(year or day)
