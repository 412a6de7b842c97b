"""Items in and out of the library."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from refs.errors import AmbiguousItem, TakenKey, UnknownItem
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, parse_identifier
from refs.model.item import Item
from refs.model.stored import Stored
from refs.store.columns import comparable_url, identify, links_of
from refs.store.database import Row
from refs.store.journal import Journal
from refs.store.prepared import Columns, Prepared, columns_of, prepare
from refs.store.provenances import read_provenance

_ORDERS = {
    "key": "key",
    "added": "id",
    "newest": "id DESC",
    "modified": "modified DESC, id DESC",
    "title": "title COLLATE NOCASE, id",
    "author": "authors COLLATE NOCASE, year, id",
    "year": "year DESC, id DESC",
}
_NAMES = "key, type, title, authors, year, container, csl, provenance, missing, accessed"
INSERT = f"""
INSERT INTO items (id, {_NAMES}, first_retrieved, last_verified, created, modified, uid)
VALUES ({", ".join("?" * 16)})
"""
_UPDATE = f"""
UPDATE items SET {", ".join(f"{name} = ?" for name in _NAMES.split(", "))}, modified = ? WHERE id = ?
"""
_FORMER = "SELECT items.* FROM items JOIN former_keys ON items.id = item_id WHERE former_keys.key = ?"
_UNLINKED = "SELECT * FROM items WHERE id > (SELECT linked FROM state) ORDER BY id"
_IDENTIFY = "INSERT OR IGNORE INTO identifiers (scheme, value, item_id) VALUES (?, ?, ?)"
_BLOCK = "INSERT OR IGNORE INTO blocks (hash, item_id) VALUES (?, ?)"
_LINK = """
INSERT INTO links (url, identifier) VALUES (?, ?) ON CONFLICT (url) DO UPDATE
SET identifier = excluded.identifier WHERE identifier IS NULL AND excluded.identifier IS NOT NULL
"""
_ITEM_LINK = """
INSERT OR REPLACE INTO item_links (item_id, position, link_id) SELECT ?, ?, id FROM links WHERE url = ?
"""


class Items(Journal):
    """The table `items`, with the identifiers and flaws of each."""

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

    def update_item(self, key: str, item: Item) -> None:
        """Put the item in the place of the one that has the key; `item.id` becomes the key, TakenKey if it cannot.

        The item goes on answering to a key that it had before.
        """
        with self.event("edit", key):
            row = self._row_of(key)
            number, old = row["id"], row["key"]
            if item.id != old:
                self._rename(number, old, item.id)
            self._unblock(self._item_of(row), number)
            self._connection.execute(_UPDATE, (*self._columns(item), self.now(), number))
            self._index(item, number)

    def _rename(self, number: int, old: str, new: str) -> None:
        if self.has_key(new):
            raise TakenKey(new)
        self._connection.execute("DELETE FROM former_keys WHERE key IN (?, ?)", [old, new])
        self._connection.execute("INSERT INTO former_keys (key, item_id) VALUES (?, ?)", [old, number])

    def set_dates(
        self, key: str, *, first_retrieved: str | None = None, last_verified: str | None = None
    ) -> None:
        """Set the dates of retrieval that are given; `accessed` is a variable of the item."""
        number = self._row_of(key)["id"]
        with self.event("date", key):
            self._connection.execute(
                "UPDATE items SET first_retrieved = coalesce(?, first_retrieved),"
                " last_verified = coalesce(?, last_verified) WHERE id = ?",
                [first_retrieved, last_verified, number],
            )

    def remove_item(self, key: str) -> Item:
        """Take the item out of the library; the item that was there."""
        with self.event("rm", key):
            row = self._row_of(key)
            item = self._item_of(row)
            self._unblock(item, row["id"])
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
            f"SELECT * FROM items WHERE id IN"
            f" (SELECT id FROM items WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?)"
            f" ORDER BY {_ORDERS[order]}",
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
        with self.event("flaws", key):
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

    def _index(self, item: Item, number: int) -> None:
        """Write again what is drawn from the item into other tables."""
        self._connection.execute("DELETE FROM identifiers WHERE item_id = ?", [number])
        self._index_all([(number, self._prepare_item(item))])
        self._link([(number, item)])

    def _prepare_item(self, item: Item) -> Prepared:
        return prepare(item, self._encode, pattern=self._key_pattern)

    def _unblock(self, item: Item, number: int) -> None:
        blocks = self._prepare_item(item).blocks
        self._connection.executemany(
            "DELETE FROM blocks WHERE hash = ? AND item_id = ?", [(each, number) for each in blocks]
        )

    def _index_all(self, indexed: Sequence[tuple[int, Prepared]]) -> None:
        """Write the identifiers and blocks of items."""
        self._index_rows(
            [(*each, number) for number, p in indexed for each in p.identifiers],
            [(each, number) for number, p in indexed for each in p.blocks],
        )

    def _index_rows(
        self, identifiers: Iterable[tuple[str, str, int]], blocks: Iterable[tuple[int, int]]
    ) -> None:
        """Write identifiers and blocks, sorted, so that neighbours in the index are written together."""
        self._connection.executemany(_IDENTIFY, sorted(identifiers))
        self._connection.executemany(_BLOCK, sorted(blocks))

    def _link(self, items: Sequence[tuple[int, Item]]) -> None:
        """Write the links of items."""
        links = [
            (number, place, each.url, each.identifier)
            for number, item in items
            for place, each in enumerate(links_of(item, identify(item)))
        ]
        run = self._connection.executemany
        run("DELETE FROM item_links WHERE item_id = ?", [(number,) for number, _ in items])
        run(_LINK, [(url, identifier) for _, _, url, identifier in links])
        run(_ITEM_LINK, [(number, place, url) for number, place, url, _ in links])

    def _link_new(self) -> None:
        """Write the links of the items that were added since this was last done.

        Adding a million items must not wait for it, and nothing asks for links before the first check.
        """
        if self.is_read_only or self.value(_UNLINKED) is None:
            return
        with self.transaction():
            while rows := self.rows(f"{_UNLINKED} LIMIT 5000"):
                self._link([(row["id"], self._item_of(row)) for row in rows])
                self._connection.execute("UPDATE state SET linked = ?", [rows[-1]["id"]])

    def _restore_item(self, number: int, before: dict[str, Any]) -> None:
        item = self._decode(before["csl"]).replace(id=before["key"])
        if before["provenance"]:
            item = item.replace(provenance=read_provenance(before["provenance"], item))
        row = self.row("SELECT * FROM items WHERE id = ?", [number])
        dates = [before["first_retrieved"], before["last_verified"]]
        if row is not None:
            self._unblock(self._item_of(row), number)
            self._connection.execute(_UPDATE, (*self._columns(item), before["modified"], number))
            self._connection.execute(
                "UPDATE items SET first_retrieved = ?, last_verified = ? WHERE id = ?", [*dates, number]
            )
        else:
            values = (
                number,
                *self._columns(item),
                *dates,
                before["created"],
                before["modified"],
                before["uid"],
            )
            self._connection.execute(INSERT, values)
        self._index(item, number)

    def _row_of(self, name: str | Identifier) -> Row:
        if isinstance(name, str) and (row := self.row("SELECT * FROM items WHERE key = ?", [name])):
            return row
        if isinstance(name, str) and (row := self.row(_FORMER, [name])):
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

    def _columns(self, item: Item) -> Columns:
        return (item.id, *columns_of(item, self._encode))

    def _item_of(self, row: Row) -> Item:
        item = self._decode(row["csl"]).replace(id=row["key"])
        return (
            item.replace(provenance=read_provenance(row["provenance"], item)) if row["provenance"] else item
        )

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
