"""What a source knows, laid over what a text said; what a person set stays."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from refs.model.date import Date
from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item, ItemType
from refs.model.provenance import Provenance
from refs.text import fold, strip_tags

_KEPT = frozenset({"accessed", "note", "annote", "keyword", "citation_key"})
"""Fields that belong to the one who cites, not to the source."""

_ONLY_IF_ABSENT = frozenset({"URL"})
"""Fields that a reader follows: the cited address stays until a check says that it moved."""


_LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after."""

    field: str
    before: Any
    after: Any


def complete(item: Item, record: Item, when: str | None = None) -> tuple[Item, tuple[Change, ...]]:
    """The item with what `record` knows of it, and the fields that changed by that.

    A field that a person set is left alone, as are the date of access and the notes. The type follows the record
    unless the record does not know it. `when` (ISO 8601, UTC) is the moment that provenance keeps where the record names none.
    """
    record = _of_the_volume(record)
    values: dict[str, Any] = {name: value for name, value in record.filled() if _may_change(item, name)}
    if _is_year_of_issue(item, record):
        values.pop("issued", None)
    if record.type is not ItemType.DOCUMENT and not item.is_set_by_person("type"):
        values["type"] = record.type
    changes = tuple(
        Change(name, getattr(item, name), value)
        for name, value in values.items()
        if getattr(item, name) != value
    )
    told = {name: record.provenance[name] for name in values if name in record.provenance}
    if when is not None:
        told = {name: replace(known, when=known.when or when) for name, known in told.items()}
    provenance = dict(item.provenance) | told
    identifiers = tuple(dict.fromkeys((*item.identifiers, *record.identifiers)))
    custom = dict(item.custom) | dict(record.custom)
    return item.replace(**values, identifiers=identifiers, custom=custom, provenance=provenance), changes


# 2019-02, as a reader keeps it beside the earlier day of the page online
_PRINTED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def _of_the_volume(record: Item) -> Item:
    """The record with the date of the printed volume, which is what a citation with volume and pages means."""
    found = _PRINTED.match(str(record.custom.get("published-print", "")))
    if found is None or record.volume is None:
        return record
    return record.replace(issued=Date(tuple(int(part) for part in found.groups() if part)))


def _is_year_of_issue(item: Item, record: Item) -> bool:
    """Whether the printed year is that of the volume, and the record's that of the earlier page online."""
    if not (item.issued and item.issued.year and record.issued and record.issued.year):
        return False
    same_volume = item.volume is not None and item.volume == record.volume
    return same_volume and item.issued.year - record.issued.year == 1


def _may_change(item: Item, name: str) -> bool:
    if name in _KEPT or item.is_set_by_person(name):
        return False
    return name not in _ONLY_IF_ABSENT or not getattr(item, name)


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


def key_of(identifier: Identifier) -> str:
    """A key for a work of which only an identifier is known: ``nbk556010``, ``doi-10.1000-182``."""
    value = re.sub(r"^https?://(?:www\.)?", "", identifier.value)
    value = re.sub(r"[^A-Za-z0-9._-]+", "-", value).strip("-").lower()
    own = identifier.scheme in {Scheme.URL, Scheme.FDA_LABEL, Scheme.NBK, Scheme.PMCID, Scheme.NCT}
    return (value if own else f"{identifier.scheme}-{value}")[:_LONGEST_KEY]


def without_made_key(item: Item) -> Item:
    """The item without the key that a reader made up for an entry that had none."""
    return item.replace(id="") if _MADE_KEY.match(item.id) else item


_MADE_KEY = re.compile(r"(?:item-\d+|item|reference)$")


def resembles(title: str | None, other: str | None) -> bool:
    """Whether two titles may be of one work: most words of the shorter stand in the longer.

    >>> resembles("KLONOPIN", "Klonopin (clonazepam) tablets [prescribing information]")
    True
    >>> resembles("Drug scheduling", "Polysomnographic features")
    False
    """
    first, second = _words(title), _words(other)
    if not first or not second:
        return True
    return len(first & second) >= 0.5 * min(len(first), len(second))


def _words(title: str | None) -> set[str]:
    words = re.findall(r"[^\W_]+", fold(strip_tags(title or "")))
    return {word for word in words if len(word) > 2} or set(words)
