"""The words of MEDLINE (.nbib) for what CSL calls variables: what reader and writer share."""

import re
from collections.abc import Iterable, Mapping, Sequence

from refs.model.item import ItemType

KEPT = "nbib"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

TEXTS: Mapping[str, str] = {
    "PMID": "PMID",
    "TI": "title",
    "TT": "original_title",
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "AB": "abstract",
    "LA": "language",
    "TA": "container_title_short",
    "JT": "container_title",
    "PB": "publisher",
    "CTI": "collection_title",
    "VTI": "volume_title",
    "EN": "edition",
    "ISBN": "ISBN",
    "IS": "ISSN",
    "GN": "note",
    "CI": "license",
    "PMC": "PMCID",
}
"""Tags that fill one variable."""

GENRES: Mapping[ItemType, str] = {
    ItemType.ARTICLE: "Preprint",
    ItemType.BOOK: "Book",
    ItemType.REPORT: "Technical Report",
    ItemType.CHAPTER: "Book Chapter",
    ItemType.DATASET: "Dataset",
    ItemType.ARTICLE_NEWSPAPER: "Newspaper Article",
}
"""An item type and its publication type (PT); any other is a journal article."""

# S0140-6736(20)30183-5: a publisher's item identifier, which nobody prints in the place of pages
_IDENTIFIER = re.compile(r"[SB]?\d{4}-?\d{3}[\dX]\(\d\d\)\d{5}-?[\dX]$")


def article_number(text: str) -> str | None:
    """What stands in the place of pages where there are none: the publisher's number of an article.

    >>> article_number("e1042"), article_number("S0140-6736(20)30183-5")
    ('e1042', None)
    """
    return None if not text or " " in text or _IDENTIFIER.match(text) else text


def joined_headings(lines: Iterable[Sequence[str]]) -> str:
    """The subject headings (MH) among the lines, as they stand in the keywords: ``*`` marked the main ones."""
    found = (text.replace("*", "") for tag, text in lines if tag == "MH")
    return ", ".join(dict.fromkeys(found))
