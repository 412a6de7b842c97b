"""A copy of a database file, whole, whoever writes meanwhile."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from refs.errors import CannotWrite


def copy_library(source: sqlite3.Connection, target: Path) -> None:
    """Copy a database page by page into a new file, which takes its name only when it is complete."""
    part = target.with_name(f"{target.name}.part")
    try:
        with closing(sqlite3.connect(part)) as copy:
            source.backup(copy, pages=4_096)
            copy.execute("PRAGMA journal_mode = DELETE")
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink()
        raise CannotWrite(target, str(error)) from error
