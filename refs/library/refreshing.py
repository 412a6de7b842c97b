"""What the services know by now, laid over what the library holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from refs.fetch.alerts import alerts
from refs.library.completion import Change, complete, resembles
from refs.library.notices import and_notices, with_notices
from refs.model.fetched import Outcome
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme
from refs.model.item import ItemType
from refs.render.csljson import csl_of_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refs.library.holdings import Holdings
    from refs.model.fetched import Fetched, Notice
    from refs.model.item import Item

_PRINTED = frozenset({"article", "reference", "identifier"})
"""The sources that are somebody's words and not a service's record."""

_BEST_FIRST = (
    Scheme.NBK,
    Scheme.FDA_LABEL,
    Scheme.SETID,
    Scheme.DOI,
    Scheme.PMID,
    Scheme.PMCID,
    Scheme.ARXIV,
    Scheme.NCT,
    Scheme.ISBN,
    Scheme.SHORT_DOI,
    Scheme.OPENALEX,
)


_AT_ONCE = 50
"""Items asked for together, so that services that take many ids are asked once for them."""

_PUBLISHED = frozenset(
    {ItemType.ARTICLE_JOURNAL, ItemType.PAPER_CONFERENCE, ItemType.CHAPTER, ItemType.BOOK, ItemType.ARTICLE}
)


@dataclass(frozen=True)
class Refreshed:
    """What asking for one item brought."""

    key: str
    outcome: str
    changes: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    detail: str = ""

    @property
    def sentence(self) -> str:
        """One line for a person."""
        fields = ", ".join(change.field.replace("_", " ") for change in self.changes)
        told = fields or self.detail
        return f"{self.outcome:<10}  {self.key}" + (f"  {told}" if told else "")

    @property
    def lines(self) -> tuple[str, ...]:
        """The differences, notices and flaws, a line each."""
        return (
            *(f"{change.field}: {_short(change.before)} → {_short(change.after)}" for change in self.changes),
            *(_notice_line(notice) for notice in self.notices),
            *(str(flaw) for flaw in self.flaws),
        )


def to_refresh(library: Holdings, names: Sequence[str], *, everything: bool) -> list[str]:
    """The keys of the named items, of all, or of those that no service has told of yet."""
    if names:
        return library.resolve(names)
    return [
        item.id
        for item in library.store.each_item()
        if (everything or _is_hearsay(item)) and (identify(item) or _can_be_matched(item))
    ]


def refresh(library: Holdings, keys: Sequence[str], *, dry_run: bool) -> Iterator[Refreshed]:
    """What became of each item; each is stored before it is told, and one undo takes all of them back."""
    event: int | None = None
    detail = keys[0] if len(keys) == 1 else f"{len(keys)} items"
    for start in range(0, len(keys), _AT_ONCE):
        for item, fetched in _ask(library, keys[start : start + _AT_ONCE]):
            if dry_run:
                yield _refresh_one(library, item, fetched, dry_run=True)
                continue
            with library.store.event("refresh", detail, resume=event) as event:
                refreshed = _refresh_one(library, item, fetched, dry_run=False)
            yield refreshed


def _ask(library: Holdings, keys: Sequence[str]) -> Iterator[tuple[Item, Fetched | None]]:
    """Some items with what the services say of each; nothing where there is nothing to ask with."""
    items = [library.store.get_item(key) for key in keys]
    answers = library.fetcher.fetch_many(found for item in items if (found := identify(item)))
    for item in items:
        identifier = identify(item)
        if identifier is not None:
            yield item, answers[identifier]
        else:
            yield item, library.fetcher.match(reference_text(item)) if _can_be_matched(item) else None


def identify(item: Item) -> Identifier | None:
    """The identifier to ask with: the one whose registry knows most, else the URL."""
    found = {each.scheme: each for each in reversed(item.identifiers)}
    best = next((found[scheme] for scheme in _BEST_FIRST if scheme in found), None)
    return best or (Identifier(Scheme.URL, item.URL) if item.URL else None)


def _refresh_one(library: Holdings, item: Item, fetched: Fetched | None, *, dry_run: bool) -> Refreshed:
    if fetched is None:
        return Refreshed(item.id, "skipped", detail="it has no identifier or URL to ask with")
    if fetched.item is None and identify(item) is None:
        outcome = "unmatched" if fetched.outcome is Outcome.MISSING else "not now"
        return Refreshed(item.id, outcome, detail=fetched.detail)
    if fetched.item is None:
        outcome = "missing" if fetched.outcome is Outcome.MISSING else "not now"
        flaws = _flaw_of_missing(item, fetched)
        _keep_flaws(library, item, flaws, dry_run=dry_run)
        return Refreshed(item.id, outcome, detail=fetched.detail, flaws=flaws)
    if _is_hearsay(item) and not resembles(item.title, fetched.item.title):
        doubt = (_flaw_of_other_work(item, fetched),)
        _keep_flaws(library, item, doubt, dry_run=dry_run)
        return Refreshed(item.id, "doubtful", flaws=doubt)
    stands_in = fetched.stands_in and not _is_hearsay(item)
    record = _what_is_lacking(item, fetched.item) if stands_in else fetched.item
    completed, changes = complete(item, record, library.now())
    notices = alerts(item, fetched)
    completed = and_notices(completed, notices) if stands_in else with_notices(completed, notices)
    if not dry_run and completed != item:
        library.store.update_item(item.id, completed)
    outcome = "complete" if changes else "unchanged"
    return Refreshed(item.id, outcome, changes, notices, fetched.flaws)


def _what_is_lacking(item: Item, record: Item) -> Item:
    """What a source that stands in for a better one adds, without another word on what is known."""
    known = dict.fromkeys(name for name, _ in record.filled() if getattr(item, name))
    return record.replace(**known, type=ItemType.DOCUMENT)


def _keep_flaws(library: Holdings, item: Item, flaws: Sequence[Flaw], *, dry_run: bool) -> None:
    """Keep what is wrong with the identifier in the place of what was said of it before."""
    if dry_run or not flaws:
        return
    others = [flaw for flaw in library.store.flaws(item.id) if flaw.code is not FlawCode.BAD_IDENTIFIER]
    library.store.add_flaws(item.id, [*others, *flaws])


def _can_be_matched(item: Item) -> bool:
    """Whether a search may find the work: something published, with enough said of it."""
    return item.type in _PUBLISHED and bool(item.title and (item.author or item.container_title))


def reference_text(item: Item) -> str:
    """What a search is asked: authors, year, title, container, volume and pages, as far as they are known."""
    names = ", ".join(str(name) for name in item.author[:3])
    year = str(item.issued.year) if item.issued and item.issued.year else ""
    place = " ".join(part for part in (item.container_title, item.volume, item.page) if part)
    return ". ".join(part for part in (names, year, item.title, place) if part)


def _is_hearsay(item: Item) -> bool:
    return all(known.source in _PRINTED for known in item.provenance.values())


def _flaw_of_missing(item: Item, fetched: Fetched) -> tuple[Flaw, ...]:
    if fetched.outcome is not Outcome.MISSING:
        return ()
    return (Flaw(FlawCode.BAD_IDENTIFIER, f"{fetched.source} does not know {fetched.identifier}", item.id),)


def _flaw_of_other_work(item: Item, fetched: Fetched) -> Flaw:
    title = fetched.item.title if fetched.item else None
    return Flaw(
        FlawCode.BAD_IDENTIFIER,
        f"{identify(item)} leads to another work, “{title}”; nothing was changed",
        item.id,
        text=item.title,
    )


def _notice_line(notice: Notice) -> str:
    words = [str(notice.kind).replace("-", " ")]
    if notice.date:
        words.append(str(notice.date))
    if notice.identifier:
        words.append(str(notice.identifier))
    return f"notice: {', '.join(words)} ({notice.source})"


def _short(value: Any, limit: int = 60) -> str:
    if not value:
        return "nothing"
    if isinstance(value, tuple):
        text = "; ".join(str(each) for each in value)
    else:
        text = str(value) if not hasattr(value, "parts") else str(value) or str(csl_of_date(value))
    return text if len(text) <= limit else text[: limit - 1] + "…"
