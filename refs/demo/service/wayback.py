"""The Internet Archive: availability, CDX, playback, and Save Page Now."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from refs.demo.answer import Answer, Request, answer_html, answer_json, answer_redirect, answer_text
from refs.demo.shelf import read_bytes, read_json

COLUMNS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")


@dataclass(frozen=True, slots=True)
class Capture:
    """One saved copy; the field names are those of CDX."""

    timestamp: str
    original: str
    file: str
    digest: str
    mimetype: str = "text/html"
    statuscode: str = "200"

    @property
    def urlkey(self) -> str:
        """The host turned round, then the path: ``org,mayoclinic)/x``."""
        host, _, path = _bare(self.original).partition("/")
        return f"{','.join(reversed(host.split('.')))})/{path}"

    @property
    def length(self) -> str:
        """The size of the copy in bytes."""
        return str(len(read_bytes(self.file)))

    @property
    def url(self) -> str:
        """Where the copy is played back."""
        return f"http://web.archive.org/web/{self.timestamp}/{self.original}"


def get_available(request: Request) -> Answer:
    """``GET /wayback/available?url=…&timestamp=…``: the copy closest in time, or no snapshot."""
    url = request.query.get("url", "")
    found = _closest(_captures(url, good=True), request.query.get("timestamp", "99999999999999"))
    if found is None:
        return answer_json({"url": url, "archived_snapshots": {}})
    closest = {"status": found.statuscode, "available": True, "url": found.url, "timestamp": found.timestamp}
    return answer_json({"url": url, "archived_snapshots": {"closest": closest}})


def get_cdx(request: Request) -> Answer:
    """``GET /cdx/search/cdx?url=…``: one capture a line, or JSON with a header row."""
    query = request.query
    found = [each for each in _captures(query.get("url", "")) if _is_wanted(each, query)]
    if "closest" in query:
        found.sort(key=lambda each: abs(_moment(each.timestamp) - _moment(query["closest"])))
    limit = query.get("limit", "")
    if re.fullmatch(r"-?[0-9]{1,9}", limit):
        found = found[: int(limit)] if int(limit) >= 0 else found[int(limit) :]
    fields = [name for name in query.get("fl", ",".join(COLUMNS)).split(",") if name in COLUMNS]
    rows = [[getattr(each, name) for name in fields] for each in found]
    if query.get("output") == "json":
        return answer_json([fields, *rows] if rows else [])
    return answer_text("".join(" ".join(row) + "\n" for row in rows))


def get_playback(request: Request, timestamp: str, mode: str, url: str) -> Answer:
    """``GET /web/{timestamp}{mode}/{url}``: the copy, a redirect to the nearest one, or a 404 without Memento-Datetime."""
    captures = _captures(url + request.tail)
    found = _closest(captures, timestamp)
    if found is None:
        return answer_html("Wayback Machine", "The Wayback Machine has not archived that URL.", 404)
    if found.timestamp != timestamp:
        return answer_redirect(f"https://web.archive.org/web/{found.timestamp}{mode}/{found.original}")
    first, last = captures[0], captures[-1]
    moment = _http_date(found.timestamp)
    links = (
        f'<{found.original}>; rel="original", '
        f'<https://web.archive.org/web/timemap/link/{found.original}>; rel="timemap"; type="application/link-format", '
        f'<https://web.archive.org/web/{first.timestamp}/{first.original}>; rel="first memento"; '
        f'datetime="{_http_date(first.timestamp)}", '
        f'<https://web.archive.org/web/{last.timestamp}/{last.original}>; rel="last memento"; '
        f'datetime="{_http_date(last.timestamp)}"'
    )
    headers = (("Memento-Datetime", moment), ("Link", links), ("x-archive-orig-server", "small web"))
    return Answer(int(found.statuscode), read_bytes(found.file), found.mimetype, headers)


def save(request: Request) -> Answer:
    """``POST /save``: a job for those who bring a key, a refusal without ``job_id`` for others."""
    url = request.query.get("url", "")
    if not request.headers.get("authorization", "").startswith("LOW "):
        return answer_json({"message": "You need to be logged in to use Save Page Now."}, 401)
    if not url.startswith(("http://", "https://")):
        return answer_json({"url": url, "status": "error", "status_ext": "error:invalid-url-syntax"})
    return answer_json({"url": url, "job_id": f"spn2-{url.encode().hex()}"})


def get_job(request: Request, job: str) -> Answer:
    """``GET /save/status/{job_id}``: done at once."""
    del request
    job = job.removeprefix("spn2-")
    if not re.fullmatch(r"(?:[0-9a-f]{2})+", job):
        return answer_json({"status": "error", "status_ext": "error:job-not-found"}, 404)
    now = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
    url = bytes.fromhex(job).decode(errors="replace")
    done = {
        "status": "success",
        "job_id": f"spn2-{job}",
        "original_url": url,
        "timestamp": now,
        "duration_sec": 1.2,
    }
    return answer_json(done | {"http_status": 200})


def _captures(url: str, good: bool = False) -> list[Capture]:
    every = (Capture(**entry) for entry in read_json("captures.json"))
    found = [
        each
        for each in every
        if _bare(each.original) == _bare(url) and (each.statuscode == "200" or not good)
    ]
    return sorted(found, key=lambda each: each.timestamp)


def _bare(url: str) -> str:
    return (
        re.sub(r"^https?:/{1,2}(?:www\.)?", "", url.split("#", maxsplit=1)[0], flags=re.IGNORECASE)
        .rstrip("/")
        .lower()
    )


def _closest(captures: Iterable[Capture], timestamp: str) -> Capture | None:
    wanted = _moment(timestamp)
    return min(captures, key=lambda each: abs(_moment(each.timestamp) - wanted), default=None)


def _moment(timestamp: str) -> int:
    """A timestamp as a number that grows with time: a missing tail counts as its beginning."""
    digits = re.sub(r"\D", "", timestamp)[:14] or "0"
    return int(digits.ljust(14, "0"))


def _is_wanted(capture: Capture, query: Mapping[str, str]) -> bool:
    start, end = query.get("from", ""), query.get("to", "")
    if (start and capture.timestamp < start) or (end and capture.timestamp[: len(end)] > end):
        return False
    name, _, wanted = query.get("filter", "").partition(":")
    if name.lstrip("!") not in COLUMNS:
        return True
    value = str(getattr(capture, name.lstrip("!")))
    return (value == wanted) != name.startswith("!")


def _http_date(timestamp: str) -> str:
    return format_datetime(datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC), usegmt=True)
