"""Patience: delay and concurrency for one host."""

import time
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refs.check.settings import HostRule


class Host:
    """What is under way at one host, what waits for it, and when it may be asked next."""

    __slots__ = ("active", "delay", "free_at", "key", "limit", "queued", "waiting")

    def __init__(self, key: str, rule: "HostRule") -> None:
        self.key = key
        self.limit, self.delay = max(1, rule.connections), rule.delay
        self.active = 0
        self.free_at = 0.0
        self.queued = False
        self.waiting: deque[Any] = deque()

    def begin(self) -> None:
        """A request goes out."""
        self.active += 1
        if self.delay:
            self.free_at = max(self.free_at, time.monotonic() + self.delay)

    def hold(self, until: float) -> None:
        """Nobody asks before then."""
        self.free_at = max(self.free_at, until)
