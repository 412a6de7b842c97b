"""Anything that names a work, into the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from refs.errors import NotRegistered, UnknownIdentifier, UnreadableFile
from refs.library.completion import bare_item, complete, key_of, without_made_key
from refs.library.notices import notice_findings, with_notices
from refs.model.fetched import Outcome
from refs.model.identifier import Identifier, parse_identifier
from refs.model.provenance import Provenance
from refs.model.stored import AddOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from refs.library.holdings import Holdings
    from refs.model.fetched import Fetched, Notice
    from refs.model.flaw import Flaw
    from refs.model.item import Item

_BATCH = 2_000
_SUFFIXES = frozenset(
    {".bib", ".ris", ".nbib", ".json", ".jsonl", ".xml", ".enw", ".rdf", ".bibtex", ".biblatex"}
    | {".bltxml", ".cff", ".ciw", ".isi", ".marc", ".mods", ".mrc", ".yaml", ".yml"}
)


@dataclass(frozen=True)
class Added:
    """What became of one thing that was added: under which key it stands, and what is missing of it."""

    key: str
    item: Item
    status: str
    missing: str | None = None
    flaws: tuple[Flaw, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def sentence(self) -> str:
        """One line for a person."""
        what = self.item.title or str(next(iter(self.item.identifiers), self.key))
        told = [self.missing] if self.missing else []
        told += [f"notice: {finding.message}" for finding in notice_findings(self.item)]
        return "\n            ".join([f"{self.status:<10}  {self.key}  {what}", *told])


def add_thing(library: Holdings, thing: str, tags: Sequence[str]) -> Iterator[Added]:
    """The items that an identifier, URL, file or printed reference gives, each stored before it is told."""
    path = Path(thing) if len(thing) < 1024 else None
    if path and path.suffix and _holds(path.is_file):
        yield from add_file(library, path, tags)
    elif identifier := parse_identifier(thing):
        yield add_identifier(library, identifier, tags)
    elif path and path.suffix.lower() in _SUFFIXES:
        raise UnreadableFile(thing, "there is no such file")
    elif path and thing.strip() and _holds(path.is_dir):
        raise UnreadableFile(
            thing, "it is a folder", "Name its files, or read its articles with 'refs audit'."
        )
    elif len(thing.split()) >= 4:
        yield add_reference(library, thing, tags)
    else:
        raise UnknownIdentifier(thing)


def expect_things(library: Holdings, things: Iterable[str]) -> None:
    """Tell the fetcher which identifiers that the library does not know are to be added, so that it asks in batches."""
    found = [identifier for thing in things if (identifier := parse_identifier(thing))]
    new = [each for each in dict.fromkeys(found) if not library.store.find_by_identifier(each)]
    if len(new) > 1:
        library.fetcher.expect(new)


def add_identifier(library: Holdings, identifier: Identifier, tags: Sequence[str]) -> Added:
    """The item of an identifier as its registry knows it, or a bare one where the registry cannot be asked."""
    known = library.store.find_by_identifier(identifier)
    if known and not library.store.get_stored(known[0]).is_unresolved:
        library.store.add_tags(known[:1], tags)
        return Added(known[0], library.store.get_item(known[0]), "known")
    fetched = library.fetcher.fetch(identifier)
    if fetched.outcome is Outcome.MISSING:
        raise NotRegistered(str(identifier), fetched.source, fetched.detail)
    if fetched.item is None:
        return _add_bare(library, identifier, known, tags, fetched)
    return _add_record(library, identifier, fetched.item, known, tags, fetched)


def _add_bare(
    library: Holdings, identifier: Identifier, known: list[str], tags: Sequence[str], fetched: Fetched
) -> Added:
    if not known:
        item = bare_item(identifier, key_of(identifier), library.now())
        known = [library.store.add_items([item])[0].key]
        library.store.add_tags(known, tags)
    stored = library.store.get_stored(known[0])
    lacks = ", ".join(name.replace("_", " ") for name in stored.missing)
    reason = fetched.detail.rstrip(".") or "its service was not asked"
    missing = f"lacks {lacks or 'its record'}: {reason}; complete it later with 'refs refresh'"
    return Added(known[0], stored.item, "unresolved", missing)


def _add_record(
    library: Holdings,
    identifier: Identifier,
    record: Item,
    known: list[str],
    tags: Sequence[str],
    fetched: Fetched,
) -> Added:
    present = known[0] if known else library.store.find_present(record)
    is_other = present is not None and not known and _is_other(library.store.get_item(present), record)
    if present and not is_other:
        item, changes = complete(library.store.get_item(present), record, library.now())
        library.store.update_item(present, with_notices(item, fetched.notices))
        library.store.add_tags([present], tags)
        return Added(
            present, library.get(present), "completed" if changes else "known", notices=fetched.notices
        )
    item, _ = complete(bare_item(identifier, "", library.now()), record, library.now())
    item = with_notices(item, fetched.notices)
    return _store(library, item, tags, fetched.flaws, fetched.notices, force=is_other)


_PRINTED = frozenset({"article", "reference", "identifier"})


def _is_other(item: Item, record: Item) -> bool:
    """Whether two like works are two, because a registry gave each a number of its own."""
    if all(known.source in _PRINTED for known in item.provenance.values()):
        return False
    pairs = ((item.DOI, record.DOI), (item.PMID, record.PMID))
    agree = [mine.lower() == yours.lower() for mine, yours in pairs if mine and yours]
    return bool(agree) and not any(agree)


def add_reference(library: Holdings, text: str, tags: Sequence[str]) -> Added:
    """The item that a printed reference describes."""
    from refs.parse.reference import parse_reference  # noqa: PLC0415  # loads the trained model

    parsed = parse_reference(text)
    item = with_provenance(parsed.item, "reference", None, library.now(), parsed.confidence)
    added = _store(library, item.replace(id=""), tags, parsed.flaws)
    return added if added.status == "known" else _complete_added(library, added)


def _complete_added(library: Holdings, added: Added) -> Added:
    """The same item as the services know it, when they can be asked and know it surely."""
    from refs.library.refreshing import refresh, to_refresh  # noqa: PLC0415  # it stands beside this module

    for _ in refresh(library, to_refresh(library, [added.key], everything=False), dry_run=False):
        pass
    return replace(added, item=library.get(added.key))


def add_file(library: Holdings, path: Path, tags: Sequence[str]) -> Iterator[Added]:
    """The items of a bibliography file, or of a service's answer; one bad entry costs one entry."""
    from refs.library.detecting import form_of  # noqa: PLC0415  # the readers are many
    from refs.library.entries import nothing_read, read_entries  # noqa: PLC0415  # likewise
    from refs.library.filling import fill_in  # noqa: PLC0415  # likewise
    from refs.parse.formats import FORMATS  # noqa: PLC0415  # likewise

    data = library.read_bytes(path)
    form = form_of(data, path.name)
    reading = read_entries(data, form, library.now())
    if not reading.items:
        raise nothing_read(path, reading.flaws)
    library.tell(reading.flaws)
    filled = () if form in FORMATS else fill_in(library, reading.items, path.name)
    for added in add_items(library, reading.items, form, path.name, tags):
        yield replace(added, status="completed") if added.key in filled else added


