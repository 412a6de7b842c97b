"""The fields of one MARC record, MARC 21 or UNIMARC, → an Item (Library of Congress, "MARC 21 Format"; IFLA, "UNIMARC")."""

import re

from refs.model.item import Item
from refs.parse.catalogue.marc_host import has_host, in_serial, is_at_meeting, read_host
from refs.parse.catalogue.marc_parts import (
    MEDIA,
    UNSORTED,
    bare,
    read_people,
    read_publisher,
    read_size,
    read_words,
    title_of,
)
from refs.parse.catalogue.marc_record import MarcRecord
from refs.parse.catalogue.marc_types import read_type
from refs.parse.draft import Draft
from refs.parse.series import split_series

KEPT = "marc"
"""The name in `Item.custom` under which stand the fields that have no CSL variable."""

_SHELVES = ("099", "090", "050", "055", "060", "070", "080", "082", "084")
_SUBJECTS = (
    "600",
    "610",
    "611",
    "630",
    "648",
    "650",
    "651",
    "653",
    "654",
    "655",
    "656",
    "657",
    "658",
    "662",
    "689",
)
_UNIMARC_SUBJECTS = ("600", "601", "602", "604", "605", "606", "607", "608", "610")
_ENDS = " /:;,=."
# Thesis (Ph. D.)--University of Somewhere, 1999.
_THESIS = re.compile(
    r"(?:thesis|dissertation|diss\.?)?\s*\(([^()]{2,60})\)\s*[-–—]+\s*(.+?)(?:,\s*\d{4}.*)?$", re.IGNORECASE
)
# Berlin, Freie Univ., Diss., 1999; Dissertation, Universität Wien, 2001
_DISSERTATION = re.compile(
    r"\b((?:Inaugural-?|Doktor|Magister|Master|Diplom)?(?:diss(?:ertation)?|arbeit|thesis))\b", re.IGNORECASE
)
_SCHOOL = re.compile(r"[^,:]*\b(?:univ|hochschule|college|institut|TU|FU|école)[^,:]*", re.IGNORECASE)


def read_marc(record: MarcRecord, default_id: str) -> Item:
    """The Item of a record."""
    kind = read_type(
        record, held=has_host(record), in_serial=in_serial(record), at_meeting=is_at_meeting(record)
    )
    draft = Draft(KEPT, record.control("001").strip() or default_id, kind)
    if record.is_unimarc:
        _read_unimarc(draft, record)
    else:
        _read_marc21(draft, record)
    return draft.item()


def _read_marc21(draft: Draft, record: MarcRecord) -> None:
    draft.put("title", title_of(record, "245", "abnp"))
    draft.put("title_short", bare(record.first("210", "a")) if draft.kind == "periodical" else "")
    read_people(draft, record, ("100", "110"), ("700", "710", "720"), record.first("245", "c"))
    draft.put("event_title", bare(record.first("711", "a") or record.first("111", "a")))
    _read_numbers(draft, record)
    draft.put("edition", record.first("250", "a").rstrip(" /"))
    for each in record.every("260", "264"):
        if each.tag == "260" or each.marks[1:2] in {"1", " ", ""}:
            read_publisher(draft, each.all("a"), each.all("b"), each.first("c"))
    read_publisher(draft, (), (), record.first("264", "c"))
    draft.put("medium", bare(record.first("245", "h")).strip("[]") if draft.kind in MEDIA else "")
    _read_thesis(draft, record)
    read_host(draft, record)
    code = record.control("008")
    if "issued" not in draft.values and code[7:11].isdecimal():
        draft.put_date("issued", code[7:11])
    draft.put("language", record.first("041", "a")[:3] or code[35:38].strip(" |"))
    read_size(draft, record.first("300", "a"))
    for each in record.every("490", "440", "830"):
        title, number = split_series(bare(each.first("a")))
        draft.fill("collection_title", title)
        draft.fill("collection_number", bare(each.first("v")) or number)
        draft.fill("ISSN", bare(each.first("x")))
    draft.put("scale", bare(record.first("255", "a")))
    draft.put("call_number", _shelf(record))
    draft.put("abstract", record.first("520", "a"))
    draft.put("note", "\n".join(each.first("a") for each in record.every("500") if each.first("a")))
    draft.put("URL", record.first("856", "u"))
    read_words(draft, record, _SUBJECTS)


