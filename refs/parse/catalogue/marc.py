"""MARC, the format of library catalogues (ISO 2709), → Items."""

from collections.abc import Iterator

from refs.model.flaw import Flaw, FlawCode
from refs.model.reading import Reading
from refs.parse.catalogue.iso2709 import LEADER, RECORD_END, fields_of
from refs.parse.catalogue.marc_fields import read_marc
from refs.parse.catalogue.marc_record import Field, MarcRecord

_SUBFIELD = "\x1f"


def parse_marc(text: str) -> Reading:
    """The items of binary MARC, MARC 21 or UNIMARC."""
    flaws: list[Flaw] = []
    items = []
    for number, part in enumerate(filter(str.strip, text.split(RECORD_END)), 1):
        record = _read_record(part.lstrip("\r\n\ufeff "))
        if record is None:
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"record {number} is no MARC", text=part[:80]))
        else:
            items.append(read_marc(record, f"item-{number}"))
    return Reading(tuple(items), tuple(flaws))


def _read_record(text: str) -> MarcRecord | None:
    fields = fields_of(text)
    return None if fields is None else MarcRecord(text[:LEADER], tuple(_fields(fields)))


def _fields(fields: list[tuple[str, str]]) -> Iterator[Field]:
    for tag, value in fields:
        if tag.startswith("00"):
            yield Field(tag, value=value)
        else:
            marks, *parts = value.split(_SUBFIELD)
            yield Field(tag, marks, tuple((part[0], part[1:].strip()) for part in parts if part))
