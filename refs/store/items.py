"""Items in and out of the library."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from typing import Any

from refs.errors import AmbiguousItem, UnknownItem
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, parse_identifier
from refs.model.item import Item
from refs.model.provenance import Provenance
from refs.model.stored import Added, AddOutcome, Stored
from refs.store.columns import (
    authors_of,
    comparable_url,
    identify,
    is_of_work,
    links_of,
    missing_of,
    suggest_key,
    year_of,
)
from refs.store.database import Database, Row

_BATCH = 2_000
_ORDERS = {
    "key": "key COLLATE NOCASE, id",
    "added": "id",
    "newest": "id DESC",
    "modified": "modified DESC, id DESC",
    "title": "title COLLATE NOCASE, id",
    "author": "authors COLLATE NOCASE, year, id",
    "year": "year DESC, id",
}
_INSERT = """
INSERT INTO items (id, key, type, title, authors, year, container, csl, provenance, missing,
                   first_retrieved, last_verified, accessed, created, modified)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE items SET key = ?, type = ?, title = ?, authors = ?, year = ?, container = ?, csl = ?, provenance = ?,
                 missing = ?, accessed = ?, modified = ? WHERE id = ?
"""


class Items(Database):
    """The table `items`, with the identifiers and flaws of each."""

    def add_items(
        self, items: Iterable[Item], *, retrieved: str | None = None, force: bool = False
    ) -> tuple[Added, ...]:
        """What became of each item, in order: added, or already present under a key.

        `force` adds in spite of duplicates. `retrieved` is the day the items were read from their source
        (ISO 8601). Items are written in batches, each a transaction: what an interruption leaves is whole batches.
        """
        batches = self.add_in_batches(items, retrieved=retrieved, force=force)
        return tuple(added for batch in batches for added in batch)

    def add_in_batches(
        self, items: Iterable[Item], *, retrieved: str | None = None, force: bool = False
    ) -> Iterator[tuple[Added, ...]]:
        """The same, batch by batch, for a million items: nothing of a batch that was given out is kept."""
        waiting = iter(items)
        while batch := list(islice(waiting, _BATCH)):
            with self.transaction():
                added = self._add_batch(batch, retrieved, force=force)
            yield added

    def get_item(self, name: str | Identifier) -> Item:
        """The item of a key, or of an identifier in any dress; UnknownItem with a hint, or AmbiguousItem."""
        return self._item_of(self._row_of(name))

    def get_stored(self, name: str | Identifier) -> Stored:
        """The same, with its dates, tags and what is missing."""
        return self._stored_of(self._row_of(name))

    def get_items(self, keys: Sequence[str]) -> list[Item]:
        """The items of these keys, in their order; UnknownItem for the first that is unknown."""
        rows = self.rows(
            "SELECT * FROM items WHERE key IN (SELECT value FROM json_each(?))", [json.dumps(keys)]
        )
        found = {row["key"]: row for row in rows}
        return [self._item_of(found[key]) if key in found else self.get_item(key) for key in keys]

    def has_key(self, key: str) -> bool:
        """Whether an item has this citation key."""
        return self.value("SELECT 1 FROM items WHERE key = ?", [key]) is not None

    def keys(self) -> list[str]:
        """Every citation key, in the order in which the items were added."""
        return [row["key"] for row in self.rows("SELECT key FROM items ORDER BY id")]

    def find_by_identifier(self, identifier: Identifier) -> list[str]:
        """The keys of the items that have the identifier; a URL is compared in its plain form."""
        found = self.rows(
            "SELECT key FROM identifiers JOIN items ON items.id = item_id WHERE scheme = ? AND value = ? ORDER BY id",
            [str(identifier.scheme), _plain(identifier).value],
        )
        return [row["key"] for row in found]

    def find_present(self, item: Item) -> str | None:
        """The key of the item that shares an identifier of the work with this one, or None."""
        for identifier in identify(item):
            if is_of_work(identifier) and (keys := self.find_by_identifier(identifier)):
                return keys[0]
        return None

    def update_item(self, key: str, item: Item) -> None:
        """Put the item in the place of the one that has the key; `item.id` becomes the key."""
        with self.transaction():
            row = self._row_of(key)
            if item.id != row["key"] and self.has_key(item.id):
                raise AmbiguousItem(item.id, [item.id, row["key"]])
            values = _columns(item, item.id, self._encode)
            self._connection.execute(_UPDATE, (*values, _iso(item.accessed), self.now(), row["id"]))
            self._index(item, row["id"])

    def set_dates(
        self, key: str, *, first_retrieved: str | None = None, last_verified: str | None = None
    ) -> None:
        """Set the dates of retrieval that are given; `accessed` is a variable of the item."""
        number = self._row_of(key)["id"]
        self.execute(
            "UPDATE items SET first_retrieved = coalesce(?, first_retrieved),"
            " last_verified = coalesce(?, last_verified) WHERE id = ?",
            [first_retrieved, last_verified, number],
        )

    def remove_item(self, key: str) -> Item:
        """Take the item out of the library; the item that was there."""
        with self.transaction():
            row = self._row_of(key)
            item = self._item_of(row)
            self._connection.execute("DELETE FROM items WHERE id = ?", [row["id"]])
        return item

    def list_items(
        self,
        *,
        limit: int | None = None,
        offset: int = 0,
        order: str = "key",
        unresolved: bool | None = None,
        tag: str | None = None,
        type: str | None = None,  # noqa: A002 - CSL's word
    ) -> list[Stored]:
        """A page of the library. Orders: key, added, newest, modified, title, author, year."""
        where, values = _filters(unresolved, tag, type)
        rows = self.rows(
            f"SELECT * FROM items WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
            [*values, -1 if limit is None else limit, offset],
        )
        return self._all_stored(rows)

    def each_item(self) -> Iterator[Item]:
        """Every item in the order it was added, a few hundred in memory at a time."""
        last = 0
        while rows := self.rows("SELECT * FROM items WHERE id > ? ORDER BY id LIMIT 500", [last]):
            yield from map(self._item_of, rows)
            last = rows[-1]["id"]

    def count(
        self,
        *,
        unresolved: bool | None = None,
        tag: str | None = None,
        type: str | None = None,  # noqa: A002 - CSL's word
    ) -> int:
        """How many items there are."""
        where, values = _filters(unresolved, tag, type)
        return int(self.value(f"SELECT count(*) FROM items WHERE {where}", values))

    def add_flaws(self, key: str, flaws: Iterable[Flaw]) -> None:
        """Keep the flaws of an item in the place of those kept before."""
        with self.transaction():
            number = self._row_of(key)["id"]
            self._connection.execute("DELETE FROM flaws WHERE item_id = ?", [number])
            self._connection.executemany(
                'INSERT INTO flaws (item_id, code, message, variable, text, start, "end") VALUES (?, ?, ?, ?, ?, ?, ?)',
                [(number, str(f.code), f.message, f.variable, f.text, f.start, f.end) for f in flaws],
            )

    def flaws(self, key: str | None = None) -> list[Flaw]:
        """The flaws of an item, or of all."""
        found = self.rows(
            "SELECT flaws.*, key FROM flaws JOIN items ON items.id = item_id WHERE ?1 IS NULL OR key = ?1 ORDER BY flaws.id",
            [key],
        )
        return [
            Flaw(FlawCode(r["code"]), r["message"], r["key"], r["variable"], r["text"], r["start"], r["end"])
            for r in found
        ]

    def _add_batch(self, items: Sequence[Item], retrieved: str | None, *, force: bool) -> tuple[Added, ...]:
        now, number = self.now(), self._last_number()
        present = {} if force else self._present(items)
        taken = self._taken(items)
        seen: dict[Identifier, str] = {}
        results, rows, indexed = [], [], []
        for item in items:
            identifiers = identify(item)
            work = [each for each in identifiers if is_of_work(each)]
            known = (
                None
                if force
                else next((k for each in work if (k := seen.get(each) or present.get(each))), None)
            )
            if known is not None:
                results.append(Added(known, AddOutcome.PRESENT, reasons=("identifier",)))
                continue
            number += 1
            key = self._free_key(item.id or suggest_key(item), taken)
            taken.add(key)
            seen.update(dict.fromkeys(work, key))
            rows.append(
                (number, *_columns(item, key, self._encode), retrieved, None, _iso(item.accessed), now, now)
            )
            indexed.append((number, item, identifiers))
            results.append(Added(key, wanted=item.id if item.id and key != item.id else None))
        self._connection.executemany(_INSERT, rows)
        self._index_all(indexed)
        return tuple(results)

    def _last_number(self) -> int:
        return self.value("SELECT seq FROM sqlite_sequence WHERE name = 'items'") or 0

    def _present(self, items: Iterable[Item]) -> dict[Identifier, str]:
        wanted = [[each.scheme, each.value] for item in items for each in identify(item) if is_of_work(each)]
        rows = self.rows(
            "SELECT scheme, identifiers.value AS value, items.key AS key FROM json_each(?) AS asked"
            " JOIN identifiers ON scheme = json_extract(asked.value, '$[0]')"
            " AND identifiers.value = json_extract(asked.value, '$[1]')"
            " JOIN items ON items.id = item_id",
            [json.dumps(wanted)],
        )
        return {Identifier(Scheme(row["scheme"]), row["value"]): row["key"] for row in rows}

    def _taken(self, items: Iterable[Item]) -> set[str]:
        keys = [item.id or suggest_key(item) for item in items]
        rows = self.rows(
            "SELECT key FROM items WHERE key IN (SELECT value FROM json_each(?))", [json.dumps(keys)]
        )
        return {row["key"] for row in rows}

    def _free_key(self, wanted: str, taken: set[str]) -> str:
        """The wanted key, or the next with a letter, then a number, that no item has."""
        if wanted not in taken:
            return wanted
        start = self._suffixes.get(wanted, 0)
        for place in count(start):
            key = wanted + (chr(ord("a") + place) if place < 26 else f"-{place - 24}")
            if key not in taken and not self.has_key(key):
                self._suffixes[wanted] = place + 1
                return key
        raise AssertionError

    def _index(self, item: Item, number: int) -> None:
        self._connection.execute("DELETE FROM identifiers WHERE item_id = ?", [number])
        self._connection.execute("DELETE FROM item_links WHERE item_id = ?", [number])
        self._index_all([(number, item, identify(item))])

    def _index_all(self, indexed: Sequence[tuple[int, Item, tuple[Identifier, ...]]]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO identifiers (scheme, value, item_id) VALUES (?, ?, ?)",
            [(str(each.scheme), each.value, number) for number, _, found in indexed for each in found],
        )
        links = [
            (number, place, link) for number, item, _ in indexed for place, link in enumerate(links_of(item))
        ]
        self._connection.executemany(
            "INSERT INTO links (url, identifier) VALUES (?, ?) ON CONFLICT (url) DO UPDATE"
            " SET identifier = excluded.identifier WHERE identifier IS NULL AND excluded.identifier IS NOT NULL",
            [(link.url, link.identifier) for _, _, link in links],
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO item_links (item_id, position, link_id) SELECT ?, ?, id FROM links WHERE url = ?",
            [(number, place, link.url) for number, place, link in links],
        )

    def _row_of(self, name: str | Identifier) -> Row:
        if isinstance(name, str) and (row := self.row("SELECT * FROM items WHERE key = ?", [name])):
            return row
        identifier = parse_identifier(name) if isinstance(name, str) else name
        keys = self.find_by_identifier(identifier) if identifier else []
        if len(keys) > 1:
            raise AmbiguousItem(str(name), keys[:10])
        if not keys:
            raise UnknownItem(str(name), self._near(str(name)))
        return self._row_of(keys[0])

    def _near(self, name: str) -> list[str]:
        """Keys that begin like the name, for the hint; a range of the index, so that it costs nothing."""
        start = name[:2]
        rows = self.rows(
            "SELECT key FROM items WHERE key >= ? AND key < ? ORDER BY key LIMIT 2000",
            [start, start + "\U0010ffff"],
        )
        return [row["key"] for row in rows]

    def _item_of(self, row: Row) -> Item:
        item = self._decode(row["csl"])
        changes: dict[str, Any] = {"id": row["key"]}
        if row["provenance"]:
            changes["provenance"] = _read_provenance(row["provenance"])
        return item.replace(**changes)

    def _stored_of(self, row: Row) -> Stored:
        return self._all_stored([row])[0]

    def _all_stored(self, rows: Sequence[Row]) -> list[Stored]:
        tags = self._tags_of([row["id"] for row in rows])
        return [
            Stored(
                self._item_of(row),
                row["created"],
                row["modified"],
                row["first_retrieved"],
                row["last_verified"],
                row["accessed"],
                tuple(row["missing"].split()) if row["missing"] else (),
                tags.get(row["id"], ()),
            )
            for row in rows
        ]

    def _tags_of(self, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
        found = self.rows(
            "SELECT item_id, tag FROM tags WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY tag",
            [json.dumps(numbers)],
        )
        tags: dict[int, tuple[str, ...]] = {}
        for row in found:
            tags[row["item_id"]] = (*tags.get(row["item_id"], ()), row["tag"])
        return tags


def _columns(item: Item, key: str, encode: Any) -> tuple[Any, ...]:
    named = item if item.id == key else item.replace(id=key)
    missing = missing_of(item)
    return (
        key,
        str(item.type),
        item.title,
        authors_of(item),
        year_of(item),
        item.container_title,
        encode(named),
        _write_provenance(item.provenance),
        " ".join(missing) or None,
    )


def _iso(date: Any) -> str | None:
    return (str(date) or None) if date else None


def _plain(identifier: Identifier) -> Identifier:
    if identifier.scheme is not Scheme.URL:
        return identifier
    return Identifier(Scheme.URL, comparable_url(identifier.value))


def _filters(unresolved: bool | None, tag: str | None, kind: str | None) -> tuple[str, list[Any]]:
    parts, values = ["1"], []
    if unresolved is not None:
        parts.append("missing IS NOT NULL" if unresolved else "missing IS NULL")
    if tag is not None:
        parts.append("id IN (SELECT item_id FROM tags WHERE tag = ?)")
        values.append(tag)
    if kind is not None:
        parts.append("type = ?")
        values.append(kind)
    return " AND ".join(parts), values


def _write_provenance(provenance: Mapping[str, Provenance]) -> str | None:
    if not provenance:
        return None
    return json.dumps(
        {name: _trim([p.source, p.tag, p.when, p.confidence]) for name, p in provenance.items()},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _trim(values: list[Any]) -> list[Any]:
    while values[-1] is None:
        values.pop()
    return values


def _read_provenance(text: str) -> dict[str, Provenance]:
    return {name: Provenance(*values) for name, values in json.loads(text).items()}
