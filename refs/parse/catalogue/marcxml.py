"""MARCXML → Items."""

from collections.abc import Iterator

from lxml import etree

from refs.model.reading import Reading
from refs.parse.catalogue.marc_fields import read_marc
from refs.parse.catalogue.marc_record import Field, MarcRecord
from refs.parse.tree import read_records, text_of

_TAG = 3


def parse_marcxml(text: str) -> Reading:
    """The items of a MARCXML text, wherever in it the records stand."""
    return read_records(
        text, "MARC records", _records, lambda record, key, _: read_marc(_read_record(record), key)
    )


def _records(root: etree._Element) -> Iterator[etree._Element]:
    return (each for each in root.iter("record") if _is_marc(each.find("datafield")))


def _is_marc(field: etree._Element | None) -> bool:
    """Whether a field has a tag of three characters; PICA, which looks alike, has four."""
    return field is not None and len(field.get("tag") or "") == _TAG


def _read_record(record: etree._Element) -> MarcRecord:
    fields = [Field(each.get("tag") or "", value=each.text or "") for each in record.iterfind("controlfield")]
    for each in record.iterfind("datafield"):
        parts = tuple((part.get("code") or "", text_of(part)) for part in each.iterfind("subfield"))
        fields.append(
            Field(each.get("tag") or "", (each.get("ind1") or " ") + (each.get("ind2") or " "), parts)
        )
    leader = record.find("leader")
    return MarcRecord((leader.text or "") if leader is not None else "", tuple(fields))
