"""Adding items: each is looked for first, by its identifiers, then by likeness."""

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice

from rapidfuzz import fuzz

from refs.model.item import Item
from refs.model.stored import Added, AddOutcome
from refs.store.columns import suggest_key
from refs.store.items import INSERT, Items
from refs.store.likeness import THRESHOLD, Likeness, Traits, compare
from refs.store.prepared import Prepared, prepare

_BATCH = 2_000
_CROWD = 40
"""How many items of one block are compared at most; more share it by accident."""
_UNLIKE = 50
"""Titles less like than this (of 100) need an identifier in common to be compared at all."""

_BY_IDENTIFIER = """
SELECT identifiers.scheme AS scheme, identifiers.value AS value, item_id FROM json_each(?) AS asked
JOIN identifiers ON scheme = json_extract(asked.value, '$[0]') AND identifiers.value = json_extract(asked.value, '$[1]')
"""
_BY_BLOCK = "SELECT hash, item_id FROM json_each(?) AS asked JOIN blocks ON hash = asked.value"


@dataclass(slots=True)
class _Batch:
    """What is known while a batch is written: who shares an identifier or block, and which keys are taken."""

    taken: set[str]
    number: int
    holders: dict[tuple[str, str], int]
    crowds: dict[int, list[int]]
    new: dict[int, tuple[str, Traits]] = field(default_factory=dict)


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
        waiting = iter(items)
        event: int | None = None
        while batch := list(islice(waiting, _BATCH)):
            with self.transaction():
                first = self._last_number() + 1
                added = self._add_batch(batch, retrieved, 101.0 if force else threshold, force=force)
                event = self._record_range(event, verb, detail or _first_key(added), first)
            yield added

    def find_present(self, item: Item) -> str | None:
        """The key of the item of the library that is this work, by identifier or likeness, or None."""
        known = self.find_duplicate(item)
        return known.key if known else None

    def find_duplicate(self, item: Item) -> Added | None:
        """The same, with the score and the reasons."""
        prepared = prepare(item)
        batch = self._open_batch([prepared], [], find=True)
        return self._known(prepared, batch, THRESHOLD)

    def _add_batch(
        self, items: Sequence[Item], retrieved: str | None, threshold: float, *, force: bool
    ) -> tuple[Added, ...]:
        prepared = [prepare(item) for item in items]
        keys = [item.id or suggest_key(item) for item in items]
        batch = self._open_batch(prepared, keys, find=not force)
        results, kept = [], []
        for each, wanted in zip(prepared, keys, strict=True):
            known = None if force else self._known(each, batch, threshold)
            if known is None:
                kept.append(each)
                known = self._take(each, wanted, batch)
            results.append(known)
        self._write(kept, batch, retrieved)
        return tuple(results)

    def _open_batch(self, prepared: Sequence[Prepared], keys: Sequence[str], *, find: bool) -> _Batch:
        taken = self.rows(
            "SELECT key FROM items WHERE key IN (SELECT value FROM json_each(?1))"
            " UNION ALL SELECT key FROM former_keys WHERE key IN (SELECT value FROM json_each(?1))",
            [json.dumps(keys)],
        )
        batch = _Batch({row["key"] for row in taken}, self._last_number(), {}, {})
        if find:
            self._find_company(prepared, batch)
        return batch

    def _find_company(self, prepared: Sequence[Prepared], batch: _Batch) -> None:
        names = [name for each in prepared for name in each.names]
        for row in self.rows(_BY_IDENTIFIER, [json.dumps(names)]):
            batch.holders.setdefault((row["scheme"], row["value"]), row["item_id"])
        for row in self.rows(_BY_BLOCK, [json.dumps([hash_ for each in prepared for hash_ in each.blocks])]):
            batch.crowds.setdefault(row["hash"], []).append(row["item_id"])

    def _known(self, each: Prepared, batch: _Batch, threshold: float) -> Added | None:
        """The item that this one is already, in the library or earlier in the batch."""
        for name in each.names:
            holder = batch.holders.get(name)
            if holder is not None and (key := self._same_by_name(each, holder, batch)):
                return Added(key, AddOutcome.PRESENT, reasons=(":".join(name),))
        best: tuple[Likeness, str] | None = None
        for number in _company(each, batch):
            other = self._candidate(each, number, batch)
            likeness = compare(each.traits, other[1]) if other else None
            if (
                other
                and likeness
                and likeness.score >= threshold
                and (not best or likeness.score > best[0].score)
            ):
                best = (likeness, other[0])
        return Added(best[1], AddOutcome.DUPLICATE, None, best[0].score, best[0].reasons) if best else None

    def _same_by_name(self, each: Prepared, holder: int, batch: _Batch) -> str | None:
        """The key of the holder of a shared identifier, unless title and authors both say that it is another work."""
        if holder in batch.new:
            key, traits = batch.new[holder]
        else:
            row = self.row("SELECT * FROM items WHERE id = ?", [holder])
            if row is None:
                return None
            if not each.item.title or row["title"] == each.item.title:
                return str(row["key"])
            key, traits = row["key"], Traits(self._item_of(row))
        return key if are_compatible(each.traits, traits) else None

    def _candidate(self, each: Prepared, number: int, batch: _Batch) -> tuple[str, Traits] | None:
        if number in batch.new:
            return batch.new[number]
        row = self.row("SELECT * FROM items WHERE id = ?", [number])
        if row is None:
            return None
        title, known = each.item.title, row["title"]
        if title and known and fuzz.ratio(title.lower(), known.lower(), score_cutoff=_UNLIKE) == 0:
            return None
        return row["key"], Traits(self._item_of(row))

    def _take(self, each: Prepared, wanted: str, batch: _Batch) -> Added:
        batch.number += 1
        key = self._free_key(wanted, batch.taken)
        batch.taken.add(key)
        batch.new[batch.number] = (key, each.traits)
        for name in each.names:
            batch.holders.setdefault(name, batch.number)
        for block in each.blocks:
            batch.crowds.setdefault(block, []).append(batch.number)
        return Added(key, wanted=wanted if each.item.id and key != wanted else None)

    def _write(self, kept: Sequence[Prepared], batch: _Batch, retrieved: str | None) -> None:
        now = self.now()
        first = batch.number - len(kept) + 1
        rows = []
        for number, each in enumerate(kept, first):
            key = batch.new[number][0]
            item = each.item if each.item.id == key else each.item.replace(id=key)
            rows.append((number, *self._columns(item), retrieved, None, now, now, secrets.randbits(62)))
        self._connection.executemany(INSERT, rows)
        self._index_all(list(enumerate(kept, first)))

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


def are_compatible(one: Traits, other: Traits) -> bool:
    """Whether two items that share an identifier can be one work: titles or authors have something in common."""
    if not one.title or not other.title or fuzz.token_set_ratio(one.title, other.title) >= 60:
        return True
    return bool(one.names & other.names) and one.year == other.year


def _company(each: Prepared, batch: _Batch) -> list[int]:
    found: dict[int, None] = {}
    for block in each.blocks:
        found.update(dict.fromkeys(batch.crowds.get(block, ())[-_CROWD:]))
    return list(found)


def _first_key(added: Sequence[Added]) -> str:
    keys = [each.key for each in added if each.outcome is AddOutcome.ADDED]
    more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
    return f"{keys[0]}{more}" if keys else ""
