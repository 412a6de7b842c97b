"""Merging: several items that are one work become one, and nothing that a person added is lost."""

from collections.abc import Sequence
from typing import Any

from refs.model.duplicate import Conflict, Merge
from refs.model.item import VARIABLES, Item, ItemType
from refs.store.items import Items

_MOVED = ("tags", "collection_items", "notes", "attachments", "former_keys", "entries")
_VAGUE = {ItemType.DOCUMENT, ItemType.ARTICLE, ItemType.WEBPAGE}


def merge_items(keep: Item, others: Sequence[Item]) -> Merge:
    """The item that has the fields of the first, and of the others where it has none.

    What a person set wins over what a service gave, whichever item has it.
    """
    values: dict[str, Any] = {}
    provenance = dict(keep.provenance)
    conflicts: list[Conflict] = []
    for other in others:
        for name, value in other.filled():
            mine = values.get(name) or getattr(keep, name)
            if mine and not _is_theirs_better(name, other, provenance):
                conflicts += [Conflict(name, mine, value, other.id)] if mine != value else []
                continue
            conflicts += [Conflict(name, value, mine, keep.id)] if mine and mine != value else []
            values[name] = value
            if name in other.provenance:
                provenance[name] = other.provenance[name]
    gained = tuple(name for name in VARIABLES if name in values and not getattr(keep, name))
    identifiers = dict.fromkeys(
        [*keep.identifiers, *(each for other in others for each in other.identifiers)]
    )
    custom = {name: value for item in (*reversed(others), keep) for name, value in item.custom.items()}
    kind = next((each.type for each in (keep, *others) if each.type not in _VAGUE), keep.type)
    merged = keep.replace(
        **values, type=kind, identifiers=tuple(identifiers), custom=custom, provenance=provenance
    )
    return Merge(merged, tuple(each.id for each in others), gained, tuple(conflicts))


def _is_theirs_better(name: str, other: Item, mine: dict[str, Any]) -> bool:
    return other.is_set_by_person(name) and not (name in mine and mine[name].by_person)


class Merging(Items):
    """Merges, one or in batch; each is one event of the log."""

    def preview_merge(self, keep: str, others: Sequence[str]) -> Merge:
        """What merging the others into the first would give; nothing is written."""
        first = self.get_item(keep)
        rest = [item for item in map(self.get_item, others) if item.id != first.id]
        return merge_items(first, list({item.id: item for item in rest}.values()))

    def merge(self, keep: str, others: Sequence[str]) -> Merge:
        """Merge the others into the first, which keeps its key and answers to theirs; what was merged.

        Tags, collections, notes, attachments and places in articles go over to it; the checks of its links stay.
        """
        with self.event("merge", f"{', '.join(others)} into {keep}"):
            merged = self.preview_merge(keep, others)
            number = self._row_of(merged.item.id)["id"]
            for other in merged.others:
                self._take_over(number, other)
            self.update_item(merged.item.id, merged.item)
        return merged

    def _take_over(self, number: int, other: str) -> None:
        row = self._row_of(other)
        for table in _MOVED:
            self._connection.execute(
                f"UPDATE OR IGNORE {table} SET item_id = ? WHERE item_id = ?", [number, row["id"]]
            )
        self._connection.execute(
            "UPDATE items SET first_retrieved = coalesce(min(first_retrieved, ?1), first_retrieved, ?1),"
            " last_verified = coalesce(max(last_verified, ?2), last_verified, ?2) WHERE id = ?3",
            [row["first_retrieved"], row["last_verified"], number],
        )
        self.remove_item(row["key"])
        self._connection.execute(
            "INSERT OR REPLACE INTO former_keys (key, item_id) VALUES (?, ?)", [row["key"], number]
        )
