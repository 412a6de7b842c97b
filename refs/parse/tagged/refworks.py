"""RefWorks' tagged format → Items."""

import re
from collections.abc import Iterator, Mapping

from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import normalise_isbn
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.reading import Reading
from refs.model.ris import CODES, PUBLISHED
from refs.model.ris_signs import is_count, tells_of_article
from refs.parse.dates import read_in_year
from refs.parse.draft import Draft
from refs.parse.people import read_people
from refs.parse.tagged.lines import Record, read_lines
from refs.parse.tagged.ris_dates import read_ris_date
from refs.text import one_line, without_entities

KEPT = "refworks"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""
_AS_RIS: Mapping[str, str] = {"VO": "VL", "OP": "EP"}
"""The tags that RIS has another for."""

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
_KIND = {"CL": "genre"}
_LAW = {"CL": "number", "ED": "chapter_number"}
_SOUND = {"A2": "performer"}
_BY_TYPE: Mapping[T, Mapping[str, str]] = {
    T.BILL: _LAW,
    T.GRAPHIC: {"CL": "medium"},
    T.HEARING: _LAW | {"T2": "section"},
    T.LEGAL_CASE: {"A4": "contributor", "PB": "authority"},
    T.LEGISLATION: _LAW,
    T.MANUSCRIPT: _KIND,
    T.MAP: _KIND | {"A3": "collection_editor"},
    T.MOTION_PICTURE: {"A3": "producer", "SP": "dimensions"},
    T.MUSICAL_SCORE: _SOUND,
    T.PATENT: {"CL": "call_number"},
    T.PERSONAL_COMMUNICATION: _KIND | {"A2": "recipient"},
    T.POST: _KIND,
    T.REPORT: _KIND,
    T.SOFTWARE: {"CL": "medium", "ED": "version"},
    T.SONG: _SOUND,
    T.THESIS: _KIND,
    T.WEBPAGE: _KIND,
}
"""What a tag means in records of one type, where that differs; CL says what kind of thing it is, or which of its kind."""
_JOURNALS = frozenset({T.ARTICLE_JOURNAL, T.ARTICLE_MAGAZINE, T.ARTICLE_NEWSPAPER})
_IN_SERIES = frozenset({T.BOOK, T.REPORT, T.THESIS, T.MANUSCRIPT, T.MAP, T.SOFTWARE})
"""The item types whose second title is that of a series."""
_NUMBERED = frozenset({T.PATENT, T.REPORT})
"""The item types whose SN is a number of their own, unless it has the form of an ISBN."""
_ELSEWHERE = frozenset({"RT", "ID", "SP", "OP", "YR", "FD", "SN", "SR", "K1", "LK", "T2", "OL", "RD"})
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
            record.add(tag, one_line(without_entities(value)))
        elif value and record.pieces:
            record.extend(one_line(without_entities(value)))
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
    if kind in {None, T.DOCUMENT} and tells_of_article({_AS_RIS.get(tag, tag) for tag, _ in record.lines}):
        kind = T.ARTICLE_JOURNAL
    draft = Draft(KEPT, key, kind or T.DOCUMENT, flaws)
    if draft.kind not in _JOURNALS:
        _read_second_title(draft, record)
    for tag, value in record.lines:
        _read_line(draft, tag, value)
    if draft.kind in _JOURNALS:
        _read_second_title(draft, record)
    _read_pages(draft, record.first("SP"), record.first("OP"))
    _read_dates(draft, record)
    _read_numbers(draft, record.first("SN"))
    draft.fill("URL", record.first("LK"))
    draft.fill("container_title", record.first("JO") if draft.kind in _JOURNALS else "")
    return draft.item()


def _read_line(draft: Draft, tag: str, value: str) -> None:
    own = _BY_TYPE.get(draft.kind, {}).get(tag)
    if tag in _NAMES:
        for name in read_people(value):
            draft.add_name(own or _NAMES[tag], name)
    elif tag == "K1":
        draft.add_words(value.split(";"))
    elif tag == "DB" and draft.kind in PUBLISHED:
        draft.put("source", value, tag)
    elif own:
        draft.put(own, value, tag)
    elif tag not in _ELSEWHERE:
        draft.put(_TEXTS.get(tag), value, tag)


def _read_second_title(draft: Draft, record: Record) -> None:
    """T2 is what the work is in, its series, or the conference whose proceedings are in JF."""
    title = record.first("T2") if "T2" not in _BY_TYPE.get(draft.kind, {}) else ""
    if draft.kind in _IN_SERIES:
        draft.put("collection_title", title, "T2")
    elif draft.kind is T.PAPER_CONFERENCE and record.first("JF"):
        draft.put("event_title", title, "T2")
    else:
        draft.put("container_title", title, "T2")


def _read_pages(draft: Draft, first: str, last: str) -> None:
    """SP alone is how many pages a whole work has, and how long a film is."""
    if draft.kind is T.MOTION_PICTURE:
        return
    if first and not last and is_count(first, CODES[draft.kind], draft.kind):
        draft.put("number_of_pages", first)
    else:
        draft.put_pages(first, last)


def _read_dates(draft: Draft, record: Record) -> None:
    """FD is the date in words, perhaps without its year; YR the year."""
    year, words = record.first("YR"), record.first("FD")
    date = read_in_year(words, year)
    if date is not None:
        draft.values["issued"] = date
    draft.put_date("issued", year or words)
    if accessed := read_ris_date(record.first("RD")):
        draft.values["accessed"] = accessed


def _read_numbers(draft: Draft, number: str) -> None:
    """SN is an ISSN in a journal, or whenever it has the form of one; a report or a patent has a number."""
    if draft.kind in _NUMBERED and not normalise_isbn(number):
        draft.put("number", number)
    else:
        draft.put("ISSN" if draft.kind in _JOURNALS or _ISSN.match(number) else "ISBN", number)
