"""Bibliography files of any length, into a library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from refs.errors import UnknownFormat, UnreadableFile
from refs.library.importing import import_file as import_batches
from refs.parse.formats import FORMATS, detect_format
from refs.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refs.library.importing import Imported
    from refs.library.library import Library
    from refs.model.flaw import Flaw

_BEGINNING = 64 * 1024
_TOLD = 20


@dataclass(frozen=True)
class ImportedSoFar:
    """How far an import has come: the sum, and the entries of the last batch."""

    path: str
    sum: Imported
    step: int

    @property
    def sentence(self) -> str:
        """The sum, on one line."""
        alike = len(self.sum.duplicates)
        told = [f"{self.sum.added} added", f"{self.sum.present} known"]
        told += [f"{alike} alike to what is there"] if alike else []
        told += [f"{self.sum.flaw_count} flaws"] if self.sum.flaw_count else []
        return f"{self.path}: {', '.join(told)}"

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """The first flaws of the file."""
        return tuple(self.sum.flaws[:_TOLD])


def import_file(
    library: Library, path: str, *, form: str | None, force: bool, tags: Sequence[str]
) -> Iterator[ImportedSoFar]:
    """The sum after each batch that is stored; raises UnreadableFile where nothing could be read."""
    chosen = form or _format_of(path)
    if chosen not in FORMATS:
        raise UnknownFormat(chosen, FORMATS)
    before = library.store.count()
    done = 0
    for sum_ in import_batches(library.store, path, chosen, when=library.now(), force=force):
        yield ImportedSoFar(path, sum_, sum_.total - done)
        done = sum_.total
    if not done:
        raise UnreadableFile(path, "it holds no entry", "Nothing was added.")
    if tags:
        library.store.add_tags(library.store.keys()[before:], tags)


def _format_of(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            beginning = decode(file.read(_BEGINNING))
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or str(error)).lower()) from error
    form = detect_format(path, beginning)
    if form is None:
        raise UnreadableFile(path, "it is in no bibliography format that refs knows", "Name it with --from.")
    return form
