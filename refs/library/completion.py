"""What a source knows, laid over what a text said; what a person set stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item, ItemType
from refs.model.provenance import Provenance
from refs.text import fold

_KEPT = frozenset({"accessed", "note", "annote", "keyword", "citation_key"})
"""Fields that belong to the one who cites, not to the source."""

_ONLY_IF_ABSENT = frozenset({"URL"})
"""Fields that a reader follows: the cited address stays until a check says that it moved."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after."""

    field: str
    before: Any
    after: Any


def complete(item: Item, record: Item) -> tuple[Item, tuple[Change, ...]]:
    """The item with what `record` knows of it, and the fields that changed by that.

    A field that a person set is left alone, as are the date of access and the notes. The type follows the record
    unless the record does not know it.
    """
    values: dict[str, Any] = {name: value for name, value in record.filled() if _may_change(item, name)}
    if record.type is not ItemType.DOCUMENT and not _set_by_person(item, "type"):
        values["type"] = record.type
    changes = tuple(
        Change(name, getattr(item, name), value)
        for name, value in values.items()
        if getattr(item, name) != value
    )
    provenance = dict(item.provenance) | {
        name: record.provenance[name] for name in values if name in record.provenance
    }
    identifiers = tuple(dict.fromkeys((*item.identifiers, *record.identifiers)))
    custom = dict(item.custom) | dict(record.custom)
    return item.replace(**values, identifiers=identifiers, custom=custom, provenance=provenance), changes


def _may_change(item: Item, name: str) -> bool:
    if name in _KEPT or _set_by_person(item, name):
        return False
    return name not in _ONLY_IF_ABSENT or not getattr(item, name)


def _set_by_person(item: Item, name: str) -> bool:
    known = item.provenance.get(name)
    return known is not None and known.by_person


_TYPES: Mapping[Scheme, ItemType] = {
    Scheme.DOI: ItemType.ARTICLE_JOURNAL,
    Scheme.PMID: ItemType.ARTICLE_JOURNAL,
    Scheme.PMCID: ItemType.ARTICLE_JOURNAL,
    Scheme.NBK: ItemType.CHAPTER,
    Scheme.ISBN: ItemType.BOOK,
    Scheme.ARXIV: ItemType.ARTICLE,
    Scheme.URL: ItemType.WEBPAGE,
    Scheme.FDA_LABEL: ItemType.REPORT,
    Scheme.SETID: ItemType.REPORT,
}
_FIELDS: Mapping[Scheme, str] = {
    Scheme.DOI: "DOI",
    Scheme.PMID: "PMID",
    Scheme.PMCID: "PMCID",
    Scheme.ISBN: "ISBN",
}


def bare_item(identifier: Identifier, key: str, when: str) -> Item:
    """What an identifier alone says of a work: its type, most likely, its own field, and where to find it."""
    values: dict[str, Any] = {
        "id": key,
        "type": _TYPES.get(identifier.scheme, ItemType.DOCUMENT),
        "identifiers": (identifier,),
    }
    if identifier.url:
        values["URL"] = identifier.url
    if field := _FIELDS.get(identifier.scheme):
        values[field] = identifier.value
    source = Provenance("identifier", str(identifier.scheme), when)
    values["provenance"] = {name: source for name in values if name not in {"id", "identifiers"}}
    return Item.build(values)


def missing_fields(item: Item) -> tuple[str, ...]:
    """The fields that a citable item of its type should have and this one lacks."""
    wanted = (
        ("title", "author", "issued", "container_title") if item.type in _NEED_AUTHOR else ("title", "issued")
    )
    return tuple(name for name in wanted if not getattr(item, name))


_NEED_AUTHOR = frozenset({ItemType.ARTICLE_JOURNAL, ItemType.CHAPTER})


def same_title(first: Item, second: Item) -> bool:
    """Whether two items have the same title but for case, accents and punctuation."""
    return bool(first.title and second.title) and _letters(first.title or "") == _letters(second.title or "")


def _letters(text: str) -> str:
    return "".join(each for each in fold(text) if each.isalnum())
