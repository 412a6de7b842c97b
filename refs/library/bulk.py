"""Bibliography files of any length, into a library."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from refs.files import read_beginning, read_file
from refs.library.detecting import BEGINNING, form_of
from refs.library.entries import check_form, nothing_read, read_entries
from refs.library.filling import fill_in
from refs.library.importing import Imported, Source
from refs.library.importing import import_file as import_batches
from refs.parse.formats import FORMATS
from refs.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refs.library.holdings import Holdings
    from refs.model.flaw import Flaw

_TOLD = 20


@dataclass(frozen=True)
class ImportedSoFar:
    """How far an import has come: the sum, and the entries of the last batch."""

    path: str
    sum: Imported
    step: int
    completed: int = 0

    @property
    def sentence(self) -> str:
        """The sum, on one line."""
        alike = len(self.sum.duplicates)
        told = [f"{self.sum.added} added", f"{self.sum.present} known"]
        told += [f"{self.completed} of them completed"] if self.completed else []
        told += [f"{alike} alike to what is there"] if alike else []
        told += [counted(self.sum.flaw_count, "flaw")] if self.sum.flaw_count else []
        return f"{self.path}: {', '.join(told)}"

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """The first flaws of the file."""
        return tuple(self.sum.flaws[:_TOLD])


def import_file(
    library: Holdings,
    path: str,
    *,
    form: str | None,
    force: bool,
    tags: Sequence[str],
    url: str | None = None,
) -> Iterator[ImportedSoFar]:
    """The sum after each batch that is stored; raises UnreadableFile where nothing could be read."""
    if form is not None:
        check_form(form)
    before = library.store.count()
    done, sum_ = 0, Imported()
    with _on_disk(library, path) as place:
        source = Source(
            place,
            form or form_of(read_beginning(place, BEGINNING), path),
            library.now(),
            url or _address(path),
            library.configuration.keys,
        )
        completed = _fill_in(library, source)
        for sum_ in import_batches(library.store, source, force=force):
            yield ImportedSoFar(path, sum_, sum_.total - done, completed)
            done = sum_.total
    if not done:
        raise nothing_read(path, sum_.flaws)
    if tags:
        library.store.add_tags(library.store.keys()[before:], tags)


def _fill_in(library: Holdings, source: Source) -> int:
    """How many items that lack something the answer of a service completes; a bibliography completes none."""
    if source.form in FORMATS or not library.store.count(unresolved=True):
        return 0
    reading = read_entries(read_file(source.path), source.form, source.when, source.url)
    return len(fill_in(library, reading.items, source.path.name))


@contextmanager
def _on_disk(library: Holdings, path: str) -> Iterator[Path]:
    """The file; stdin (``-``) and what stands at a URL are laid down in one for as long as it is needed."""
    address = _address(path)
    if path != "-" and address is None:
        yield Path(path)
        return
    name = PurePosixPath(urlsplit(address).path).name if address else "stdin"
    with TemporaryDirectory() as folder:
        place = Path(folder, name or "page")
        place.write_bytes(library.read_bytes(path))
        yield place


def _address(path: str) -> str | None:
    return path if path.startswith(("https://", "http://")) else None
