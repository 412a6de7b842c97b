"""Open, pragmas, migrate; one connection, its lock and its transactions."""

import datetime as dt
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from refs.errors import LibraryUnwritable, NewerLibrary, NotALibrary
from refs.model.item import Item
from refs.store.copying import copy_library
from refs.store.faults import faults_of
from refs.store.keys import PATTERN, check_pattern
from refs.store.schema import APPLICATION_ID, VERSION

WAIT_MILLISECONDS = 15_000
_CHECKPOINT_PAGES = 32_000

Encode = Callable[[Item], str]
Decode = Callable[[str], Item]
Clock = Callable[[], dt.datetime]
Row = sqlite3.Row


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Database:
    """One SQLite file that holds a library.

    `encode` and `decode` turn an Item into CSL-JSON and back. Every write is in a transaction, taken with
    ``BEGIN IMMEDIATE`` so that a second process waits (15 seconds at most) instead of failing half-way; WAL lets
    readers go on meanwhile. ``synchronous=FULL`` makes each commit reach the disk before it is reported as done.
    One object may serve several threads: a call waits until the transaction of another thread has ended.
    """

    def __init__(
        self,
        path: str | Path,
        encode: Encode,
        decode: Decode,
        *,
        clock: Clock = _now,
        cache_mb: int = 64,
        key_pattern: str = PATTERN,
    ) -> None:
        self.path = str(path)
        self._encode, self._decode, self._clock = encode, decode, clock
        self._key_pattern = check_pattern(key_pattern)
        self._lock = threading.RLock()
        self._depth = 0
        self._event: int | None = None
        self._suffixes: dict[str, int] = {}
        self.is_read_only = False
        self._connection = self._open(cache_mb)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        with self._lock:
            self._connection.close()

    def set_cache(self, megabytes: int) -> None:
        """Keep so much of the file in memory; a small cache is enough for rows that are only added."""
        with self._lock:
            _set_cache(self._connection, megabytes)

    @property
    def folder(self) -> Path:
        """The folder that the file is in; paths of attachments count from there."""
        return Path() if self.path == ":memory:" else Path(self.path).parent

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A block that is written as a whole or not at all; blocks inside it join it."""
        with self._lock, faults_of(self.path):
            if self._depth:
                yield
                return
            if self.is_read_only:
                raise LibraryUnwritable(self.path, "the file or its folder is read-only")
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._depth -= 1

    def now(self) -> str:
        """The present moment as ISO 8601 in UTC with seconds."""
        return self._clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self._lock, faults_of(self.path):
            return self._connection.execute(sql, values).fetchall()

    def _each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query, some thousands in memory at a time; the library may be written meanwhile."""
        with self._lock, faults_of(self.path):
            cursor = self._connection.execute(sql, values)
            while rows := cursor.fetchmany(5_000):
                yield from rows

    def row(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        with self._lock, faults_of(self.path):
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, values)
        return found[0] if found is not None else None

    def execute(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run one statement that writes; how many rows it touched."""
        with self.transaction():
            return self._connection.execute(sql, values).rowcount

    def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> int:
        """Run one statement for each of the rows; how many rows it touched."""
        with self.transaction():
            return self._connection.executemany(sql, rows).rowcount

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _open(self, cache_mb: int) -> sqlite3.Connection:
        with faults_of(self.path):
            connection = self._connect()
            try:
                self._prepare(connection, cache_mb)
            except BaseException:
                connection.close()
                raise
            return connection

    def _connect(self) -> sqlite3.Connection:
        self.is_read_only = self._cannot_be_written()
        connection = sqlite3.connect(
            f"{Path(self.path).absolute().as_uri()}?immutable=1" if self.is_read_only else self.path,
            uri=self.is_read_only,
            isolation_level=None,
            check_same_thread=False,
            timeout=WAIT_MILLISECONDS / 1000,
        )
        connection.row_factory = sqlite3.Row
        return connection

    def _cannot_be_written(self) -> bool:
        """Whether the file is there but it or its folder is read-only; then it is read as it stands."""
        path = Path(self.path)
        if self.path == ":memory:" or not path.is_file():
            return False
        return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))

    def _prepare(self, connection: sqlite3.Connection, cache_mb: int) -> None:
        self._refuse_strangers(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        _set_cache(connection, cache_mb)
        if self.is_read_only:
            if _version(connection) < VERSION:
                raise LibraryUnwritable(
                    self.path, "it is of an older refs and cannot be migrated while read-only"
                )
            return
        _use_wal(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        if _version(connection) < VERSION:
            _migrate(connection, self.path)

    def _refuse_strangers(self, connection: sqlite3.Connection) -> None:
        version = _version(connection)
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        if mark != APPLICATION_ID and (tables or mark or version):
            raise NotALibrary(self.path, _describe(tables))
        if version > VERSION:
            raise NewerLibrary(self.path, f"schema {version}")


def _set_cache(connection: sqlite3.Connection, megabytes: int) -> None:
    connection.execute(f"PRAGMA cache_size = {-1024 * megabytes}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _use_wal(connection: sqlite3.Connection) -> None:
    """Turn on the write-ahead log; two processes that make one library at once take turns."""
    for patience in range(50):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or patience == 49:
                raise
            time.sleep(0.02)
        else:
            return


def _describe(tables: Sequence[str]) -> str:
    if not tables:
        return "a SQLite database of another program"
    return f"a SQLite database of another program, with the table {tables[0]!r:.60}"


def _migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring the file to the newest schema; an old one is copied to ``library.db.schema-1`` before."""
    from refs.store.migrations import migrate  # noqa: PLC0415 - sqlite-utils takes 100 ms to import; new files only

    if version := _version(connection):
        copy_library(connection, Path(f"{path}.schema-{version}"))
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) < VERSION:
            migrate(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
