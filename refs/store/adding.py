"""Adding items: each is looked for first, by its identifiers, then by likeness."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count, islice

from refs.garbage import no_collections
from refs.model.item import Item
from refs.model.stored import Added, AddOutcome
from refs.store.items import INSERT
from refs.store.likeness import THRESHOLD
from refs.store.looking import Known, Looking
from refs.store.prepared import Prepared

_BATCH = 5_000
_MANY = 500
"""From so many on, taking triggers out pays."""

_INTO_SEARCH = """
INSERT INTO search (rowid, key, title, authors, container, words) SELECT * FROM searchable WHERE rowid BETWEEN ? AND ?
"""
_TRIGGERS = """
SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ('search_insert', 'journal_items_insert')
"""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms items are added."""

    retrieved: str | None = None
    force: bool = False
    threshold: float = THRESHOLD


class Adding(Looking):
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
        batches = self.add_prepared(
            self._prepared(items),
            retrieved=retrieved,
            force=force,
            threshold=threshold,
            verb=verb,
            detail=detail,
        )
        return tuple(added for batch in batches for added in batch)

    def _prepared(self, items: Iterable[Item]) -> Iterator[list[Prepared]]:
        waiting = iter(items)
        while batch := [self._prepare_item(item) for item in islice(waiting, _BATCH)]:
            yield batch

    def add_prepared(
        self,
        batches: Iterable[Sequence[Prepared]],
        *,
        retrieved: str | None = None,
        force: bool = False,
        threshold: float = THRESHOLD,
        verb: str = "add",
        detail: str = "",
        seconds: float = 0,
    ) -> Iterator[tuple[Added, ...]]:
        """The same for items that were prepared already, by another process perhaps, batch by batch.

        What was given out is on the disk and not in memory. Each batch is a transaction, with those that follow it within the `seconds`: the more are written together,
        the less often each page of an index is.
        """
        terms = Terms(retrieved, force, threshold)
        event: int | None = None
        waiting = iter(batches)
        for batch in waiting:
            end = time.monotonic() + seconds
            with self._references_unchecked(), self.transaction(), no_collections():
                first = self._last_number() + 1
                together = chain([batch], _until(end, waiting))
                added = self._add_batches(together, terms, many=len(batch) >= _MANY)
                event = self._record_range(event, verb, detail or _first_key(added), first)
            yield tuple(added)

    def _add_batches(
        self, batches: Iterable[Sequence[Prepared]], terms: Terms, *, many: bool = False
    ) -> list[Added]:
        known = Known(self._last_number())
        first, results = known.number + 1, []
        with self._triggers_aside(many=many):
            for batch in batches:
                results += self._add_batch(batch, known, terms)
            self._connection.execute(_INTO_SEARCH, [first, known.number])
            self._index_rows(known.identifiers, known.blocks)
        return results

    @contextmanager
    def _references_unchecked(self) -> Iterator[None]:
        """A block in which SQLite does not look for the item of each row, which was written just before.

        Inside a transaction that is open already it goes on looking.
        """
        with self._lock:
            self._connection.execute("PRAGMA foreign_keys = OFF")
            try:
                yield
            finally:
                self._connection.execute("PRAGMA foreign_keys = ON")

    @contextmanager
    def _triggers_aside(self, *, many: bool) -> Iterator[None]:
        """A block whose new items go into the full-text index at its end and not by the trigger.

        The triggers on new items take half as long again as the items themselves; outside an event, where the
        journal does not need its own, they are taken out when many items come. A rollback brings them back.
        """
        triggers = self.rows(_TRIGGERS) if many and self._event is None else []
        self._connection.execute("UPDATE state SET adding = 1")
        for trigger in triggers:
            self._connection.execute(f"DROP TRIGGER {trigger['name']}")
        yield
        for trigger in triggers:
            self._connection.execute(trigger["sql"])
        self._connection.execute("UPDATE state SET adding = 0")

    def _add_batch(self, items: Sequence[Prepared], known: Known, terms: Terms) -> list[Added]:
        self._look_up(items, known, find=not terms.force)
        results, kept = [], []
        for each in items:
            added = None if terms.force else self._find(each, known, terms.threshold)
            if added is None:
                added = self._take(each, known)
                kept.append((added.key, each))
            results.append(added)
        self._write(kept, known.number - len(kept) + 1, terms.retrieved)
        return results

    def _take(self, each: Prepared, known: Known) -> Added:
        key = self._free_key(each.key, known.taken)
        known.take(each, key)
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
        self._connection.executemany(INSERT, rows)

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


def _until(end: float, batches: Iterator[Sequence[Prepared]]) -> Iterator[Sequence[Prepared]]:
    """The batches that come before the end, by the clock that never goes back."""
    while time.monotonic() < end and (batch := next(batches, None)) is not None:
        yield batch


def _first_key(added: Sequence[Added]) -> str:
    keys = [each.key for each in added if each.outcome is AddOutcome.ADDED]
    more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
    return f"{keys[0]}{more}" if keys else ""
