"""A published article's references, into the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from refs.article.output import article_to_json
from refs.library.adding import with_provenance
from refs.library.articles import fields_of, read_all, with_entries
from refs.library.linting import with_findings
from refs.model.stored import AddOutcome
from refs.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refs.library.holdings import Holdings
    from refs.model.article import Article, ListEntry
    from refs.model.flaw import Flaw
    from refs.parse.reference import Parsed


@dataclass(frozen=True)
class Ingested:
    """An article that was read, and what became of each entry of its list."""

    article: Article
    parsed: tuple[Parsed, ...]
    keys: tuple[str | None, ...]
    new: int
    stored: bool

    @property
    def sentence(self) -> str:
        """One line for a person."""
        entries, markers = len(self.article.entries), len(self.article.markers)
        if not entries and not markers:
            return f"{self.article.path}: no references"
        known = entries - self.new
        told = f"{counted(entries, 'entry')}, {counted(markers, 'marker')}"
        if not self.stored:
            return f"{self.article.path}: {told}"
        return f"{self.article.path}: {told}; {self.new} new, {known} known"

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """The flaws of the entries, each named for its item or its number."""
        return tuple(
            replace(flaw, item=key or f"entry {entry.number or entry.position}")
            for entry, key, parsed in zip(self.article.entries, self.keys, self.parsed, strict=True)
            for flaw in parsed.flaws
        )

    def as_json(self) -> dict[str, Any]:
        """The article as the JSON object of ``refs ingest --json`` (docs/findings.md)."""
        return article_to_json(self.article, fields_of(self.article, self.parsed))


def ingest(
    library: Holdings, path: str, *, format_name: str | None, tags: Sequence[str], dry_run: bool
) -> Ingested:
    """The article of a path (``-`` is stdin), read and, but for a dry run, stored with its items.

    Of an export with many posts this is the first; `ingest_each` takes all.
    """
    return next(ingest_each(library, path, format_name=format_name, tags=tags, dry_run=dry_run))


def ingest_each(
    library: Holdings, path: str, *, format_name: str | None, tags: Sequence[str], dry_run: bool
) -> Iterator[Ingested]:
    """Every article of a path, each stored when it is told."""
    for article in read_all(library, path, format_name):
        with_items, parsed = with_entries(article)
        found = with_findings(library, with_items, parsed)
        if dry_run:
            yield Ingested(found, parsed, (None,) * len(parsed), 0, stored=False)
        else:
            yield _store(library, found, parsed, tags)


def _store(library: Holdings, article: Article, parsed: tuple[Parsed, ...], tags: Sequence[str]) -> Ingested:
    with library.store.event("ingest", article.path):
        before = _keys_before(library, article)
        stored = [
            _store_entry(library, article, entry, each, before)
            for entry, each in zip(article.entries, parsed, strict=True)
        ]
        keys = tuple(key for key, _ in stored)
        positions = {entry.position: key for entry, key in zip(article.entries, keys, strict=True)}
        library.store.put_article(article, positions)
        library.store.add_tags(dict.fromkeys(keys), tags)
    entries = tuple(
        replace(entry, item=entry.item.replace(id=key)) if entry.item else entry
        for entry, key in zip(article.entries, keys, strict=True)
    )
    return Ingested(
        replace(article, entries=entries), parsed, keys, sum(is_new for _, is_new in stored), stored=True
    )


def store_article(library: Holdings, article: Article) -> dict[int, str]:
    """The article's entries tied to items, by position; what the library did not know is stored."""
    with_items, parsed = with_entries(article)
    keys = _store(library, with_items, parsed, ()).keys
    return {entry.position: key for entry, key in zip(article.entries, keys, strict=True) if key is not None}


def _keys_before(library: Holdings, article: Article) -> dict[str, str]:
    """What each entry of the article was tied to when it was read before, by the entry's text."""
    known = {each.path for each in library.store.articles()}
    if article.path not in known:
        return {}
    stored = library.store.get_article(article.path)
    return {entry.raw: key for entry, key in zip(stored.entries, stored.keys, strict=True) if key}


def _store_entry(
    library: Holdings, article: Article, entry: ListEntry, parsed: Parsed, before: dict[str, str]
) -> tuple[str, bool]:
    if entry.raw in before:
        return before[entry.raw], False
    item = with_provenance(parsed.item, "article", article.path, library.now(), parsed.confidence)
    added = library.store.add_items([item.replace(id="")], retrieved=library.now())[0]
    is_new = added.outcome is AddOutcome.ADDED
    if is_new and parsed.flaws:
        library.store.add_flaws(added.key, parsed.flaws)
    return added.key, is_new
