"""Pace: how fast one service may be asked, as it says itself in its answers."""

import math
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

RATES: Mapping[str, float] = {
    "crossref": 5.0,
    "crossref-list": 3.0,
    "datacite": 3.0,
    "doi": 5.0,
    "eutils": 3.0,
    "idconv": 3.0,
    "ctxp": 3.0,
    "openfda": 4.0,
    "dailymed": 4.0,
    "medlineplus": 1.4,
    "arxiv": 1 / 3,
    "openlibrary": 1.0,
    "googlebooks": 1.0,
    "openalex": 10.0,
    "europepmc": 5.0,
    "clinicaltrials": 3.0,
    "web": 1.0,
}
"""Requests per second of each service before it has said anything (for ``web``: of each host)."""

RATES_WITH_KEY: Mapping[str, float] = {"eutils": 10.0}
RATES_WITH_CONTACT: Mapping[str, float] = {"crossref": 10.0, "openlibrary": 3.0}


_LONGEST_GAP = 60.0
_PATIENCE = 3
"""Failures in a row, after which a service is left alone for `_REST` seconds."""
_REST = 60.0


@dataclass(frozen=True, slots=True)
class Rest:
    """Why a service is not asked just now: the status that it answered last, and a sentence."""

    status: int
    why: str


class Pace:
    """One service's turn: requests leave no closer together than its rate, and no more at once than allowed."""

    def __init__(self, rate: float, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._gap = 1 / rate
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._turn = threading.BoundedSemaphore(1)
        self._next = 0.0
        self.failures = 0
        self._rest_until, self._rest = 0.0, Rest(0, "")

    @property
    def resting(self) -> Rest | None:
        """Why the service is not asked just now, or None where it may be asked."""
        return self._rest if self._clock() < self._rest_until else None

    def judge(self, status: int, rest: float | None, *, down: bool) -> None:
        """Learn from an answer whether the service is down, and for how many seconds it asks to be left alone."""
        with self._lock:
            self.failures = self.failures + 1 if down else 0
            if rest is not None:
                self._lie_down(rest, Rest(status, f"asks to be left alone for {rest:.0f} s"))
            elif self.failures >= _PATIENCE:
                self._lie_down(
                    _REST, Rest(status, "failed several times just now and is not asked for a while")
                )

    def _lie_down(self, seconds: float, rest: Rest) -> None:
        self._rest_until, self._rest = self._clock() + seconds, rest

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and hold it while the request is under way: one at a time for each service."""
        with self._turn:
            self._wait()
            yield

    def learn(self, headers: Mapping[str, str]) -> None:
        """Take over the limits that an answer's headers state."""
        limit = _number(headers.get("x-rate-limit-limit"))
        interval = _number((headers.get("x-rate-limit-interval") or "").rstrip("s"))
        if limit and interval:
            self._gap = min(interval / limit, _LONGEST_GAP)
        if headers.get("x-ratelimit-remaining") == "0":
            self.pause(min(_number(headers.get("x-ratelimit-reset")) or 60.0, 60.0))

    def pause(self, seconds: float) -> None:
        """Let nobody ask for so long."""
        with self._lock:
            self._next = max(self._next, self._clock() + seconds)

    def _wait(self) -> None:
        with self._lock:
            now = self._clock()
            delay = max(0.0, self._next - now)
            self._next = max(now, self._next) + self._gap
        if delay:
            self._sleep(delay)


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text else -1.0
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None
