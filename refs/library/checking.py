"""What to check, how patiently, and what counts as old: from what a person asks for and what the house says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from refs.check.settings import KNOWN_GOOD, HostRule, Settings
from refs.errors import UnknownItem
from refs.library.checkrun import CheckRun
from refs.library.judging import policy_of
from refs.library.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from refs.library.holdings import Holdings


def check(
    library: Holdings,
    names: Sequence[str],
    *,
    article: str | None,
    stale: str | None,
    delay: float | None,
    allow: Sequence[str],
    touch: bool,
    articles: Iterable[str] | None = None,
    due: bool = False,
    quick: bool = False,
    robots: bool = False,
    changed_since: str | None = None,
    cluster: str | None = None,
    processes: int | None = None,
) -> CheckRun:
    """A run over the links that names, searches or articles mean, or of the whole library."""
    settings = replace(settings_of(library, delay, allow), robots=robots, content=not quick)
    return CheckRun(
        library,
        Scope(library, _keys(library, names, article, articles), settings if due else None),
        settings,
        policy_of(library, stale),
        touch=touch,
        changed_since=changed_since,
        cluster=cluster,
        processes=processes,
    )


def _keys(
    library: Holdings, names: Sequence[str], article: str | None, articles: Iterable[str] | None
) -> list[str] | None:
    if articles is not None:
        cited = (library.store.get_article(path).keys for path in articles)
        return list(dict.fromkeys(key for keys in cited for key in keys if key))
    if article is not None:
        return _cited(library, article)
    return list(dict.fromkeys(key for name in names for key in _meant(library, name))) if names else None


def _meant(library: Holdings, name: str) -> list[str]:
    """The keys that a key, an identifier, an article's path, or else a search stands for."""
    try:
        return [library.key_of(name)]
    except UnknownItem:
        try:
            return _cited(library, name)
        except UnknownItem:
            return library.choose(name)


def _cited(library: Holdings, article: str) -> list[str]:
    return list(dict.fromkeys(key for key in library.article(article).keys if key))


def settings_of(library: Holdings, delay: float | None = None, allow: Sequence[str] = ()) -> Settings:
    """How this library checks: its services, its contact, its clock."""
    waits = library.delay if delay is None else delay
    usual, good = Settings(), library.configuration.known_good
    return Settings(
        services=library.services,
        contact=library.contact or "",
        delay=usual.delay if waits is None else waits,
        hosts={
            name: HostRule(
                host.connections or usual.per_host, usual.delay if host.delay is None else host.delay
            )
            for name, host in library.configuration.hosts.items()
        },
        allow_private=frozenset([*library.configuration.allow, *allow]),
        known_good=KNOWN_GOOD if good is None else tuple(map(str, good)),
        clock=library.clock,
    )
