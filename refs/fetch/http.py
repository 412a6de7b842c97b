"""Http: the one requests.Session, with the manners that the services ask for."""

import datetime as dt
import os
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

import refs
from refs.errors import RefusedAddress
from refs.fetch.address import can_be_asked, joined, require_public, with_query
from refs.fetch.answer import Answer
from refs.fetch.body import read_body
from refs.fetch.cache import Cache, Kept, cache_key, impersonal
from refs.fetch.guard import guarded_pools, refused_address
from refs.fetch.pace import RATES, RATES_WITH_CONTACT, RATES_WITH_KEY, Pace
from refs.fetch.patience import LONGEST_WAIT, long_rest, wait_before_retry
from refs.model.services import LIVE, Services

HOME = "https://pypi.org/project/refs/"
KEYS: Mapping[str, str] = {
    "eutils": "NCBI_API_KEY",
    "openfda": "OPENFDA_API_KEY",
    "openalex": "OPENALEX_API_KEY",
    "googlebooks": "GOOGLE_BOOKS_API_KEY",
    "crossref": "CROSSREF_PLUS_TOKEN",
}
"""The environment variable that holds the key of each service."""

_REDIRECT = {301, 302, 303, 307, 308}
_MOST_HOPS = 10


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked for, whatever hop it takes; `secrets` are headers for the first host alone."""

    url: str
    service: str
    accept: str
    max_bytes: int
    kept: Kept | None
    secrets: Mapping[str, str]


class Http:
    """Asks the outside: politely, boundedly, and never a private address that was not allowed.

    `contact` is the mail address in the User-Agent. `cache` keeps answers for `fresh_for` seconds without asking
    again, and after that asks only whether they changed. `offline` answers from the cache alone.
    """

    def __init__(
        self,
        services: Services = LIVE,
        *,
        contact: str | None = None,
        keys: Mapping[str, str] | None = None,
        offline: bool = False,
        cache: Cache | None = None,
        fresh_for: float = 86_400,
        timeout: float = 20,
        max_bytes: int = 16_000_000,
        retries: int = 3,
        allow_private: Collection[str] = frozenset(),
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.services, self.contact, self.offline = services, contact, offline
        self.keys = dict(keys) if keys is not None else keys_of_environment()
        self._cache, self._fresh_for = cache, fresh_for
        self._timeout, self._max_bytes, self._retries = timeout, max_bytes, retries
        self._sleep, self._clock = sleep, clock
        self._allowed = frozenset(allow_private) | _own_hosts(services)
        self._paces: dict[str, Pace] = {}
        self._lock = threading.Lock()
        self._session = _session(self._allowed)
        self._session.headers["User-Agent"] = user_agent(contact)

    def get(
        self,
        url: str,
        *,
        service: str = "web",
        params: Mapping[str, str] | None = None,
        accept: str = "application/json",
        max_bytes: int | None = None,
        retries: int | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to a GET, after redirects and retries; nobody answering is an Answer with status 0.

        `secrets` are headers that no other host is told; what they open is not kept. Raises RefusedAddress where
        the URL or a redirect leads to a private address.
        """
        asked = with_query(url, params)
        if not can_be_asked(asked):
            return Answer(asked, 0, trouble="the address cannot be asked")
        cache = None if secrets else self._cache
        key = cache_key(asked, accept, personal=service != "web")
        kept = cache.load(key) if cache else None
        if kept and (self.offline or kept.age < self._fresh_for):
            return kept.answer()
        if self.offline:
            return Answer(asked, 0, trouble="offline, and no answer of before is kept")
        told = self._token(service) if secrets is None else secrets
        request = _Request(asked, service, accept, max_bytes or self._max_bytes, kept, told)
        answer = self._try_unless_resting(request, self._retries if retries is None else retries)
        return answer if secrets else self._remember(request, key, answer)

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _remember(self, request: _Request, key: str, answer: Answer) -> Answer:
        kept = request.kept
        if answer.status == 304 and kept:
            answer = kept.answer(answer.when)
        if self._cache and answer.status in {200, 304} and not answer.truncated:
            head = {name: answer.headers[name] for name in _KEPT_HEADERS if name in answer.headers}
            url = answer.url if request.service == "web" else impersonal(answer.url)
            self._cache.save(key, Kept(url, answer.status, answer.body, answer.when or now(), head))
        return answer

    def _token(self, service: str) -> Mapping[str, str]:
        """The header that shows a subscriber's key to Crossref, which takes no key in the address."""
        key = self.keys.get("crossref") if service.startswith("crossref") else None
        return {"Crossref-Plus-API-Token": f"Bearer {key}"} if key else {}

    def _try_unless_resting(self, request: _Request, retries: int) -> Answer:
        """The answer, or the last one where the service failed just now or asked to be left alone."""
        pace = self._pace(request.service, request.url)
        rest = pace.resting
        if rest is not None:
            return Answer(request.url, rest.status, trouble=rest.why)
        answer = self._try(request, 1 if pace.failures else 1 + retries)
        pace.judge(answer.status, long_rest(answer), down=_is_down(request.service, answer))
        return answer

    def _try(self, request: _Request, tries: int) -> Answer:
        for attempt in range(tries):
            answer = self._follow(request)
            wait = wait_before_retry(answer, attempt)
            if wait is None or wait > LONGEST_WAIT or attempt == tries - 1:
                break
            self._sleep(wait)
        return answer

    def _follow(self, request: _Request) -> Answer:
        url = request.url
        for _ in range(_MOST_HOPS):
            answer = self._ask(request, url)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECT or not location:
                return answer
            there = joined(url, location)
            if there is None:
                return Answer(url, 0, trouble=f"a redirect to {location[:80]}", when=answer.when)
            url = there
        return Answer(url, 0, trouble="too many redirects")

    def _ask(self, request: _Request, url: str) -> Answer:
        require_public(url, self._allowed)
        pace = self._pace(request.service, url)
        target, more = self._route(url)
        headers = {"Accept": request.accept} | (request.kept.conditions if request.kept else {}) | more
        if urlsplit(url).netloc == urlsplit(request.url).netloc:
            headers |= request.secrets
        try:
            with (
                pace.turn(),
                self._session.get(
                    target, headers=headers, timeout=self._timeout, stream=True, allow_redirects=False
                ) as response,
            ):
                answer = _read(response, url, request.max_bytes, self._timeout * 3)
        except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError) as error:
            refused = refused_address(error)
            if refused:
                raise RefusedAddress(url, refused) from error
            return Answer(url, 0, trouble=_trouble(error), when=now())
        pace.learn(answer.headers)
        return answer

    def _route(self, url: str) -> tuple[str, dict[str, str]]:
        gateway = self.services.gateway
        if gateway is None or url.startswith(gateway + "/"):
            return url, {}
        parts = urlsplit(url)
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        return gateway + path, {"Host": parts.netloc, "X-Forwarded-Proto": parts.scheme}

    def _pace(self, service: str, url: str) -> Pace:
        name = service if service != "web" else f"web:{urlsplit(url).hostname}"
        with self._lock:
            if name not in self._paces:
                self._paces[name] = Pace(self._rate(service), self._clock, self._sleep)
            return self._paces[name]

    def _rate(self, service: str) -> float:
        base = service.removesuffix("-list")
        rate = RATES.get(service, 1.0)
        if base in self.keys:
            rate = RATES_WITH_KEY.get(service, rate)
        if self.contact:
            rate = RATES_WITH_CONTACT.get(service, rate)
        return rate * 1000 if self.services.gateway else rate


