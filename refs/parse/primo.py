"""Primo's normalised XML (PNX), of library search pages, → Items."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from refs.model.flaw import Flaw
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.people import read_person, without_life
from refs.parse.primo_fields import every, first
from refs.parse.primo_types import read_type
from refs.parse.relators import variable_of
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
    "pub": "publisher",
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
_IN = frozenset({T.ARTICLE_JOURNAL, T.ARTICLE_NEWSPAPER, T.ARTICLE_MAGAZINE, T.CHAPTER, T.PAPER_CONFERENCE})
_SERIAL = frozenset({T.ARTICLE_JOURNAL, T.ARTICLE_NEWSPAPER, T.ARTICLE_MAGAZINE, T.PERIODICAL})
# (xxi-300 p.), 463 p. ; 20 cm
_LEAVES = re.compile(
    r"(?:\b([ivxlc]+)\s*[-+]\s*)?(\d{1,5})[\]\s]*(?:p\b|p\.|pages|S\.|Seiten)", re.IGNORECASE
)
_NUMBERS = re.compile(r"(?:ISBN\W*?(?:\$\$V)?)\s*([\d-]{9,17}[\dXx])")
_DOI = re.compile(r"DOI\W*?(?:\$\$V)?\s*(10\.\d{4,9}/[^\s;$<]+)", re.IGNORECASE)
# Accounts of tides, 17 January 2012, Vol.45(1), pp.1-2
_PART_OF = re.compile(
    r"^(?P<title>[^,]+),.*?\bVol\.?\s*(?P<volume>\w+)(?:\s*\((?P<issue>[^()]+)\))?", re.IGNORECASE
)
_PAGES = re.compile(r"\bpp?\.?\s*([\w]+(?:\s*[-–]\s*\w+)?)\s*(?:\[|$|;|,)")
# Doe, Jane, [ed.]; Doe, Jane (editor)
_ROLE = re.compile(r",?\s*[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]\s*$")
# Verne, Jules (1828-1905) NLR10::RU\NLR\AUTH\773453
_AUTHORITY = re.compile(r"\s+\w+::\S+$")
# Carpenter, Humphrey <author>
_ANGLED = re.compile(r"\s*<[^<>]{1,60}>\s*$")
# $$I07NLR$$2(18.104.6.29 )$$Savailable
_SHELF = re.compile(r"\$\$2\(?\s*([^$()]*[^$()\s])")
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
    _read_people(draft, record)
    if kind in _IN:
        draft.put("container_title", first(record, "addata/jtitle", "addata/btitle"))
        draft.put("container_title_short", first(record, "addata/stitle"))
    for name, variable in _ADDED.items():
        draft.fill(variable, first(record, f"addata/{name}"))
    for name, variable in _SHOWN.items():
        draft.fill(variable, first(record, f"display/{name}"))
    series, number = split_series(first(record, "addata/seriestitle", "display/series"))
    draft.put("collection_title", series)
    draft.put("collection_number", number)
    draft.put(
        "call_number", first(record, "enrichment/classificationlcc", "delivery/bestlocation/callNumber")
    )
    held = _SHELF.search(text_of(record.find("display/availlibrary")))
    draft.fill("call_number", held[1] if held else "")
    _read_publisher(draft, first(record, "display/publisher"))
    _read_numbers(draft, record)
    draft.put_date("issued", _date(record))
    _read_place(draft, record)
    words = (
        word for text in every(record, "display/subject") for word in re.split(r" ; | / |\s+--\s+", text)
    )
    draft.add_words(words)
    return draft.item()


def _title(record: etree._Element) -> str:
    """The title shown; what follows a slash says who is responsible, where the title for citations ends before it."""
    title = _UNSORTED.sub(
        "", first(record, "display/title", "addata/atitle", "addata/btitle", "search/title")
    )
    head, slash, _ = title.partition(" / ")
    cited = {fold(first(record, f"addata/{name}")).rstrip(". ") for name in ("atitle", "btitle", "title")}
    if slash and (fold(head).rstrip(". ") in cited or cited <= {""}):
        title = head
    return re.sub(r"\s+:\s+", ": ", title).rstrip(" /:;")


def _read_people(draft: Draft, record: etree._Element) -> None:
    creators = _names(record, "display/creator") or list(every(record, "addata/au"))
    contributors = _names(record, "display/contributor") or list(every(record, "addata/addau"))
    for each in creators or contributors:
        _read_person(draft, each, "author")
    for each in contributors if creators else ():
        _read_person(draft, each, "contributor")


def _read_person(draft: Draft, text: str, variable: str) -> None:
    """``Carpenter, Humphrey <editor>``; who is named behind the creators is no author, whatever the record calls them."""
    text = _ANGLED.sub("", _AUTHORITY.sub("", text))
    found = _ROLE.search(text)
    person, told = (text[: found.start()], found[1]) if found else (text, "")
    if not told and text.count(",") > 1:  # Roe, Ann, author; but no role in Harris, Ed
        person, _, told = text.rpartition(",")
    role = variable_of([told])
    text = person if role or (found and told.endswith(".")) else text
    draft.add_name(role if role not in {None, "author"} else variable, read_person(without_life(text)))


def _names(record: etree._Element, path: str) -> list[str]:
    return [name for text in every(record, path) for each in text.split(";") if (name := each.strip())]


def _read_publisher(draft: Draft, text: str) -> None:
    """``Cambridge etc. : Cambridge University Press``."""
    place, colon, publisher = text.partition(" : ")
    draft.fill("publisher", publisher.strip() if colon else text)
    draft.fill("publisher_place", place.strip() if colon else "")


def _read_numbers(draft: Draft, record: etree._Element) -> None:
    issn = first(record, "addata/issn", "addata/eissn", "search/issn")
    draft.put("ISSN", issn if draft.kind in _IN or draft.kind in _SERIAL else "")
    shown = text_of(record.find("display/identifier"))
    if draft.kind not in _SERIAL:
        draft.put("ISBN", first(record, "addata/isbn", "addata/eisbn", "search/isbn"))
        found = _NUMBERS.search(shown)
        draft.fill("ISBN", found[1] if found else "")
    if found := _DOI.search(shown):
        draft.fill("DOI", found[1])


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
        if found := _LEAVES.search(first(record, "display/format")):
            draft.put("number_of_pages", "+".join(filter(None, found.groups())))
        return
    draft.put("page", first(record, "addata/pages"))
    if "page" not in draft.values:
        draft.put_pages(first(record, "addata/spage"), first(record, "addata/epage"))
    shown = first(record, "display/ispartof")
    if whole := _PART_OF.search(shown):
        for variable, name in (("container_title", "title"), ("volume", "volume"), ("issue", "issue")):
            draft.fill(variable, whole[name] or "")
    if pages := _PAGES.search(shown):
        draft.fill("page", pages[1])
