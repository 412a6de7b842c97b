"""Link, Verdict, Check: what there is to check, and what one look at it found."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is held of a link; a closed list."""

    ALIVE = "alive"
    MOVED = "moved"
    CHANGED = "changed"
    SOFT_404 = "soft-404"
    SUSPECT = "suspect"
    DEAD = "dead"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    OFFLINE = "offline"
    SKIPPED = "skipped"

    @property
    def is_good(self) -> bool:
        """Whether a reader who follows the link arrives."""
        return self in _GOOD


_GOOD = frozenset({Verdict.ALIVE, Verdict.MOVED, Verdict.CHANGED})


class Reason(StrEnum):
    """Why a verdict is what it is: the class of answer or of failure."""

    OK = "ok"
    REGISTRY = "registry"
    PERMANENT_REDIRECT = "permanent-redirect"
    CONTENT = "content"
    NOT_FOUND = "not-found"
    GONE = "gone"
    HTTP_ERROR = "http-error"
    SERVER_ERROR = "server-error"
    REDIRECT_HOME = "redirect-home"
    REDIRECT_LOGIN = "redirect-login"
    REDIRECT_SEARCH = "redirect-search"
    ERROR_PAGE = "error-page"
    PARKED = "parked"
    FRAGMENT_MISSING = "fragment-missing"
    ROBOT_WALL = "robot-wall"
    RATE_LIMIT = "rate-limit"
    LOGIN = "login"
    LEGAL = "legal"
    METHOD = "method"
    DNS_NO_NAME = "dns-no-name"
    DNS_NO_ANSWER = "dns-no-answer"
    REFUSED = "refused"
    RESET = "reset"
    TIMEOUT = "timeout"
    TLS_EXPIRED = "tls-expired"
    TLS_SELF_SIGNED = "tls-self-signed"
    TLS_WRONG_HOST = "tls-wrong-host"
    TLS_CHAIN = "tls-chain"
    TLS_OTHER = "tls-other"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    TOO_LARGE = "too-large"
    PROTOCOL = "protocol"
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    NO_NETWORK = "no-network"
    SCHEME = "scheme"
    PRIVATE_ADDRESS = "private-address"
    BAD_URL = "bad-url"
    ROBOTS = "robots"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Link:
    """A URL to check; `identifier` (such as ``doi:10.1000/x``) lets a registry judge it first."""

    url: str
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An archived copy of a page: the address it was taken of, its own address, and when (ISO 8601, UTC)."""

    original: str
    url: str
    when: str


@dataclass(frozen=True, slots=True)
class Check:
    """One observation of a link.

    `when` is ISO 8601 in UTC with seconds. `hops` are the (status, URL) pairs of the redirects followed.
    `fingerprint` is a 64-bit simhash of the main text. `drift` is the share of the text that
    differs from the last good look, 0.0 to 1.0.
    """

    url: str
    when: str
    verdict: Verdict
    reason: Reason = Reason.OK
    status: int | None = None
    final_url: str | None = None
    title: str | None = None
    fingerprint: str | None = None
    drift: float | None = None
    etag: str | None = None
    last_modified: str | None = None
    certificate_expiry: str | None = None
    milliseconds: int | None = None
    machine: str | None = None
    hops: tuple[tuple[int, str], ...] = ()
    evidence: str | None = None
