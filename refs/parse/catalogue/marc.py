"""MARC, the format of library catalogues (ISO 2709), → Items."""

from collections.abc import Iterator

from refs.model.flaw import Flaw, FlawCode
from refs.model.reading import Reading
from refs.parse.catalogue.marc_fields import read_marc
from refs.parse.catalogue.marc_record import Field, MarcRecord

_RECORD_END, _FIELD_END, _SUBFIELD = "\x1d", "\x1e", "\x1f"
_LEADER, _ENTRY = 24, 12


def parse_marc(text: str) -> Reading:
    """The items of binary MARC, MARC 21 or UNIMARC.

    The fields are cut at their separators, not counted: the lengths count bytes of an encoding that is gone.
    """
    flaws: list[Flaw] = []
    items = []
    for number, part in enumerate(filter(str.strip, text.split(_RECORD_END)), 1):
        record = _read_record(part.lstrip("\r\n\ufeff "))
        if record is None:
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"record {number} is no MARC", text=part[:80]))
        else:
            items.append(read_marc(record, f"item-{number}"))
    return Reading(tuple(items), tuple(flaws))


def _read_record(text: str) -> MarcRecord | None:
    end = text.find(_FIELD_END, _LEADER)
    if end < 0:
        return None
    directory = text[_LEADER:end]
    tags = [directory[at : at + 3] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    values = text[end + 1 :].split(_FIELD_END)
    return MarcRecord(text[:_LEADER], tuple(_fields(tags, values)))


def _fields(tags: list[str], values: list[str]) -> Iterator[Field]:
    for tag, value in zip(tags, values, strict=False):
        if tag.startswith("00"):
            yield Field(tag, value=value)
        else:
            marks, *parts = value.split(_SUBFIELD)
            yield Field(tag, marks, tuple((part[0], part[1:].strip()) for part in parts if part))
