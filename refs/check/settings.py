"""Settings: how patient, how polite and how curious a check is."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from refs.check.hostnames import find_host
from refs.model.services import LIVE, Services

KNOWN_GOOD = (
    "https://www.google.com/generate_204",
    "https://www.wikipedia.org/",
    "https://www.nih.gov/",
)
"""Pages that answer as long as there is a network at all."""


def now() -> dt.datetime:
    """The present moment in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class HostRule:
    """What one host asks for: connections at once, seconds between requests."""

    connections: int
    delay: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a check is done.

    `content` reads the first `body_limit` bytes of every page, for titles, fingerprints, soft 404s and fragments;
    without it a HEAD that is to be believed is enough. `delay` is the gap in seconds between two requests to a
    host. `patience` is the longest ``Retry-After`` waited for. A link is dead after `strikes` observations that
    lie `strike_days` apart. `allow_private` names hosts whose private address is meant.
    `begin_gently` waits the delay of a host before its first request too.
    """

    services: Services = LIVE
    contact: str = ""
    content: bool = True
    per_host: int = 2
    delay: float = 0.2
    hosts: Mapping[str, HostRule] = field(default_factory=dict)
    concurrency: int = 256
    timeout: float = 20.0
    connect_timeout: float = 10.0
    body_limit: int = 65_536
    deep_limit: int = 2_097_152
    max_redirects: int = 10
    retries: int = 2
    retry_delay: float = 1.0
    patience: float = 60.0
    strikes: int = 3
    strike_days: float = 3.0
    drift: float = 0.1
    siblings: bool = True
    parking: bool = True
    registries: bool = True
    robots: bool = False
    begin_gently: bool = False
    allow_private: frozenset[str] = frozenset()
    excluded: tuple[str, ...] = ()
    known_good: tuple[str, ...] = KNOWN_GOOD
    nameservers: tuple[str, ...] = ()
    certificates: str | None = None
    machine: str | None = None
    clock: Callable[[], dt.datetime] = now

    @property
    def agent(self) -> str:
        """The one honest User-Agent."""
        return f"refs-check/1 ({self.contact})" if self.contact else "refs-check/1 (reference checker)"

    def rule(self, host: str) -> HostRule:
        """What this host, written as ``name:port``, is given; a rule for a host holds for its subdomains."""
        usual = HostRule(self.per_host, self.delay)
        return self.hosts.get(host) or find_host(self.hosts, host.rpartition(":")[0], usual)
