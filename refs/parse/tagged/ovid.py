"""OVID's tagged export, with two-letter tags or with names of fields, → Items."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from refs.model.flaw import Flaw
from refs.model.initials import read_given
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.model.pages import full_pages
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.tagged.lines import Record
from refs.parse.tagged.nbib import read_medline_name
from refs.parse.tagged.source_line import SourceLine, put_numbers, read_source
from refs.text import one_line

KEPT = "ovid"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

# <3. >, <3>
_HEAD = re.compile(r"\s{0,3}<\s*\d+\s*\.?\s*>\s*$")
# TI  - Title
_LINE = re.compile(r"([A-Z][A-Z0-9]|FED)\s{1,3}- ?(.*)$")
_TEXTS: Mapping[str, str] = {
    "TI": "title",
    "IS": "ISSN",
    "IB": "ISBN",
    "BN": "ISBN",
    "DI": "DOI",
    "DO": "DOI",
    "AB": "abstract",
    "DB": "source",
    "RO": "license",
    "VO": "volume",
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "JN": "container_title",
    "EN": "edition",
    "JT": "container_title",
    "JA": "container_title_short",
    "TA": "container_title_short",
    "PL": "publisher_place",
    "PM": "PMID",
    "PN": "number",
    "UR": "URL",
}
_LABELS: Mapping[str, str] = {
    "Accession Number": "AN",
    "Author": "AU",
    "Authors": "AU",
    "Editor": "EE",
    "Editors": "EE",
    "Institution": "IN",
    "Title": "TI",
    "Source": "SO",
    "Status": "ST",
    "Abstract": "AB",
    "Author Keywords": "KW",
    "Keywords": "KW",
    "Language": "LG",
    "Document Type": "DT",
    "Publication Type": "PT",
    "Journal Subset": "SB",
    "ISSN": "IS",
    "ISBN": "IB",
    "NLM Journal Code": "JC",
    "DOI Number": "DI",
    "Digital Object Identifier": "DI",
    "Year of Publication": "YR",
    "Publication Year": "YR",
    "Publisher": "PB",
    "Link to the Ovid Full Text or citation": "XL",
    "Score": "SR",
    "Chapter Title": "CT",
    "Book Title": "BT",
    "Database": "DB",
}
_TYPES = (
    ("chapter", ItemType.CHAPTER),
    ("dissertation", ItemType.THESIS),
    ("book", ItemType.BOOK),
    ("meeting", ItemType.PAPER_CONFERENCE),
    ("conference", ItemType.PAPER_CONFERENCE),
    ("patent", ItemType.PATENT),
    ("newspaper", ItemType.ARTICLE_NEWSPAPER),
    ("video", ItemType.MOTION_PICTURE),
    ("technical report", ItemType.REPORT),
    ("legal case", ItemType.LEGAL_CASE),
    ("legislation", ItemType.LEGISLATION),
)
_NAMES = {"AU": "author", "FA": "author", "EE": "editor", "ED": "editor", "FED": "editor"}
_WHOLE = {"AU": "FA", "ED": "FED"}
"""A tag of names, and that of the same people's whole names."""
# Publish Ahead of Print, POST ACCEPTANCE, 30 November 2015
_AHEAD = re.compile(r"\b(?:\d{1,2} )?[A-Z][a-z]{2,8} [12]\d{3}$")
_DATES = ("YR", "DP", "DG")
"""The tags of dates, the first that is there is read."""
# Title.  [Article], Title.[Article]
_KIND = re.compile(r"\s*\[(?:[A-Z][^\[\]]{2,60})\]\.?\s*$")
# 1,2,+  *  behind a name
_MARKS = re.compile(r"(?:[\s\d,*+†‡§()]|\[[^\[\]]{0,80}\])+$")
# MD, Ph.D., FACSM: a word behind the given names that is neither a name nor an initial
_DEGREE = re.compile(
    r"(?:[A-Z]{2,}[a-z]{0,3}|(?:[A-Z][a-z]{0,2}\.){2,3}|[A-Z][a-z]?[A-Z][a-z]{0,2}|Dr\.?)[,;]?$"
)


def parse_ovid(text: str) -> Reading:
    """The items of an OVID text; a record begins at its number in angle brackets."""
    flaws: list[Flaw] = []
    records = enumerate(_records(text), 1)
    return Reading(tuple(_read(record, f"item-{number}", flaws) for number, record in records), tuple(flaws))


