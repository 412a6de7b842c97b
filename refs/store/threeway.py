"""Two versions of one item, and the one before both → one item, field by field."""

from dataclasses import dataclass
from typing import Any

from refs.model.item import VARIABLES, Item
from refs.model.sync import Clash

_FIELDS = (*VARIABLES, "id", "type", "identifiers", "custom")


@dataclass(frozen=True, slots=True)
class Version:
    """An item and when it was last changed (ISO 8601, UTC)."""

    item: Item
    modified: str


def merge_versions(mine: Version, theirs: Version, base: Item | None) -> tuple[Item, list[Clash]]:
    """The item with the changes of both sides since `base`; without a base, what one side lacks comes from the other.

    Where both changed a field, what a person set wins, then what was changed last; each such field is a clash.
    """
    values: dict[str, Any] = {}
    provenance = dict(mine.item.provenance)
    clashes: list[Clash] = []
    for name in _FIELDS:
        here, there = getattr(mine.item, name), getattr(theirs.item, name)
        before = getattr(base, name) if base else None
        if there in (here, before) or (base is None and not there):
            continue
        clash = not (here == before or (base is None and not here))
        if clash and not _theirs_wins(name, mine, theirs):
            clashes.append(Clash(mine.item.id, name, here, there, here))
            continue
        if clash:
            clashes.append(Clash(mine.item.id, name, here, there, there))
        values[name] = there
        if name in theirs.item.provenance:
            provenance[name] = theirs.item.provenance[name]
    return mine.item.replace(**values, provenance=provenance), clashes


def _theirs_wins(name: str, mine: Version, theirs: Version) -> bool:
    here, there = mine.item.is_set_by_person(name), theirs.item.is_set_by_person(name)
    return there if here != there else theirs.modified > mine.modified
