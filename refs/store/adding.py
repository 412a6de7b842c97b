"""Adding items: each is looked for first, by its identifiers, then by likeness."""

import gc
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, islice

from rapidfuzz import fuzz

from refs.model.item import Item
from refs.model.stored import Added, AddOutcome
from refs.store.items import INSERT, Items
from refs.store.likeness import THRESHOLD, Likeness, Traits, are_compatible, compare
from refs.store.prepared import Prepared

_BATCH = 5_000
_CROWD = 40
"""How many items of one block are compared at most; more share it by accident."""
_UNLIKE = 50
"""Titles less like than this (of 100) need an identifier in common to be compared at all."""

_INTO_SEARCH = """
INSERT INTO search (rowid, key, title, authors, container, words) SELECT * FROM searchable WHERE rowid BETWEEN ? AND ?
"""
_BY_IDENTIFIER = """
SELECT identifiers.scheme AS scheme, identifiers.value AS value, item_id FROM json_each(?) AS asked
JOIN identifiers ON scheme = json_extract(asked.value, '$[0]') AND identifiers.value = json_extract(asked.value, '$[1]')
"""
_TAKEN = """
SELECT key FROM items WHERE key IN (SELECT value FROM json_each(?1))
UNION ALL SELECT key FROM former_keys WHERE key IN (SELECT value FROM json_each(?1))
"""
_BY_BLOCK = "SELECT hash, item_id FROM json_each(?) AS asked JOIN blocks ON hash = asked.value"


@dataclass(slots=True)
class _Batch:
    """What is known while a batch is written: who shares an identifier or block, and which keys are taken."""

    taken: set[str]
    number: int
    holders: dict[tuple[str, str], int]
    crowds: dict[int, list[int]]
    new: dict[int, tuple[str, Prepared]] = field(default_factory=dict)


