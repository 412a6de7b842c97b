"""The words of MEDLINE (.nbib) for what CSL calls variables: what reader and writer share."""

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


def joined_headings(lines: Iterable[Sequence[str]]) -> str:
    """The subject headings (MH) among the lines, as they stand in the keywords: ``*`` marked the main ones."""
    found = (text.replace("*", "") for tag, text in lines if tag == "MH")
    return ", ".join(dict.fromkeys(found))
