"""Draft: an item being filled from one source, each field with the tag it came from."""

import re
from collections.abc import Iterable
from typing import Any

from refs.model.date import Date
from refs.model.identifier import Identifier, parse_identifier
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.model.provenance import Provenance
from refs.text import squeeze

# what JSON can hold and nobody can read: control characters, blanks of no width
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u200b\ufeff]")


class Draft:
    """Fields put one by one; what is empty is left out, what is already there stays."""

    def __init__(self, source: str, kind: ItemType = ItemType.DOCUMENT) -> None:
        self.source = source
        self._values: dict[str, Any] = {"type": kind}
        self._provenance: dict[str, Provenance] = {}
        self._identifiers: list[Identifier] = []
        self.custom: dict[str, Any] = {}

    def put(self, field: str, value: object, tag: str | None = None, confidence: float | None = None) -> None:
        """Fill a field; the first value stays."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str):
            value = squeeze(_CONTROLS.sub("", value))
        if not isinstance(value, str | Date | tuple) or not value or field in self._values:
            return
        self._values[field] = value
        self._provenance[field] = Provenance(self.source, tag, confidence=confidence)

    def names(self, field: str, names: Iterable[Name | None], tag: str | None = None) -> None:
        """Fill a name variable."""
        self.put(field, tuple(name for name in names if name is not None), tag)

    def identify(self, text: str | None, prefix: str = "") -> None:
        """Add the identifier that a text is, if it is one."""
        found = parse_identifier(f"{prefix}{text}") if text else None
        if found is not None and found not in self._identifiers:
            self._identifiers.append(found)

    def get(self, field: str) -> Any:
        """The value of a field so far, or None."""
        return self._values.get(field)

    def item(self, name: str | None = None) -> Item:
        """The Item; its id is the name, else its first identifier, else its URL or title."""
        identity = name or (str(self._identifiers[0]) if self._identifiers else None)
        identity = identity or self._values.get("URL") or self._values.get("title") or "item"
        return Item.build(
            self._values
            | {"id": identity, "identifiers": tuple(self._identifiers), "provenance": dict(self._provenance)}
            | ({"custom": dict(self.custom)} if self.custom else {})
        )
