"""Primo's normalised XML (PNX), of library search pages, → Items."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from refs.model.flaw import Flaw
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.reading import Reading
from refs.parse.catalogue.primo_fields import coded, every, first
from refs.parse.catalogue.primo_names import read_people
from refs.parse.catalogue.primo_types import read_type
from refs.parse.draft import Draft
from refs.parse.series import split_series
from refs.parse.tree import read_records, text_of
from refs.text import fold

KEPT = "primo"
"""The name in `Item.custom` under which stands what has no CSL variable."""

_ADDED: Mapping[str, str] = {
    "volume": "volume",
    "issue": "issue",
    "doi": "DOI",
    "pmid": "PMID",
    "inst": "publisher",
    "cop": "publisher_place",
    "edition": "edition",
    "degree": "genre",
    "abstract": "abstract",
}
"""What stands in ``addata``, the part meant for citations."""

_SHOWN: Mapping[str, str] = {
    "edition": "edition",
    "language": "language",
    "description": "abstract",
    "rights": "license",
}
_IN = frozenset(
    {T.ARTICLE_JOURNAL, T.ARTICLE_NEWSPAPER, T.ARTICLE_MAGAZINE, T.CHAPTER, T.PAPER_CONFERENCE}
    | {T.ENTRY_DICTIONARY, T.ENTRY_ENCYCLOPEDIA, T.REPORT, T.WEBPAGE}
)
"""Types of what may stand in something else."""
# (xxi-300 p.); xii, 463 p. ; 20 cm
_LEAVES = re.compile(
    r"(?<!\w)((?:(?:[ivxlc]{1,9}|\d{1,5})\s?[-+,]\s?){0,8}\d{1,5})[\]\s]*(?:p\b|p\.|pages|S\.|Seiten)",
    re.IGNORECASE,
)
_SHOWN_NUMBERS: Mapping[str, re.Pattern[str]] = {
    "ISBN": re.compile(r"ISBN\W*?(?:\$\$V)?\s*([\d-]{9,17}[\dXx])"),
    "ISSN": re.compile(r"ISSN\W*?(?:\$\$V)?\s*(\d{4}-?\d{3}[\dXx])"),
    "DOI": re.compile(r"DOI\W*?(?:\$\$V)?\s*(10\.\d{4,9}/[^\s;$<]+)", re.IGNORECASE),
}
# Accounts of tides, 17 January 2012, Vol.45(1), pp.1-2
_PART_OF = re.compile(
    r"^(?P<title>[^,]+),.*?\bVol\.?\s*(?P<volume>\w+)(?:\s*\((?P<issue>[^()]+)\))?", re.IGNORECASE
)
_PAGES = re.compile(r"\bpp?\.?\s*([\w]+(?:\s*[-–]\s*\w+)?)\s*(?:\[|$|;|,)")
# Ghent : Harbour Press, c1998
_YEAR_BEHIND = re.compile(r",\s*c?\d{4}\.?$")
_UNSORTED = re.compile(r"<<|>>")


def parse_primo(text: str) -> Reading:
    """The items of a PNX text."""
    return read_records(text, "Primo records", _records, _read)


def _records(root: etree._Element) -> Iterator[etree._Element]:
    return (each for each in root.iter("record") if each.find("display") is not None)


def _read(record: etree._Element, default_id: str, flaws: list[Flaw]) -> Item:
    kind = read_type(record)
    draft = Draft(KEPT, first(record, "control/recordid") or default_id, kind, flaws)
    draft.put("title", _title(record))
    read_people(draft, record)
    if kind in _IN:
        titles = (
            ("addata/btitle", "addata/jtitle") if kind is T.CHAPTER else ("addata/jtitle", "addata/btitle")
        )
        draft.put("container_title", first(record, *titles))
        draft.put("container_title_short", first(record, "addata/stitle"))
    for name, variable in _ADDED.items():
        draft.fill(variable, first(record, f"addata/{name}"))
    for name, variable in _SHOWN.items():
        draft.fill(variable, first(record, f"display/{name}"))
    series, number = split_series(first(record, "addata/seriestitle", "display/series"))
    draft.put("collection_title", series)
    draft.put("collection_number", number)
    draft.fill("language", first(record, "facets/language"))
    draft.put("call_number", _call_number(record))
    draft.put("URL", next(coded(record, "links/linktorsrc", "U"), ""))
    _read_publisher(draft, first(record, "addata/pub", "display/publisher"))
    _read_numbers(draft, record)
    draft.put_date("issued", _date(record))
    _read_place(draft, record)
    headings = list(every(record, "display/subject")) or list(every(record, "search/subject"))
    draft.add_words(word for text in headings for word in re.split(r" ; | / |\s+--\s+", text))
    return draft.item()


def _call_number(record: etree._Element) -> str:
    """Where the copies stand, else the class."""
    shelves = list(coded(record, "browse/callnumber", "D"))
    shelves = shelves or [text.strip("() ") for text in coded(record, "display/availlibrary", "2")]
    return ", ".join(dict.fromkeys(shelves)) or first(
        record, "delivery/bestlocation/callNumber", "enrichment/classificationlcc"
    )


def _title(record: etree._Element) -> str:
    """The title shown; what follows the last slash says who is responsible, unless the title for citations has it too."""
    title = _UNSORTED.sub(
        "", first(record, "display/title", "addata/atitle", "addata/btitle", "search/title")
    )
    head, slash, _ = title.rpartition(" / ")
    cited = {fold(first(record, f"addata/{name}")).rstrip(". ") for name in ("atitle", "btitle", "title")}
    if slash and fold(title).rstrip(". ") not in cited:
        title = head
    return re.sub(r"\s+:\s+", ": ", title).rstrip(" /:;")


def _read_publisher(draft: Draft, text: str) -> None:
    """``Cambridge etc. : Cambridge University Press, 1998``, also where the place is known already."""
    text = re.sub(r"[()\[\]]", "", _YEAR_BEHIND.sub("", text)).strip()
    place, colon, publisher = text.partition(" : ")
    known = draft.values.get("publisher_place", "")
    if not colon and known and text.startswith(f"{known} "):
        place, publisher = known, text.removeprefix(known)
    draft.fill("publisher", (publisher or text).strip(' ",'))
    draft.fill("publisher_place", place.strip() if colon else "")


def _read_numbers(draft: Draft, record: etree._Element) -> None:
    draft.put("ISSN", first(record, "addata/issn", "addata/eissn", "search/issn"))
    draft.put("ISBN", first(record, "addata/isbn", "addata/eisbn", "search/isbn"))
    shown = " ".join(text_of(each) for each in record.iterfind("display/identifier"))
    has_number = bool(draft.values.keys() & {"ISBN", "ISSN"})
    for variable, pattern in _SHOWN_NUMBERS.items():
        if (found := pattern.search(shown)) and not (has_number and variable != "DOI"):
            draft.fill(variable, found[1])


def _date(record: etree._Element) -> str:
    """The date as words, days written with dashes."""
    text = first(record, "addata/date", "addata/risdate", "display/creationdate", "search/creationdate")
    if found := re.fullmatch(r"(\d{4})(\d{2})(\d{2})?", text):
        return "-".join(part for part in found.groups() if part and part != "00")
    year = re.search(r"(?:1[4-9]|20)\d\d", text)
    return text if re.fullmatch(r"[\d-]+", text) or year is None else year[0]


def _read_place(draft: Draft, record: etree._Element) -> None:
    """The pages; where the part for citations lacks them, what is shown of the whole."""
    if draft.kind not in _IN:
        if leaves := _LEAVES.search(first(record, "display/format")):
            draft.put("number_of_pages", "+".join(re.findall(r"\w+", leaves[1].lower())))
        elif (counted := first(record, "addata/pages")).isdecimal():
            draft.put("number_of_pages", counted)
        return
    start, end = first(record, "addata/spage"), first(record, "addata/epage")
    if not (start and end):
        draft.put("page", first(record, "addata/pages"))
    if "page" not in draft.values:
        draft.put_pages(start, end)
    shown = first(record, "display/ispartof")
    if whole := _PART_OF.search(shown):
        for variable, name in (("container_title", "title"), ("volume", "volume"), ("issue", "issue")):
            draft.fill(variable, whole[name] or "")
    if pages := _PAGES.search(shown):
        draft.fill("page", pages[1])
