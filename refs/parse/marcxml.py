"""MARCXML → Items."""

from lxml import etree

from refs.model.flaw import Flaw, FlawCode
from refs.model.reading import Reading
from refs.parse.marc_fields import Field, MarcRecord, read_marc
from refs.parse.tree import read_tree, text_of, without_namespaces


def parse_marcxml(text: str) -> Reading:
    """The items of a MARCXML text, wherever in it the records stand."""
    flaws: list[Flaw] = []
    root = read_tree(text, flaws)
    if root is None:
        return Reading(flaws=tuple(flaws))
    records = [each for each in without_namespaces(root).iter("record") if each.find("datafield") is not None]
    if not records:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this XML has no MARC records"))
    items = (read_marc(_read_record(each), f"item-{number}") for number, each in enumerate(records, 1))
    return Reading(tuple(items), tuple(flaws))


def _read_record(record: etree._Element) -> MarcRecord:
    fields = [Field(each.get("tag") or "", value=each.text or "") for each in record.iterfind("controlfield")]
    for each in record.iterfind("datafield"):
        parts = tuple((part.get("code") or "", text_of(part)) for part in each.iterfind("subfield"))
        fields.append(
            Field(each.get("tag") or "", (each.get("ind1") or " ") + (each.get("ind2") or " "), parts)
        )
    leader = record.find("leader")
    return MarcRecord((leader.text or "") if leader is not None else "", tuple(fields))