def _records(text: str) -> Iterator[Record]:
    record = Record(listing="")
    labelled = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _LINE.match(line)
        label = _LABELS.get(line.strip()) if line[:1].isalpha() and not found else None
        labelled = (labelled and not found) or label is not None
        tag = found[1] if found else label
        if labelled and label is None and line[:1].isalpha():
            tag = line.strip()  # the name of a field that is not known
        if _HEAD.match(line) or (tag in {"AN", "VN", "SR"} and record.has(tag or "")):
            if record.pieces:
                yield record
            record = Record(listing="")
        if tag is not None:
            record.add(tag, _value(tag, found[2]) if found else "")
        elif record.pieces and line.strip() and not _HEAD.match(line):
            record.extend(_value(record.pieces[-1][0], line))
    if record.pieces:
        yield record


def _value(tag: str, text: str) -> str:
    """The text on one line; two blanks may part two authors."""
    return text.strip() if tag in _NAMES else one_line(text)


def _read(record: Record, default_id: str, flaws: list[Flaw]) -> Item:
    draft = Draft(KEPT, record.first("AN").rstrip(".") or default_id, _read_type(record), flaws)
    for tag, value in sorted(record.lines, key=lambda line: line[0] != "CT"):
        if not (tag in _WHOLE and record.first(_WHOLE[tag])):
            _read_line(draft, tag, value)
    _read_number(draft, record)
    if draft.kind is ItemType.THESIS:
        draft.fill("publisher", record.first("IN").rpartition(":")[2].strip(" ."))
    place = _PUBLISHED.search(record.first("SO")[:600])
    source = SourceLine() if place else read_source(record.first("SO"))
    chapter = draft.kind is ItemType.CHAPTER
    if place:
        _read_published(draft, place)
    elif draft.kind is not ItemType.BOOK:
        draft.put("container_title", source.journal)
    if record.first("BT"):
        _read_book(draft, record.first("BT"), chapter=chapter)
    if put_numbers(draft, replace(source, page=full_pages(source.page))):
        return draft.item()
    if told := record.first(*_DATES):
        draft.put_date("issued", told.rstrip("."))
    elif found := _AHEAD.search(record.first("ST")):
        draft.put_date("issued", found[0])
    return draft.item()


def _read_number(draft: Draft, record: Record) -> None:
    """UI is the PMID in MEDLINE, and the number of another database elsewhere."""
    number = record.first("UI")
    medline = "medline" in record.first("DB").lower()
    draft.put("PMID" if medline and number.isdecimal() else None, number, "UI")


# Hansen, K (Ed) (2002). Wards. (pp. 214-218). xv, 321 pp. Bergen, Norway: Fjord Press; (2002). xv, 321 pp. Bergen: Fjord Press
_PUBLISHED = re.compile(
    r"(?P<editors>[^()]{2,300}?)?(?:\s*\(Eds?\.?\))?\.?\s*\((?P<year>\d{4})\)\.\s+"
    r"(?:(?P<title>[^()]{2,300}?)\.\s+\(pp\.\s*(?P<page>[\d-]+)\)\.?\s+)?[^:]{0,100}?(?P<size>\d+)?\s*pp\.\s+"
    r"(?P<place>[^:]{2,100}):\s*(?P<publisher>.{2,200}?)\.?$"
)


# Hansen, K (Ed), Hansen, K [Ed.]
_EDITOR = re.compile(r"\s*[(\[]Eds?(?:\.|itors?)?[)\]]\.?")


def _read_published(draft: Draft, found: re.Match[str]) -> None:
    """Where a book or a chapter was published, from the one line that says it."""
    for each in re.split(r";\s+|\s+&\s+", found["editors"] or "") if found["title"] else ():
        draft.add_name("editor", read_ovid_name(_EDITOR.sub("", each)))
    draft.put("container_title", found["title"] or "")
    draft.put("page", found["page"] or "")
    draft.put("number_of_pages", "" if found["title"] else found["size"] or "")
    draft.put("publisher_place", found["place"])
    draft.put("publisher", found["publisher"])
    draft.put_date("issued", found["year"])


