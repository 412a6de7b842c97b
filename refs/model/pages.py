"""Page ranges whose second number MEDLINE shortens."""

import re


def full_pages(pages: str) -> str:
    """A page range with its second number in full.

    >>> full_pages("217-64"), full_pages("1103-11, 1120"), full_pages("e30")
    ('217-264', '1103-1111, 1120', 'e30')
    """
    return re.sub(r"(?<!\d)(\d+)\s*[-–]\s*(\d+)(?!\d)", _full_range, pages).rstrip(";")


def _full_range(found: re.Match[str]) -> str:
    first, last = found.groups()
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{first}-{last}"
