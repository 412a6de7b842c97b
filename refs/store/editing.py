"""Editing many items at once."""

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


def _edits(item: Item, values: Mapping[str, Any]) -> list[Edit]:
    return [
        Edit(item.id, name, getattr(item, name), value)
        for name, value in values.items()
        if (getattr(item, name) or None) != (value or None)
    ]
