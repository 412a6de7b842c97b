"""Parsed: what one reference as printed turned out to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from refs.model.flaw import Flaw
from refs.model.item import Item


@dataclass(frozen=True, slots=True)
class Parsed:
    """One reference read: the item, what is wrong with the text, and how sure each field is.

    `item` holds what may be printed as fact. `as_printed` holds the same with the garbled names that `flaws` tell
    of, as the text has them. `confidence` is between 0 and 1 for each field of the item, by its name there.
    """

    item: Item
    flaws: tuple[Flaw, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)
    as_printed: Item | None = None

    @property
    def printed(self) -> Item:
        """The fields as the text has them, garbled names included."""
        return self.as_printed or self.item
