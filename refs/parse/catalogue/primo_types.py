"""Primo's types of resources → item types of CSL."""

from collections.abc import Callable

from lxml import etree

from refs.model.item import ItemType as T
from refs.model.ris import TYPES as RIS_TYPES
from refs.parse.catalogue.primo_fields import first

_TYPES = (
    ("newspaper", T.ARTICLE_NEWSPAPER),
    ("magazine", T.ARTICLE_MAGAZINE),
    ("newsletter", T.ARTICLE_MAGAZINE),
    ("chapter", T.CHAPTER),
    ("book_part", T.CHAPTER),
    ("bookitem", T.CHAPTER),
    ("conference", T.PAPER_CONFERENCE),
    ("proceeding", T.PAPER_CONFERENCE),
    ("dissertation", T.THESIS),
    ("thes", T.THESIS),
    ("technical_report", T.REPORT),
    ("government", T.REPORT),
    ("market_research", T.REPORT),
    ("report", T.REPORT),
    ("legal", T.LEGAL_CASE),
    ("preprint", T.ARTICLE),
    ("article", T.ARTICLE_JOURNAL),
    ("review", T.ARTICLE_JOURNAL),
    ("reference_entry", T.ENTRY_ENCYCLOPEDIA),
    ("encyclop", T.ENTRY_ENCYCLOPEDIA),
    ("dictionar", T.ENTRY_DICTIONARY),
    ("manuscript", T.MANUSCRIPT),
    ("archiv", T.MANUSCRIPT),
    ("book", T.BOOK),
    ("buch", T.BOOK),
    ("standard", T.STANDARD),
    ("patent", T.PATENT),
    ("journal", T.PERIODICAL),
    ("serial", T.PERIODICAL),
    ("score", T.MUSICAL_SCORE),
    ("audio", T.SONG),
    ("sound", T.SONG),
    ("music", T.SONG),
    ("video", T.MOTION_PICTURE),
    ("dvd", T.MOTION_PICTURE),
    ("film", T.MOTION_PICTURE),
    ("image", T.GRAPHIC),
    ("photo", T.GRAPHIC),
    ("realia", T.GRAPHIC),
    ("map", T.MAP),
    ("data", T.DATASET),
    ("computer", T.SOFTWARE),
    ("software", T.SOFTWARE),
    ("collection", T.COLLECTION),
    ("web", T.WEBPAGE),
)
"""A word of Primo's resource types and the item type, the first that fits."""


def read_type(record: etree._Element) -> T:
    """The item type, by what is shown, searched or meant for citations."""
    shown = map(_told(record), ("display/type", "facets/rsrctype", "search/rsrctype"))
    cited = map(_told(record), ("addata/genre", "addata/format"))
    by_ris = RIS_TYPES.get(first(record, "addata/ristype"), T.DOCUMENT)
    found = (*shown, by_ris if by_ris is not T.DOCUMENT else None, *cited)
    return next(filter(None, found), T.DOCUMENT)


def _told(record: etree._Element) -> Callable[[str], T | None]:
    """What a path of the record tells of its type."""

    def read(path: str) -> T | None:
        told = first(record, path).lower().replace(" ", "_")
        return next((kind for word, kind in _TYPES if word in told), None)

    return read
