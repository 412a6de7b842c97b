"""Alerts: what a refresh tells about an item that is already cited."""

from collections.abc import Iterator

from refs.fetch.dates import date_of_text
from refs.model.date import Date
from refs.model.fetched import Fetched, Notice, NoticeKind, sort_notices
from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item


def alerts(cited: Item, fetched: Fetched) -> tuple[Notice, ...]:
    """The notices of the fresh record, and what changed since the cited edition, the worst first."""
    fresh = fetched.item
    changed = [] if fresh is None else list(_changed(cited, fresh, fetched.source))
    return sort_notices([*fetched.notices, *changed])


def _changed(cited: Item, fresh: Item, source: str) -> Iterator[Notice]:
    schemes = {each.scheme: each for each in fresh.identifiers}
    if Scheme.SETID in schemes and (later := _later_version(cited, fresh)):
        yield Notice(
            NoticeKind.NEWER_VERSION, source, schemes[Scheme.SETID], fresh.issued, f"version {later}"
        )
    if Scheme.ARXIV in schemes and (later := _later_version(cited, fresh)):
        yield Notice(
            NoticeKind.NEWER_VERSION, source, schemes[Scheme.ARXIV], fresh.issued, f"version {later}"
        )
    if Scheme.NBK in schemes and is_later(fresh.issued, cited.issued):
        yield Notice(NoticeKind.UPDATED, source, schemes[Scheme.NBK], fresh.issued, "chapter updated")
    modified = date_of_text(str(fresh.custom.get("modified") or ""))
    if is_later(modified, cited.accessed):
        yield Notice(
            NoticeKind.MODIFIED, source, _url(fresh), modified, "page changed since it was retrieved"
        )


def _later_version(cited: Item, fresh: Item) -> int | None:
    old, new = (int(text) if text and text.isdecimal() else None for text in (cited.version, fresh.version))
    return new if old is not None and new is not None and new > old else None


def is_later(date: Date | None, than: Date | None) -> bool:
    """Whether a date lies after another, as far as both are known."""
    if date is None or than is None or not date.parts or not than.parts:
        return False
    common = min(len(date.parts), len(than.parts))
    return date.parts[:common] > than.parts[:common]


def _url(item: Item) -> Identifier | None:
    return Identifier(Scheme.URL, item.URL) if item.URL else None
