"""Past: the checks of a library for another process, which opens the file for itself when it first asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from refs.store.store import Store

if TYPE_CHECKING:
    from refs.model.item import Item
    from refs.model.link import Check

_CACHE_MB = 4


class Past:
    """``Past("library.db")(url)`` is the history of a URL; it can be pickled."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __reduce__(self) -> tuple[type[Past], tuple[str]]:
        return Past, (self._path,)

    def __call__(self, url: str) -> list[Check]:
        """The checks of a URL, the oldest first."""
        return self._store.history(url)

    def close(self) -> None:
        """Close the file, if it was opened."""
        if "_store" in self.__dict__:
            self._store.close()

    @cached_property
    def _store(self) -> Store:
        return Store(self._path, encode=str, decode=_no_item, cache_mb=_CACHE_MB)


def _no_item(_text: str) -> Item:
    raise NotImplementedError
