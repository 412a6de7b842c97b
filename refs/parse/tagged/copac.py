"""COPAC's tagged export of British library catalogues → Items."""

import re
from collections.abc import Mapping

from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.model.reading import Reading
from refs.model.serial import number_kind
from refs.parse.catalogue.mods_dates import read_catalogue_date
from refs.parse.catalogue.responsibility import role_in
from refs.parse.draft import Draft
from refs.parse.people import read_person, without_life
from refs.parse.series import split_series
from refs.parse.tagged.lines import Record, records_from

KEPT = "copac"
"""The name in `Item.custom` under which stand the lines that have no CSL variable."""

# TI- Real time systems
_LINE = re.compile(r"([A-Z][A-Z0-9])- ?(.*)")
_TEXTS: Mapping[str, str] = {
    "LA": "language",
    "ED": "edition",
    "AB": "abstract",
    "UR": "URL",
}
_ISBN = re.compile(r"[\dXx-]{8,17}")
_LEAVES = re.compile(r"(\d{1,5}) ?p\b")


def parse_copac(text: str) -> Reading:
    """The items of a COPAC text; a record begins at each TI."""
    records = enumerate(records_from(text, _LINE, "TI"), 1)
    return Reading(tuple(_read(record, f"item-{number}") for number, record in records))


def _read(record: Record, default_id: str) -> Item:
    draft = Draft(KEPT, default_id, ItemType.BOOK)
    title, _, statement = record.first("TI").partition(" / ")
    draft.put("title", title.rstrip(" .") if statement else title)
    for tag, value in record.lines:
        if tag == "AU":
            _read_author(draft, value, statement)
        else:
            _read_line(draft, tag, value)
    draft.put("note", "\n".join(value for tag, value in record.lines if tag == "NT"))
    if "ISSN" in draft.values and "ISBN" not in draft.values:
        draft.kind = ItemType.PERIODICAL
    return draft.item()


def _read_line(draft: Draft, tag: str, value: str) -> None:
    if tag == "ED" and "," in value:
        draft.add_name("editor", _read_heading(value))
    elif tag == "KW":
        draft.add_words([value])
    elif tag == "PU":
        place, colon, publisher = value.partition(" : ")
        draft.put("publisher", publisher if colon else value, tag)
        draft.put("publisher_place", place if colon else "", tag)
    elif tag == "PY" and (date := read_catalogue_date(value)):
        draft.values.setdefault("issued", date)
    elif tag == "IS" and (number := _ISBN.match(value)):
        draft.put(number_kind(number[0], "ISBN"), number[0], tag)
    elif tag == "SE":
        title, number_in = split_series(value)
        draft.put("collection_number" if "collection_title" not in draft.values else None, number_in)
        draft.put("collection_title", title, tag)
    elif tag == "PD":
        _read_size(draft, value)
    elif tag not in {"NT", "TI"}:
        draft.put(_TEXTS.get(tag), value, tag)


def _read_author(draft: Draft, value: str, statement: str) -> None:
    """An author, unless the statement of responsibility behind the title says what else he did."""
    name = _read_heading(value)
    draft.add_name((name and role_in(statement, name.family or "")) or "author", name)


# Kari. behind a family name, but not K.
_STOP = re.compile(r"(?<=[^\W\d_]{2})\.$")


def _read_heading(text: str) -> Name | None:
    """``Moe, Ole, 1950-``; what has a comma in brackets alone is an organisation's: ``Tide Office (Bergen, Norway)``."""
    if "," not in text.partition("(")[0]:
        return Name(literal=text)
    return read_person(_STOP.sub("", without_life(text)))


def _read_size(draft: Draft, value: str) -> None:
    """``ix, 357p : ill., forms ; 24cm``."""
    if found := _LEAVES.search(value):
        draft.put("number_of_pages", found[1])
    draft.keep("PD", value)
