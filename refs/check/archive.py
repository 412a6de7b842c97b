"""A saved copy of a page: found in the Wayback Machine near a date and really a good one, or made there.

Availability API first, since it is cheap; CDX where that knows nothing, since it misses copies; then the copy itself
is asked for, since an archived error page is no copy.
"""

import datetime as dt
import json
import re
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from refs.check.answer import Answer, Request
from refs.check.chase import Command, Pause, ask_patiently, chase
from refs.check.converse import converse
from refs.check.page import read_page
from refs.check.settings import Settings
from refs.check.soft404 import judge_words
from refs.check.target import Refusal, Target, read_target
from refs.check.transport import CurlTransport, Transport
from refs.model.link import Snapshot

_GAP = 2.5  # seconds between two CDX calls: 24 a minute
_LIMIT = 1_048_576
_JSON = ("Accept: application/json",)
_TRIES = 40
# …/web/20250727000000/https://example.org/
_PLAYBACK = re.compile(r"/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)")
# <https://…>; rel="first memento"; datetime="Sun, 27 Jul 2025 00:00:00 GMT"
_LINK = re.compile(r'<([^<>]{1,4000})>\s*;\s*rel="([^"]{1,100})"(?:[^,<]*?datetime="([^"]{1,60})")?')
# failures of Save Page Now that another try may heal
_RETRY = frozenset(
    "error:" + name
    for name in [
        "bad-gateway",
        "bandwidth-limit-exceeded",
        "browsing-timeout",
        "cannot-fetch",
        "capture-location-error",
        "celery",
        "gateway-timeout",
        "internal-server-error",
        "invalid-server-response",
        "job-failed",
        "no-browsers-available",
        "protocol-error",
        "proxy-error",
        "read-timeout",
        "recursion-error",
        "service-unavailable",
        "soft-time-limit-exceeded",
        "too-many-requests",
        "user-session-limit",
    ]
)

Finding = Generator[Command, Answer, Snapshot | None]


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of a request to save: a copy, or the reason; `retry` says that another try may help."""

    snapshot: Snapshot | None = None
    detail: str = ""
    retry: bool = False


class Archive:
    """Finds and makes copies, one question at a time."""

    def __init__(self, settings: Settings | None = None, transport: Transport | None = None) -> None:
        self.settings = settings or Settings()
        self._transport = transport

    def find(self, url: str, near: dt.date | None = None) -> Snapshot | None:
        """The good copy of a URL that is nearest to a date, or the newest."""
        return next(iter(self.find_all([(url, near)])))[1]

    def find_all(self, wanted: Iterable[tuple[str, dt.date | None]]) -> Iterator[tuple[str, Snapshot | None]]:
        """The same for many, slowly, as the archive asks for."""
        with self._open() as transport:
            for number, (url, near) in enumerate(wanted):
                if number and not self.settings.services.gateway:
                    converse(_rest(_GAP), transport)
                yield url, converse(find_copy(url, near, self.settings), transport)

    def save(self, url: str, keys: tuple[str, str] | None = None) -> Saved:
        """Have a page saved now, with the keys of an archive.org account or without."""
        with self._open() as transport:
            return converse(save_page(url, keys, self.settings), transport)

    def _open(self) -> "closing[Transport] | _Kept":
        return _Kept(self._transport) if self._transport else closing(CurlTransport(self.settings))


class _Kept:
    """A transport that someone else closes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def __enter__(self) -> Transport:
        return self._transport

    def __exit__(self, *_error: object) -> None:
        return


def find_copy(url: str, near: dt.date | None, settings: Settings) -> Finding:
    """The dialogue that finds the nearest good copy."""
    if isinstance(read_target(url), Refusal):
        return None
    seen = set()
    for listing in (_ask_availability, _ask_cdx, _ask_timemap):
        snapshots = yield from listing(url, near, settings)
        for snapshot in _nearest(snapshots, near)[:5]:
            if snapshot.url not in seen:
                seen.add(snapshot.url)
                if (yield from _is_good(snapshot, settings)):
                    return snapshot
    return None


def save_page(
    url: str, keys: tuple[str, str] | None, settings: Settings
) -> Generator[Command, Answer, Saved]:
    """The dialogue of Save Page Now: submit, then ask until the copy is made."""
    if isinstance(refused := read_target(url), Refusal):
        return Saved(detail=refused.detail)
    if keys is None:
        return (yield from _save_anonymously(url, settings))
    headers = (*_JSON, f"Authorization: LOW {keys[0]}:{keys[1]}")
    form = urlencode({"url": url, "skip_first_archive": "1", "if_not_archived_within": "30d"}).encode()
    answer = yield _request(f"{settings.services.wayback}/save", "POST", headers, form)
    job = _read(answer).get("job_id")
    if not isinstance(job, str):
        words = _read(answer).get("message") or answer.detail or f"status {answer.status}"
        return Saved(
            detail=str(words),
            retry=answer.status in {429, 500, 502, 503, 504, 520, 523} or bool(answer.error),
        )
    for _turn in range(_TRIES):
        yield Pause(settings.retry_delay * 3)
        answer = yield _request(f"{settings.services.wayback}/save/status/{quote(job)}", "GET", headers)
        state = _read(answer)
        if state.get("status") == "success":
            original = str(state.get("original_url") or url)
            return Saved(_snapshot(settings, str(state.get("timestamp")), original))
        if state.get("status") == "error":
            code = str(state.get("status_ext") or "error")
            return Saved(detail=f"{code}: {state.get('message') or ''}".strip(": "), retry=code in _RETRY)
    return Saved(detail="the archive did not finish in time", retry=True)


