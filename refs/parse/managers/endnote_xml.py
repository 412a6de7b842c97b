"""EndNote XML → Items."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from refs.model.date import Date
from refs.model.endnote import (
    CODES,
    ELEMENTS,
    FACES,
    JOURNALS,
    KEPT,
    MORE_ELEMENTS,
    NUMBERS,
    RIS_CODES,
    TEXTS,
    TYPES,
    number_tag,
)
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, Item, ItemType
from refs.model.kept import keep, with_commas
from refs.model.name import Name
from refs.model.reading import Reading
from refs.model.ris import PUBLISHED
from refs.model.ris_signs import is_count
from refs.parse.dates import join_date, read_date, read_in_year, read_words
from refs.parse.identity import bare_doi, bare_pmcid, hyphenate, identified
from refs.parse.people import read_people
from refs.parse.tagged.lines import Record
from refs.parse.tagged.ris_tags import meaning
from refs.parse.tree import read_tree, text_of
from refs.text import one_line

_TEXTS = {
    "titles/title": "title",
    "titles/short-title": "title_short",
    "titles/alt-title": "container_title_short",
    "titles/translated-title": "original_title",
    "periodical/abbr-1": "container_title_short",
    **TEXTS,
}
_BY_TYPE = {**ELEMENTS, **MORE_ELEMENTS}
"""The elements whose meaning depends on the type."""
_JOURNALS = ("periodical/full-title", "alt-periodical/full-title")
_STYLED = frozenset({"title", "title_short"})
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
        self.code = RIS_CODES.get(self.name, "GEN")
        self.told = self.read_tags()

    def read_tags(self) -> Record:
        """What the elements would be as tags of RIS, whose meaning depends on the type and on each other."""
        told = Record()
        for path, tag in _BY_TYPE.items():
            for element in self.record.iterfind(path):
                for each in element.iterfind("author") if path.startswith("contributors") else [element]:
                    if text := text_of(each):
                        told.add(tag or number_tag(self.code), text)
        return told

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
        for path, variable in _TEXTS.items():
            text = styled_text(self.record.find(path)) if variable in _STYLED else self.text(path)
            if variable == "archive" and self.kind in PUBLISHED and text:
                self.fields[path] = text
            else:
                self.put(variable, path.rpartition("/")[2], text)
        if self.kind in JOURNALS:
            self.read_journal()
        self.read_by_type()
        self.read_journal()
        self.put("original_author", "translated-authors", self.names_of("contributors/translated-authors"))
        self.read_dates()
        self.read_links()
        self.read_numbers()
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
        told = self.name if self.name != CODES.get(self.kind, "Generic") else ""
        keep(values, KEPT, type=told, fields=self.fields, words=with_commas(self.words))
        return identified(values)

    def put(self, variable: str, field: str, value: Any) -> None:
        if not value:
            return
        if self.values.setdefault(variable, value) != value and isinstance(value, str):
            self.fields[field] = value

    def names_of(self, path: str) -> tuple[Name, ...]:
        found = (read_people(text_of(each)) for each in self.record.iterfind(f"{path}/author"))
        return tuple(name for names in found for name in names)

    def read_by_type(self) -> None:
        """The elements that mean one thing in one type and another in another, by their tags in RIS."""
        for path, known in _BY_TYPE.items():
            tag, field = known or number_tag(self.code), path.rpartition("/")[2]
            people = path.startswith("contributors")
            texts = (told for name, told in self.told.lines if name == tag)
            text = "; ".join(texts) if people else self.text(path)
            if not text:
                continue
            variable = meaning(tag, text, self.told, self.code, self.kind)
            if variable in NAME_VARIABLES and people:
                self.values[variable] = (*self.values.get(variable, ()), *self.names_of(path))
            elif variable in NAME_VARIABLES:
                self.put(variable, field, tuple(read_people(text)))
            elif not variable or variable == "original_title":
                self.fields.setdefault(field, text)
            else:
                self.put_by_type(variable, field, text.removesuffix(",") if people else text)

    def read_journal(self) -> None:
        """The journal, which goes before the secondary title where the record is of an article, and behind it elsewhere."""
        for path in _JOURNALS:
            if title := self.text(path):
                self.put("container_title", "full-title", title)
                return

    def put_by_type(self, variable: str, field: str, text: str) -> None:
        if variable in {"page", "page_first"}:
            pages = hyphenate(text)
            counted = variable == "page" and is_count(pages, self.code, self.kind)
            self.put("number_of_pages" if counted else "page", field, pages)
        elif variable in DATE_VARIABLES:
            self.put(variable, field, read_date(text))
        elif variable == "PMCID":
            self.put(variable, field, bare_pmcid(text))
        else:
            self.put(variable, field, text)

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

    def read_numbers(self) -> None:
        """The ISSN where JabRef has it, and the PMID among the numbers of databases."""
        if not self.values.get("ISBN") and not self.values.get("ISSN"):
            self.put("ISSN", "issn", self.text("issn"))
        accession = self.text("accession-num")
        if accession.isdecimal() and len(accession) <= 8 and "pubmed" in self.values.get("URL", ""):
            self.put("PMID", "accession-num", accession)

    def keep_rest(self) -> None:
        """What has no variable, by the name of its element."""
        known = {path.partition("/")[0] for path in (*_TEXTS, *_JOURNALS, *_BY_TYPE)} | _ELSEWHERE | _UNTOLD
        for child in self.record.iterchildren(tag=etree.Element):
            name = str(child.tag)
            if name == "issn" and text_of(child) == self.values.get("ISSN"):
                continue
            if name not in known and (text := text_of(child)) and not (name in _KEYS and text == self.key):
                self.fields.setdefault(name, text)


def styled_text(element: etree._Element | None) -> str:
    """All text within an element, on one line, with the faces of its style elements as rich text."""
    if element is None:
        return ""
    pieces = [element.text]
    for child in element.iterchildren(tag=etree.Element):
        pieces += [_with_faces("".join(map(str, child.itertext())), child.get("face", "")), child.tail]
    return one_line("".join(piece for piece in pieces if piece and (piece.strip() or "\n" not in piece)))


def _with_faces(text: str, faces: str) -> str:
    told = faces.lower().split()
    for face, tag in reversed(list(FACES.items())):
        if face in told and (bare := text.strip()):
            text = text.replace(bare, f"<{tag}>{bare}</{tag}>")
    return text


def _join(year: str, day: str) -> Date | None:
    """The date of a year and of words such as "Mar 3"; the words alone when there is no year."""
    if not day:
        return read_words(year)
    whole = read_date(day)
    if whole is not None and len(whole.parts) > 1:
        return whole
    return read_in_year(day, year) or read_words(year or day)
