"""Frontier: the links that are still to be looked at, on disk, with only the next one of each host in memory."""

import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from refs.model.link import Link

_NONE = 0xFFFFFFFF


class Frontier:
    """A queue per host. Each link costs twelve bytes of memory, each host one entry of a dictionary."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="refs-frontier-")  # noqa: SIM115 -- lives as long as the frontier
        self._offsets = array("Q", [0])
        self._next = array("L" if array("L").itemsize == 4 else "I")
        self._heads: dict[str, tuple[int, int]] = {}
        self._counts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def fill(self, links: Iterable[tuple[str, Link]]) -> None:
        """Take in pairs of a host and a link, in the order given."""
        tails: dict[str, int] = {}
        offset = 0
        for host, link in links:
            offset += self._file.write(_pack(link))
            number = len(self._next)
            self._offsets.append(offset)
            self._next.append(_NONE)
            before = tails.get(host)
            if before is None:
                self._heads[host] = (number, number)
            else:
                self._next[before] = number
            tails[host] = number
            self._counts[host] = self._counts.get(host, 0) + 1
        self._heads = {host: (first, tails[host]) for host, (first, _last) in self._heads.items()}
        self._file.flush()

    def hosts(self) -> list[str]:
        """The hosts, the largest first, since it bounds the time of all."""
        return sorted(self._counts, key=self._counts.__getitem__, reverse=True)

    def count(self, host: str) -> int:
        """How many links of a host are left."""
        return self._counts.get(host, 0)

    def __len__(self) -> int:
        return sum(self._counts.values())

    def pop(self, host: str) -> Link | None:
        """The next link of a host, or None when there are no more."""
        head = self._heads.get(host)
        if head is None:
            return None
        number, last = head
        if number == last:
            del self._heads[host], self._counts[host]
        else:
            self._heads[host] = (self._next[number], last)
            self._counts[host] -= 1
        start = self._offsets[number]
        return _unpack(os.pread(self._file.fileno(), self._offsets[number + 1] - start, start))

    def drain(self) -> Iterator[Link]:
        """Every link that is left."""
        for host in self.hosts():
            while (link := self.pop(host)) is not None:
                yield link


def _pack(link: Link) -> bytes:
    return f"{link.identifier or ''}\0{link.url}".encode("utf-8", "surrogatepass")


def _unpack(record: bytes) -> Link:
    identifier, _, url = record.decode("utf-8", "surrogatepass").partition("\0")
    return Link(url, identifier or None)
