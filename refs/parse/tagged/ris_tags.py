"""What a tag of RIS means in one record: by the type, by the other tags, by the form of its value."""

import re
from functools import lru_cache

from refs.model.identifier import normalise_isbn
from refs.model.item import ItemType
from refs.model.ris import BY_TYPE, JOURNALS, NAMES, PUBLISHED, TEXTS, WHOLE
from refs.model.serial import number_kind
from refs.parse.tagged.lines import Record

_DEPENDENT = frozenset(
    [
        "A2",
        "AN",
        "C1",
        "C2",
        "C3",
        "CP",
        "CY",
        "ET",
        "J1",
        "J2",
        "JA",
        "L2",
        "M1",
        "M3",
        "SE",
        "SN",
        "ST",
        "T2",
        "VL",
    ]
)
"""The tags whose meaning may depend on the value or on the other tags of the record."""
_BOOKS = frozenset({ItemType.BOOK, ItemType.CLASSIC, ItemType.MANUSCRIPT, ItemType.PAMPHLET})
"""The item types whose BT is their own title."""
_TITLES = ("JF", "T2", "JO", "BT")
_SHORT_TITLES = ("J2", "JA", "J1")
_CONTAINED = JOURNALS | {
    ItemType.CHAPTER,
    ItemType.ENTRY_DICTIONARY,
    ItemType.ENTRY_ENCYCLOPEDIA,
    ItemType.POST_WEBLOG,
    ItemType.WEBPAGE,
}
"""The item types that are in something, of which an abbreviated title is better than none."""
# doi: 10.1000/x
_DOI = re.compile(r"(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/", re.IGNORECASE)
_TYPES_IN_WORDS = frozenset(
    {
        "article",
        "book",
        "book chapter",
        "chapter",
        "conference abstract",
        "conference paper",
        "conference proceeding",
        "conference proceedings",
        "conference review",
        "edited book",
        "journal article",
        "proceedings paper",
        "report",
        "review",
        "thesis",
        "web",
        "web page",
    }
)
# 2016/01/30, 20160130
_DAY = re.compile(r"\d{4}(?:[/-]\d{1,2}\b|[01]\d[0-3]\d$)")
_LONGEST_ISSUE = 20
_MEDLINE = re.compile(r"medline|pubmed", re.IGNORECASE)


def meaning(tag: str, value: str, record: Record, code: str, kind: ItemType) -> str:
    """The variable that a line fills; empty when CSL has none for it."""
    if tag not in _DEPENDENT:
        return _by_type(tag, code, kind)
    variable = _by_value(tag, value, record, code, kind)
    if variable is None:
        variable = _by_neighbours(tag, record, code, kind)
    if variable is None:
        variable = _by_type(tag, code, kind)
    return number_kind(value, variable) if variable in {"ISSN", "ISBN"} else variable


@lru_cache(maxsize=4096)
def _by_type(tag: str, code: str, kind: ItemType) -> str:
    """What a tag means in records of one type."""
    own = BY_TYPE.get(code, {}).get(tag)
    return _common(tag, kind) or "" if own is None else own


def _by_value(tag: str, value: str, record: Record, code: str, kind: ItemType) -> str | None:
    """What the form of the value decides; None when it decides nothing."""
    if tag in {"CP", "M1", "M3"}:
        return _of_number_or_kind(tag, value, code, kind)
    if tag in {"C2", "AN"} and value.upper().startswith("PMC") and value[3:4].isdecimal():
        return "PMCID"
    if tag == "AN" and value.isdecimal() and len(value) < 9 and _MEDLINE.search(record.first("DB")):
        return "PMID"
    if tag == "ET" and kind in JOURNALS and _DAY.match(value):  # when it was on line before it was in print
        return ""
    if tag == "SE" and kind in JOURNALS and code != "NEWS" and value[:1].isdecimal():
        return "" if record.first("SP") else "page_first"
    if tag == "VL" and code == "THES" and any(char.isdecimal() for char in value):
        return "volume"
    if tag == "SN" and code in {"RPRT", "GOVDOC"} and normalise_isbn(value):
        return "ISBN"
    return None


def _of_number_or_kind(tag: str, value: str, code: str, kind: ItemType) -> str | None:
    """What the tags mean in which everybody puts something else: numbers, and kinds of work."""
    if tag == "M3" and _DOI.match(value):
        return "DOI"
    if tag == "M3":
        return "" if kind in JOURNALS or _says_the_type(value) else None
    if _is_no_number(tag, value, kind):
        return ""
    if code == "THES" and tag == "M1" and not any(char.isdecimal() for char in value):
        return "genre"
    return None


def _is_no_number(tag: str, value: str, kind: ItemType) -> bool:
    """Whether a tag of numbers has something else: 0, words of Publish or Perish, the name of a conference."""
    words = len(value) > _LONGEST_ISSUE and (tag == "CP" or kind in JOURNALS)
    return words or value == "0" or value.startswith("Query date") or "://" in value


def _says_the_type(value: str) -> bool:
    """Whether the words for a kind of work only say its type again, which a citation would print: ``[Conference Paper]``."""
    return all(part.strip().lower() in _TYPES_IN_WORDS for part in value.split(";"))


def _by_neighbours(tag: str, record: Record, code: str, kind: ItemType) -> str | None:
    """What the other tags of the record decide; None when they decide nothing."""
    own = BY_TYPE.get(code, {})
    if tag == "A2" and own.get("A2") == "collection_editor" and not record.first("AU", "A1", "A3"):
        return "editor"
    if tag == "ST" and not record.first("TI", "T1", "CT", "BT"):
        return "title"
    if kind is ItemType.PAPER_CONFERENCE:
        return _in_proceedings(tag, record)
    if tag in _SHORT_TITLES and kind in _CONTAINED and not record.first(*_TITLES):
        first = next(each for each in _SHORT_TITLES if record.first(each))
        return "container_title" if tag == first else None
    if tag == "L2" and not record.first("UR", "LK") and record.first("L2").startswith("http"):
        return "URL"
    return None


def _in_proceedings(tag: str, record: Record) -> str | None:
    """C3 is the title of the proceedings, and T2 then that of the conference; C1 and CY are their places."""
    if tag == "C3":
        return "container_title"
    if tag == "T2" and record.first("C3", "BT"):
        return "event_title"
    if tag == "C1":
        return "publisher_place"
    return "event_place" if tag == "CY" and record.first("C1") else None


def _common(tag: str, kind: ItemType) -> str | None:
    """What a tag means in most types."""
    if tag == "SN":
        return "ISSN" if kind in JOURNALS else "ISBN"
    if tag == "BT":
        return "title" if kind in _BOOKS else "container_title"
    if tag == "T2" and kind in WHOLE:
        return "collection_title"
    if tag == "DB" and kind in PUBLISHED:
        return "source"
    if tag == "M1" and kind not in JOURNALS:
        return "number"
    return None if tag == "C2" else TEXTS.get(tag) or NAMES.get(tag)
