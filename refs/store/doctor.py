"""The doctor: is the file sound, do its tables agree, and what can be made good."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from refs.errors import StoreError
from refs.model.item import Item
from refs.store.columns import authors_of, iso_of, missing_of, year_of
from refs.store.items import Items
from refs.store.notes import Attachment, Notes
from refs.store.schema import VERSION


@dataclass(frozen=True, slots=True)
class Symptom:
    """Something found; `code` is stable, `advice` the next step, `repaired` whether it was made good."""

    code: str
    message: str
    advice: str = ""
    repaired: bool = False


class Doctor(Notes, Items):
    """Examination and repair."""

    def examine(self, *, repair: bool = False) -> list[Symptom]:
        """What is wrong with the library; with `repair`, what can be made from other tables is made anew."""
        found = list(self._damage())
        if found:
            return found
        for look in (
            self._orphans,
            self._index_of_words,
            self._drawn,
            self._unfinished,
            self._files,
            self._advice,
        ):
            found += look(repair)
        return found

    def rebuild(self) -> None:
        """Make the full-text index and everything that is drawn from the items anew."""
        with self.transaction():
            for table in ("blocks", "identifiers", "item_links"):
                self._connection.execute(f"DELETE FROM {table}")
            last = 0
            while rows := self.rows("SELECT * FROM items WHERE id > ? ORDER BY id LIMIT 1000", [last]):
                items = [(row["id"], self._item_of(row)) for row in rows]
                self._connection.executemany(
                    "UPDATE items SET title = ?, authors = ?, year = ?, container = ?, missing = ?, accessed = ? WHERE id = ?",
                    [(*_drawn(item), number) for number, item in items],
                )
                self._index_all([(number, self._prepare_item(item)) for number, item in items])
                self._link(items)
                last = rows[-1]["id"]
            self._connection.execute("INSERT INTO search(search) VALUES ('rebuild')")

    def compact(self) -> None:
        """Give back the room of what was removed, and put the index in order."""
        with self._lock:
            self.execute("INSERT INTO search(search) VALUES ('optimize')")
            self._connection.execute("PRAGMA optimize")
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _damage(self) -> Iterator[Symptom]:
        for (answer,) in self.rows("PRAGMA integrity_check(20)"):
            if answer != "ok":
                yield Symptom(
                    "damaged", answer, "Go back to a backup, or save what can be read with 'refs export'."
                )

    def _orphans(self, repair: bool) -> Iterator[Symptom]:
        rows = self.rows("PRAGMA foreign_key_check")
        for row in rows[:20]:
            yield Symptom(
                "orphan", f"row {row[1]} of {row[0]} belongs to nothing in {row[2]}", _REPAIR, repair
            )
        if repair and rows:
            with self.transaction():
                for row in rows:
                    self._connection.execute(f'DELETE FROM "{row[0]}" WHERE rowid = ?', [row[1]])

    def _index_of_words(self, repair: bool) -> Iterator[Symptom]:
        try:
            with self.transaction():
                self._connection.execute("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
        except (sqlite3.DatabaseError, StoreError) as error:
            if repair:
                self.execute("INSERT INTO search(search) VALUES ('rebuild')")
            yield Symptom(
                "search-index", f"the search index does not agree with the items ({error})", _REPAIR, repair
            )

    def _drawn(self, repair: bool) -> Iterator[Symptom]:
        wrong = [row["key"] for row in self._each("SELECT * FROM items") if self._is_stale(row)]
        wrong += [row["key"] for row in self.rows(_UNNAMED)]
        if wrong:
            more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            if repair:
                self.rebuild()
            yield Symptom(
                "stale",
                f"{wrong[0]}{more} was changed from outside: columns or identifiers do not fit it",
                _REPAIR,
                repair,
            )

    def _is_stale(self, row: sqlite3.Row) -> bool:
        try:
            item = self._item_of(row)
        except ValueError:
            return True
        columns = (
            row["title"],
            row["authors"],
            row["year"],
            row["container"],
            row["missing"],
            row["accessed"],
        )
        return columns != _drawn(item)

    def _unfinished(self, repair: bool) -> Iterator[Symptom]:
        if self.value("SELECT 1 FROM recording") is not None:
            if repair:
                self.execute("DELETE FROM recording")
            yield Symptom("unfinished", "an event was never closed", _REPAIR, repair)

    def _files(self, _: bool) -> Iterator[Symptom]:
        for row in self.rows(
            "SELECT key, place, sha256, size, added FROM attachments JOIN items ON items.id = item_id"
        ):
            trouble = self.attachment_trouble(
                Attachment(row["place"], row["sha256"], row["size"], row["added"])
            )
            if trouble:
                yield Symptom(
                    f"attachment-{trouble}",
                    f"{row['place']} of {row['key']} is {trouble}",
                    "Attach it again.",
                )

    def _advice(self, _: bool) -> Iterator[Symptom]:
        self._link_new()
        version = self.value("PRAGMA user_version")
        if version != VERSION:
            yield Symptom(
                "schema", f"the schema is {version}, not {VERSION}", "Open it with this refs to migrate it."
            )
        for code, sql, message, advice in _SUGGESTIONS:
            number = self.value(sql)
            if number:
                yield Symptom(code, message.format(number), advice)
        free, pages = self.value("PRAGMA freelist_count"), self.value("PRAGMA page_count")
        if pages > 1_000 and free * 4 > pages:
            yield Symptom(
                "room", f"{free * 100 // pages} % of the file is empty", "Run 'refs doctor --compact'."
            )


def _drawn(item: Item) -> tuple[object, ...]:
    missing = " ".join(missing_of(item)) or None
    return (item.title, authors_of(item), year_of(item), item.container_title, missing, iso_of(item.accessed))


_REPAIR = "Run 'refs doctor --repair'."
_UNNAMED = """
SELECT key FROM items WHERE NOT EXISTS (SELECT 1 FROM identifiers WHERE item_id = items.id)
  AND json_extract(csl, '$.DOI', '$.URL') NOT IN ('[null,null]')
"""
_SUGGESTIONS: tuple[tuple[str, str, str, str], ...] = (
    (
        "unresolved",
        "SELECT count(*) FROM items WHERE missing IS NOT NULL",
        "items are incomplete: {}",
        "Run 'refs refresh'.",
    ),
    (
        "unchecked",
        "SELECT count(*) FROM links WHERE checked IS NULL AND id IN (SELECT link_id FROM item_links)",
        "links that were never checked: {}",
        "Run 'refs check'.",
    ),
)
