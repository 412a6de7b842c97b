"""Biblioscape's tagged export → Items."""

import re
from collections.abc import Iterator, Mapping

from refs.model.bibtex import number_variable
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.reading import Reading
from refs.model.serial import number_kind
from refs.parse.draft import Draft
from refs.parse.people import read_person
from refs.parse.tagged.lines import Record, records_from

KEPT = "biblioscape"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

# --TI-- The structure
_LINE = re.compile(r"--([A-Z][A-Z0-9])-- ?(.*)")
_END = re.compile(r"^-{6}\s*$", re.MULTILINE)
_TEXTS: Mapping[str, str] = {
    "TI": "title",
    "VL": "volume",
    "AB": "abstract",
    "LG": "language",
    "PB": "publisher",
    "ED": "edition",
    "NT": "note",
    "SE": "chapter_number",
    "DO": "DOI",
    "CY": "publisher_place",
    "PL": "publisher_place",
    "CA": "call_number",
    "DE": "annote",
    "TH": "title_short",
    "TT": "collection_title",
}
_ADDRESSES = ("AT", "UL", "UR")
_ADDRESS = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_NAMES: Mapping[str, str] = {
    "AU": "author",
    "AS": "editor",
    "SA": "editor",
    "TA": "collection_editor",
}
_TYPES = (
    ("newspaper", ItemType.ARTICLE_NEWSPAPER),
    ("magazine", ItemType.ARTICLE_MAGAZINE),
    ("journal", ItemType.ARTICLE_JOURNAL),
    ("article", ItemType.ARTICLE_JOURNAL),
    ("book section", ItemType.CHAPTER),
    ("book", ItemType.BOOK),
    ("conference", ItemType.PAPER_CONFERENCE),
    ("proceedings", ItemType.PAPER_CONFERENCE),
    ("report", ItemType.REPORT),
    ("patent", ItemType.PATENT),
    ("thesis", ItemType.THESIS),
    ("web", ItemType.WEBPAGE),
)


def parse_biblioscape(text: str) -> Reading:
    """The items of a Biblioscape text; a record ends at a line of six dashes."""
    flaws: list[Flaw] = []
    records = enumerate(_records(text, flaws), 1)
    return Reading(tuple(_read(record, f"item-{number}") for number, record in records), tuple(flaws))


def _records(text: str, flaws: list[Flaw]) -> Iterator[Record]:
    for part in _END.split(text):
        found = list(records_from(part, _LINE, ""))
        yield from found
        first = part.strip().partition("\n")[0]
        if first and not _LINE.match(first):
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"{first:.60} has no tag", text=first[:80]))


def _read(record: Record, default_id: str) -> Item:
    told = (record.first(tag).lower() for tag in ("TW", "RT"))
    kinds = (each for text in told for word, each in _TYPES if word in text)
    kind = next(kinds, ItemType.DOCUMENT)
    draft = Draft(KEPT, default_id, kind)
    for tag, value in record.lines:
        _read_line(draft, tag, value)
    draft.put_pages(record.first("PS"), record.first("PE"))
    for tag in _ADDRESSES:  # an attachment may be a file
        address = record.first(tag)
        draft.put("URL" if _ADDRESS.match(address) else None, address, tag)
    if kind in {ItemType.THESIS, ItemType.REPORT} and " " in record.first("TW"):
        draft.put("genre", record.first("TW"))
    return draft.item()


def _read_line(draft: Draft, tag: str, value: str) -> None:
    if tag in _NAMES:
        for each in value.split(";"):
            draft.add_name(_NAMES[tag], read_person(each.strip()))
    elif tag == "KW":
        draft.add_words(value.split(";"))
    elif tag == "ST":
        _read_second(draft, value)
    elif tag == "YP":
        draft.put_date("issued", value)
    elif tag == "IS":
        draft.put(number_kind(value, "ISSN"), value, tag)
    elif tag == "NB":
        draft.put(number_variable(draft.kind), value, tag)
    elif tag not in {"RT", "TW", "PS", "PE", *_ADDRESSES}:
        draft.put(_TEXTS.get(tag), value, tag)


def _read_second(draft: Draft, value: str) -> None:
    """The second title is that of what holds the work; of a work in nothing, its own or its series'."""
    if draft.kind in {ItemType.BOOK, ItemType.REPORT, ItemType.DOCUMENT}:
        draft.put("collection_title", value, "ST")
    else:
        draft.put("container_title", value, "ST")