def add_zotero(
    library: Holdings, number: str, *, group: bool, key: str | None, tags: Sequence[str]
) -> Iterator[Added]:
    """The items of a Zotero library, batch by batch; the keys of Better BibTeX are kept."""
    from refs.fetch.zotero import ask_zotero  # noqa: PLC0415  # seldom needed
    from refs.parse.managers.zotero_json import parse_zotero_json  # noqa: PLC0415  # likewise

    for data in ask_zotero(library.fetcher.http, number, group=group, key=key):
        reading = parse_zotero_json(data.decode("utf-8", "replace"))
        library.tell(reading.flaws)
        yield from add_items(library, reading.items, "zotero", f"library {number}", tags)


def add_items(
    library: Holdings, items: Sequence[Item], source: str, tag: str | None, tags: Sequence[str]
) -> Iterator[Added]:
    """Items that were read, stored in batches: what is told is stored, and one undo takes a batch back."""
    now = library.now()
    for start in range(0, len(items), _BATCH):
        batch = items[start : start + _BATCH]
        sourced = [with_provenance(without_made_key(item), source, tag, now) for item in batch]
        with library.store.event("import", f"{tag or source}"):
            results = library.store.add_items(sourced, retrieved=now)
            if tags:
                library.store.add_tags([each.key for each in results], tags)
        for item, result in zip(batch, results, strict=True):
            status = "added" if result.outcome is AddOutcome.ADDED else "known"
            yield Added(result.key, item, status)


def _store(
    library: Holdings,
    item: Item,
    tags: Sequence[str],
    flaws: Sequence[Flaw] = (),
    notices: Sequence[Notice] = (),
    *,
    force: bool = False,
) -> Added:
    with library.store.event("add", item.title or item.id):
        added = library.store.add_items([item], retrieved=library.now(), force=force)[0]
        library.store.add_tags([added.key], tags)
        if flaws and added.outcome is AddOutcome.ADDED:
            library.store.add_flaws(added.key, flaws)
    status = "added" if added.outcome is AddOutcome.ADDED else "known"
    return Added(
        added.key, library.store.get_item(added.key), status, flaws=tuple(flaws), notices=tuple(notices)
    )


def with_provenance(
    item: Item, source: str, tag: str | None, when: str, confidence: Mapping[str, float] | None = None
) -> Item:
    """The item with this source for each field that names none; ``*`` stands for all where none does."""
    if confidence is None:
        return item.replace(provenance={"*": Provenance(source, tag, when)} | dict(item.provenance))
    sure = confidence
    given = {name: Provenance(source, tag, when, _rounded(sure.get(name))) for name, _ in item.filled()}
    return item.replace(provenance=given | dict(item.provenance))


def _holds(question: Callable[[], bool]) -> bool:
    """Whether a path is such a thing; a path that cannot be one is not."""
    try:
        return question()
    except (OSError, ValueError):
        return False


def _rounded(confidence: float | None) -> float | None:
    return None if confidence is None else round(confidence, 2)