def read_availability(data: bytes, settings: Settings) -> list[Snapshot]:
    """The closest copy of an answer of the availability API, when it is one of a 200."""
    found = _load(data).get("archived_snapshots")
    closest = found.get("closest") if isinstance(found, dict) else None
    if not isinstance(closest, dict) or str(closest.get("status")) != "200" or not closest.get("available"):
        return []
    place = _PLAYBACK.search(str(closest.get("url")))
    return [_snapshot(settings, place.group(1), place.group(2))] if place else []


def read_cdx(data: bytes, settings: Settings) -> list[Snapshot]:
    """The copies of a CDX answer in JSON (a head row, then one row each of timestamp, original, status)."""
    try:
        rows = json.loads(data or b"[]")[1:]
    except (ValueError, TypeError):
        return []
    good = (row for row in rows if isinstance(row, list) and len(row) >= 3 and row[2] == "200")
    return [_snapshot(settings, row[0], row[1]) for row in good]


def read_timemap(text: str, settings: Settings) -> list[Snapshot]:
    """The mementos of a TimeMap or a ``Link`` header (RFC 7089, 5)."""
    found = []
    for url, rel, _when in _LINK.findall(text):
        place = _PLAYBACK.search(url) if "memento" in rel.split() else None
        if place:
            found.append(_snapshot(settings, place.group(1), place.group(2)))
    return found


def _ask_availability(
    url: str, near: dt.date | None, settings: Settings
) -> Generator[Command, Answer, list[Snapshot]]:
    query = {"url": url, **({"timestamp": near.strftime("%Y%m%d")} if near else {})}
    answer = yield from ask_patiently(
        _request(f"{settings.services.availability}?{urlencode(query)}"), settings
    )
    return read_availability(answer.body, settings) if answer.status == 200 else []


def _ask_cdx(
    url: str, near: dt.date | None, settings: Settings
) -> Generator[Command, Answer, list[Snapshot]]:
    query = {"url": url, "output": "json", "fl": "timestamp,original,statuscode", "filter": "statuscode:200"}
    query |= (
        {"closest": near.strftime("%Y%m%d"), "sort": "closest", "limit": "10"} if near else {"limit": "-5"}
    )
    address = f"{settings.services.wayback}/cdx/search/cdx?{urlencode(query)}"
    answer = yield from ask_patiently(_request(address), settings)
    return read_cdx(answer.body, settings) if answer.status == 200 else []


def _ask_timemap(
    url: str, _near: dt.date | None, settings: Settings
) -> Generator[Command, Answer, list[Snapshot]]:
    address = f"{settings.services.wayback}/web/timemap/link/{url}"
    answer = yield from ask_patiently(_request(address, headers=()), settings)
    return read_timemap(answer.body.decode("utf-8", "replace"), settings) if answer.status == 200 else []


def _is_good(snapshot: Snapshot, settings: Settings) -> Generator[Command, Answer, bool]:
    """Whether a copy is there, is a copy (``Memento-Datetime``) of a 200, and does not say that it is gone."""
    place = _PLAYBACK.search(snapshot.url)
    stamp = place.group(1) if place else ""
    target = read_target(f"{settings.services.wayback}/web/{stamp}id_/{snapshot.original}")
    if isinstance(target, Refusal):
        return False
    trail = yield from chase(target, "GET", settings.body_limit, settings)
    answer = trail.answer
    if answer.error or answer.status != 200 or "memento-datetime" not in answer.headers:
        return False
    return not (answer.body and answer.is_page and judge_words(read_page(answer)))


def _save_anonymously(url: str, settings: Settings) -> Generator[Command, Answer, Saved]:
    target = read_target(f"{settings.services.wayback}/save/{url}")
    if isinstance(target, Refusal):
        return Saved(detail=target.detail)
    answer = yield Request(target)
    for name in ("content-location", "location"):
        place = _PLAYBACK.search(answer.headers.get(name, ""))
        if place:
            return Saved(_snapshot(settings, place.group(1), place.group(2)))
    words = (
        answer.headers.get("x-archive-wayback-runtime-error") or answer.detail or f"status {answer.status}"
    )
    return Saved(
        detail=words, retry=answer.status in {429, 500, 502, 503, 504, 520, 523} or bool(answer.error)
    )


def _nearest(snapshots: list[Snapshot], near: dt.date | None) -> list[Snapshot]:
    """The copies by their distance to a date; without one, the newest first."""
    if near is None:
        return sorted(snapshots, key=lambda each: each.when, reverse=True)
    moment = dt.datetime.combine(near, dt.time(12), dt.UTC)
    return sorted(snapshots, key=lambda each: abs(dt.datetime.fromisoformat(each.when) - moment))


def _snapshot(settings: Settings, stamp: str, original: str) -> Snapshot:
    full = (stamp + "00000101000000"[len(stamp) :])[:14]
    when = f"{full[:4]}-{full[4:6]}-{full[6:8]}T{full[8:10]}:{full[10:12]}:{full[12:14]}Z"
    return Snapshot(original, f"{settings.services.wayback}/web/{stamp}/{original}", when)


def _request(
    url: str, method: str = "GET", headers: tuple[str, ...] = _JSON, data: bytes | None = None
) -> Request:
    target = read_target(url)
    assert isinstance(target, Target)  # noqa: S101 -- of our own making
    return Request(target, method, _LIMIT, headers, data=data)


def _read(answer: Answer) -> dict[str, object]:
    return _load(answer.body)


def _load(data: bytes) -> dict[str, object]:
    try:
        found = json.loads(data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _rest(seconds: float) -> Generator[Command, Answer, None]:
    yield Pause(seconds)
