"""RefWorks' tagged format → Items."""

import re
from collections.abc import Iterator, Mapping

from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import normalise_isbn
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.reading import Reading
from refs.parse.dates import read_date
from refs.parse.draft import Draft
from refs.parse.people import read_person
from refs.parse.tagged import Record, read_lines
from refs.text import one_line

KEPT = "refworks"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

# RT Journal Article
_LINE = re.compile(r"\ufeff?([A-Z][A-Z0-9])(?:[ \t]+|$)(.*)")
_TYPES: Mapping[str, T] = {
    "abstract": T.ARTICLE_JOURNAL,
    "artwork": T.GRAPHIC,
    "bills": T.BILL,
    "bills/resolutions": T.BILL,
    "resolutions": T.BILL,
    "book, edited": T.BOOK,
    "book, section": T.CHAPTER,
    "book, whole": T.BOOK,
    "case": T.LEGAL_CASE,
    "case/court decisions": T.LEGAL_CASE,
    "court decisions": T.LEGAL_CASE,
    "computer program": T.SOFTWARE,
    "conference proceedings": T.PAPER_CONFERENCE,
    "dissertation": T.THESIS,
    "dissertation/thesis": T.THESIS,
    "dissertation/thesis, unpublished": T.THESIS,
    "dissertation, unpublished": T.THESIS,
    "dvd": T.MOTION_PICTURE,
    "generic": T.DOCUMENT,
    "grant": T.DOCUMENT,
    "hearing": T.HEARING,
    "journal": T.ARTICLE_JOURNAL,
    "journal article": T.ARTICLE_JOURNAL,
    "journal, electronic": T.ARTICLE_JOURNAL,
    "laws": T.LEGISLATION,
    "laws/statutes": T.LEGISLATION,
    "magazine article": T.ARTICLE_MAGAZINE,
    "map": T.MAP,
    "monograph": T.BOOK,
    "motion picture": T.MOTION_PICTURE,
    "music score": T.MUSICAL_SCORE,
    "newspaper article": T.ARTICLE_NEWSPAPER,
    "online discussion forum": T.POST,
    "patent": T.PATENT,
    "personal communication": T.PERSONAL_COMMUNICATION,
    "report": T.REPORT,
    "sound recording": T.SONG,
    "statutes": T.LEGISLATION,
    "thesis": T.THESIS,
    "thesis, unpublished": T.THESIS,
    "unpublished material": T.MANUSCRIPT,
    "video": T.MOTION_PICTURE,
    "video/ dvd": T.MOTION_PICTURE,
    "video/dvd": T.MOTION_PICTURE,
    "web page": T.WEBPAGE,
}
_NAMES: Mapping[str, str] = {
    "A1": "author",
    "AU": "author",
    "A2": "editor",
    "A3": "collection_editor",
    "A4": "translator",
    "A5": "compiler",
    "A6": "contributor",
}
_TEXTS: Mapping[str, str] = {
    "T1": "title",
    "JF": "container_title",
    "JO": "container_title_short",
    "WT": "container_title",
    "T3": "collection_title",
    "VO": "volume",
    "IS": "issue",
    "AB": "abstract",
    "NO": "note",
    "PB": "publisher",
    "PP": "publisher_place",
    "ED": "edition",
    "LL": "archive_location",
    "SL": "archive",
    "UL": "URL",
    "LK": "URL",
    "LA": "language",
    "DO": "DOI",
    "DI": "DOI",
    "CN": "call_number",
    "OT": "original_title",
    "ST": "title_short",
    "DB": "archive",
    "DS": "source",
    "WV": "version",
    "AV": "archive_location",
}
_JOURNALS = frozenset({T.ARTICLE_JOURNAL, T.ARTICLE_MAGAZINE, T.ARTICLE_NEWSPAPER})
_WHOLE = frozenset({T.BOOK, T.REPORT, T.THESIS, T.MANUSCRIPT})
_IN_SERIES = _WHOLE | {T.MAP, T.SOFTWARE}
"""The item types whose second title is that of a series."""
_NUMBERED = frozenset({T.PATENT, T.REPORT})
"""The item types whose SN is a number of their own, unless it has the form of an ISBN."""
_ELSEWHERE = frozenset({"RT", "ID", "SP", "OP", "YR", "FD", "SN", "SR", "K1", "T2", "OL", "RD"})
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]$")


def parse_refworks(text: str) -> Reading:
    """The items of a RefWorks text; a record begins at RT."""
    flaws: list[Flaw] = []
    records = enumerate(_records(text, flaws), 1)
    return Reading(tuple(_read(record, f"item-{number}", flaws) for number, record in records), tuple(flaws))


def _records(text: str, flaws: list[Flaw]) -> Iterator[Record]:
    record = Record()
    for number, tag, value in read_lines(text, _LINE):
        if tag == "RT" and record.pieces:
            yield record
            record = Record()
        if tag is not None:
            record.add(tag, one_line(value))
        elif value and record.pieces:
            record.extend(one_line(value))
        elif value:
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"line {number} has no tag", text=value[:80]))
    if record.pieces:
        yield record


def _read(record: Record, default_id: str, flaws: list[Flaw]) -> Item:
    told = record.first("RT")
    key = record.first("ID") or default_id
    kind = _TYPES.get(told.lower())
    if kind is None:
        flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, f"no reference type is called {told:.60}", key, "type"))
    draft = Draft(KEPT, key, kind or T.DOCUMENT, flaws)
    for tag, value in record.lines:
        _read_line(draft, tag, value)
    _read_pages(draft, record.first("SP"), record.first("OP"))
    _read_dates(draft, record)
    _read_numbers(draft, record.first("SN"))
    draft.fill("container_title", record.first("JO") if draft.kind in _JOURNALS else "")
    return draft.item()


def _read_line(draft: Draft, tag: str, value: str) -> None:
    if tag in _NAMES:
        for each in value.split(";"):
            draft.add_name(_NAMES[tag], read_person(each.strip()))
    elif tag == "K1":
        draft.add_words(value.split(";"))
    elif tag == "T2":
        draft.put("collection_title" if draft.kind in _IN_SERIES else "container_title", value, tag)
    elif tag not in _ELSEWHERE:
        draft.put(_TEXTS.get(tag), value, tag)


def _read_pages(draft: Draft, first: str, last: str) -> None:
    """SP alone is how many pages a whole work has."""
    if draft.kind in _WHOLE and first and not last:
        draft.put("number_of_pages", first)
    else:
        draft.put_pages(first, last)


def _read_dates(draft: Draft, record: Record) -> None:
    """FD is the date in words, perhaps without its year; YR the year."""
    year, words = record.first("YR"), record.first("FD")
    whole = read_date(words) if words else None
    if whole is None or not whole.parts:
        whole = read_date(f"{year} {words}") if year and words else None
    draft.put_date("issued", str(whole) if whole is not None and whole.parts else year or words)
    draft.put_date("accessed", record.first("RD"))


def _read_numbers(draft: Draft, number: str) -> None:
    """SN is an ISSN in a journal, or whenever it has the form of one; a report or a patent has a number."""
    if draft.kind in _NUMBERED and not normalise_isbn(number):
        draft.put("number", number)
    else:
        draft.put("ISSN" if draft.kind in _JOURNALS or _ISSN.match(number) else "ISBN", number)
