"""What SQLite complains of → the library's own errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from refs.errors import LibraryBusy, LibraryDamaged, LibraryUnwritable, NotALibrary, StoreError

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT}
_UNWRITABLE = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only",
    sqlite3.SQLITE_IOERR: "the disk gave an error",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened",
    sqlite3.SQLITE_PERM: "permission denied",
}


def translate_fault(path: str | Path, error: sqlite3.Error) -> StoreError | None:
    """The library's error for one of SQLite's, or None when it is a mistake of the program."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary in _BUSY:
        return LibraryBusy(path)
    if primary in _DAMAGED:
        return LibraryDamaged(path, str(error))
    if primary == sqlite3.SQLITE_NOTADB:
        return NotALibrary(path)
    if primary == sqlite3.SQLITE_CANTOPEN and Path(path).is_dir():
        return NotALibrary(path, "a folder")
    if primary in _UNWRITABLE:
        return LibraryUnwritable(path, _UNWRITABLE[primary])
    return None


@contextmanager
def faults_of(path: str | Path) -> Iterator[None]:
    """A block whose SQLite errors come out as the library's own."""
    try:
        yield
    except sqlite3.Error as error:
        fault = translate_fault(path, error)
        if fault is None:
            raise
        raise fault from error