_KEPT_HEADERS = ("content-type", "etag", "last-modified")


def user_agent(contact: str | None) -> str:
    """The one User-Agent: who asks, and where to complain."""
    mail = f"; mailto:{contact}" if contact else ""
    return f"refs/{refs.__version__} ({HOME}{mail})"


def keys_of_environment() -> dict[str, str]:
    """The keys of services that the environment holds, by service."""
    return {service: os.environ[name] for service, name in KEYS.items() if os.environ.get(name)}


def now() -> str:
    """The present moment, ISO 8601 in UTC with seconds."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _own_hosts(services: Services) -> frozenset[str]:
    """The hosts that a person set in place of a live service: those may be private."""
    named = (getattr(services, name) for name in Services.__slots__)
    live = {getattr(LIVE, name) for name in Services.__slots__}
    return frozenset(urlsplit(base).hostname or "" for base in named if base and base not in live)


def _is_down(service: str, answer: Answer) -> bool:
    """Whether an answer says that the whole service, not one record or page, cannot answer."""
    return service != "web" and (answer.status == 0 or wait_before_retry(answer, 0) is not None)


def _read(response: requests.Response, url: str, max_bytes: int, seconds: float) -> Answer:
    """The answer with at most so many bytes, read in at most so many seconds."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    body, cut = read_body(response.raw, max_bytes, seconds)
    return Answer(url, response.status_code, body, headers, truncated=cut, when=now())


def _trouble(error: Exception) -> str:
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError):
        return "no answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "the certificate is not good"
    if "NameResolution" in repr(error) or "getaddrinfo" in repr(error):
        return "the name is not known"
    if isinstance(error, requests.exceptions.ChunkedEncodingError | urllib3.exceptions.ProtocolError):
        return "the connection broke"
    if isinstance(error, requests.ConnectionError):
        return "no connection"
    return f"the address cannot be asked ({type(error).__name__})"


def _session(allowed: frozenset[str]) -> requests.Session:
    session = requests.Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, _GuardedAdapter(allowed))
    return session


class _GuardedAdapter(HTTPAdapter):
    """An adapter with the guarded pools."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self._allowed = allowed
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: object, **kwargs: object) -> None:
        super().init_poolmanager(*args, **kwargs)  # type: ignore[arg-type]
        self.poolmanager.pool_classes_by_scheme = guarded_pools(self._allowed)
