"""A whole bibliography file into the library: a second process reads, this one writes.

The reader is started as a program of its own (``python -m refs.library.importing``), so that a script that
imports a file needs no guard, and hands over prepared items through a pipe.
"""

from __future__ import annotations

import gc
import marshal
import os
import pickle
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO

from refs.encoding import encoding_of
from refs.errors import UnreadableFile, reason_of
from refs.files import read_beginning
from refs.library.completion import without_made_key
from refs.model.provenance import Provenance
from refs.model.stored import AddOutcome
from refs.render.csljson import encode_item, encode_object
from refs.store.keys import PATTERN
from refs.store.prepared import Prepared, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from refs.model.flaw import Flaw
    from refs.model.item import Item
    from refs.model.stored import Added
    from refs.store.store import Store

_BATCH = 8_000
_AHEAD = 3
"""So many batches are read before the first of them is taken."""
_TRANSACTION = 1.5
"""Seconds for which another process may have to wait; the longer, the less is written twice."""
_END = b"end"
_FIRST = 1_000
"""Batches grow from this size, so that writing begins at once."""
_WORTH_A_PROCESS = 4 << 20
_TELLING = 1 << 20
"""So many bytes tell the encoding of a file that is read piece by piece."""


@dataclass
class Imported:
    """What became of the entries of a file: how many were added, how many were there already, and the flaws."""

    added: int = 0
    present: int = 0
    duplicates: list[Added] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    flaw_count: int = 0

    @property
    def total(self) -> int:
        """How many entries were read."""
        return self.added + self.present + len(self.duplicates)


_FLAWS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is read: its format or service, the moment, and the address of a page that was saved in it.

    `keys` is the pattern of the keys that entries without one are given.
    """

    path: Path
    form: str
    when: str
    url: str | None = None
    keys: str = PATTERN


def import_file(
    store: Store, source: Source, *, force: bool = False, alone: bool | None = None
) -> Iterator[Imported]:
    """The sum so far, after each batch that is on the disk; an entry that is there already is not added again.

    `alone` does without a second process, as small files do.
    """
    size = _size(source.path)
    sum_ = Imported()
    single = alone if alone is not None else size < _WORTH_A_PROCESS or (os.cpu_count() or 1) < 2
    with _here(source) if single else _there(source) as batches:
        prepared = _counted(batches, sum_)
        for added in store.add_prepared(
            prepared,
            retrieved=source.when,
            force=force,
            verb="import",
            detail=source.path.name,
            seconds=_TRANSACTION,
        ):
            _count(added, sum_)
            yield sum_


def _counted(
    batches: Iterable[tuple[list[Prepared], list[Flaw]]], sum_: Imported
) -> Iterator[list[Prepared]]:
    for prepared, flaws in batches:
        sum_.flaw_count += len(flaws)
        sum_.flaws += flaws[: _FLAWS_KEPT - len(sum_.flaws)]
        yield prepared


def _count(added: Iterable[Added], sum_: Imported) -> None:
    for each in added:
        if each.outcome is AddOutcome.ADDED:
            sum_.added += 1
        elif each.outcome is AddOutcome.PRESENT:
            sum_.present += 1
        else:
            sum_.duplicates.append(each)


def read_batches(source: Source) -> Iterator[tuple[list[Prepared], list[Flaw]]]:
    """The items of a file, prepared, and the flaws met on the way, a batch at a time."""
    flaws: list[Flaw] = []
    prepared = _each_prepared(source, flaws, Provenance(source.form, source.path.name, source.when))
    size = _FIRST
    while batch := list(islice(prepared, size)):
        yield batch, flaws[:]
        flaws.clear()
        size = min(2 * size, _BATCH)
    if flaws:
        yield [], flaws


def _each_prepared(source: Source, flaws: list[Flaw], told: Provenance) -> Iterator[Prepared]:
    if source.form != "csljson":
        for item in _each_item(source, flaws):
            yield prepare(without_made_key(item), encode_item, told, source.keys)
        return
    from refs.parse.csl.stream import each_written  # noqa: PLC0415  # each format loads its own reader

    encoding = encoding_of(read_beginning(source.path, _TELLING), whole=False)
    with source.path.open(encoding=encoding, errors="replace") as file:
        for item, written in each_written(file, flaws):
            named = without_made_key(item)
            csl = encode_object(written) if isinstance(written, dict) else written
            yield prepare(named, encode_item, told, source.keys, csl=csl if named is item else None)


def _each_item(source: Source, flaws: list[Flaw]) -> Iterator[Item]:
    from refs.library.entries import read_entries  # noqa: PLC0415  # likewise

    reading = read_entries(source.path.read_bytes(), source.form, source.when, source.url)
    flaws += reading.flaws
    yield from reading.items


@contextmanager
def _here(source: Source) -> Iterator[Iterator[Any]]:
    yield read_batches(source)


@contextmanager
def _there(source: Source) -> Iterator[Iterator[Any]]:
    """The same batches from another process; it ends when this one stops listening."""
    told = [str(source.path), source.form, source.when, source.url or "", source.keys]
    command = [sys.executable, "-m", "refs.library.importing", *told]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:  # noqa: S603  # our own program
        try:
            yield _received(process, source.path)
        finally:
            process.kill()


def _received(process: subprocess.Popen[bytes], path: Path) -> Iterator[Any]:
    pipe = process.stdout
    while pipe:
        length = pipe.read(8)
        data = pipe.read(int.from_bytes(length, "big"))
        if not data:
            raise UnreadableFile(path, "the process that read it broke off", "Try again.")
        if data == _END:
            return
        yield _unpacked(data)


def _packed(prepared: Sequence[Prepared], flaws: list[Flaw]) -> bytes:
    """A batch as bytes; plain tuples go through marshal in half the time of a pickle."""
    return marshal.dumps(([tuple(each) for each in prepared], pickle.dumps(flaws)))


def _unpacked(data: bytes) -> tuple[list[Prepared], list[Flaw]]:
    prepared, flaws = marshal.loads(data)  # noqa: S302  # written by our own program
    return list(map(Prepared._make, prepared)), pickle.loads(flaws)  # noqa: S301  # likewise


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise UnreadableFile(path, reason_of(error)) from error


def send(source: Source, pipe: BinaryIO) -> None:
    """Write the batches of a file into a pipe, and nothing at the end; the reading goes on while the pipe is full."""
    gc.disable()  # a batch is many objects and no cycles
    waiting: Queue[bytes] = Queue(_AHEAD)
    writer = Thread(target=_write_all, args=(waiting, pipe), daemon=True)
    writer.start()
    for batch in read_batches(source):
        waiting.put(_packed(*batch))
    waiting.put(_END)
    writer.join()


def _write_all(waiting: Queue[bytes], pipe: BinaryIO) -> None:
    data = b""
    try:
        while data != _END:
            data = waiting.get()
            pipe.write(len(data).to_bytes(8, "big"))
            pipe.write(data)
            pipe.flush()
    except OSError:
        os._exit(1)  # nobody listens


if __name__ == "__main__":
    given, named, moment, address, pattern = sys.argv[1:]
    send(Source(Path(given), named, moment, address or None, pattern), sys.stdout.buffer)
