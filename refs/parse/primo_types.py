"""Primo's types of resources → item types of CSL."""

from lxml import etree

from refs.model.item import ItemType as T
from refs.model.ris import TYPES as RIS_TYPES
from refs.parse.primo_fields import first

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
    ("standard", T.STANDARD),
    ("patent", T.PATENT),
    ("journal", T.PERIODICAL),
    ("serial", T.PERIODICAL),
    ("score", T.MUSICAL_SCORE),
    ("audio", T.SONG),
    ("sound", T.SONG),
    ("music", T.SONG),
    ("video", T.MOTION_PICTURE),
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
    for path in ("display/type", "facets/rsrctype", "search/rsrctype", "addata/genre", "addata/format"):
        told = first(record, path).lower().replace(" ", "_")
        found = next((each for word, each in _TYPES if word in told), None)
        if found is not None:
            return found
    return RIS_TYPES.get(first(record, "addata/ristype"), T.DOCUMENT)
