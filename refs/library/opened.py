"""Opened: a library file, and what everything that is done with it needs: the services, the clock, the files."""

from __future__ import annotations

import datetime as dt
import json
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from refs.errors import UnreadableFile
from refs.files import read_file
from refs.library.configuration import Configuration, read_configuration
from refs.model.services import LIVE, Services
from refs.parse.csl.csljson import read_item
from refs.render.csljson import encode_item
from refs.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from refs.fetch.fetcher import Fetcher
    from refs.model.flaw import Flaw
    from refs.model.item import Item


class Opened:
    """A library file that is open; close it with ``with``."""

    def __init__(
        self,
        store: Store,
        *,
        services: Services = LIVE,
        offline: bool = False,
        contact: str | None = None,
        delay: float | None = None,
        clock: Callable[[], dt.datetime] | None = None,
        tell: Callable[[Flaw], None] | None = None,
        configuration: Configuration | None = None,
    ) -> None:
        self.store = store
        self.configuration = house = configuration or Configuration()
        self.services = services
        self.offline = offline
        self.contact = contact or house.contact
        self.delay = house.delay if delay is None else delay
        self.clock = clock or (lambda: dt.datetime.now(dt.UTC))
        self._tell = tell or (lambda flaw: print(f"  {flaw}", file=sys.stderr))  # noqa: T201  # the default ear

    @classmethod
    def open(
        cls,
        path: str | Path = "library.db",
        *,
        create: bool = True,
        configuration: Configuration | None = None,
        **options: Any,
    ) -> Self:
        """The library in a file, made when it is not there (and `create` is true).

        The `configuration` is that of the ``refs.toml`` beside the file when none is given.
        """
        if not create and str(path) != ":memory:" and not Path(path).exists():
            raise UnreadableFile(
                path, "there is no such library", "Make one with 'refs add' or 'refs ingest'."
            )
        house = configuration or read_configuration(Path(path).parent)
        store = Store(
            path,
            encode=encode_item,
            decode=_decode,
            key_pattern=house.keys,
            **({"clock": options["clock"]} if options.get("clock") else {}),
        )
        return cls(store, configuration=house, **options)

    def close(self) -> None:
        """Close the file and the connections."""
        if "fetcher" in self.__dict__:
            self.fetcher.http.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def fetcher(self) -> Fetcher:
        """Asks the services; made when first needed."""
        from refs.fetch.cache import cache_of_person  # noqa: PLC0415  # as the next two
        from refs.fetch.fetcher import Fetcher  # noqa: PLC0415  # requests is slow to import
        from refs.fetch.http import Http  # noqa: PLC0415  # likewise

        allowed = frozenset(self.configuration.allow)
        http = Http(
            self.services,
            offline=self.offline,
            contact=self.contact,
            allow_private=allowed,
            cache=cache_of_person(self.services.gateway),
            fresh_for=0,  # who asks wants to know how it is now; a kept answer spares a body, and serves offline
        )
        return Fetcher(http)

    def now(self) -> str:
        """The time, ISO 8601 in UTC with seconds."""
        return self.clock().strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self) -> dt.date:
        """The day."""
        return self.clock().date()

    def read_bytes(self, path: str | Path) -> bytes:
        """A file's bytes, those of a web page for a URL, or stdin's for ``-``; never more than `refs.files.LARGEST`."""
        if str(path).startswith(("https://", "http://")):
            return self._fetch_bytes(str(path))
        return read_file(path)

    def _fetch_bytes(self, url: str) -> bytes:
        answer = self.fetcher.http.get(
            url, accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        )
        if answer.status != 200:
            raise UnreadableFile(
                url, answer.trouble or f"the server answered {answer.status}", "Try again later."
            )
        return answer.body

    def tell(self, flaws: Iterable[Flaw]) -> None:
        """Tell the flaws of a file to whoever listens."""
        for flaw in flaws:
            self._tell(flaw)


def _decode(text: str) -> Item:
    return read_item(json.loads(text))
