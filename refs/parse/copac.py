"""COPAC's tagged export of British library catalogues → Items."""

import re
from collections.abc import Mapping

from refs.model.item import Item, ItemType
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.people import read_person
from refs.parse.tagged import Record, records_from

KEPT = "copac"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

# TI- Real time systems
_LINE = re.compile(r"([A-Z][A-Z0-9])- ?(.*)")
_TEXTS: Mapping[str, str] = {
    "TI": "title",
    "SE": "collection_title",
    "NT": "note",
    "LA": "language",
    "ED": "edition",
    "AB": "abstract",
}
_YEAR = re.compile(r"\d{4}")
_ISBN = re.compile(r"[\dXx-]{8,17}")
_LEAVES = re.compile(r"(\d{1,5}) ?p\b")


def parse_copac(text: str) -> Reading:
    """The items of a COPAC text; a record begins at each TI."""
    records = enumerate(records_from(text, _LINE, "TI"), 1)
    return Reading(tuple(_read(record, f"item-{number}") for number, record in records))


def _read(record: Record, default_id: str) -> Item:
    draft = Draft(KEPT, default_id, ItemType.BOOK)
    for tag, value in record.lines:
        if tag in {"AU", "ED"} and "," in value:
            draft.add_name("author" if tag == "AU" else "editor", read_person(value))
        elif tag == "AU":
            draft.add_name("author", read_person(value))
        elif tag == "KW":
            draft.add_words([value])
        elif tag == "PU":
            place, colon, publisher = value.partition(" : ")
            draft.put("publisher", publisher if colon else value, tag)
            draft.put("publisher_place", place if colon else "", tag)
        elif tag == "PY" and (year := _YEAR.search(value)):
            draft.put_date("issued", year[0])
        elif tag == "IS" and (number := _ISBN.match(value)):
            draft.put("ISSN" if "-" in number[0] and len(number[0]) == 9 else "ISBN", number[0], tag)
        elif tag == "PD":
            _read_size(draft, value)
        else:
            draft.put(_TEXTS.get(tag), value, tag)
    return draft.item()


def _read_size(draft: Draft, value: str) -> None:
    """``ix, 357p : ill., forms ; 24cm``."""
    if found := _LEAVES.search(value):
        draft.put("number_of_pages", found[1])
    draft.keep("PD", value)
