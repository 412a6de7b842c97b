"""SilverPlatter's tagged export (WebSPIRS) → Items."""

import re
from collections.abc import Mapping

from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.people import read_person
from refs.parse.series import split_series
from refs.parse.tagged.lines import Record, records_behind
from refs.parse.tagged.source_line import put_numbers, read_source

KEPT = "silverplatter"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

# TI:  Changes in the ozone layer
_LINE = re.compile(r"([A-Z]{2}): {1,3}(.*)")
# Record 1 of 3 - EconLit 1969-2005/01
_HEAD = re.compile(r"^Record\b.*$", re.MULTILINE)
_TEXTS: Mapping[str, str] = {
    "TI": "title",
    "AB": "abstract",
    "IS": "ISSN",
    "SN": "ISSN",
    "IB": "ISBN",
    "LA": "language",
    "JN": "container_title",
    "BT": "container_title",
}
_TYPES = (
    ("chapter", ItemType.CHAPTER),
    ("collective", ItemType.CHAPTER),
    ("contribution", ItemType.CHAPTER),
    ("monograph", ItemType.BOOK),
    ("dissertation", ItemType.THESIS),
    ("book", ItemType.BOOK),
    ("conference", ItemType.PAPER_CONFERENCE),
    ("working", ItemType.REPORT),
)


def parse_silverplatter(text: str) -> Reading:
    """The items of a SilverPlatter text; a record begins at a line ``Record 1 of 3``, or at TI."""
    records = enumerate(records_behind(text, _HEAD, _LINE, "TI"), 1)
    return Reading(tuple(_read(record, f"item-{number}") for number, record in records))


def _read(record: Record, default_id: str) -> Item:
    told = record.first("DT", "PT").lower()
    kind = next((each for word, each in _TYPES if word in told), ItemType.ARTICLE_JOURNAL)
    draft = Draft(KEPT, record.first("AN") or default_id, kind)
    for tag, value in record.lines:
        _read_line(draft, tag, value)
    _read_source(draft, record.first("SO"))
    year = record.first("PY").strip(" .")
    if "issued" not in draft.values and year:
        draft.put_date("issued", year)
    return draft.item()


def _read_line(draft: Draft, tag: str, value: str) -> None:
    if tag in {"AU", "ED"}:
        bare = re.sub(r"\((?:[Ee]ds?|[Ee]ditors?)\.?\)|,? eds?\.?$", "", value)
        variable = "editor" if tag == "ED" or bare != value else "author"
        for each in bare.split(";"):
            draft.add_name(variable, read_tied(each))
    elif tag in {"DE", "KW"}:
        draft.add_words(word.strip(" *.-") for word in value.split(";"))
    elif tag == "PB":
        _read_publisher(draft, value)
    elif tag == "TI":
        _read_title(draft, value)
    elif tag not in {"SO", "PY", "DT", "AN"}:
        draft.put(_TEXTS.get(tag), value, tag)


def _read_publisher(draft: Draft, value: str) -> None:
    """``Fjord-Press: Bergen, 1999``."""
    publisher, _, rest = value.partition(":")
    place, _, year = rest.strip().rpartition(", ")
    dated = year[:4].isdecimal()
    draft.put("publisher", untied(publisher.strip()))
    draft.put("publisher_place", untied(place if dated else rest.strip()))
    draft.put_date("issued", year[:4] if dated else "")


def _read_title(draft: Draft, value: str) -> None:
    """The title; that of a chapter may name the book behind it: ``"Beds" in Wards, 1-20``."""
    title, within, book = value.partition('" in ')
    if within and draft.kind is ItemType.CHAPTER:
        draft.put("title", title.strip('"'))
        draft.put("container_title", re.sub(r",?\s*\d[\d\s,-]*\.?$", "", book))
    else:
        draft.put("title", value.removesuffix("."))


# Moe, O., ed. Tides at work. Bergen, Norway: Fjord Press, 1998; 12-34
_PUBLISHED = re.compile(
    r"(?:(?P<editors>.{3,300}?),\s+eds?\.\s+)?(?P<title>[^;]{3,300}?)\.\s+(?P<place>[A-Z][^:;]{2,100}):\s+"
    r"(?P<publisher>[^:;]{2,100}),\s+(?P<year>\d{4})(?:;\s*(?:pp?\.\s*)?(?P<page>\d+-\d+)?.{0,60})?$"
)
# University of Fjord, Tide Working Papers: 12, 1999; 30 pages
_REPORT = re.compile(
    r"(?P<publisher>[^,;]{3,150}),\s+(?P<series>[^:;]{3,150}):\s+(?P<number>[\w./-]{1,20}),\s+(?P<year>\d{4})"
    r"(?:;\s*(?P<size>\d+)\s*p.{0,20})?$"
)


def _read_source(draft: Draft, text: str) -> None:
    if found := _REPORT.match(text[:600]) if draft.kind is ItemType.REPORT else None:
        draft.put("publisher", found["publisher"])
        draft.put("collection_title", found["series"])
        draft.put("number", found["number"])
        draft.put("number_of_pages", found["size"] or "")
        draft.put_date("issued", found["year"])
    elif found := _PUBLISHED.match(text[:800]):
        _read_published(draft, found)
    else:
        _read_journal(draft, text)


def _read_published(draft: Draft, found: re.Match[str]) -> None:
    """The book that holds a chapter; of a book that it was in no other, what stands before its publisher is its series."""
    for each in (found["editors"] or "").split(";"):
        draft.add_name("editor", read_tied(each))
    title = untied(found["title"])
    if draft.kind is ItemType.BOOK:
        series, number = split_series(title)
        draft.put("collection_title", series)
        draft.put("collection_number", number)
    else:
        draft.fill("container_title", title)
    draft.fill("publisher", untied(found["publisher"]))
    draft.fill("publisher_place", untied(found["place"]))
    draft.put("page", found["page"] or "")
    draft.put_date("issued", found["year"])


def _read_journal(draft: Draft, text: str) -> None:
    source = read_source(text)
    if draft.kind is not ItemType.BOOK:
        draft.put("container_title", untied(source.journal))
    put_numbers(draft, source)


# van-der- at the start of a name, -A. behind a given name
_TIES = re.compile(r"^(?:[a-z]{1,4}-)+|(?<=[^\W\d_]{2})-(?=[^\W\d_]\.)|,-")


def read_tied(text: str) -> Name | None:
    """The name whose words are tied together by hyphens.

    >>> str(read_tied("van-der-Waal,-Jan-P."))
    'Jan P. van der Waal'
    """
    return read_person(_TIES.sub(lambda found: found[0].replace("-", " "), text.strip(" *")))


def untied(title: str) -> str:
    """The title with blanks for the hyphens that tie its words together.

    >>> untied("Journal-of-Economic-Theory"), untied("Cost-Benefit Studies")
    ('Journal of Economic Theory', 'Cost-Benefit Studies')
    """
    return title if " " in title else title.replace("-", " ")
