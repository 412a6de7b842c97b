"""What the tags and values of a record of RIS show: an article, a number of pages."""

import re
from collections.abc import Set as AbstractSet

from refs.model.item import ItemType
from refs.model.ris import WHOLE

_JOURNAL_TAGS = frozenset({"JF", "JO", "JA", "J1", "J2"})
_NUMBER_TAGS = frozenset({"VL", "IS", "CP"})
_PLACE_TAGS = frozenset({"T2", "SP", "EP"})


def tells_of_article(tags: AbstractSet[str]) -> bool:
    """Whether a record of no certain type is about an article: it has a journal, or a number and a place in it.

    >>> tells_of_article({"TI", "T2", "VL"}), tells_of_article({"TI", "T2", "SP"})
    (True, False)
    """
    return bool(tags & _JOURNAL_TAGS) or bool(tags & _NUMBER_TAGS and tags & _PLACE_TAGS)


_COUNTED = frozenset({"BOOK", "CLSWK", "EBOOK", "EDBOOK", "MANSCPT", "PAMP", "SER", "THES"})
"""The reference types whose SP says how many pages there are, whatever its words, unless it is a range."""
# 10-19, p. 12, e1234
_WHICH_PAGES = re.compile(r"\d\s*[-–—]+\s*\d|^pp?\b\.?\s*\d|^[A-Za-z]\d")


def is_count(pages: str, code: str, kind: ItemType) -> bool:
    """Whether the pages of a record say how many there are and not which.

    >>> is_count("xi, 230 p.", "BOOK", ItemType.BOOK), is_count("230-239", "BOOK", ItemType.BOOK), is_count("230", "CHAP", ItemType.CHAPTER)
    (True, False, False)
    """
    return (kind in WHOLE and pages.isdecimal()) or (code in _COUNTED and not _WHICH_PAGES.search(pages))
