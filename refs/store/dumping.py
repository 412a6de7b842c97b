"""The library as SQL statements, and back; and what Datasette should say of it."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from refs.errors import CannotWrite, NotALibrary
from refs.store.database import Database
from refs.store.schema import APPLICATION_ID

_OBJECTS = """
SELECT type, name, sql FROM sqlite_master
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT GLOB 'search_[a-z]*' AND type = ?
ORDER BY rowid
"""
_TRIGGERS = "SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
_SEARCH = "SELECT sql FROM sqlite_master WHERE name = 'search'"
_FORBIDDEN = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}

DATASETTE: dict[str, Any] = {
    "databases": {
        "library": {
            "description": "A library of references, kept by refs",
            "tables": {
                name: {"hidden": True}
                for name in (
                    "blocks",
                    "recording",
                    "changes",
                    "events",
                    "state",
                    "_sqlite_migrations",
                    "searchable",
                )
            }
            | {"items": {"label_column": "key", "sort_desc": "id"}, "articles": {"label_column": "path"}},
            "queries": {
                "broken": {"title": "Broken links", "sql": "SELECT * FROM broken_links"},
                "search": {
                    "title": "Search",
                    "sql": "SELECT works.* FROM search JOIN works ON works.key = search.key WHERE search MATCH :words",
                },
            },
        }
    }
}
"""Metadata for ``datasette library.db --metadata metadata.json``."""


class Dumping(Database):
    """The library as text."""

    def dump_sql(self) -> Iterator[str]:
        """The statements that make this library again, each with its semicolon; ``sqlite3 new.db < dump.sql`` runs them."""
        with self._lock:
            self._connection.execute("BEGIN")
            try:
                yield from self._statements()
            finally:
                self._connection.execute("ROLLBACK")

    def _statements(self) -> Iterator[str]:
        yield f"PRAGMA application_id = {APPLICATION_ID};"
        yield f"PRAGMA user_version = {self.value('PRAGMA user_version')};"
        yield "BEGIN;"
        tables = [row for row in self.rows(_OBJECTS, ["table"]) if row["name"] != "search"]
        for row in tables:
            yield f"{row['sql']};"
        for row in tables:
            yield from self._rows_of(row["name"])
        for row in self.rows("SELECT name, seq FROM sqlite_sequence"):
            yield f"DELETE FROM sqlite_sequence WHERE name = '{row['name']}';"
            yield f"INSERT INTO sqlite_sequence VALUES ('{row['name']}', {row['seq']});"
        for row in (*self.rows(_OBJECTS, ["index"]), *self.rows(_OBJECTS, ["view"])):
            yield f"{row['sql']};"
        yield f"{self.value(_SEARCH)};"
        yield "INSERT INTO search(search, rank) VALUES ('hashsize', 16777216);"
        yield "INSERT INTO search(search) VALUES ('rebuild');"
        for row in self.rows(_TRIGGERS):
            yield f"{row['sql']};"
        yield "COMMIT;"

    def _rows_of(self, table: str) -> Iterator[str]:
        names = [row["name"] for row in self.rows(f'PRAGMA table_info("{table}")')]
        values = " || ',' || ".join(f'quote("{name}")' for name in names)
        for row in self._each(f'SELECT {values} FROM "{table}"'):
            yield f'INSERT INTO "{table}" VALUES ({row[0]});'


def load_sql(lines: Iterable[str], target: str | Path) -> Path:
    """Make a library of the statements of `dump_sql`; the file, which is there only when all of it is.

    The statements may not reach other files. NotALibrary when they make no library.
    """
    place = Path(target)
    if place.exists():
        raise CannotWrite(place, "it is there already")
    part = place.with_name(f"{place.name}.part")
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            connection.set_authorizer(_allow)
            for statement in _complete(lines):
                connection.execute(statement)
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise NotALibrary(place, "its statements make something else")
        part.replace(place)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise NotALibrary(place, f"its statements do not run: {error}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return place


def _allow(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_DENY if action in _FORBIDDEN else sqlite3.SQLITE_OK


def _complete(lines: Iterable[str]) -> Iterator[str]:
    waiting: list[str] = []
    for line in lines:
        waiting.append(line if line.endswith("\n") else f"{line}\n")
        if line.rstrip().endswith(";") and sqlite3.complete_statement("".join(waiting)):
            yield "".join(waiting)
            waiting.clear()
    if "".join(waiting).strip():
        yield "".join(waiting)