class Adding(Items):
    """The way into the library."""

    def add_items(
        self,
        items: Iterable[Item],
        *,
        retrieved: str | None = None,
        force: bool = False,
        threshold: float = THRESHOLD,
        verb: str = "add",
        detail: str = "",
    ) -> tuple[Added, ...]:
        """What became of each item, in order: added, or already present under a key.

        `force` adds in spite of duplicates. `retrieved` is the day the items were read from their source
        (ISO 8601). Items are written in batches, each a transaction: what an interruption leaves is whole batches,
        and one event of the log holds them all.
        """
        batches = self.add_in_batches(
            items, retrieved=retrieved, force=force, threshold=threshold, verb=verb, detail=detail
        )
        return tuple(added for batch in batches for added in batch)

    def add_in_batches(
        self,
        items: Iterable[Item],
        *,
        retrieved: str | None = None,
        force: bool = False,
        threshold: float = THRESHOLD,
        verb: str = "add",
        detail: str = "",
    ) -> Iterator[tuple[Added, ...]]:
        """The same, batch by batch, for a million items: what was given out is on the disk and not in memory."""
        return self.add_prepared(
            self._prepared(items),
            retrieved=retrieved,
            force=force,
            threshold=threshold,
            verb=verb,
            detail=detail,
        )

    def _prepared(self, items: Iterable[Item]) -> Iterator[list[Prepared]]:
        waiting = iter(items)
        while batch := [self._prepare_item(item) for item in islice(waiting, _BATCH)]:
            yield batch

    def find_present(self, item: Item) -> str | None:
        """The key of the item of the library that is this work, by identifier or likeness, or None."""
        known = self.find_duplicate(item)
        return known.key if known else None

    def find_duplicate(self, item: Item) -> Added | None:
        """The same, with the score and the reasons."""
        prepared = self._prepare_item(item)
        return self._known(prepared, self._open_batch([prepared]), THRESHOLD)

    def add_prepared(
        self,
        batches: Iterable[Sequence[Prepared]],
        *,
        retrieved: str | None = None,
        force: bool = False,
        threshold: float = THRESHOLD,
        verb: str = "add",
        detail: str = "",
    ) -> Iterator[tuple[Added, ...]]:
        """The same for items that were prepared already, by another process perhaps; each batch is a transaction."""
        event: int | None = None
        for batch in batches:
            with self.transaction(), _without_collector():
                first = self._last_number() + 1
                added = self._add_batch(batch, retrieved, threshold, force=force)
                event = self._record_range(event, verb, detail or _first_key(added), first)
            yield added

    def _add_batch(
        self, items: Sequence[Prepared], retrieved: str | None, threshold: float, *, force: bool
    ) -> tuple[Added, ...]:
        batch = self._open_batch(items, find=not force)
        results, kept = [], []
        for each in items:
            known = None if force else self._known(each, batch, threshold)
            if known is None:
                known = self._take(each, batch)
                kept.append((known.key, each))
            results.append(known)
        self._write(kept, batch.number - len(kept) + 1, retrieved)
        return tuple(results)

    def _open_batch(self, items: Sequence[Prepared], *, find: bool = True) -> _Batch:
        taken = self.rows(_TAKEN, [json.dumps([each.key for each in items])])
        batch = _Batch({row["key"] for row in taken}, self._last_number(), {}, {})
        if find:
            names = [name for each in items for name in each.names]
            for row in self.rows(_BY_IDENTIFIER, [json.dumps(names)]):
                batch.holders.setdefault((row["scheme"], row["value"]), row["item_id"])
            for row in self.rows(_BY_BLOCK, [json.dumps([block for each in items for block in each.blocks])]):
                batch.crowds.setdefault(row["hash"], []).append(row["item_id"])
        return batch

    def _known(self, each: Prepared, batch: _Batch, threshold: float) -> Added | None:
        """The item that this one is already, in the library or earlier in the batch."""
        for name in each.names:
            holder = batch.holders.get(name)
            if holder is not None and (key := self._same_by_name(each, holder, batch, name[0])):
                return Added(key, AddOutcome.PRESENT, reasons=(":".join(name),))
        company = _company(each, batch)
        return self._most_alike(each, company, batch, threshold) if company else None

    def _most_alike(
        self, each: Prepared, company: Iterable[int], batch: _Batch, threshold: float
    ) -> Added | None:
        best, best_key = Likeness(0.0, ()), ""
        for number in company:
            key, title, csl = self._candidate(number, batch)
            if key and not are_unlike(each.title, title):
                likeness = compare(self._traits_of(each.csl), self._traits_of(csl))
                if likeness.score > best.score:
                    best, best_key = likeness, key
        if best.score < threshold:
            return None
        return Added(best_key, AddOutcome.DUPLICATE, None, best.score, best.reasons)

    def _same_by_name(self, each: Prepared, holder: int, batch: _Batch, scheme: str) -> str | None:
        """The key of the holder of a shared identifier, unless title and authors both say that it is another work."""
        key, title, csl = self._candidate(holder, batch)
        if not key or (title and title == each.title):
            return key or None
        return key if are_compatible(self._traits_of(each.csl), self._traits_of(csl), scheme) else None

    def _candidate(self, number: int, batch: _Batch) -> tuple[str, str | None, str]:
        """Key, title and CSL-JSON of an item of the library or the batch; no key when it is gone."""
        if number in batch.new:
            key, each = batch.new[number]
            return key, each.title, each.csl
        row = self.row("SELECT key, title, csl FROM items WHERE id = ?", [number])
        return (row["key"], row["title"], row["csl"]) if row else ("", None, "")

    def _traits_of(self, csl: str) -> Traits:
        """The traits of an item as it is kept; its key is no matter, so it is left out."""
        return Traits(self._decode(csl).replace(id=""))

    def _take(self, each: Prepared, batch: _Batch) -> Added:
        number = batch.number = batch.number + 1
        key = self._free_key(each.key, batch.taken)
        batch.taken.add(key)
        batch.new[number] = (key, each)
        for name in each.names:
            batch.holders.setdefault(name, number)
        crowds = batch.crowds
        for block in each.blocks:
            if block in crowds:
                crowds[block].append(number)
            else:
                crowds[block] = [number]
        return Added(key, wanted=each.key if each.has_key and key != each.key else None)

    def _write(self, kept: Sequence[tuple[str, Prepared]], first: int, retrieved: str | None) -> None:
        now = self.now()
        chance = os.urandom(8 * len(kept))
        rows = []
        for place, (key, each) in enumerate(kept):
            columns = (
                each.columns if key == each.key else self._columns(self._decode(each.csl).replace(id=key))[1:]
            )
            uid = int.from_bytes(chance[8 * place : 8 * place + 8]) >> 2
            rows.append((first + place, key, *columns, retrieved, None, now, now, uid))
        self._connection.execute("UPDATE state SET adding = 1")
        self._connection.executemany(INSERT, rows)
        self._connection.execute(_INTO_SEARCH, [first, first + len(kept) - 1])
        self._connection.execute("UPDATE state SET adding = 0")
        self._index_all(list(enumerate((each for _, each in kept), first)))

    def _free_key(self, wanted: str, taken: set[str]) -> str:
        """The wanted key, or the next with a letter, then a number, that no item has."""
        if wanted not in taken:
            return wanted
        for place in count(self._suffixes.get(wanted, 0)):
            key = wanted + (chr(ord("a") + place) if place < 26 else f"-{place - 24}")
            if key not in taken and not self.has_key(key):
                self._suffixes[wanted] = place + 1
                return key
        raise AssertionError

    def _last_number(self) -> int:
        return self.value("SELECT seq FROM sqlite_sequence WHERE name = 'items'") or 0

    def _record_range(self, event: int | None, verb: str, detail: str, first: int) -> int | None:
        """Note the added rows as one range; inside an event the triggers have noted them already."""
        last = self._last_number()
        if self._event is not None or last < first:
            return event
        number = event or self._new_event(verb, detail)
        self._connection.execute(
            "INSERT INTO changes (event_id, \"table\", row, last) VALUES (?, 'items', ?, ?)",
            [number, first, last],
        )
        return number


@contextmanager
def _without_collector() -> Iterator[None]:
    """A block without the cycle collector, which would go through all of a large batch again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def are_unlike(one: str | None, other: str | None) -> bool:
    """Whether two titles differ too much to be worth more comparing."""
    return bool(one and other) and not fuzz.ratio(str(one).lower(), str(other).lower(), score_cutoff=_UNLIKE)


def _company(each: Prepared, batch: _Batch) -> list[int]:
    """Who shares a block with the item; of a crowd, the last to come."""
    crowds = [batch.crowds[block] for block in each.blocks if block in batch.crowds]
    return list(dict.fromkeys(number for crowd in crowds for number in crowd[-_CROWD:]))


def _first_key(added: Sequence[Added]) -> str:
    keys = [each.key for each in added if each.outcome is AddOutcome.ADDED]
    more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
    return f"{keys[0]}{more}" if keys else ""
