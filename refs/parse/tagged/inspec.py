"""INSPEC's tagged export → Items."""

import re
from collections.abc import Mapping

from refs.model.item import Item, ItemType
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.tagged.lines import Record, records_behind
from refs.parse.tagged.silverplatter import read_tied, untied
from refs.parse.tagged.source_line import SourceLine, put_numbers, read_source

KEPT = "inspec"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

# TI ~ The SIS project
_LINE = re.compile(r"([A-Z]{2}) ?~ ?(.*)")
# Record 1 of 2 - INSPEC 1990-1994
_HEAD = re.compile(r"^Record.{0,60}INSPEC.*$", re.MULTILINE)
_TEXTS: Mapping[str, str] = {
    "TI": "title",
    "AB": "abstract",
    "LA": "language",
    "SN": "ISSN",
    "IB": "ISBN",
    "CT": "event_title",
    "CP": "event_place",
}
_TYPES = (
    ("conference", ItemType.PAPER_CONFERENCE),
    ("journal", ItemType.ARTICLE_JOURNAL),
    ("report", ItemType.REPORT),
    ("dissertation", ItemType.THESIS),
    ("chapter", ItemType.CHAPTER),
    ("book", ItemType.BOOK),
    ("patent", ItemType.PATENT),
)


def parse_inspec(text: str) -> Reading:
    """The items of an INSPEC text; a record begins at a line ``Record … INSPEC …``."""
    records = enumerate(records_behind(text, _HEAD, _LINE, ""), 1)
    return Reading(tuple(_read(record, f"item-{number}") for number, record in records))


def _read(record: Record, default_id: str) -> Item:
    told = record.first("RT", "DT").lower()
    kind = next((each for word, each in _TYPES if word in told), ItemType.DOCUMENT)
    draft = Draft(KEPT, default_id, kind)
    for tag, value in record.lines:
        if tag in {"AU", "ED"}:
            for each in value.split(";"):
                draft.add_name("author" if tag == "AU" else "editor", read_tied(each))
        elif tag in {"ID", "DE"}:
            draft.add_words(value.split(";"))
        elif tag == "PU":
            place, colon, publisher = (part.strip() for part in value.rpartition(" : "))
            draft.put("publisher", publisher, tag)
            draft.put("publisher_place", place if colon else "", tag)
        elif tag not in {"SO", "PY", "RT"}:
            draft.put(_TEXTS.get(tag), value, tag)
    source = SourceLine()
    if found := _PUBLISHED.match(record.first("SO")):
        _read_published(draft, found)
    else:
        source = read_source(record.first("SO"))
    draft.put("container_title", untied(source.journal))
    put_numbers(draft, source)
    draft.put_date("issued", record.first("PY"))
    return draft.item()


# Proceedings of Tides. Fjord Press, Bergen, Norway; 1998; 4 vol. 2345 pp. p.123-6 vol.1
_PUBLISHED = re.compile(
    r"(?:(?P<title>[^;]{3,300}?)\.\s+)?(?P<publisher>[^;,.]{2,100}),\s+(?P<place>[^;]{2,100});\s+(?P<year>\d{4});\s*"
    r"(?P<rest>.{0,200})$"
)
# p.123-6 vol.1; xii+240 pp.
_PAGES = re.compile(r"\bpp?\.\s?(\d[\w-]*)(?:\s+vol\.\s?(\w+))?")
_SIZE = re.compile(r"(\d+)\s+pp\.")


def _read_published(draft: Draft, found: re.Match[str]) -> None:
    """What holds a paper, who published it and where; of a book, who and where alone."""
    if draft.kind is not ItemType.BOOK:
        draft.put("container_title", untied(found["title"] or ""))
    draft.put("publisher", untied(found["publisher"]))
    draft.put("publisher_place", found["place"])
    draft.put_date("issued", found["year"])
    if pages := _PAGES.search(found["rest"]):
        draft.put("page", pages[1])
        draft.put("volume", pages[2] or "")
    elif (size := _SIZE.search(found["rest"])) and draft.kind is ItemType.BOOK:
        draft.put("number_of_pages", size[1])
