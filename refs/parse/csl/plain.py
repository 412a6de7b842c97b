"""CSL-JSON that says everything in the plainest way, as most does: read and written again at a third of the cost."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from refs.model.date import Date
from refs.model.identifier import Identifier, Scheme, derive_identifiers
from refs.model.item import VARIABLES, Item
from refs.model.name import Name
from refs.parse.csl.csljson import FIELDS, KINDS, TYPES, plain_parts

_UNDERSCORED = {"archive_collection", "archive_location"}
_PLACES = {name: place for place, name in enumerate(VARIABLES)}
_SAID = ((Scheme.DOI, "DOI"), (Scheme.PMID, "PMID"), (Scheme.PMCID, "PMCID"))


class Plain(NamedTuple):
    """An item, and the object that `render.csljson` writes of it, or the text of the source where that says as much."""

    item: Item
    written: dict[str, Any] | str


class _Shape(NamedTuple):
    """The variables of objects that have the same names in the same order, in the order in which they are written.

    Names and dates are (name in the source, in Item, in CSL-JSON); `texts` fetches the others, and `fields` and `csl`
    are their names. It is `usual` when the source calls each variable as CSL-JSON does.
    """

    persons: tuple[tuple[str, str, str], ...]
    dates: tuple[tuple[str, str, str], ...]
    texts: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    fields: tuple[str, ...]
    csl: tuple[str, ...]
    usual: bool


def read_plain(data: Mapping[str, Any], text: str = "") -> Plain | None:
    """The same Item as `read_item`, and what is written of it; None for an object that is not plain.

    Plain are strings, persons with family and given name, organisations, and dates of numbers; an id and a known
    type; no variable beyond those of CSL; no identifier but DOI, PMID and PMCID. `text` is the object as it stands in
    the source; on one line, with each name once, it can be kept.
    """
    key, told, shape = data.get("id"), data.get("type"), _shape_of(tuple(data))
    kind = TYPES.get(told) if type(told) is str else None
    if shape is None or kind is None or type(key) is not str or not key:
        return None
    values = _read_values(data, shape)
    if values is None or ("note" in values and ":" in values["note"]):
        return None
    identifiers = derive_identifiers(values)
    if identifiers and not _are_said(identifiers, values):
        return None
    if shape.usual and told == kind and _can_be_kept(text, data, shape):
        written: dict[str, Any] | str = text
    else:
        written = {"id": key, "type": kind._value_} | _write_values(values, shape)
    values["id"], values["type"] = key, kind
    if identifiers:
        values["identifiers"] = identifiers
    return Plain(Item.build(values), written)


def _read_values(data: Mapping[str, Any], shape: _Shape) -> dict[str, Any] | None:
    texts = shape.texts(data)
    if texts and not (all(texts) and set(map(type, texts)) == _TEXT):
        return None
    values: dict[str, Any] = {}
    for source, field, _ in shape.persons:
        values[field] = _read_persons(data[source])
    for source, field, _ in shape.dates:
        values[field] = _read_parts(data[source])
    if None in values.values():
        return None
    values.update(zip(shape.fields, texts, strict=True))
    return values


_TEXT = {str}


def _can_be_kept(text: str, data: Mapping[str, Any], shape: _Shape) -> bool:
    """Whether the text has one line and each name once: a name told twice means one thing here and another to SQL."""
    names = (
        len(data) + len(shape.dates) + sum([sum(map(len, data[source])) for source, _, _ in shape.persons])
    )
    if "\\ud" in text or "\\uD" in text:
        return False  # perhaps the half of a pair
    return text.count('":') == names and "\n" not in text


def _write_values(values: Mapping[str, Any], shape: _Shape) -> dict[str, Any]:
    written: dict[str, Any] = {csl: list(map(_write_name, values[field])) for _, field, csl in shape.persons}
    written |= {csl: {"date-parts": [list(values[field].parts)]} for _, field, csl in shape.dates}
    written.update(zip(shape.csl, map(values.__getitem__, shape.fields), strict=True))
    return written


@lru_cache(maxsize=5_000)
def _shape_of(names: tuple[str, ...]) -> _Shape | None:
    """The shape of an object with these names; None if one of them is no variable, or two are the same."""
    wanted = [name for name in names if name not in ("id", "type")]
    if not all(name in FIELDS for name in wanted) or len({FIELDS[name] for name in wanted}) < len(wanted):
        return None
    ordered = sorted(wanted, key=lambda name: _PLACES[FIELDS[name]])
    named = {kind: [] for kind in ("names", "date", None)}  # type: dict[str | None, list[tuple[str, str, str]]]
    for name in ordered:
        field = FIELDS[name]
        csl = field if field in _UNDERSCORED else field.replace("_", "-")
        named[KINDS.get(field)].append((name, field, csl))
    texts = named[None]
    return _Shape(
        tuple(named["names"]),
        tuple(named["date"]),
        _getter([name for name, _, _ in texts]),
        tuple(field for _, field, _ in texts),
        tuple(csl for _, _, csl in texts),
        usual=all(name == csl for each in named.values() for name, _, csl in each),
    )


def _getter(names: list[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda data: tuple(data[name] for name in names)


def _read_persons(value: Any) -> tuple[Name, ...] | None:
    if type(value) is not list or not value:
        return None
    try:
        found = [
            _read_person(each["family"], each["given"]) if len(each) == 2 else _read_organisation(each)
            for each in value
        ]
    except (KeyError, TypeError):
        return None
    return None if None in found else tuple(found)  # type: ignore[arg-type]  # None was looked for


def _read_person(family: Any, given: Any) -> Name | None:
    if type(family) is not str or type(given) is not str or not family or not given:
        return None
    return Name(family, given)


def _read_organisation(each: Any) -> Name | None:
    literal = each["literal"]
    return Name(literal=literal) if len(each) == 1 and type(literal) is str and literal else None


def _write_name(name: Name) -> dict[str, str | None]:
    return {"family": name.family, "given": name.given} if name.literal is None else {"literal": name.literal}


def _read_parts(value: Any) -> Date | None:
    parts = plain_parts(value.get("date-parts")) if type(value) is dict and len(value) == 1 else None
    return Date(parts) if parts else None


def _are_said(identifiers: tuple[Identifier, ...], values: Mapping[str, Any]) -> bool:
    """Whether the identifiers are just those that DOI, PMID and PMCID say, so that no list of them is written."""
    said = [(scheme, values[name]) for scheme, name in _SAID if name in values]
    return len(said) == len(identifiers) and all(
        each.scheme is scheme and each.value in (value, value.lower())
        for each, (scheme, value) in zip(identifiers, said, strict=True)
    )
