"""Library: one file of items, and everything that can be done with them."""

from __future__ import annotations

import datetime
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from refs.errors import UnknownItem, UnreadableFile
from refs.model.identifier import parse_identifier
from refs.model.services import LIVE, Services
from refs.parse.csljson import load_item
from refs.render.csljson import csl_of, dump_item
from refs.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from refs.fetch.fetcher import Fetcher
    from refs.library.adding import Added
    from refs.library.building import Built
    from refs.library.checking import CheckRun
    from refs.library.citing import Printed
    from refs.library.ingesting import Ingested
    from refs.library.refreshing import Refreshed
    from refs.model.flaw import Flaw
    from refs.model.item import Item

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of the largest file that is read."""


class Library:
    """The items of one library file.

    Open it with `Library.open` and close it with ``with``. The trades that cost time to import are imported by the
    methods that need them, so that listing and searching start at once.
    """

    def __init__(
        self,
        store: Store,
        *,
        services: Services = LIVE,
        offline: bool = False,
        contact: str | None = None,
        clock: Callable[[], datetime.datetime] | None = None,
        tell: Callable[[Flaw], None] | None = None,
    ) -> None:
        self.store = store
        self.services = services
        self.offline = offline
        self.contact = contact
        self._clock = clock or (lambda: datetime.datetime.now(datetime.UTC))
        self._tell = tell or (lambda flaw: print(f"  {flaw}", file=sys.stderr))  # noqa: T201  # the default ear

    @classmethod
    def open(cls, path: str | Path = "library.db", *, create: bool = True, **options: Any) -> Self:
        """The library in a file, made when it is not there (and `create` is true)."""
        if not create and str(path) != ":memory:" and not Path(path).exists():
            raise UnreadableFile(path, "there is no such library", "Make one with 'refs add' or 'refs ingest'.")
        return cls(Store(path, encode=dump_item, decode=load_item), **options)

    def close(self) -> None:
        """Close the file and the connections."""
        if "fetcher" in self.__dict__:
            self.fetcher.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # what the parts below share

    @cached_property
    def fetcher(self) -> Fetcher:
        """Asks the services; made when first needed."""
        from refs.fetch.fetcher import Fetcher  # noqa: PLC0415  # requests is slow to import
        from refs.fetch.http import Http  # noqa: PLC0415  # likewise

        return Fetcher(Http(services=self.services, offline=self.offline, contact=self.contact))

    def now(self) -> str:
        """The time, ISO 8601 in UTC with seconds."""
        return self._clock().strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self) -> datetime.date:
        """The day."""
        return self._clock().date()

    def read_bytes(self, path: str | Path) -> bytes:
        """A file's bytes, or stdin's for ``-``; never more than `LARGEST_FILE`."""
        try:
            if str(path) == "-":
                data = sys.stdin.buffer.read(LARGEST_FILE + 1)
            else:
                with Path(path).open("rb") as file:
                    data = file.read(LARGEST_FILE + 1)
        except OSError as error:
            raise UnreadableFile(path, (error.strerror or str(error)).lower()) from error
        if len(data) > LARGEST_FILE:
            raise UnreadableFile(path, f"it is larger than {LARGEST_FILE // 2**20} MB", "Split it first.")
        return data

    def report_flaws(self, flaws: Iterable[Flaw]) -> None:
        """Tell the flaws of a file to whoever listens."""
        for flaw in flaws:
            self._tell(flaw)

    # items

    def get(self, name: str) -> Item:
        """The item of that key, identifier or URL; raises UnknownItem."""
        key = self.key_of(name)
        item = self.store.get(key)
        if item is None:
            raise UnknownItem(name, self.store.keys_like(name))
        return item

    def key_of(self, name: str) -> str:
        """The key that a key, identifier or URL names; raises UnknownItem."""
        if self.store.has(name):
            return name
        identifier = parse_identifier(name)
        found = self.store.find([identifier]) if identifier else None
        if found is None:
            raise UnknownItem(name, self.store.keys_like(name))
        return found

    def resolve(self, names: Sequence[str]) -> list[str]:
        """The keys that the names stand for, in their order, each once."""
        return list(dict.fromkeys(self.key_of(name) for name in names))

    def export_csl(self, names: Iterable[str]) -> list[dict[str, Any]]:
        """The named items as CSL-JSON objects."""
        return [csl_of(self.get(name)) for name in names]