def _shelf(record: MarcRecord) -> str:
    """Where the library that wrote the record has its copy, else what it is classed under."""
    for each in record.every("852"):
        if each.first("h"):
            return " ".join([*each.all("k"), *each.all("hi")])
    return next((" ".join(each.all("ab")) for each in record.every(*_SHELVES) if each.first("a")), "")


def _read_thesis(draft: Draft, record: MarcRecord) -> None:
    """The degree and the university: in parts of their own, or in words."""
    text = record.first("502", "a")
    found = _THESIS.search(text)
    degree, school = (found[1], found[2]) if found else ("", "")
    if text and not found:
        kind, place = _DISSERTATION.search(text), _SCHOOL.search(text)
        degree, school = kind[1] if kind else "", place[0].strip() if place else ""
    draft.put("genre", record.first("502", "b") or degree)
    draft.fill("publisher", record.first("502", "c") or bare(school))
    if "issued" not in draft.values:
        read_publisher(draft, (), (), record.first("502", "d") or text)


def _read_unimarc(draft: Draft, record: MarcRecord) -> None:
    draft.put("title", title_of(record, "200", "aehi"))
    statement = " ; ".join(text for each in record.every("200") for text in each.all("fg"))
    read_people(draft, record, ("700", "701", "710", "711", "720", "721"), ("702", "712", "722"), statement)
    draft.put("original_title", UNSORTED.sub("", bare(record.first("454", "at"))))
    draft.put("ISBN", _isbns(record, "010"))
    draft.put("ISSN", record.first("011", "a"))
    draft.put("language", record.first("101", "a"))
    draft.put("edition", record.first("205", "a"))
    for each in record.every("210", "214"):
        read_publisher(draft, each.all("a"), each.all("c"), each.first("d"))
    draft.put("genre", record.first("328", "b"))
    draft.fill("publisher", record.first("328", "e"))
    read_host(draft, record)
    read_size(draft, record.first("215", "a"))
    for each in record.every("225", "410"):
        draft.fill("collection_title", bare(each.first("a" if each.tag == "225" else "at")))
        draft.fill("collection_number", bare(each.first("v")))
    shelves = (" ".join(each.all("ab")) for each in record.every("680", "675", "676", "686"))
    draft.put("scale", bare(record.first("206", "a")))
    draft.put("call_number", next(filter(None, shelves), ""))
    draft.put("abstract", record.first("330", "a"))
    draft.put("note", "\n".join(each.first("a") for each in record.every("300") if each.first("a")))
    draft.put("URL", record.first("856", "u"))
    read_words(draft, record, _UNIMARC_SUBJECTS)


def _isbns(record: MarcRecord, tag: str) -> str:
    """The numbers without what is said of binding and price."""
    found = (text.split()[0] for each in record.every(tag) if (text := each.first("a").strip(_ENDS)))
    return " ".join(dict.fromkeys(found))


def _read_numbers(draft: Draft, record: MarcRecord) -> None:
    draft.put("ISBN", _isbns(record, "020"))
    draft.put("ISSN", record.first("022", "a"))
    for each in record.every("966", "856"):
        if each.first("u").startswith(("https://doi.org/10.", "http://dx.doi.org/10.")):
            draft.fill("DOI", each.first("u"))
    for each in record.every("024"):
        if each.first("2").lower() == "doi" and "DOI" not in draft.values:
            draft.put("DOI", each.first("a"))
