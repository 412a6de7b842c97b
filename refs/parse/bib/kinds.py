"""What an entry is, by its type and by some of its fields."""

from collections.abc import Mapping

from refs.model.bibtex import TYPES, is_count
from refs.model.item import ItemType
from refs.parse.latex import decode_plain

IN_BOOKS = frozenset({ItemType.CHAPTER, ItemType.PAPER_CONFERENCE, ItemType.ENTRY_ENCYCLOPEDIA})
"""The items that stand in a book."""

_SUBTYPES = {"magazine": ItemType.ARTICLE_MAGAZINE, "newspaper": ItemType.ARTICLE_NEWSPAPER}
_MAY_BE_WITHIN = frozenset({"book", "booklet", "mvbook"})
_PREPRINT_TYPES = frozenset({"misc", "article", "unpublished", "online", "preprint"})
_MORE_THAN_A_PAGE = frozenset({"container_title", "publisher", "DOI", "ISBN", "volume", "number"})


def kind_of(entry_type: str, fields: Mapping[str, str]) -> tuple[ItemType, str | None]:
    """The item type and the genre of an entry."""
    known = TYPES.get(entry_type)
    if known is None:
        in_journal = "journal" in fields or "journaltitle" in fields
        return ItemType.ARTICLE_JOURNAL if in_journal else ItemType.DOCUMENT, None
    if entry_type in _MAY_BE_WITHIN and _is_within(fields):
        return ItemType.CHAPTER, None
    subtype = fields.get("entrysubtype", "").lower()
    if known[0] is ItemType.ARTICLE_JOURNAL and subtype in _SUBTYPES:
        return _SUBTYPES[subtype], None
    return known


def is_for_parts(entry_type: str, fields: Mapping[str, str]) -> bool:
    """Whether the booktitle of a book is only there for the entries within it, which inherit it."""
    if not fields.get("title", "").strip() or kind_of(entry_type, fields)[0] is not ItemType.BOOK:
        return False
    return entry_type not in _MAY_BE_WITHIN or not _is_within(fields)


def _is_within(fields: Mapping[str, str]) -> bool:
    """Whether an entry is a part of a book; one that repeats its title only tells it to the entries within it."""
    if not fields.get("booktitle"):
        return False
    title, book = (decode_plain(fields.get(name, "")).casefold() for name in ("title", "booktitle"))
    return bool(title and book) and title != book


def counts_pages(fields: Mapping[str, str]) -> bool:
    """Whether the pages of a whole work are their number: no range, and no field besides says it."""
    told = any(fields.get(name, "").strip() for name in ("pagetotal", "numpages", "chapter"))
    return not told and is_count(fields["pages"])


def is_page(entry_type: str, filled: Mapping[str, object]) -> bool:
    """Whether a misc is a web page: it has an address and nothing that a page has not."""
    return entry_type == "misc" and "URL" in filled and _MORE_THAN_A_PAGE.isdisjoint(filled)


def is_preprint(entry_type: str, archive: str, filled: Mapping[str, object]) -> bool:
    """Whether an entry in an archive is a preprint: it is in no journal."""
    return archive == "arxiv" and "container_title" not in filled and entry_type in _PREPRINT_TYPES
