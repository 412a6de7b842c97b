"""Spool: links by number; many of them lie in a temporary file, which other processes may read too."""

import os
from array import array
from typing import IO

from refs.model.link import Link

_FOUR_BYTES = 0xFFFFFFFF


class Spool:
    """A small number of links is kept as it is. Beyond, they are on disk, and each costs four bytes of memory."""

    def __init__(self, in_memory: int) -> None:
        self._room = in_memory
        self._links: list[Link] = []
        self._file: IO[bytes] | None = None
        self._offsets = array("I", [0])
        if not in_memory:
            self._open()

    def add(self, link: Link) -> None:
        """Keep a link; its number is how many there were before."""
        if self._file is not None:
            self._write(link)
        elif len(self._links) < self._room:
            self._links.append(link)
        else:
            self._spill(link)

    def read(self, number: int) -> Link:
        """The link of a number."""
        if self._file is None:
            return self._links[number]
        start = self._offsets[number]
        return _unpack(_read_at(self._file, start, self._offsets[number + 1] - start))

    def finish(self) -> None:
        """Make what was added readable, here and elsewhere."""
        if self._file is not None:
            self._file.flush()

    def close(self) -> None:
        """Give the file back, which is gone then."""
        if self._file is not None:
            self._file.close()

    def fileno(self) -> int:
        """The descriptor of the file."""
        assert self._file is not None  # noqa: S101 -- asked for where all links are on disk
        return self._file.fileno()

    def __getstate__(self) -> tuple[int, "array[int]"]:
        """For a process that has inherited the file."""
        return self.fileno(), self._offsets

    def __setstate__(self, state: tuple[int, "array[int]"]) -> None:
        number, self._offsets = state
        self._file = os.fdopen(number, "rb", buffering=0)

    def _spill(self, link: Link) -> None:
        self._open()
        for each in (*self._links, link):
            self._write(each)
        self._links.clear()

    def _open(self) -> None:
        import tempfile  # noqa: PLC0415 -- a small check needs no file

        self._file = tempfile.TemporaryFile(prefix="refs-links-")  # noqa: SIM115 -- closed with us

    def _write(self, link: Link) -> None:
        assert self._file is not None  # noqa: S101 -- called after it was opened
        end = self._offsets[-1] + self._file.write(_pack(link))
        if end > _FOUR_BYTES and self._offsets.typecode == "I":
            self._offsets = array("Q", self._offsets)  # a file of more than four gigabytes
        self._offsets.append(end)


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
