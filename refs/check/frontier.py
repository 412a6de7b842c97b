"""Frontier: the links that are still to be looked at; many of them lie on disk, by host."""

import os
from array import array
from collections.abc import Iterable
from types import TracebackType
from typing import IO, Self

from refs.model.link import Link

_NONE = 0xFFFFFFFF
_IN_MEMORY = 30_000


class Frontier:
    """A queue per host.

    `left` counts the links of all hosts. A small number of links is kept as it is. Beyond, they are written to a temporary file, and each costs eight
    bytes of memory: where it stands and which is the next one of its host.
    """

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._room = in_memory
        self._links: list[Link] = []
        self._file: IO[bytes] | None = None
        self._size = 0
        self.left = 0
        self._offsets = array("I", [0])
        self._next = array("I")
        self._heads: dict[str, int] = {}
        self._counts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def fill(self, links: Iterable[tuple[str, Link]]) -> None:
        """Take in pairs of a host and a link, in the order given."""
        tails: dict[str, int] = {}
        following, heads, counts = self._next, self._heads, self._counts
        for number, (host, link) in enumerate(links):
            self._add(link)
            following.append(_NONE)
            if host in tails:
                following[tails[host]] = number
                counts[host] += 1
            else:
                heads[host], counts[host] = number, 1
            tails[host] = number
            self.left += 1
        if self._file is not None:
            self._file.flush()

    def hosts(self) -> list[str]:
        """The hosts, the largest first, since it bounds the time of all."""
        return sorted(self._counts, key=self._counts.__getitem__, reverse=True)

    def count(self, host: str) -> int:
        """How many links of a host are left."""
        return self._counts.get(host, 0)

    def pop(self, host: str) -> Link | None:
        """The next link of a host, or None when there are no more."""
        number = self._heads.get(host, _NONE)
        if number == _NONE:
            return None
        self.left -= 1
        following = self._next[number]
        if following == _NONE:
            del self._heads[host], self._counts[host]
        else:
            self._heads[host] = following
            self._counts[host] -= 1
        return self._read(number)

    def _add(self, link: Link) -> None:
        if self._file is None:
            self._links.append(link)
            if len(self._links) > self._room:
                self._spill()
        else:
            self._write(link)

    def _spill(self) -> None:
        import tempfile  # noqa: PLC0415 -- a small check needs no file

        self._file = tempfile.TemporaryFile(prefix="refs-frontier-")  # noqa: SIM115 -- closed with us
        for link in self._links:
            self._write(link)
        self._links.clear()

    def _write(self, link: Link) -> None:
        assert self._file is not None  # noqa: S101 -- called after the spill
        self._size += self._file.write(_pack(link))
        if self._size > _NONE and self._offsets.typecode == "I":
            self._offsets = array("Q", self._offsets)  # a file of more than four gigabytes
        self._offsets.append(self._size)

    def _read(self, number: int) -> Link:
        if self._file is None:
            return self._links[number]
        start = self._offsets[number]
        return _unpack(_read_at(self._file, start, self._offsets[number + 1] - start))


def _read_at(file: IO[bytes], start: int, size: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, start)
    file.seek(start)
    return file.read(size)


def _pack(link: Link) -> bytes:
    return f"{link.identifier or ''}\0{link.url}".encode("utf-8", "surrogatepass")


def _unpack(record: bytes) -> Link:
    identifier, _, url = record.decode("utf-8", "surrogatepass").partition("\0")
    return Link(url, identifier or None)
