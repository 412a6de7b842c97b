"""What holds an article or a chapter, and where in it: field 773 of MARC 21, the 46x of UNIMARC."""

import re
from collections.abc import Iterator

from refs.parse.catalogue.marc_parts import bare
from refs.parse.catalogue.marc_record import Field, MarcRecord
from refs.parse.dates import read_date
from refs.parse.draft import Draft
from refs.parse.extents import places_in
from refs.parse.people import read_person, read_person_in_order

# 23(2002), 4, S. 12-20; 23 (2002) 4
_COMPACT = re.compile(r"^\s*(\d+)\s*\(\s*\d{4}\s*\)(?:\s*,?\s*(\d+(?:/\d+)?)(?!\s*[-–\d]))?")
# 95:2<23
_ENUMERATION = re.compile(r"^(\d+)(?::(\d+))?[^<]*(?:<(\d+(?:-\d+)?))?$")
# 12:3
_COLON = re.compile(r"(?<![\d:])(\d{1,4}):(\d{1,4})(?![\d:])")
_RANGE = re.compile(r"(?<![\d/-])(\d{2,5})\s?[-–]\s?(\d{2,5})(?![\d/-])")
# Mar. 1998
_MONTH = re.compile(r"([^\W\d_]{3,9})\.?\s+((?:1[5-9]|20)\d\d)(?!\d)")
# London : Salt, 2001; Dordrecht [u.a.], 1992
_IMPRINT = re.compile(r"\s*([^:\d]*[^:\d\s,])\s*(?::\s*(.+?))?\s*,?\s*(?:c?(?:1[5-9]|20)\d\d.*)?$")
_LEVEL = 7
_HOST_LEVEL = 3
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def in_serial(record: MarcRecord) -> bool | None:
    """Whether what holds the work is a serial: by its code, an ISSN or a volume, an ISBN; None where that is open."""
    told = [told for each in record.every("773", "461", "463") if (told := _is_serial(each)) is not None]
    return any(told) if told else None


def _is_serial(host: Field) -> bool | None:
    coded = f"{host.first('7'):<4}"[_HOST_LEVEL] if host.tag == "773" else " "
    if coded in "ms":
        return coded == "s"
    if host.first("x") or "volume" in dict(_where(host)):
        return True
    if host.first("z"):
        return False
    return True if host.tag == "773" and host.first("t") and not host.first("d") else None


def is_at_meeting(record: MarcRecord) -> bool:
    """Whether what holds the work is entered under a meeting."""
    return any(each.first("7")[:1] == "m" for each in record.every("773"))


def has_host(record: MarcRecord) -> bool:
    """Whether the work is a part of another; a book that is only one of a collection, without a place in it, is none."""
    hosts = list(record.every("773", "463"))
    whole = f"{record.leader:<8}"[_LEVEL] == "m" and not record.is_unimarc
    return any(each.first("gqxz") for each in hosts) if whole else bool(hosts)


def read_host(draft: Draft, record: MarcRecord) -> None:
    """Title, author, numbers and place of what holds the work."""
    for each in record.every("773", "463", "461"):
        _read_titles(draft, each)
        draft.fill("ISSN", each.first("x"))
        draft.fill("ISBN", each.first("zy" if record.is_unimarc else "z"))
        for variable, value in _where(each):
            draft.fill(variable, value)
        _read_date(draft, " ".join(each.all("gd")))
        if each.tag == "773" and (imprint := _IMPRINT.match(each.first("d"))):
            draft.fill("publisher_place", bare(imprint[1]).strip("[]"))
            draft.fill("publisher", bare(imprint[2] or "").strip("[]"))


def _read_titles(draft: Draft, host: Field) -> None:
    """The title, and the meeting or the author that it is entered under; who edited it may stand in the title."""
    title, edited, editors = host.first("t").partition(" Edited by ")
    draft.fill("container_title", bare(title.rstrip() if edited else title or host.first("a")))
    draft.fill("container_title_short", bare(host.first("p")))
    for name in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", editors.rstrip(". ")) if edited else ():
        draft.add_name("editor", read_person_in_order(name))
    if host.first("7")[:1] == "m":
        draft.fill("event_title", bare(host.first("a")).strip("{}"))
    elif title and host.first("a") and "container_author" not in draft.values:
        draft.add_name("container_author", read_person(bare(host.first("a"))))


def _read_date(draft: Draft, text: str) -> None:
    """The year of the whole, and the month of an issue of it."""
    months = (read_date(f"{found[1]} {found[2]}") for found in _MONTH.finditer(text))
    dated = next((date for date in months if date and date.parts), None)
    known = draft.values.get("issued")
    if dated and (known is None or known.parts == dated.parts[:1]):
        draft.values["issued"] = dated
    elif found := _YEAR.search(text):
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
        yield from _unmarked(text)
    if found := _ENUMERATION.match(field.first("q")):
        yield from zip(("volume", "issue", "page"), (part or "" for part in found.groups()), strict=True)


def _unmarked(text: str) -> Iterator[tuple[str, str]]:
    """``12:3 (1998) 45-67``, without words."""
    if found := _COLON.search(text):
        yield "volume", found[1]
        yield "issue", found[2]
    for first, last in _RANGE.findall(text):
        if not (_YEAR.fullmatch(first) and _YEAR.fullmatch(last)):
            yield "page", f"{first}-{last}"
