"""MEDLINE, the format of PubMed's .nbib files → Items (NLM, "MEDLINE/PubMed Data Element Descriptions")."""

import re
from collections.abc import Iterator
from typing import Any

from refs.model.date import Date
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import derive_identifiers, normalise_isbn
from refs.model.initials import pointed, spelled
from refs.model.item import Item, ItemType
from refs.model.kept import keep, with_commas
from refs.model.name import OTHERS, Name
from refs.model.nbib import GENRES, KEPT, TEXTS, article_number, joined_headings
from refs.model.pages import full_pages
from refs.model.reading import Reading
from refs.parse.dates import read_date
from refs.parse.identity import bare_doi
from refs.parse.tagged.eric import is_document, read_number, university_of
from refs.parse.tagged.lines import Record, read_lines
from refs.parse.words import month_number, season_number
from refs.text import one_line

# PMID- 8692918, TI  - The structure
_LINE = re.compile(r"\ufeff?([A-Z][A-Z0-9]{1,3}) {0,3}- ?(.*)")
# 10.4103/2277-9175.180636 [doi]
_DOI = re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/\S+)(?:\s*\[doi\].*)?$", re.IGNORECASE)
# e1042 [pii]
_PII = re.compile(r"(\S+)\s*\[pii\]$")
_ISSN = re.compile(r"(\d{4}-\d{3}[\dXx])")
# van Raaij MJ, Smith JA Jr
_INITIALS = re.compile(r"(.+?)\s+([^\W\d_a-z]{1,5})(?:\s+(Jr|Sr|2nd|3rd|4th|II|III|IV))?$")
# 2002 Sep 3, 2016 Jul-Aug, 2018 Winter, 2001 Dec 15-31, 2000 Dec-2001 Jan
_DATE = re.compile(
    r"(\d{4})(?:\s+([A-Za-z]{3,9})\.?(?:\s*-\s*([A-Za-z]{3,9})\.?)?(?:\s+(\d{1,2})(?:\s*-\s*(\d{1,2}))?)?)?$"
)
# 2013 06 10, 2013/06/10
_NUMBERS = re.compile(r"(\d{4})[ /-](\d{2})[ /-](\d{2})$")
_YEARS = re.compile(r"(\d{4})\s*([A-Za-z]{3})?\s*-\s*(\d{4})\s*([A-Za-z]{3})?$")
_OTHERS = re.compile(r"et al\.?$", re.IGNORECASE)
_TYPES = (
    ("preprint", ItemType.ARTICLE),
    ("dataset", ItemType.DATASET),
    ("technical report", ItemType.REPORT),
    ("book chapter", ItemType.CHAPTER),
    ("book", ItemType.BOOK),
    ("newspaper article", ItemType.ARTICLE_NEWSPAPER),
)
_ALONE = (
    ("books", ItemType.BOOK),
    ("video-audio media", ItemType.MOTION_PICTURE),
    ("legal case", ItemType.LEGAL_CASE),
    ("legislation", ItemType.LEGISLATION),
)
"""Publication types that say what an article has or is about, where it is an article as well."""
_DATES = ("DP", "DEP", "CTDT", "YR")
"""The tags of dates, the first that is there is read."""


def parse_nbib(text: str) -> Reading:
    """The items of a MEDLINE text; a record begins at each PMID, and after an empty line."""
    flaws: list[Flaw] = []
    items = [
        _Mapping(record, flaws, f"item-{number}").item()
        for number, record in enumerate(_records(text, flaws), 1)
    ]
    return Reading(tuple(items), tuple(flaws))


def _records(text: str, flaws: list[Flaw]) -> Iterator[Record]:
    record = Record()
    for number, tag, raw in read_lines(text, _LINE):
        value = one_line(raw)
        ends = (tag is None and not value) or (tag == "PMID" and record.has("PMID"))
        if ends and record.pieces:
            yield record
            record = Record()
        if tag is not None:
            record.add(tag, value)
        elif value and record.pieces:
            record.extend(value)
        elif value:
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"line {number} has no tag", text=value[:80]))
    if record.pieces:
        yield record


