"""Patience: delay and concurrency for one host."""

import time
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refs.check.settings import HostRule


class Host:
    """What is under way at one host, what waits for it, and when it may be asked next."""

    __slots__ = ("active", "delay", "fastest", "free_at", "key", "limit", "queued", "waiting")

    def __init__(self, key: str, rule: "HostRule") -> None:
        self.key = key
        self.limit, self.delay = max(1, rule.connections), rule.delay
        self.active = 0
        self.free_at = 0.0
        self.fastest = 0.0
        self.queued = False
        self.waiting: deque[Any] = deque()

    def begin(self) -> None:
        """A request goes out."""
        self.active += 1
        if self.delay:
            self.free_at = max(self.free_at, time.monotonic() + self.delay)

    def end(self, waited: float) -> None:
        """A request is over, so many seconds after it was sent.

        It may have been sent late, or have lain at the host until that found the time. At the latest it came in as long
        before its end as the fastest one has taken yet: the delay counts from then, after the first one from its end.
        """
        self.active -= 1
        if self.delay:
            self.hold(time.monotonic() - min(self.fastest, waited) + self.delay)
            self.fastest = min(self.fastest or waited, waited)

    def hold(self, until: float) -> None:
        """Nobody asks before then."""
        self.free_at = max(self.free_at, until)
