"""What is drawn from an item before it is written; plain values, so that another process may do it."""

from collections.abc import Callable
from typing import NamedTuple

from refs.model.item import Item
from refs.model.provenance import Provenance
from refs.store.blocks import blocks_of
from refs.store.columns import authors_of, identify, is_of_work, iso_of, missing_of, year_of
from refs.store.keys import PATTERN, suggest_key
from refs.store.provenances import write_provenance
from refs.store.traits import Traits
from refs.text import is_whole, whole

Columns = tuple[str | int | None, ...]


class Prepared(NamedTuple):
    """The values of an item's row from `type` to `accessed`, and what goes into other tables.

    `identifiers` are (scheme, value); those in `names` make it the same work as another that has one of them.
    """

    key: str
    has_key: bool
    columns: Columns
    identifiers: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    blocks: tuple[int, ...]

    @property
    def csl(self) -> str:
        """The item as CSL-JSON."""
        return str(self.columns[_CSL])

    @property
    def title(self) -> str | None:
        """The title."""
        found = self.columns[1]
        return str(found) if found is not None else None


_CSL = 5


def prepare(
    item: Item,
    encode: Callable[[Item], str],
    source: Provenance | None = None,
    pattern: str = PATTERN,
    *,
    csl: str | None = None,
) -> Prepared:
    """The values of an item; an item without a key is given the one that its author and year suggest.

    `source` is where the fields come from that say nothing of it themselves, `pattern` what keys are made of, `csl`
    the item with its key as CSL-JSON, where that is known.
    """
    key = item.id or suggest_key(item, pattern)
    known = identify(item)
    columns = columns_of(item if item.id else item.replace(id=key), encode, source, csl=csl)
    identifiers = tuple([(each.scheme._value_, each.value) for each in known])
    if "\ufffd" in str(columns[_CSL]):
        key, identifiers = whole(key), tuple((scheme, whole(value)) for scheme, value in identifiers)
    return Prepared(
        key,
        bool(item.id),
        columns,
        identifiers,
        tuple([pair for pair, each in zip(identifiers, known, strict=True) if is_of_work(each)]),
        blocks_of(Traits(item, known)),
    )


def columns_of(
    item: Item, encode: Callable[[Item], str], source: Provenance | None = None, *, csl: str | None = None
) -> Columns:
    """The values of the columns type, title, authors, year, container, csl, provenance, missing and accessed."""
    columns = (
        item.type._value_,
        item.title,
        authors_of(item),
        year_of(item),
        item.container_title,
        encode(item) if csl is None else csl,
        write_provenance(item, source),
        " ".join(missing_of(item)) or None,
        iso_of(item.accessed),
    )
    if is_whole(str(columns[_CSL])):
        return columns
    return tuple(whole(each) if isinstance(each, str) else each for each in columns)