class _Mapping:
    """One record on its way to an Item."""

    def __init__(self, record: Record, flaws: list[Flaw], default_id: str) -> None:
        self.record, self.flaws = record, flaws
        self.key = record.first("PMID") or default_id
        self.values: dict[str, Any] = {}
        self.fields: list[list[str]] = []
        self.words: list[str] = []
        self.tags = {tag for tag, _ in record.lines}

    def item(self) -> Item:
        """The Item."""
        for tag, value in self.record.lines:
            if value:
                self.read_line(tag, value)
        values = self.values
        self.read_book()
        self.read_headings()
        self.read_instead()
        kind = self.read_type()
        values["id"], values["type"] = self.key, kind
        if [value for tag, value in self.record.lines if tag == "PT"] == [
            GENRES.get(kind, "Journal Article")
        ]:
            self.fields = [line for line in self.fields if line[0] != "PT"]
        keep(values, KEPT, fields=self.fields, words=with_commas(self.words))
        identifiers = derive_identifiers(values)
        if identifiers:
            values["identifiers"] = identifiers
        return Item.build(values)

    def read_type(self) -> ItemType:
        kinds = {value.lower() for tag, value in self.record.lines if tag == "PT"}
        if self.record.first("BTI"):
            return ItemType.CHAPTER if self.record.first("TI") else ItemType.BOOK
        if any("dissertation" in kind for kind in kinds):
            return ItemType.THESIS
        types = _TYPES if kinds & {"journal article", "journal articles"} else (*_TYPES, *_ALONE)
        usual = ItemType.REPORT if is_document(self.record) else ItemType.ARTICLE_JOURNAL
        return next((kind for word, kind in types if word in kinds), usual)

    def read_instead(self) -> None:
        """What other tags say where the usual one is missing: the day, the number of the article."""
        told = next((text for tag in _DATES if (text := self.record.first(tag))), "")
        if "issued" not in self.values and told:
            self.put_date(told)
        if is_document(self.record) and (place := university_of(self.record.first("SO"))):
            self.values["publisher"] = place
        preprint = self.read_type() is ItemType.ARTICLE
        for tag in ("LID", "AID"):
            for value in self.record.each(tag):
                found = _PII.search(value)
                if found and (number := article_number(found[1])):
                    self.values.setdefault("number" if preprint else "page", number)

    def read_book(self) -> None:
        """BTI is the title of a book, or what holds the chapter in TI."""
        title = self.record.first("BTI")
        if title:
            self.values["container_title" if self.record.first("TI") else "title"] = _without_stop(title)

    def read_headings(self) -> None:
        """The subject headings are keywords too, behind those of the authors; their lines are kept as well."""
        headings = joined_headings(self.fields)
        if headings:
            self.values["keyword"] = ", ".join(filter(None, (self.values.get("keyword"), headings)))

    def read_line(self, tag: str, value: str) -> None:
        if tag in {"AU", "FAU", "CN", "ED", "FED"}:
            self.read_name(tag, value)
        elif tag in {"AID", "LID"}:
            self.read_identifier(tag, value)
        elif tag == "ISSN":
            self.read_eric_number(value)
        elif tag == "DP":
            self.put_date(value)
        elif tag in {"OT", "KW"}:
            self.words.append(value)
            self.values["keyword"] = ", ".join(self.words)
        elif tag == "PL":
            self.values.setdefault("publisher_place", value)
        elif tag != "BTI":
            self.read_text(tag, value)

    def read_identifier(self, tag: str, value: str) -> None:
        """The DOI, an address that is the work's or says the DOI, or what is kept; the writer makes AID of the DOI."""
        found, address = _DOI.match(value), value.startswith(("http://", "https://"))
        if found and "DOI" not in self.values:
            self.values["DOI"] = found[1]
        elif address:
            doi = bare_doi(value)
            self.values.setdefault("DOI" if doi.startswith("10.") else "URL", doi)
        if tag == "LID" or address or value != f"{self.values.get('DOI')} [doi]":
            self.fields.append([tag, value])

    def read_eric_number(self, value: str) -> None:
        self.values.setdefault(*read_number(value))
        self.fields.append(["ISSN", value])

    def read_text(self, tag: str, value: str) -> None:
        variable = TEXTS.get(tag)
        if tag == "JT" and is_document(self.record):
            variable = "archive" if university_of(self.record.first("SO")) else "publisher"
            self.fields += [[tag, value]] if variable == "archive" else []
        if variable in {"title", "collection_title", "volume_title"}:
            value = _without_stop(value)
        elif variable == "page":
            value = full_pages(value)
        elif variable == "ISSN":
            self.read_issn(value)
            return
        before = self.values.get(variable or "")
        if before and variable in {"title", "abstract"}:
            joint = " " if before[-1] in ":.?!" or variable == "abstract" else ": "
            self.values[variable] = f"{before}{joint}{value}"
        elif variable is None or before:
            self.fields.append([tag, value])
        else:
            self.values[variable] = value

    def read_issn(self, value: str) -> None:
        found = _ISSN.match(value)
        if found and "ISSN" not in self.values:
            self.values["ISSN"] = found[1]
        elif not found and (isbn := normalise_isbn(value)):
            self.values.setdefault("ISBN", isbn)
        if not found or value != found[1]:
            self.fields.append(["IS", value])

    def read_name(self, tag: str, value: str) -> None:
        """FAU gives the whole name; AU is read only where no FAU stands."""
        if (tag == "AU" and "FAU" in self.tags and not _OTHERS.match(value)) or (
            tag == "ED" and "FED" in self.tags
        ):
            return
        variable = "editor" if tag in {"ED", "FED"} else "author"
        name = Name(literal=value.rstrip(".")) if tag == "CN" else read_medline_name(value)
        self.values[variable] = (*self.values.get(variable, ()), name)

    def put_date(self, value: str) -> None:
        date = read_medline_date(value)
        years = re.findall(r"\b[12]\d{3}\b", value)
        if not date.parts:
            message = f"{value:.60} is no date that can be counted with"
            self.flaws.append(Flaw(FlawCode.BAD_DATE, message, self.key, "issued", value))
        if not date.parts and len(years) == 1:
            date = Date((int(years[0]),))
        self.values.setdefault("issued", date)


