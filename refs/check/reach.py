"""Reach: whether this machine has a network at all, so that no link is blamed for its absence."""

import time
from collections.abc import Generator
from dataclasses import replace

from refs.check.answer import Answer, Request
from refs.check.chase import Command
from refs.check.settings import Settings
from refs.check.target import Target, read_target
from refs.model.link import Check, Reason, Verdict

_FRESH = 60.0


class Reach:
    """What is known of the network, and how long ago that was learnt."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._good_at = -1e9
        self._bad_at = -1e9
        good = {target.name for url in settings.known_good if isinstance(target := read_target(url), Target)}
        self._apart = frozenset() if good & settings.allow_private else settings.allow_private

    def concerns(self, host: str) -> bool:
        """Whether the internet says something of this host, ``name:port``: not of one on the own network that is meant."""
        return host.rpartition(":")[0] not in self._apart

    @property
    def state(self) -> bool | None:
        """True with a network, False without, None when nobody has looked lately."""
        if not self._settings.known_good:
            return True
        moment = time.monotonic()
        if moment - self._good_at < _FRESH:
            return True
        return False if moment - self._bad_at < _FRESH else None

    def note(self, answer: Answer, target: Target) -> None:
        """A good answer from outside shows that there is a network; a refusal may come from something on the way."""
        if self._is_good(answer) and target.name not in self._settings.allow_private:
            self._good_at = time.monotonic()

    def _is_good(self, answer: Answer) -> bool:
        return answer.error is None and (answer.status < 400 or self._settings.services.gateway is not None)

    def look(self) -> Generator[Command, Answer, bool]:
        """Ask the known-good hosts one after the other until one answers."""
        for url in self._settings.known_good:
            target = read_target(url)
            if isinstance(target, Target):
                answer = yield Request(target, "HEAD", 0)
                if self._is_good(answer):
                    self._good_at = time.monotonic()
                    return True
        self._bad_at = time.monotonic()
        return False


def offline(look: Check) -> Check:
    """A look that says nothing of its link, because we had no network."""
    return replace(
        look,
        verdict=Verdict.OFFLINE,
        reason=Reason.NO_NETWORK,
        status=None,
        evidence="no known-good host can be reached",
    )
