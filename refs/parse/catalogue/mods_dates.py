"""The dates of a MODS record → Dates (MODS 3, "originInfo", "part")."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from refs.model.date import Date
from refs.parse.dates import read_date
from refs.parse.tree import text_of

_PUBLISHED = ("dateIssued", "copyrightDate")
_MADE = ("dateCreated", "dateCaptured", "dateValid", "dateOther")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
# c1999, ©1999, p1980, cop. 2001, ca. 1850, [1999?]
_MARKS = re.compile(r"^[\s\[(<]*(?:©|\(c\)|cop(?:yright|\.)?\s*|c(?=\d)|p(?=\d))\s*", re.IGNORECASE)
_AROUND = re.compile(r"\bca\.?\s|\bcirca\b|\?|\bapproximately\b", re.IGNORECASE)


def read_issued(node: etree._Element) -> Date | None:
    """The date of issue or of copyright; of a thing that was not published, when it was made."""
    return _first(node, _PUBLISHED) or _first(node, _MADE)


def read_original(node: etree._Element) -> Date | None:
    """When a thing was made that was published in another year."""
    issued, made = _first(node, _PUBLISHED), _first(node, ("dateCreated",))
    return made if issued and made and made.parts and made.year != issued.year else None


def read_captured(node: etree._Element) -> Date | None:
    """When a copy was taken of what stands on the web."""
    found = _first(node, ("dateCaptured",))
    return replace(found, end=()) if found and found.end else found


def read_part_date(node: etree._Element) -> Date | None:
    """The date of an issue."""
    return _range(list(node.iterfind("part/date")))


def _first(node: etree._Element, names: tuple[str, ...]) -> Date | None:
    found = (_range(list(node.iterfind(f"originInfo/{name}"))) for name in names)
    return next(filter(None, found), None)


def _range(dates: list[etree._Element]) -> Date | None:
    """The date among these: a start with its end, else the key date, else one that follows a standard."""
    found = _exact(dates)
    if found and any(each.get("qualifier") in {"approximate", "questionable"} for each in dates):
        return replace(found, circa=True)
    return found


def _exact(dates: list[etree._Element]) -> Date | None:
    texts = {each.get("point"): text_of(each) for each in reversed(dates) if text_of(each)}
    single = [each for each in dates if each.get("point") is None and text_of(each)]
    single.sort(key=lambda each: (each.get("keyDate") != "yes", each.get("encoding") is None))
    if start := texts.get("start"):
        end = texts.get("end", "")
        open_end = end.startswith("9999") or not _YEAR.search(end)
        return read_catalogue_date(start if open_end else f"{start}/{end}")
    return next(_readable([*(text_of(each) for each in single), texts.get("end", "")]), None)


def _readable(texts: list[str]) -> Iterator[Date]:
    return (date for text in texts if (date := read_catalogue_date(text)) is not None)


def read_catalogue_date(text: str) -> Date | None:
    """The date that a catalogue writes: brackets, © and the dot at its end go.

    >>> str(read_catalogue_date("[c1999]")), str(read_catalogue_date("Leipzig, 1912."))
    ('1999', '1912')
    """
    bare = _MARKS.sub("", text.strip()).strip("[]()<>., -")
    date = read_date(bare.removesuffix("?"))
    if date is None or not date.parts:
        year = _YEAR.search(text)
        date = Date((int(year[0]),)) if year else date
    if date is None or date.circa or not _AROUND.search(text):
        return date
    return replace(date, circa=True)
