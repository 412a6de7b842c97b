"""Backups: a copy of the library that is whole, whoever writes meanwhile."""

from pathlib import Path

from refs.errors import CannotWrite
from refs.store.copying import copy_library
from refs.store.database import Database


class Backup(Database):
    """Copies of the library file."""

    def backup(self, target: str | Path) -> Path:
        """Copy the library to a file, which is complete when this returns; the file."""
        place = Path(target)
        if place.exists() and self.path != ":memory:" and place.samefile(self.path):
            raise CannotWrite(place, "it is the library itself")
        with self._lock:
            copy_library(self._connection, place)
        return place
