"""Editing many items at once, and taking over what a source answers; what a person set stays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from refs.model.item import VARIABLES, Item
from refs.model.provenance import PERSON, Provenance
from refs.store.items import Items


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one item: as it was and as it is to be."""

    key: str
    field: str
    old: Any
    new: Any


class Editing(Items):
    """Changes of the fields of items."""

    def preview_fields(self, keys: Iterable[str], values: Mapping[str, Any]) -> list[Edit]:
        """What setting the fields would change; nothing is written. An empty value clears a field."""
        return [edit for key in keys for edit in _edits(self.get_item(key), values)]

    def set_fields(
        self, keys: Iterable[str], values: Mapping[str, Any], *, source: str = PERSON
    ) -> list[Edit]:
        """Set fields of items, as a person's word unless another source is named; what was changed."""
        wanted = list(keys)
        names = ", ".join(values)
        with self.event("edit", f"{names} of {len(wanted)} item{'' if len(wanted) == 1 else 's'}"):
            edits = self.preview_fields(wanted, values)
            mark = Provenance(source, None, self.now())
            for key in dict.fromkeys(edit.key for edit in edits):
                item = self.get_item(key)
                marks = {edit.field: mark for edit in edits if edit.key == key and edit.field in VARIABLES}
                self.update_item(key, item.replace(**values, provenance={**item.provenance, **marks}))
        return edits

    def complete_item(self, key: str, found: Item) -> list[Edit]:
        """Take over what a source says of an item; what a person set stays, and so does what the source leaves out."""
        with self.event("refresh", key):
            item = self.get_item(key)
            values = {
                name: value
                for name, value in found.filled()
                if not _is_set_by_person(item, name) and name != "accessed"
            }
            if not item.accessed and found.accessed:
                values["accessed"] = found.accessed
            edits = _edits(item, values)
            marks = {name: found.provenance[name] for name in values if name in found.provenance}
            identifiers = tuple(dict.fromkeys([*item.identifiers, *found.identifiers]))
            kind = item.type if _is_set_by_person(item, "type") else found.type
            provenance = {**item.provenance, **marks}
            completed = item.replace(
                **values,
                type=kind,
                identifiers=identifiers,
                custom={**item.custom, **found.custom},
                provenance=provenance,
            )
            if completed != item or provenance != item.provenance:
                self.update_item(key, completed)
        return edits


def _edits(item: Item, values: Mapping[str, Any]) -> list[Edit]:
    return [
        Edit(item.id, name, getattr(item, name), value)
        for name, value in values.items()
        if (getattr(item, name) or None) != (value or None)
    ]


def _is_set_by_person(item: Item, name: str) -> bool:
    return name in item.provenance and item.provenance[name].by_person
