"""One function per change of schema, never edited once released."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database, Migrations

from refs.store.schema import APPLICATION_ID, VERSION

migrations = Migrations("refs")

_SCHEMA = Path(__file__).parent / "schema"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the library behind the connection to the newest schema; run inside the caller's transaction."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    migrations.apply(database)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


@migrations()
def m001_library(database: Database) -> None:
    """Make the tables of schema 1."""
    for statement in _statements("1.sql"):
        database.execute(statement)


def _statements(name: str) -> Iterator[str]:
    waiting = ""
    for line in (_SCHEMA / name).read_text("utf-8").splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
