"""Zotero's JSON, from its Web API or as Better BibTeX exports it, → Items."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from refs.model.flaw import Flaw, FlawCode
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, VARIABLES, Item, ItemType
from refs.model.name import Name
from refs.model.reading import Reading
from refs.model.zotero import DATES, FIELDS, INVISIBLE, KEPT, ROLES, TYPES, UNTOLD
from refs.parse.dates import read_date
from refs.parse.identity import bare_doi, hyphenate, identified
from refs.parse.people import read_person

# PMID: 29618526, original-date: 1899, tex.urldate: …
_EXTRA = re.compile(r"\s*([A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(\S.*)$")
_VARIABLES = {name.replace("_", "").lower(): name for name in VARIABLES} | {
    "citationkey": "id",
    "type": "type",
    "archivelocation": "archive_location",
}


def parse_zotero_json(text: str) -> Reading:
    """The items of Zotero's JSON: an array, an object with ``items``, or one object."""
    flaws: list[Flaw] = []
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Reading(flaws=(Flaw(FlawCode.BROKEN_ENTRY, f"this is no JSON: {error}"),))
    items = []
    for number, entry in enumerate(_entries(data), 1):
        inner = entry.get("data") if isinstance(entry, Mapping) else None
        each = inner if isinstance(inner, Mapping) else entry
        if not isinstance(each, Mapping):
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"entry {number} is no object", text=str(each)[:80]))
        elif str(each.get("itemType")) not in INVISIBLE:
            items.append(read_zotero_item(each, flaws, f"item-{number}"))
    return Reading(tuple(items), tuple(flaws))


def _entries(data: Any) -> Iterator[Any]:
    if isinstance(data, Mapping):
        data = data["items"] if isinstance(data.get("items"), list) else [data]
    yield from data if isinstance(data, list) else [data]


def read_zotero_item(data: Mapping[str, Any], flaws: list[Flaw], default_id: str) -> Item:
    """The Item of one object of Zotero's JSON."""
    key = next((str(data[name]) for name in ("citationKey", "citekey", "key") if data.get(name)), default_id)
    values: dict[str, Any] = {"id": key, "type": _read_type(data.get("itemType"), key, flaws)}
    kept: dict[str, Any] = {}
    for name, value in data.items():
        if name in UNTOLD or value in (None, "", [], {}):
            continue
        _read_field(name, value, values, kept)
    _read_creators(data.get("creators"), values)
    _read_tags(data.get("tags"), values)
    _read_extra(data.get("extra"), values)
    if "DOI" in values:
        values["DOI"] = bare_doi(values["DOI"])
    if kept:
        values["custom"] = {KEPT: kept}
    return identified(values)


def _read_type(value: object, key: str, flaws: list[Flaw]) -> ItemType:
    known = TYPES.get(value) if isinstance(value, str) else None
    if known is None:
        flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, f"no item type is called {value!r:.60}", key, "type"))
        return ItemType.DOCUMENT
    return known


def _read_field(name: str, value: Any, values: dict[str, Any], kept: dict[str, Any]) -> None:
    variable = DATES.get(name) or FIELDS.get(name)
    if variable is None or not isinstance(value, str | int | float) or variable in values:
        kept[name] = value
    elif name in DATES:
        values[variable] = read_date(str(value))
    else:
        values[variable] = hyphenate(str(value)) if variable == "page" else str(value)


def _read_creators(creators: Any, values: dict[str, Any]) -> None:
    for creator in creators if isinstance(creators, list) else ():
        if isinstance(creator, Mapping) and (name := _read_creator(creator)) is not None:
            role = ROLES.get(str(creator.get("creatorType")), "contributor")
            values[role] = (*values.get(role, ()), name)


def _read_creator(creator: Mapping[str, Any]) -> Name | None:
    text = {name: value.strip() for name, value in creator.items() if isinstance(value, str)}
    whole = text.get("name") or ("" if text.get("firstName") else text.get("lastName", ""))
    if whole:
        return Name(literal=whole)
    family, given = text.get("lastName"), text.get("firstName")
    return Name(family or None, given or None) if family or given else None


def _read_tags(tags: Any, values: dict[str, Any]) -> None:
    found = (
        [tag.get("tag") if isinstance(tag, Mapping) else tag for tag in tags]
        if isinstance(tags, list)
        else []
    )
    words = [tag for tag in found if isinstance(tag, str) and tag]
    if words:
        values["keyword"] = ", ".join(words)


def _read_extra(extra: Any, values: dict[str, Any]) -> None:
    """The lines of Extra: those that name a variable fill it, the others are a note."""
    lines = extra if isinstance(extra, list) else str(extra or "").splitlines()
    rest = [line for line in lines if isinstance(line, str) and line.strip() and not _read_line(line, values)]
    if rest:
        values.setdefault("note", "\n".join(rest))


def _read_line(line: str, values: dict[str, Any]) -> bool:
    found = _EXTRA.match(line)
    variable = _VARIABLES.get(re.sub(r"[ _-]", "", found[1]).lower()) if found else None
    if found is None or variable is None:
        return False
    value = found[2].strip()
    if variable == "type":
        values["type"] = ItemType(value) if value in set(ItemType) else TYPES.get(value, values["type"])
    elif variable in NAME_VARIABLES:
        family, bars, given = value.partition("||")
        name = Name(family.strip(), given.strip() or None) if bars else read_person(value)
        values[variable] = (*values.get(variable, ()), *([name] if name else []))
    elif variable in DATE_VARIABLES:
        values[variable] = read_date(value)
    else:
        values[variable] = value
    return True
