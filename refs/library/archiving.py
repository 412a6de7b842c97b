"""Archived copies of pages: found, made, or kept at home."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from refs.check.archive import Archive
from refs.library.checking import settings_of
from refs.model.link import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refs.library.holdings import Holdings
    from refs.model.item import Item

_GONE = frozenset({Verdict.DEAD, Verdict.SOFT_404, Verdict.SUSPECT})
KEYS = ("IA_ACCESS_KEY", "IA_SECRET_KEY")
"""The environment's names for the keys of an archive.org account."""

COPY = "archived"
"""Where an item's `custom` keeps the address of its copy."""


@dataclass(frozen=True)
class Archived:
    """What came of one page: the address of a copy and its moment, or why there is none."""

    key: str
    url: str
    copy: str | None = None
    when: str | None = None
    detail: str = ""

    @property
    def sentence(self) -> str:
        """One line for a person."""
        found = (
            f"{self.copy}  ({self.when})"
            if self.copy
            else f"no copy{': ' + self.detail if self.detail else ''}"
        )
        return f"{self.key}  {found}"


def archive(library: Holdings, names: Sequence[str], *, save: bool, warc: str | None) -> Iterator[Archived]:
    """A copy for each page of the named items, or of all whose page is gone; what is found is kept with the item."""
    for key in library.resolve(names) if names else _gone(library):
        item = library.get(key)
        if not item.URL:
            continue
        if warc is not None:
            yield _keep_at_home(library, item, warc)
        else:
            yield _save(library, item) if save else _find(library, item)


def copies(items: Sequence[Item]) -> dict[str, str]:
    """The copies that are known, by the URL of the page."""
    return {item.URL: str(item.custom[COPY]) for item in items if item.URL and item.custom.get(COPY)}


def _gone(library: Holdings) -> list[str]:
    states = (state for state in library.store.each_link() if state.verdict in _GONE)
    return list(dict.fromkeys(key for state in states for key in state.keys))


def _find(library: Holdings, item: Item) -> Archived:
    near = item.accessed.to_day() if item.accessed else None
    found = Archive(settings_of(library)).find(item.URL or "", near)
    if found is None:
        return Archived(item.id, item.URL or "", detail="the archives have none that is a good page")
    return _kept(library, item, found.url, found.when)


def _save(library: Holdings, item: Item) -> Archived:
    access, secret = (os.environ.get(name) for name in KEYS)
    saved = Archive(settings_of(library)).save(
        item.URL or "", (access, secret) if access and secret else None
    )
    if saved.snapshot is None:
        return Archived(item.id, item.URL or "", detail=saved.detail)
    return _kept(library, item, saved.snapshot.url, saved.snapshot.when)


def _kept(library: Holdings, item: Item, copy: str, when: str) -> Archived:
    library.store.update_item(item.id, item.replace(custom={**item.custom, COPY: copy}))
    return Archived(item.id, item.URL or "", copy, when)


def _keep_at_home(library: Holdings, item: Item, warc: str) -> Archived:
    from refs.check.warc import keep_page  # noqa: PLC0415  # warcio is an extra

    check = keep_page(item.URL or "", Path(warc), settings_of(library))
    if check.verdict.is_good:
        return Archived(item.id, item.URL or "", warc, check.when)
    return Archived(item.id, item.URL or "", detail=check.evidence or str(check.reason))
