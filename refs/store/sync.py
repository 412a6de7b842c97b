"""Sync: another copy of the library, which went its own way, is brought into this one.

What both have in common is told by the events of their logs; what either changed since stands in the journal with
the row as it was, so that each field is merged against the state that both started from.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from refs.errors import UnreadableFile
from refs.model.item import Item
from refs.model.stored import AddOutcome
from refs.model.sync import Clash, Sync
from refs.store.adding import Adding, Terms
from refs.store.database import Row
from refs.store.provenances import read_provenance
from refs.store.sync_rows import SCRIPT
from refs.store.threeway import Version, merge_versions

Image = dict[str, Any] | None

_SINCE = """
SELECT row, before FROM {0}.changes JOIN {0}.events ON events.id = event_id
WHERE "table" = ? AND last IS NULL AND uid NOT IN (SELECT uid FROM {1}.events) ORDER BY changes.id
"""
_COMMON = """
SELECT mine.id AS number, theirs.id AS other FROM main.items AS mine JOIN theirs.items AS theirs ON theirs.uid = mine.uid
"""
_DIFFERENT = f"{_COMMON} WHERE mine.csl <> theirs.csl OR mine.key <> theirs.key OR mine.provenance IS NOT theirs.provenance"
_NEW = "SELECT * FROM theirs.items WHERE uid NOT IN (SELECT uid FROM main.items) ORDER BY id"
_GONE = "SELECT * FROM main.items WHERE uid NOT IN (SELECT uid FROM theirs.items) ORDER BY id"


class Syncing(Adding):
    """Bringing two copies of a library together."""

    def sync(self, path: str | Path) -> Sync:
        """Bring what another copy of the library has, changed and removed into this one; what was done.

        The other file is not written. Afterwards the other copy may sync with this one and is the same.
        All of it is one event of the log.
        """
        place = Path(path)
        if not place.is_file():
            raise UnreadableFile(path, "there is no such file")
        type(self)(
            place, self._encode, self._decode
        ).close()  # refuses what is no library; migrates an old one
        self._link_new()
        result = Sync()
        with self._attached(place), self.event("sync", place.name):
            mine, theirs = self._since("main", "theirs"), self._since("theirs", "main")
            self._connection.execute(
                "CREATE TEMP TABLE pairs (theirs INTEGER PRIMARY KEY, mine INTEGER NOT NULL)"
            )
            self._connection.execute(f"INSERT INTO pairs (mine, theirs) {_COMMON}")
            self._merge_common(mine, theirs, result)
            self._drop_gone(theirs, mine, result)
            self._take_new(mine, result)
            self._sync_tags()
            for statement in SCRIPT:
                self._connection.execute(statement)
            self._connection.execute("DROP TABLE pairs")
        return result

    @contextmanager
    def _attached(self, place: Path) -> Iterator[None]:
        with self._lock:
            self._connection.execute("ATTACH ? AS theirs", [str(place)])
            try:
                yield
            finally:
                self._connection.execute("DETACH theirs")

    def _since(self, of: str, other: str, table: str = "items") -> dict[int, Image]:
        """Each row that one copy changed on its own, as it was before; None when it was not there."""
        found: dict[int, Image] = {}
        for row in self.rows(_SINCE.format(of, other), [table]):
            found.setdefault(row["row"], json.loads(row["before"]) if row["before"] else None)
        return found

    def _merge_common(self, mine: dict[int, Image], theirs: dict[int, Image], result: Sync) -> None:
        for pair in self.rows(_DIFFERENT):
            number, other = pair["number"], pair["other"]
            if number in mine and other not in theirs:
                continue
            here, there = self._version("main", number), self._version("theirs", other)
            image = mine.get(number) or theirs.get(other)
            base = self._item_of_image(image) if image else None
            if number not in mine and other in theirs:
                base = here.item
            self._put_merged(here, there, base, result)

    def _put_merged(self, here: Version, there: Version, base: Item | None, result: Sync) -> None:
        merged, clashes = merge_versions(here, there, base)
        key = here.item.id
        if merged.id != key and self.has_key(merged.id):
            result.renamed[merged.id] = key
            merged = merged.replace(id=key)
        result.clashes += clashes
        if merged != here.item or merged.provenance != here.item.provenance:
            self.update_item(key, merged)
            result.updated.append(merged.id)

    def _drop_gone(self, theirs: dict[int, Image], mine: dict[int, Image], result: Sync) -> None:
        """Remove what they removed, unless it was changed here since."""
        removed = {image["uid"]: image for image in theirs.values() if image}
        for row in self.rows(_GONE):
            image = removed.get(row["uid"])
            if image is None:
                continue
            if row["id"] in mine and row["csl"] != image["csl"]:
                result.clashes.append(Clash(row["key"], "item", "changed", "removed", "changed"))
                continue
            self.remove_item(row["key"])
            result.removed.append(row["key"])

    def _take_new(self, mine: dict[int, Image], result: Sync) -> None:
        removed = {image["uid"]: image for image in mine.values() if image}
        rows = iter(self.rows(_NEW))
        while some := list(islice(rows, 2_000)):
            wanted = []
            for row in some:
                image = removed.get(row["uid"])
                if image is not None and image["csl"] == row["csl"]:
                    continue
                if image is not None:
                    result.clashes.append(Clash(row["key"], "item", "removed", "changed", "changed"))
                wanted.append(row)
            if wanted:
                self._add_theirs(wanted, result)

    def _add_theirs(self, rows: Sequence[Row], result: Sync) -> None:
        items = [self._item_of(row) for row in rows]
        prepared = [self._prepare_item(item) for item in items]
        outcomes = self._add_batches([prepared], Terms(threshold=100.0))
        for row, item, added in zip(rows, items, outcomes, strict=True):
            number = self.value("SELECT id FROM items WHERE key = ?", [added.key])
            self._connection.execute("INSERT OR REPLACE INTO pairs VALUES (?, ?)", [row["id"], number])
            if added.outcome is AddOutcome.ADDED:
                self._connection.execute(
                    "UPDATE items SET uid = ?, created = ?, modified = ?, first_retrieved = ?, last_verified = ? WHERE id = ?",
                    [
                        row["uid"],
                        row["created"],
                        row["modified"],
                        row["first_retrieved"],
                        row["last_verified"],
                        number,
                    ],
                )
                result.added.append(added.key)
                if added.key != row["key"]:
                    result.renamed[row["key"]] = added.key
                continue
            result.matched[row["key"]] = added.key
            here = self._version("main", number)
            self._put_merged(here, Version(item.replace(id=added.key), row["modified"]), None, result)

    def _sync_tags(self) -> None:
        """Take over their tags but those that were taken off here, and take off those that they took off."""
        here = _pairs(self._since("main", "theirs", "tags"))
        there = _pairs(self._since("theirs", "main", "tags"))
        numbers = {row["theirs"]: row["mine"] for row in self.rows("SELECT theirs, mine FROM pairs")}
        for row in self.rows("SELECT item_id, tag FROM theirs.tags"):
            number = numbers.get(row["item_id"])
            if number is not None and (number, row["tag"]) not in here:
                self._connection.execute(
                    "INSERT OR IGNORE INTO tags (item_id, tag) VALUES (?, ?)", [number, row["tag"]]
                )
        for other, tag in there:
            kept = self.value("SELECT 1 FROM theirs.tags WHERE item_id = ? AND tag = ?", [other, tag])
            if kept is None and other in numbers:
                self._connection.execute(
                    "DELETE FROM tags WHERE item_id = ? AND tag = ?", [numbers[other], tag]
                )

    def _version(self, schema: str, number: int) -> Version:
        (row,) = self.rows(f"SELECT * FROM {schema}.items WHERE id = ?", [number])
        return Version(self._item_of(row), row["modified"])

    def _item_of_image(self, image: dict[str, Any]) -> Item:
        item = self._decode(image["csl"]).replace(id=image["key"])
        if image["provenance"]:
            return item.replace(provenance=read_provenance(image["provenance"], item))
        return item


def _pairs(since: dict[int, Image]) -> set[tuple[int, str]]:
    return {(image["item_id"], image["tag"]) for image in since.values() if image}
