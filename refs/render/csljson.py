"""Items → CSL-JSON: the way back from parse/csljson.py."""

import json
from collections.abc import Iterable
from typing import Any

from refs.model.date import Date
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, VARIABLES, Item
from refs.model.name import Name

_NAMES: dict[str, str] = {name: name.replace("_", "-") for name in VARIABLES} | {
    "archive_collection": "archive_collection",
    "archive_location": "archive_location",
}
_NAME_PARTS = (
    ("family", "family"),
    ("given", "given"),
    ("dropping_particle", "dropping-particle"),
    ("non_dropping_particle", "non-dropping-particle"),
    ("suffix", "suffix"),
    ("literal", "literal"),
    ("comma_suffix", "comma-suffix"),
    ("static_ordering", "static-ordering"),
)


def render_csljson(items: Iterable[Item], *, indent: int | None = 2) -> str:
    """A CSL-JSON array of the items, with a line feed at the end."""
    return json.dumps([csl_of(item) for item in items], ensure_ascii=False, indent=indent) + "\n"


def csl_of(item: Item) -> dict[str, Any]:
    """One item as a CSL-JSON object; identifiers that have no CSL variable stand under ``identifiers``."""
    data: dict[str, Any] = {"id": item.id, "type": str(item.type)}
    for name, value in item.filled():
        if name in NAME_VARIABLES:
            data[_NAMES[name]] = [csl_of_name(each) for each in value]
        elif name in DATE_VARIABLES:
            data[_NAMES[name]] = csl_of_date(value)
        else:
            data[_NAMES[name]] = value
    if item.identifiers:
        data["identifiers"] = [f"{each.scheme}:{each.value}" for each in item.identifiers]
    if item.custom:
        data["custom"] = dict(item.custom)
    return data


def csl_of_name(name: Name) -> dict[str, Any]:
    """One name as a CSL-JSON object."""
    return {csl: value for field, csl in _NAME_PARTS if (value := getattr(name, field))}


def csl_of_date(date: Date) -> dict[str, Any]:
    """One date as a CSL-JSON object."""
    data: dict[str, Any] = {}
    if date.parts:
        data["date-parts"] = [list(date.parts), *([list(date.end)] if date.end else [])]
    if date.season:
        data["season"] = date.season
    if date.circa:
        data["circa"] = True
    if date.literal:
        data["literal"] = date.literal
    return data
