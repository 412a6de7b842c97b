"""What the U.S. Government Publishing Office adds to its MODS: hearings, bills, reports and laws of Congress."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from refs.model.item import ItemType as T
from refs.parse.tree import text_of

_COLLECTIONS: Mapping[str, T] = {
    "BILLS": T.BILL,
    "CDOC": T.REPORT,
    "CFR": T.REGULATION,
    "CHRG": T.HEARING,
    "CPRT": T.REPORT,
    "CRPT": T.REPORT,
    "FR": T.REGULATION,
    "GAOREPORTS": T.REPORT,
    "PLAW": T.LEGISLATION,
    "STATUTE": T.LEGISLATION,
    "USCODE": T.LEGISLATION,
    "USCOURTS": T.LEGAL_CASE,
}
"""The collection of a document and the item type."""

_NUMBERED = frozenset({T.BILL, T.HEARING, T.LEGISLATION, T.REPORT})


def read_congress(record: etree._Element, values: dict[str, Any]) -> None:
    """Put the type, the Congress, the number and the committee of a document of Congress into the values."""
    kind = _COLLECTIONS.get(_told(record, "collectionCode"))
    if kind is None:
        return
    values["type"] = kind
    found = {
        "chapter_number": _told(record, "congress"),
        "number": _told(record, "number") if kind in _NUMBERED else "",
        "section": text_of(record.find("extension/congCommittee/name[@type='authority-standard']")),
    }
    for variable, value in found.items():
        if value:
            values.setdefault(variable, value)
    if kind is T.HEARING and "author" in values:  # the chamber that heard has not written what was said
        values["contributor"] = (*values.pop("author"), *values.get("contributor", ()))


def _told(record: etree._Element, name: str) -> str:
    return next((text for each in record.iterfind(f"extension/{name}") if (text := text_of(each))), "")
