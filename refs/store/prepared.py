"""What is drawn from an item before it is written: its identifiers, links and blocks, each once."""

from dataclasses import dataclass

from refs.model.identifier import Identifier
from refs.model.item import Item
from refs.model.link import Link
from refs.store.blocks import blocks_of
from refs.store.columns import identify, is_of_work, links_of
from refs.store.likeness import Traits


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item and what is drawn from it."""

    item: Item
    traits: Traits
    identifiers: tuple[Identifier, ...]
    links: tuple[Link, ...]
    blocks: list[int]
    names: list[tuple[str, str]]
    """The identifiers that make it the same work as another that has one of them, as (scheme, value)."""


def prepare(item: Item) -> Prepared:
    """The item with its identifiers, links and blocks."""
    identifiers = identify(item)
    traits = Traits(item, identifiers)
    names = [(each.scheme.value, each.value) for each in identifiers if is_of_work(each)]
    return Prepared(item, traits, identifiers, links_of(item, identifiers), blocks_of(traits), names)
