"""Web of Science's tagged export (ISI Export Format) → Items."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from refs.model.date import Date
from refs.model.flaw import Flaw, FlawCode
from refs.model.initials import pointed, read_given
from refs.model.item import Item, ItemType
from refs.model.kept import keep
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.dates import join_date, read_date
from refs.parse.identity import bare_doi, identified
from refs.parse.people import read_person
from refs.parse.tagged.lines import Record
from refs.parse.tagged.nbib import read_medline_name
from refs.parse.words import month_number

KEPT = "isi"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

# TI Optical properties; three blanks continue the tag above
_LINE = re.compile(r"\ufeff?([A-Z][A-Z0-9])(?: (.*)|$)")
# US1234567-A   26 May 1998   A61F-002/06: patents name each publication and its day
_WHOLE_DAY = re.compile(r"\b\d{1,2} [A-Za-z]{3,9} [12]\d{3}\b")
# SUM 2009, FEB 21 2005: a year, and what stands for it
_YEAR = re.compile(r",?\s*\b([12]\d{3})\b")
# Lind, Mia (mia.lind@example.org)
_ADDRESS = re.compile(r"\([^()]*\)")
# Lind, Mia, V: an initial that was taken for a numeral
_INITIAL = re.compile(r"^([^,]+, [^,]+), ([IV])$")
# Sn/sub 2/P/sup 3+/
_SHIFTED = re.compile(r"/(sub|sup) ([^/<>]{1,30})/")
_TYPES = {
    "J": ItemType.ARTICLE_JOURNAL,
    "B": ItemType.BOOK,
    "S": ItemType.CHAPTER,
    "C": ItemType.PAPER_CONFERENCE,
    "P": ItemType.PATENT,
    "JOURNAL": ItemType.ARTICLE_JOURNAL,
    "BOOK": ItemType.BOOK,
    "PATENT": ItemType.PATENT,
}
_DOCUMENTS = {
    "PROCEEDINGS PAPER": ItemType.PAPER_CONFERENCE,
    "BOOK CHAPTER": ItemType.CHAPTER,
    "DATA SET": ItemType.DATASET,
}
"""The document types (DT) that say more than the publication type (PT)."""
_TEXTS = {
    "TI": "title",
    "SO": "container_title",
    "JI": "container_title_short",
    "J9": "container_title_short",
    "JA": "container_title_short",
    "SE": "collection_title",
    "VL": "volume",
    "IS": "issue",
    "SN": "ISSN",
    "EI": "ISSN",
    "BN": "ISBN",
    "DI": "DOI",
    "D2": "DOI",
    "AB": "abstract",
    "LA": "language",
    "PU": "publisher",
    "PI": "publisher_place",
    "CT": "event_title",
    "CL": "event_place",
    "MA": "number",
    "PN": "part_number",
    "PM": "PMID",
    "SU": "supplement_number",
    "AW": "URL",
    "UR": "URL",
    "CE": "edition",
    "IO": "authority",
    "PC": "jurisdiction",
    "PV": "publisher_place",
    "VN": "version",
    "NT": "note",
}
_NAMES = {
    "AU": "author",
    "AF": "author",
    "CA": "author",
    "BA": "container_author",
    "BF": "container_author",
    "BE": "editor",
    "ED": "editor",
    "TR": "translator",
    "AA": "contributor",
}
_WORDS = frozenset({"BD", "DE", "ID", "IP", "KW", "MC", "MQ", "OR"})
_GROUPS = frozenset({"CA"})
"""The tags of names that are groups'; GP, the society whose book it is, is nobody that is cited."""
_WHOLE = {"AU": "AF", "BA": "BF"}
"""A tag of short names, and that of the same people's whole names."""
_LISTS = frozenset({"AU", "AF", "BE", "ED", "BA", "BF", "CA", "GP", "CR", "C1", "RP"})
"""The tags of which each line is one of several values."""


def parse_isi(text: str) -> Reading:
    """The items of a Web of Science text; a record begins at PT and ends at ER."""
    flaws: list[Flaw] = []
    records = enumerate(_records(text, flaws), 1)
    return Reading(
        tuple(_Mapping(record, f"item-{number}").item() for number, record in records), tuple(flaws)
    )


def _records(text: str, flaws: list[Flaw]) -> Iterator[Record]:
    record = Record()
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        found = _LINE.match(line)
        tag, value = (found[1], (found[2] or "").strip()) if found else (None, line.strip())
        if tag in {"FN", "VR", "EF"} or not (tag or value):
            continue
        if tag in {"ER", "PT"} and record.pieces:
            yield record
            record = Record()
        if tag is not None:
            if tag != "ER":
                record.add(tag, value)
        elif not record.pieces:
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"line {number} has no tag", text=value[:80]))
        elif record.pieces[-1][0] in _LISTS:
            record.add(record.pieces[-1][0], value)
        else:
            record.extend(value)
    if record.pieces:
        yield record


