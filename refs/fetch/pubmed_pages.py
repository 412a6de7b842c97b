"""The pages of PubMed's records, with their second number in full."""

import re

from lxml import etree

from refs.fetch.decode import words
from refs.model.nbib import article_number


def read_pages(node: etree._Element | None) -> str | None:
    """The pages under a node's ``Pagination``, or the number of an article that has none."""
    pages = (words(node, "Pagination/StartPage"), words(node, "Pagination/EndPage"))
    told = full_pages(words(node, "Pagination/MedlinePgn") or "-".join(dict.fromkeys(filter(None, pages))))
    return told or article_number(words(node, "ELocationID[@EIdType='pii']") or "")


def full_pages(pages: str | None) -> str | None:
    """A page range with its second number in full.

    >>> full_pages("217-64"), full_pages("1103-11, 1120"), full_pages("e30")
    ('217-264', '1103-1111, 1120', 'e30')
    """
    if not pages:
        return None
    return re.sub(r"(?<!\d)(\d+)\s*[-–]\s*(\d+)(?!\d)", _full_range, pages).rstrip(";")


def _full_range(found: re.Match[str]) -> str:
    first, last = found.groups()
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{first}-{last}"
