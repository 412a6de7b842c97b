"""Scope: the items and links that a check is about, read a few at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from refs.check.schedule import is_due

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refs.check.settings import Settings
    from refs.library.holdings import Holdings
    from refs.store.links import LinkState


@dataclass(frozen=True)
class Scope:
    """The items of some keys (None: all), and their links; with `due`, only links whose time it is by its settings."""

    library: Holdings
    keys: Sequence[str] | None = None
    due: Settings | None = None

    @cached_property
    def total(self) -> int:
        """How many links there are to check."""
        if self.keys is None and self.due is None:
            return self.library.store.count_links()
        return sum(1 for _ in self.states())

    def states(self) -> Iterator[LinkState]:
        """The links and what is known of each."""
        for state in self._every_state():
            if self.due is None or self._is_due(state, self.due):
                yield state

    def holds(self, url: str) -> bool:
        """Whether a link of the library belongs to these items."""
        return self._urls is None or url in self._urls

    @cached_property
    def _urls(self) -> frozenset[str] | None:
        return None if self.keys is None else frozenset(state.link.url for state in self._every_state())

    def _every_state(self) -> Iterator[LinkState]:
        return self.library.store.each_link(self.keys)

    def _is_due(self, state: LinkState, settings: Settings) -> bool:
        history = partial(self.library.store.history, state.link.url)
        return is_due(state.verdict, state.checked, self.library.now(), history, settings)