def _without_stop(title: str) -> str:
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def read_medline_name(text: str) -> Name:
    """``Basit, Hajira`` or ``Basit H``; a name with neither comma nor initials is an organisation's or one word."""
    family, comma, rest = text.partition(",")
    if _OTHERS.match(text):
        return Name(literal=OTHERS)
    if comma:
        given, _, suffix = rest.strip().partition(", ")
        return Name(family.strip() or None, pointed(given.strip()) or None, suffix=suffix.strip() or None)
    found = _INITIALS.match(text)
    if found:
        return Name(found[1], spelled(found[2]), suffix=found[3])
    return Name(literal=text) if " " in text else Name(family=text)


def read_medline_date(text: str) -> Date:
    """The Date of "2002 Sep 3", "2016 Jul-Aug" or "2018 Winter"; else the words as a literal."""
    found = _DATE.match(text.strip())
    if found is None:
        numbers = _NUMBERS.match(text.strip())
        whole = read_date("-".join(numbers.groups()) if numbers else text)
        return whole if whole is not None and whole.parts else _read_years(text)
    year, start, end, day, last_day = found.groups()
    if not start:
        return Date((int(year),))
    if season := season_number(start):
        return Date((int(year),), season=season)
    first, last = month_number(start), month_number(end) if end else None
    if first is None:
        return Date(literal=text)
    parts = (int(year), first, int(day)) if day and not end and 1 <= int(day) <= 31 else (int(year), first)
    if last:
        return Date(parts, (int(year), last))
    return Date(parts, (*parts[:2], int(last_day)) if last_day and len(parts) == 3 else ())


def _read_years(text: str) -> Date:
    found = _YEARS.match(text.strip())
    if found is None:
        return Date(literal=text)
    first, last = (month_number(found[at]) if found[at] else None for at in (2, 4))
    start = (int(found[1]), first) if first else (int(found[1]),)
    return Date(start, (int(found[3]), last) if last else (int(found[3]),))
