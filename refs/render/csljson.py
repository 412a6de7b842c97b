"""Items → CSL-JSON: the way back from parse/csljson.py."""

import json
from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from typing import Any

from refs.model.date import Date
from refs.model.identifier import Scheme
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, VARIABLES, Item
from refs.model.name import Name

_NAMES: dict[str, str] = {name: name.replace("_", "-") for name in VARIABLES} | {
    "archive_collection": "archive_collection",
    "archive_location": "archive_location",
}


def render_csljson(items: Iterable[Item], *, indent: int | None = 2) -> str:
    """A CSL-JSON array of the items, with a line feed at the end."""
    write = json.JSONEncoder(ensure_ascii=False, indent=indent, allow_nan=False).encode
    return _written([csl_of(item) for item in items], write) + "\n"


def encode_item(item: Item) -> str:
    """One item as compact CSL-JSON on one line, as the library keeps it."""
    return encode_object(csl_of(item))


def encode_object(data: dict[str, Any]) -> str:
    """The object that `csl_of` gives, likewise; a number that JSON cannot say (NaN, Infinity) is null."""
    return _written(data, _encode)


_encode: Callable[[Any], str] = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False, allow_nan=False
).encode


def _written(value: Any, write: Callable[[Any], str]) -> str:
    try:
        return write(value)
    except ValueError:
        return write(_sayable(value))


def _sayable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _sayable(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_sayable(each) for each in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def csl_of(item: Item) -> dict[str, Any]:
    """One item as a CSL-JSON object; identifiers that have no CSL variable stand under ``identifiers``."""
    data: dict[str, Any] = {"id": item.id, "type": item.type.value}
    for name, value in item.filled():
        write = _WRITERS.get(name)
        data[_NAMES[name]] = value if write is None else write(value)
    if item.identifiers and not _are_variables(item):
        data["identifiers"] = [f"{each.scheme}:{each.value}" for each in item.identifiers]
    if item.custom:
        data["custom"] = dict(item.custom)
    return data


def _are_variables(item: Item) -> bool:
    """Whether the identifiers are just those that DOI, PMID and PMCID say, in this order."""
    fields = item.__dict__
    said = [(scheme, fields[name]) for scheme, name in _SAID if fields.get(name)]
    return len(said) == len(item.identifiers) and all(
        each.scheme is scheme and (each.value == value or each.value == value.lower())
        for each, (scheme, value) in zip(item.identifiers, said, strict=True)
    )


_SAID = ((Scheme.DOI, "DOI"), (Scheme.PMID, "PMID"), (Scheme.PMCID, "PMCID"))


def csl_of_name(name: Name) -> dict[str, Any]:
    """One name as a CSL-JSON object."""
    data: dict[str, Any] = {}
    if name.family:
        data["family"] = name.family
    if name.given:
        data["given"] = name.given
    rare = (
        ("dropping-particle", name.dropping_particle),
        ("non-dropping-particle", name.non_dropping_particle),
        ("suffix", name.suffix),
        ("literal", name.literal),
        ("comma-suffix", name.comma_suffix),
        ("static-ordering", name.static_ordering),
    )
    data.update((csl, value) for csl, value in rare if value)
    return data


def _csl_of_names(names: Iterable[Name]) -> list[dict[str, Any]]:
    return [csl_of_name(name) for name in names]


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


_WRITERS: dict[str, Callable[[Any], Any]] = dict.fromkeys(NAME_VARIABLES, _csl_of_names) | dict.fromkeys(
    DATE_VARIABLES, csl_of_date
)