class _Mapping:
    """One record on its way to an Item."""

    def __init__(self, record: Record, default_id: str) -> None:
        self.record = record
        self.key = record.first("UT") or default_id
        self.values: dict[str, Any] = {}
        self.fields: list[list[str]] = []

    def item(self) -> Item:
        """The Item."""
        for tag, value in self.record.lines:
            if value and not (tag in _WHOLE and self.record.first(_WHOLE[tag])):
                self.read_line(tag, value)
        self.read_rest()
        values = self.values
        values["id"], values["type"] = self.key, self.read_type()
        if values["type"] is ItemType.BOOK and values.get("container_title") == values.get(
            "title", ""
        ).rstrip("."):
            values.pop("container_title", None)
        keep(values, KEPT, fields=self.fields)
        return identified(values)

    def read_type(self) -> ItemType:
        kind = _TYPES.get(self.record.first("PT").upper(), ItemType.ARTICLE_JOURNAL)
        told = [part.strip() for part in self.record.first("DT").upper().split(";")]
        if kind is ItemType.ARTICLE_JOURNAL and len(told) > 1:  # what it was before it was in the journal
            return kind
        if found := next((_DOCUMENTS[part] for part in told if part in _DOCUMENTS), None):
            return found
        untold = kind is ItemType.BOOK or not told[0]
        if untold and kind in {ItemType.ARTICLE_JOURNAL, ItemType.BOOK} and "event_title" in self.values:
            return ItemType.PAPER_CONFERENCE
        return kind

    def read_line(self, tag: str, value: str) -> None:
        if tag in _NAMES:
            self.read_names(tag, value)
        elif tag in _WORDS:
            words = ", ".join(part.strip() for part in value.split(";") if part.strip())
            self.values["keyword"] = ", ".join(filter(None, (self.values.get("keyword"), words)))
        elif tag not in {"PT", "UT", "PY", "PD", "BP", "BR", "EP", "PS", "AR"} and not (
            tag == "CY" and read_held(value)
        ):
            self.read_text(tag, value)

    def read_names(self, tag: str, value: str) -> None:
        variable = _NAMES[tag]
        for each in value.split(";"):
            text = _INITIAL.sub(r"\1 \2", _ADDRESS.sub("", each).strip())
            if tag in _GROUPS:
                name = Name(literal=text) if text else None
            else:
                name = read_medline_name(text) if text and "," not in text else read_person(text)
            if name is not None:
                given = pointed(name.given) if tag in _WHOLE.values() else read_given(name.given)
                name = replace(name, given=given)
                self.values[variable] = (*self.values.get(variable, ()), name)

    def read_text(self, tag: str, value: str) -> None:
        variable = _TEXTS.get(tag)
        if tag == "PN" and self.record.first("PT")[:1].upper() == "P":
            variable = "number"
        elif tag == "PG" and self.read_type() is ItemType.BOOK:
            variable = "number_of_pages"
        elif (tag == "EI" and self.record.first("SN")) or (
            tag == "D2" and self.read_type() is not ItemType.BOOK
        ):
            variable = None
        if variable is None or variable in self.values:
            self.fields.append([tag, value])
        else:
            text = _SHIFTED.sub(r"<\1>\2</\1>", value) if variable in {"title", "abstract"} else value
            self.values[variable] = bare_doi(text) if variable == "DOI" else text

    def read_rest(self) -> None:
        """The pages and the date, each in two tags."""
        first, last = self.record.first("BP", "BR"), self.record.first("EP")
        pages = self.record.first("PS") or "-".join(dict.fromkeys(filter(None, (first, last))))
        pages = pages or self.record.first("AR")
        if pages:
            self.values["page"] = pages
        date = read_issued(self.record.first("PY"), self.record.first("PD"))
        date = date or read_issued("", self.record.first("EA"))  # online, before its issue
        if date is not None:
            self.values["issued"] = date
        held = read_held(self.record.first("CY"))
        if held is not None:
            self.values["event_date"] = held


def read_issued(year: str, day: str) -> Date | None:
    """The date of PY and PD, which may say the year once more; another year in PD does not count.

    >>> str(read_issued("2005", "2005-Feb")), str(read_issued("2005", "DEC 2004"))
    ('2005-02', '2005')
    >>> str(read_issued("", "NO1234567-A   26 May 1998   A61F-002/06"))
    '1998-05-26'
    """
    if found := _WHOLE_DAY.search(day):
        day = found[0]
    said = _YEAR.search(day)
    bare = _YEAR.sub("", day).strip(" -")
    if not year:
        return read_date(f"{said[1]} {bare.title()}".strip() if said else day.title())
    if said and said[1] != year:
        bare = ""
    return join_date(year, bare, "")[0]


# FEB 21-23, 2005; AUG 30-SEP 02, 1999; JUL   07, 1999; AUG, 2015; 2003
_HELD = re.compile(r"(?:([A-Z]{3})[A-Z]*(?:\s*(\d{1,2})(?:-(?:([A-Z]{3})[A-Z]* )?(\d{1,2}))?)?, )?(\d{4})$")


def read_held(text: str) -> Date | None:
    """The days of a conference; None when the words say something else.

    >>> str(read_held("FEB 21-23, 2005")), str(read_held("AUG, 2015"))
    ('2005-02-21/2005-02-23', '2015-08')
    """
    found = _HELD.match(text.upper())
    if found is None:
        return None
    first = month_number(found[1]) if found[1] else None
    last = month_number(found[3]) if found[3] else first
    year = int(found[5])
    if first is None or found[2] is None:
        return Date((year, first) if first else (year,))
    end = (year, last, int(found[4])) if found[4] and last else ()
    return Date((year, first, int(found[2])), end)
