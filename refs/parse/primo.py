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
from refs.parse.tree import read_records, text_of

KEPT = "primo"
"""The name in `Item.custom` under which stands what has no CSL variable."""

_TYPES = (
    ("newspaper", T.ARTICLE_NEWSPAPER),
    ("magazine", T.ARTICLE_MAGAZINE),
    ("conference", T.PAPER_CONFERENCE),
    ("chapter", T.CHAPTER),
    ("dissertation", T.THESIS),
    ("thes", T.THESIS),
    ("legal", T.LEGAL_CASE),
    ("article", T.ARTICLE_JOURNAL),
    ("review", T.ARTICLE_JOURNAL),
    ("reference_entry", T.ENTRY_ENCYCLOPEDIA),
    ("book", T.BOOK),
    ("journal", T.PERIODICAL),
    ("audio", T.SONG),
    ("music", T.SONG),
    ("score", T.MUSICAL_SCORE),
    ("video", T.MOTION_PICTURE),
    ("film", T.MOTION_PICTURE),
    ("image", T.GRAPHIC),
    ("map", T.MAP),
    ("patent", T.PATENT),
    ("dataset", T.DATASET),
    ("report", T.REPORT),
    ("website", T.WEBPAGE),
    ("web_resource", T.WEBPAGE),
)
_ADDED: Mapping[str, str] = {
    "volume": "volume",
    "issue": "issue",
    "doi": "DOI",
    "pmid": "PMID",
    "pub": "publisher",
    "cop": "publisher_place",
    "edition": "edition",
    "abstract": "abstract",
    "seriestitle": "collection_title",
}
"""What stands in ``addata``, the part meant for citations."""

_SHOWN: Mapping[str, str] = {
    "edition": "edition",
    "language": "language",
    "description": "abstract",
    "series": "collection_title",
}
_IN = frozenset({T.ARTICLE_JOURNAL, T.ARTICLE_NEWSPAPER, T.ARTICLE_MAGAZINE, T.CHAPTER, T.PAPER_CONFERENCE})
# Simone, Daniela$$QSimone Daniela
_CODED = re.compile(r"\$\$[A-Z].*$")
_LEAVES = re.compile(r"(\d{1,5})[\]\s]*(?:p\b|p\.|pages|S\.|Seiten)")
_NUMBERS = re.compile(r"(?:ISBN\W*?(?:\$\$V)?)\s*([\d-]{9,17}[\dXx])")


def parse_primo(text: str) -> Reading:
    """The items of a PNX text."""
    return read_records(text, "Primo records", _records, _read)


def _records(root: etree._Element) -> Iterator[etree._Element]:
    return (each for each in root.iter("record") if each.find("display") is not None)


def _read(record: etree._Element, default_id: str, flaws: list[Flaw]) -> Item:
    told = _first(record, "display/type", "addata/genre", "search/rsrctype").lower()
    kind = next((each for word, each in _TYPES if word in told), T.DOCUMENT)
    draft = Draft(KEPT, _first(record, "control/recordid") or default_id, kind, flaws)
    draft.put(
        "title", re.sub(r"\s+:\s+", ": ", _first(record, "display/title", "addata/btitle", "search/title"))
    )
    _read_people(draft, record)
    if kind in _IN:
        draft.put("container_title", _first(record, "addata/jtitle", "addata/btitle"))
        draft.put("container_title_short", _first(record, "addata/stitle"))
    for name, variable in _ADDED.items():
        draft.fill(variable, _first(record, f"addata/{name}"))
    for name, variable in _SHOWN.items():
        draft.fill(variable, _first(record, f"display/{name}"))
    draft.put(
        "call_number", _first(record, "enrichment/classificationlcc", "delivery/bestlocation/callNumber")
    )
    _read_publisher(draft, _first(record, "display/publisher"))
    _read_numbers(draft, record)
    draft.put_date("issued", _date(record))
    _read_pages(draft, record)
    draft.add_words(word for text in _every(record, "display/subject") for word in text.split(" ; "))
    return draft.item()


def _every(record: etree._Element, path: str) -> Iterator[str]:
    """The texts at a path, without the codes behind them."""
    return (text for each in record.iterfind(path) if (text := _CODED.sub("", text_of(each)).strip()))


def _first(record: etree._Element, *paths: str) -> str:
    return next((text for path in paths for text in _every(record, path)), "")


def _read_people(draft: Draft, record: etree._Element) -> None:
    creators = _names(record, "display/creator") or list(_every(record, "addata/au"))
    contributors = _names(record, "display/contributor")
    for each in creators or contributors:
        draft.add_name("author", read_person(without_life(each)))
    for each in contributors if creators else ():
        draft.add_name("contributor", read_person(without_life(each)))


def _names(record: etree._Element, path: str) -> list[str]:
    return [name for text in _every(record, path) for each in text.split(";") if (name := each.strip())]


def _read_publisher(draft: Draft, text: str) -> None:
    """``Cambridge etc. : Cambridge University Press``."""
    place, colon, publisher = text.partition(" : ")
    draft.fill("publisher", publisher.strip() if colon else text)
    draft.fill("publisher_place", place.strip() if colon else "")


def _read_numbers(draft: Draft, record: etree._Element) -> None:
    draft.put(
        "ISSN", _first(record, "addata/issn", "addata/eissn", "search/issn") if draft.kind in _IN else ""
    )
    draft.put(
        "ISBN", _first(record, "addata/isbn", "addata/eisbn", "search/isbn") if draft.kind not in _IN else ""
    )
    if draft.kind not in _IN and (found := _NUMBERS.search(text_of(record.find("display/identifier")))):
        draft.fill("ISBN", found[1])


def _date(record: etree._Element) -> str:
    """The date as words, days written with dashes."""
    text = _first(record, "addata/date", "addata/risdate", "display/creationdate", "search/creationdate")
    if found := re.fullmatch(r"(\d{4})(\d{2})(\d{2})?", text):
        return "-".join(part for part in found.groups() if part and part != "00")
    year = re.search(r"(?:1[4-9]|20)\d\d", text)
    return text if re.fullmatch(r"[\d-]+", text) or year is None else year[0]


def _read_pages(draft: Draft, record: etree._Element) -> None:
    if draft.kind in _IN:
        draft.put("page", _first(record, "addata/pages"))
        if "page" not in draft.values:
            draft.put_pages(_first(record, "addata/spage"), _first(record, "addata/epage"))
    elif found := _LEAVES.search(_first(record, "display/format")):
        draft.put("number_of_pages", found[1])