def _read_type(record: Record) -> ItemType:
    if record.first("CT"):
        return ItemType.CHAPTER
    if record.first("DB").startswith("Books@Ovid"):
        return ItemType.BOOK
    told = " ".join(value.lower() for tag, value in record.lines if tag in {"PT", "DT"})
    article = "journal article" in told or "journal: article" in told or told.strip() == "article"
    found = next((kind for word, kind in _TYPES if word in told and not article), None)
    if found is ItemType.PAPER_CONFERENCE and not record.first("BT"):
        return ItemType.ARTICLE_JOURNAL
    return found or (
        ItemType.CHAPTER if record.first("BT") and not record.first("SO") else ItemType.ARTICLE_JOURNAL
    )


def _read_line(draft: Draft, tag: str, value: str) -> None:
    if tag in _NAMES:
        _read_names(draft, tag, value)
    elif tag in {"TI", "CT"}:
        draft.put("container_title" if "title" in draft.values else "title", without_kind(value), tag)
    elif tag == "KW":
        draft.add_words(value.strip(", .").split(";"))
    elif tag == "LG":
        draft.put("language", value.rstrip("."), tag)
    elif tag in {"PB", "PU"}:
        _read_publisher(draft, tag, value)
    elif tag == "AN":
        draft.put("call_number", value.rstrip("."))
    elif tag == "PG" and draft.kind is ItemType.BOOK:
        draft.put("number_of_pages", value, tag)
    elif tag not in {"SO", "BT", "VN", "UI", *_DATES}:
        draft.put(_TEXTS.get(tag), value, tag)


def _read_names(draft: Draft, tag: str, value: str) -> None:
    """The people of a line; ED has the day of entry in some databases."""
    if not any(char.isalpha() for char in value):
        draft.keep(tag, value)
        return
    variable = "editor" if "[Ed]" in value else _NAMES[tag]
    for each in re.split(r";\s+|\s{2,}", value.replace("[Ed]", "")):
        draft.add_name(variable, read_ovid_name(each))


def _read_publisher(draft: Draft, tag: str, value: str) -> None:
    """``Fjord Press, Bergen``."""
    publisher, comma, place = value.rstrip(".").rpartition(", ")
    draft.put("publisher", publisher if comma else place, tag)
    draft.put("publisher_place", place if comma else "", tag)


# Chapter pagination: 214-218, (pp. 214-218), 3: 214-218
_PAGES = tuple(
    re.compile(rf"{before}\s*([\d-]*\d)") for before in (r"[Pp]agination:?", r"\(pp?\.", r":(?=\s*\d+-)")
)
# Hansen, K [Ed]; Moe, P [Ed]. (2001).
_EDITORS = re.compile(r"^(.{2,200}?)\s*\[Eds?\.?(?:itors?)?\]\.\s*(?:\((\d{4})\)\.\s*)?")


def _read_book(draft: Draft, text: str, *, chapter: bool) -> None:
    """Editors, title and pages: ``Guliaev, V.D. [Ed.]. Title. Publisher. Chapter pagination: 214-218.``."""
    if found := next(filter(None, (form.search(text) for form in _PAGES)), None):
        draft.put("page", found[1])
    if found := _EDITORS.match(text):
        for each in re.split(r";\s+|\s+&\s+", found[1]):
            draft.add_name("editor", read_ovid_name(_EDITOR.sub("", each)))
        draft.put_date("issued", found[2] or "")
        text = text[found.end() :]
    end = text.find("]" if text.startswith("[") else ". ")
    title = text[:end] if end > 0 else text
    if chapter:
        draft.put("container_title", title.strip(" .[]"))


def without_kind(title: str) -> str:
    """The title without the kind of article in brackets behind it, and without its stop.

    >>> without_kind("Take Ten.  [Miscellaneous]")
    'Take Ten'
    """
    bare = _KIND.sub("", title) if not title.startswith("[") else title
    return bare[:-1] if bare.endswith(".") and not bare.endswith("..") else bare


def read_ovid_name(text: str) -> Name | None:
    """``Lefkowitz, Rafael Y. MD, MPH 1``: neither degrees nor the marks of institutes are of the name."""
    family, comma, given = _MARKS.sub("", text.strip()).partition(",")
    if not comma and _DEGREE.match(family.strip()):
        return None
    if not comma:
        return read_medline_name(family.strip()) if family.strip() else None
    words = given.split()
    kept = words[:1]
    for word in words[1:]:
        if kept[-1].endswith(",") or _DEGREE.match(word):
            break
        kept.append(word)
    return Name(family.strip(), read_given(" ".join(kept).rstrip(",")) or None)
