"""What holds an article or a chapter, and where in it: field 773 of MARC 21, the 46x of UNIMARC."""

import re
from collections.abc import Iterator, Mapping

from refs.parse.draft import Draft
from refs.parse.marc_parts import bare
from refs.parse.marc_record import Field, MarcRecord
from refs.parse.people import read_person

# Seite 447-473, p. 45-60, pages:447-473
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "page": re.compile(
        r"(?:pages?|Seiten?|S\.|pp?\.)\s*:?\s*([A-Z]?\d+(?:\s*[-–]\s*[A-Z]?\d+)?)", re.IGNORECASE
    ),
    "volume": re.compile(
        r"(?:volumes?|vol\.?|v\.|Bd\.|Band|Jahrgang|Jg\.|tome|t\.)\s*:?\s*(\d+)", re.IGNORECASE
    ),
    "issue": re.compile(
        r"(?:numbers?|no\.?|nr\.?|n°|Heft|H\.|issue|iss\.)\s*:?\s*(\d+(?:[-/]\d+)?)", re.IGNORECASE
    ),
}
# 23(2002), 4, S. 12-20; 23 (2002) 4
_COMPACT = re.compile(r"^\s*(\d+)\s*\(\s*\d{4}\s*\)(?:\s*,?\s*(\d+(?:/\d+)?)(?!\s*[-–\d]))?")
# 95:2<23
_ENUMERATION = re.compile(r"^(\d+)(?::(\d+))?[^<]*(?:<(\d+(?:-\d+)?))?$")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def is_numbered(record: MarcRecord) -> bool:
    """Whether what holds the work has an ISSN or a volume."""
    return any(
        each.first("x") or "volume" in dict(_where(each)) for each in record.every("773", "461", "463")
    )


def read_host(draft: Draft, record: MarcRecord) -> None:
    """Title, author, numbers and place of what holds the work."""
    for each in record.every("773", "463", "461"):
        draft.fill("container_title", bare(each.first("t") or each.first("a")))
        draft.fill("container_title_short", bare(each.first("p")))
        if each.first("t") and each.first("a") and "container_author" not in draft.values:
            draft.add_name("container_author", read_person(bare(each.first("a"))))
        draft.fill("ISSN", each.first("x"))
        draft.fill("ISBN", each.first("zy" if record.is_unimarc else "z"))
        for variable, value in _where(each):
            draft.fill(variable, value)
        if found := _YEAR.search(" ".join(each.all("gd"))):
            draft.put_date("issued", found[0])


def _where(field: Field) -> Iterator[tuple[str, str]]:
    """The volume, the issue and the pages in the words of a catalogue."""
    if field.tag != "773":
        yield from ((name, bare(field.first("v"))) for name in ("volume",) if field.first("v"))
    for text in field.all("g"):
        if found := _COMPACT.match(text):
            yield "volume", found[1]
            yield "issue", found[2] or ""
        for variable, pattern in _PATTERNS.items():
            if found := pattern.search(text):
                yield variable, found[1]
    if found := _ENUMERATION.match(field.first("q")):
        yield from zip(("volume", "issue", "page"), (part or "" for part in found.groups()), strict=True)
