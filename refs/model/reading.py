"""Reading: what came out of a text, and what was wrong with it."""

from dataclasses import dataclass

from refs.model.flaw import Flaw
from refs.model.item import Item


@dataclass(frozen=True, slots=True)
class Reading:
    """Items in the order of the source, and the flaws met on the way."""

    items: tuple[Item, ...] = ()
    flaws: tuple[Flaw, ...] = ()
