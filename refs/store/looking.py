"""The look for an item before it is added: who shares an identifier or a block with it, and how alike they are."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from refs.alike import ratio
from refs.model.item import Item
from refs.model.stored import Added, AddOutcome
from refs.store.items import Items
from refs.store.likeness import THRESHOLD, Likeness, are_compatible, compare, has_room
from refs.store.prepared import Prepared
from refs.store.traits import Traits, plain_title

_CROWD = 40
"""How many items of one block are compared at most; more share it by accident."""
_UNLIKE = 50
"""Titles less like than this (of 100) need an identifier in common to be compared at all."""

_BY_IDENTIFIER = """
SELECT identifiers.scheme AS scheme, identifiers.value AS value, item_id FROM json_each(?) AS asked
JOIN identifiers ON scheme = json_extract(asked.value, '$[0]') AND identifiers.value = json_extract(asked.value, '$[1]')
"""
_TAKEN = """
SELECT key FROM items WHERE key IN (SELECT value FROM json_each(?1))
UNION ALL SELECT key FROM former_keys WHERE key IN (SELECT value FROM json_each(?1))
"""
_BY_BLOCK = "SELECT hash, item_id FROM json_each(?) AS asked JOIN blocks ON hash = asked.value"
_TITLES = "SELECT id, key, title FROM items WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class Known:
    """What a transaction knows: who has an identifier or block, and which keys are taken.

    It grows with each batch of the transaction, by what the library has of it and by what is added; `new` is what
    the batch adds, `identifiers` and `blocks` the rows to be written when the transaction ends.
    """

    number: int
    taken: set[str] = field(default_factory=set)
    holders: dict[tuple[str, str], int] = field(default_factory=dict)
    crowds: dict[int, list[int]] = field(default_factory=dict)
    titles: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    new: dict[int, tuple[str, Prepared]] = field(default_factory=dict)
    identifiers: list[tuple[str, str, int]] = field(default_factory=list)
    blocks: list[tuple[int, int]] = field(default_factory=list)

    def crowd_of(self, each: Prepared) -> list[int]:
        """Who shares a block with the item; of a crowd, the last to come."""
        if self.crowds.keys().isdisjoint(each.blocks):
            return []
        crowds = [self.crowds[block] for block in each.blocks if block in self.crowds]
        return list(dict.fromkeys(chain.from_iterable(crowd[-_CROWD:] for crowd in crowds)))

    def title_of(self, number: int) -> tuple[str, str | None]:
        """Key and title of an item of the library or the batch; no key when it is gone."""
        if number in self.new:
            key, each = self.new[number]
            return key, each.title
        return self.titles.get(number, ("", None))

    def take(self, each: Prepared, key: str) -> None:
        """Count the item among the known, as the next of the library."""
        number = self.number = self.number + 1
        self.taken.add(key)
        self.new[number] = (key, each)
        self.identifiers += [(scheme, value, number) for scheme, value in each.identifiers]
        self.blocks += [(block, number) for block in each.blocks]
        for name in each.names:
            self.holders.setdefault(name, number)
        crowds = self.crowds
        for block in each.blocks:
            if block in crowds:
                crowds[block].append(number)
            else:
                crowds[block] = [number]


class Looking(Items):
    """The look for a work that is in the library."""

    def find_present(self, item: Item) -> str | None:
        """The key of the item of the library that is this work, by identifier or likeness, or None."""
        known = self.find_duplicate(item)
        return known.key if known else None

    def find_duplicate(self, item: Item) -> Added | None:
        """The same, with the score and the reasons."""
        prepared = self._prepare_item(item)
        known = Known(self._last_number())
        self._look_up([prepared], known)
        return self._find(prepared, known, THRESHOLD)

    def _look_up(self, items: Sequence[Prepared], known: Known, *, find: bool = True) -> None:
        """Ask the library for all that a batch may meet in it; sorted, so that each page is read once."""
        known.new.clear()
        known.titles.clear()
        keys = _listed({each.key for each in items})
        known.taken.update(row["key"] for row in self.rows(_TAKEN, [keys]))
        if not find:
            return
        names = {name for each in items for name in each.names}
        for row in self.rows(_BY_IDENTIFIER, [_listed(names - known.holders.keys())]):
            known.holders.setdefault((row["scheme"], row["value"]), row["item_id"])
        blocks = {block for each in items for block in each.blocks}
        for row in self.rows(_BY_BLOCK, [_listed(blocks - known.crowds.keys())]):
            known.crowds.setdefault(row["hash"], []).append(row["item_id"])
        self._read_titles(_met(names, blocks, known), known)

    def _read_titles(self, numbers: Iterable[int], known: Known) -> None:
        for row in self.rows(_TITLES, [_listed(numbers)]):
            known.titles[row["id"]] = (row["key"], row["title"])

    def _find(self, each: Prepared, known: Known, threshold: float) -> Added | None:
        """The item that this one is already, in the library or earlier in the transaction."""
        for name in each.names:
            holder = known.holders.get(name)
            if holder is not None and (key := self._same_by_name(each, holder, known, name[0])):
                return Added(key, AddOutcome.PRESENT, reasons=(":".join(name),))
        crowd = known.crowd_of(each)
        return self._most_alike(each, crowd, known, threshold) if crowd else None

    def _most_alike(
        self, each: Prepared, crowd: Iterable[int], known: Known, threshold: float
    ) -> Added | None:
        best, best_key, mine = Likeness(0.0, ()), "", None
        for number in self._likely(each, crowd, known, threshold):
            mine = mine or self._traits_of(each.csl)
            likeness = compare(mine, self._traits_of(self._csl_of(number, known)))
            if likeness.score > best.score:
                best, best_key = likeness, known.title_of(number)[0]
        if best.score < threshold:
            return None
        return Added(best_key, AddOutcome.DUPLICATE, None, best.score, best.reasons)

    def _likely(self, each: Prepared, crowd: Iterable[int], known: Known, threshold: float) -> Iterator[int]:
        """Those of a crowd whose titles leave room for the threshold; most share a block by accident."""
        lower, plain = (each.title or "").lower(), plain_title(each.title or "")
        for number in crowd:
            key, title = known.title_of(number)
            if key and not (
                are_unlike(lower, (title or "").lower())
                or not has_room(plain, plain_title(title or ""), threshold)
            ):
                yield number

    def _same_by_name(self, each: Prepared, holder: int, known: Known, scheme: str) -> str | None:
        """The key of the holder of a shared identifier, unless title and authors both say that it is another work."""
        key, title = known.title_of(holder)
        if not key or (title and title == each.title):
            return key or None
        other = self._traits_of(self._csl_of(holder, known))
        return key if are_compatible(self._traits_of(each.csl), other, scheme) else None

    def _csl_of(self, number: int, known: Known) -> str:
        if number in known.new:
            return known.new[number][1].csl
        return str(self.value("SELECT csl FROM items WHERE id = ?", [number]))

    def _traits_of(self, csl: str) -> Traits:
        """The traits of an item as it is kept; its key is no matter, so it is left out."""
        return Traits(self._decode(csl).replace(id=""))

    def _last_number(self) -> int:
        return self.value("SELECT seq FROM sqlite_sequence WHERE name = 'items'") or 0


def are_unlike(one: str, other: str) -> bool:
    """Whether two titles in lower case differ too much to be worth more comparing."""
    return bool(one and other) and not ratio(one, other, _UNLIKE)


def _met(names: Iterable[tuple[str, str]], blocks: Iterable[int], known: Known) -> set[int]:
    """The numbers of the items that hold one of the names or stand in one of the blocks."""
    holders, crowds = known.holders, known.crowds
    met = {holders[name] for name in names if name in holders}
    return met.union(*(crowds[block][-_CROWD:] for block in blocks if block in crowds))


def _listed(values: Iterable[object]) -> str:
    return json.dumps(sorted(values))  # keys, pairs or numbers, never mixed
