"""CSL-JSON that says everything in the plainest way, as most does: read and written again at a third of the cost."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from refs.model.date import Date
from refs.model.identifier import Identifier, Scheme, derive_identifiers
from refs.model.item import VARIABLES, Item
from refs.model.name import Name
from refs.parse.csljson import FIELDS, KINDS, TYPES, person, plain_parts

_UNDERSCORED = {"archive_collection", "archive_location"}
_PLACES = {name: place for place, name in enumerate(VARIABLES)}
_SAID = ((Scheme.DOI, "DOI"), (Scheme.PMID, "PMID"), (Scheme.PMCID, "PMCID"))


class Plain(NamedTuple):
    """An item, and the object that `render.csljson` writes of it."""

    item: Item
    written: dict[str, Any]


class _Field(NamedTuple):
    """How a variable is called in the source, in CSL-JSON and in Item, and whether it is ``names`` or a ``date``."""

    source: str
    csl: str
    name: str
    kind: str | None


def read_plain(data: Mapping[str, Any]) -> Plain | None:
    """The same Item as `read_item`, and what is written of it; None for an object that is not plain.

    Plain are strings, persons with family and given name, organisations, and dates of numbers; an id and a known
    type; no variable beyond those of CSL; no identifier but DOI, PMID and PMCID.
    """
    key, told, shape = data.get("id"), data.get("type"), _shape_of(tuple(data))
    kind = TYPES.get(told) if type(told) is str else None
    if shape is None or kind is None or type(key) is not str or not key:
        return None
    values: dict[str, Any] = {"id": key, "type": kind}
    written: dict[str, Any] = {"id": key, "type": kind._value_}
    for source, csl, name, sort in shape:
        value = data[source]
        if sort is None:
            if type(value) is not str or not value or (name == "note" and ":" in value):
                return None
            values[name] = written[csl] = value
        else:
            read = _read_persons(value) if sort == "names" else _read_parts(value)
            if read is None:
                return None
            values[name], written[csl] = read
    identifiers = derive_identifiers(values)
    if identifiers:
        if not _are_said(identifiers, values):
            return None
        values["identifiers"] = identifiers
    return Plain(Item.build(values), written)


@lru_cache(maxsize=5_000)
def _shape_of(names: tuple[str, ...]) -> tuple[_Field, ...] | None:
    """The fields of an object with these names, in the order in which they are written; None if one is no variable."""
    found = []
    for name in names:
        field = FIELDS.get(name)
        if field is not None:
            csl = field if field in _UNDERSCORED else field.replace("_", "-")
            found.append(_Field(name, csl, field, KINDS.get(field)))
        elif name not in ("id", "type"):
            return None
    if len({field.name for field in found}) < len(found):
        return None
    return tuple(sorted(found, key=lambda field: _PLACES[field.name]))


def _read_persons(value: Any) -> tuple[tuple[Name, ...], list[dict[str, str]]] | None:
    if type(value) is not list or not value:
        return None
    names, written = [], []
    for each in value:
        if type(each) is not dict or not each:
            return None
        if len(each) == 2:
            family, given = each.get("family"), each.get("given")
            if type(family) is not str or type(given) is not str or not family or not given:
                return None
            names.append(person(family, given))
            written.append({"family": family, "given": given})
        else:
            literal = each.get("literal")
            if len(each) > 1 or type(literal) is not str or not literal:
                return None
            names.append(Name(literal=literal))
            written.append({"literal": literal})
    return tuple(names), written


def _read_parts(value: Any) -> tuple[Date, Any] | None:
    parts = plain_parts(value.get("date-parts")) if type(value) is dict and len(value) == 1 else None
    return (Date(parts), value) if parts else None


def _are_said(identifiers: tuple[Identifier, ...], values: Mapping[str, Any]) -> bool:
    """Whether the identifiers are just those that DOI, PMID and PMCID say, so that no list of them is written."""
    said = [(scheme, values[name]) for scheme, name in _SAID if name in values]
    return len(said) == len(identifiers) and all(
        each.scheme is scheme and each.value in (value, value.lower())
        for each, (scheme, value) in zip(identifiers, said, strict=True)
    )
