"""Anything that names a work, into the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from refs.errors import UnknownIdentifier, UnreadableFile
from refs.library.completion import bare_item, complete
from refs.library.keys import key_of_identifier, make_key
from refs.model.fetched import Outcome
from refs.model.identifier import Identifier, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refs.library.library import Library
    from refs.model.fetched import Notice
    from refs.model.flaw import Flaw
    from refs.model.item import Item

LARGEST_FILE = 256 * 1024 * 1024


@dataclass(frozen=True)
class Added:
    """What became of one thing that was added."""

    key: str
    item: Item
    status: str
    missing: str | None = None
    flaws: tuple[Flaw, ...] = field(default=())
    notices: tuple[Notice, ...] = field(default=())

    @property
    def sentence(self) -> str:
        """One line for a person."""
        what = self.item.title or str(next(iter(self.item.identifiers), self.key))
        line = f"{self.status:<11}{self.key}  {what}"
        return f"{line}  ({self.missing})" if self.missing else line


def add_thing(library: Library, thing: str, tags: Sequence[str]) -> Iterator[Added]:
    """The items that an identifier, URL, file or printed reference gives, each stored before it is told."""
    path = Path(thing)
    if len(thing) < 1024 and path.suffix and _is_file(path):
        yield from add_file(library, path, tags)
        return
    identifier = parse_identifier(thing)
    if identifier is not None:
        yield add_identifier(library, identifier, tags)
    elif _is_reference(thing):
        yield add_reference(library, thing, tags)
    elif path.suffix in {".bib", ".ris", ".nbib", ".json", ".xml", ".enw", ".rdf"}:
        raise UnreadableFile(thing, "there is no such file")
    else:
        raise UnknownIdentifier(thing)


def add_identifier(library: Library, identifier: Identifier, tags: Sequence[str]) -> Added:
    """The item of an identifier, as its registry knows it, or bare where the registry cannot be asked."""
    known = library.store.find([identifier])
    if known and not library.store.is_unresolved(known):
        library.store.tag([known], tags)
        return Added(known, library.get(known), "known")
    fetched = library.fetcher.fetch(identifier)
    if fetched.outcome is Outcome.MISSING:
        raise UnknownIdentifier(str(identifier), fetched.detail)
    if fetched.item is None:
        key = known or library.free_key(key_of_identifier(identifier))
        item = bare_item(identifier, key, library.now())
        missing = fetched.detail or "not asked"
        library.store.put(item, unresolved=missing, tags=tags)
        return Added(key, item, "unresolved", f"{missing}; 'refs refresh' completes it")
    return _store_record(library, identifier, fetched.item, known, tags, fetched.notices)


def _store_record(
    library: Library,
    identifier: Identifier,
    record: Item,
    known: str | None,
    tags: Sequence[str],
    notices: tuple[Notice, ...],
) -> Added:
    known = known or library.store.find((identifier, *record.identifiers))
    key = known or make_key(record, library.store.has)
    before = library.get(known) if known else bare_item(identifier, key, library.now())
    item, _ = complete(before, record)
    library.store.put(item, unresolved=None, tags=tags)
    return Added(key, item, "completed" if known else "added", notices=notices)


def add_reference(library: Library, text: str, tags: Sequence[str]) -> Added:
    """The item that a printed reference describes."""
    from refs.parse.reference import parse_reference  # noqa: PLC0415  # loads the trained model

    parsed = parse_reference(text)
    return add_item(library, parsed.item, tags, parsed.flaws)


def add_item(library: Library, item: Item, tags: Sequence[str], flaws: tuple[Flaw, ...] = ()) -> Added:
    """An item that was read; one of the same identifiers that the library has is kept instead."""
    known = library.store.find(item.identifiers)
    if known:
        library.store.tag([known], tags)
        return Added(known, library.get(known), "known")
    key = make_key(item, library.store.has)
    item = item.replace(id=key)
    library.store.put(item, tags=tags, flaws=flaws)
    return Added(key, item, "added", flaws=flaws)


def add_file(library: Library, path: Path, tags: Sequence[str]) -> Iterator[Added]:
    """The items of a bibliography file; one bad entry costs one entry."""
    from refs.parse.formats import detect_format, parse_text  # noqa: PLC0415  # readers are many

    text = library.read_text(path)
    form = detect_format(path.name, text)
    if form is None:
        raise UnreadableFile(path, "it is no bibliography format that refs knows", "See 'refs import --help'.")
    reading = parse_text(text, form)
    if not reading.items:
        trouble = reading.flaws[0].message if reading.flaws else "it holds no entry"
        raise UnreadableFile(path, trouble, "Nothing was added.")
    library.report_flaws(reading.flaws)
    for item in reading.items:
        with_key = item
        known = library.store.find(item.identifiers)
        key = known or (item.id if not library.store.has(item.id) else make_key(item, library.store.has))
        if known:
            library.store.tag([known], tags)
            yield Added(known, library.get(known), "known")
            continue
        with_key = item.replace(id=key)
        library.store.put(with_key, tags=tags)
        yield Added(key, with_key, "added")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_reference(text: str) -> bool:
    return len(text.split()) >= 4
