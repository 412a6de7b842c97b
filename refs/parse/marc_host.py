"""What holds an article or a chapter, and where in it: field 773 of MARC 21, the 46x of UNIMARC."""

import re
from collections.abc import Iterator

from refs.parse.draft import Draft
from refs.parse.extents import places_in
from refs.parse.marc_parts import bare
from refs.parse.marc_record import Field, MarcRecord
from refs.parse.people import read_person

# 23(2002), 4, S. 12-20; 23 (2002) 4
_COMPACT = re.compile(r"^\s*(\d+)\s*\(\s*\d{4}\s*\)(?:\s*,?\s*(\d+(?:/\d+)?)(?!\s*[-–\d]))?")
# 95:2<23
_ENUMERATION = re.compile(r"^(\d+)(?::(\d+))?[^<]*(?:<(\d+(?:-\d+)?))?$")
_LEVEL = 7
_HOST_LEVEL = 3
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def is_serial(record: MarcRecord) -> bool:
    """Whether what holds the work is a serial: by its code, an ISSN or a volume, or having nothing of a book's."""
    return any(map(_is_serial, record.every("773", "461", "463")))


def _is_serial(host: Field) -> bool:
    coded = f"{host.first('7'):<4}"[_HOST_LEVEL] if host.tag == "773" else " "
    if coded in "ms":
        return coded == "s"
    told = host.first("x") or "volume" in dict(_where(host))
    return bool(told or (host.tag == "773" and host.first("t") and not host.first("dz")))


def has_host(record: MarcRecord) -> bool:
    """Whether the work is a part of another; a book that is only one of a collection, without a place in it, is none."""
    hosts = list(record.every("773", "463"))
    whole = f"{record.leader:<8}"[_LEVEL] == "m" and not record.is_unimarc
    return any(each.first("gqxz") for each in hosts) if whole else bool(hosts)


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
        yield from places_in(text)
    if found := _ENUMERATION.match(field.first("q")):
        yield from zip(("volume", "issue", "page"), (part or "" for part in found.groups()), strict=True)
