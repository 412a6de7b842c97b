"""CSL-JSON that says everything in the plainest way, as most does: read and written again at a third of the cost."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from refs.model.date import Date
from refs.model.identifier import Identifier, Scheme, derive_identifiers
from refs.model.item import VARIABLES, Item
from refs.model.name import Name
from refs.parse.csljson import FIELDS, KINDS, TYPES, plain_parts

_UNDERSCORED = {"archive_collection", "archive_location"}
_PLACES = {name: place for place, name in enumerate(VARIABLES)}
_SAID = ((Scheme.DOI, "DOI"), (Scheme.PMID, "PMID"), (Scheme.PMCID, "PMCID"))


class Plain(NamedTuple):
    """An item, and the object that `render.csljson` writes of it."""

    item: Item
    written: dict[str, Any]


class _Shape(NamedTuple):
    """The variables of objects that have the same names in the same order, in the order in which they are written.

    Names and dates are (name in the source, in CSL-JSON, in Item, how they are read); `texts` fetches the others, and
    `csl` and `fields` are their names.
    """

    others: tuple[tuple[str, str, str, Callable[[Any], tuple[Any, Any] | None]], ...]
    texts: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    csl: tuple[str, ...]
    fields: tuple[str, ...]


def read_plain(data: Mapping[str, Any]) -> Plain | None:
    """The same Item as `read_item`, and what is written of it; None for an object that is not plain.

    Plain are strings, persons with family and given name, organisations, and dates of numbers; an id and a known
    type; no variable beyond those of CSL; no identifier but DOI, PMID and PMCID.
    """
    key, told, shape = data.get("id"), data.get("type"), _shape_of(tuple(data))
    kind = TYPES.get(told) if type(told) is str else None
    if shape is None or kind is None or type(key) is not str or not key:
        return None
    texts = shape.texts(data)
    if not _are_texts(texts):
        return None
    values: dict[str, Any] = {"id": key, "type": kind}
    written: dict[str, Any] = {"id": key, "type": kind._value_}
    for source, csl, name, read in shape.others:
        found = read(data[source])
        if found is None:
            return None
        values[name], written[csl] = found
    values.update(zip(shape.fields, texts, strict=True))
    if "note" in values and ":" in values["note"]:
        return None
    identifiers = derive_identifiers(values)
    if identifiers:
        if not _are_said(identifiers, values):
            return None
        values["identifiers"] = identifiers
    written.update(zip(shape.csl, texts, strict=True))
    return Plain(Item.build(values), written)


def _are_texts(values: tuple[Any, ...]) -> bool:
    return not values or (all(values) and set(map(type, values)) == _TEXT)


_TEXT = {str}


@lru_cache(maxsize=5_000)
def _shape_of(names: tuple[str, ...]) -> _Shape | None:
    """The shape of an object with these names; None if one of them is no variable, or two are the same."""
    wanted = [name for name in names if name not in ("id", "type")]
    if not all(name in FIELDS for name in wanted) or len({FIELDS[name] for name in wanted}) < len(wanted):
        return None
    ordered = sorted(((FIELDS[name], name) for name in wanted), key=lambda pair: _PLACES[pair[0]])
    texts = [(field, name) for field, name in ordered if field not in KINDS]
    others = [(name, _csl(field), field, _READERS[KINDS[field]]) for field, name in ordered if field in KINDS]
    return _Shape(
        tuple(others),
        _getter([name for _, name in texts]),
        tuple(_csl(field) for field, _ in texts),
        tuple(field for field, _ in texts),
    )


def _csl(field: str) -> str:
    return field if field in _UNDERSCORED else field.replace("_", "-")


def _getter(names: list[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda data: tuple(data[name] for name in names)


def _read_persons(value: Any) -> tuple[tuple[Name, ...], list[dict[str, str]]] | None:
    if type(value) is not list or not value:
        return None
    try:
        found = [
            _person(each["family"], each["given"]) if len(each) == 2 else _organisation(each)
            for each in value
        ]
    except (KeyError, TypeError):
        return None
    if None in found:
        return None
    names, written = zip(*found, strict=True)
    return names, list(written)


def _person(family: Any, given: Any) -> tuple[Name, dict[str, str]] | None:
    if type(family) is not str or type(given) is not str or not family or not given:
        return None
    return Name(family, given), {"family": family, "given": given}


def _organisation(each: Any) -> tuple[Name, dict[str, str]] | None:
    literal = each["literal"]
    return (
        (Name(literal=literal), {"literal": literal})
        if len(each) == 1 and type(literal) is str and literal
        else None
    )


def _read_parts(value: Any) -> tuple[Date, Any] | None:
    parts = plain_parts(value.get("date-parts")) if type(value) is dict and len(value) == 1 else None
    return (Date(parts), value) if parts else None


_READERS: dict[str, Callable[[Any], tuple[Any, Any] | None]] = {"names": _read_persons, "date": _read_parts}


def _are_said(identifiers: tuple[Identifier, ...], values: Mapping[str, Any]) -> bool:
    """Whether the identifiers are just those that DOI, PMID and PMCID say, so that no list of them is written."""
    said = [(scheme, values[name]) for scheme, name in _SAID if name in values]
    return len(said) == len(identifiers) and all(
        each.scheme is scheme and each.value in (value, value.lower())
        for each, (scheme, value) in zip(identifiers, said, strict=True)
    )
