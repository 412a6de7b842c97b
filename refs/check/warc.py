"""A page kept at home, in the format that web archives use (WARC 1.1, ISO 28500)."""

import io
from contextlib import closing
from pathlib import Path

from refs.check.chase import chase
from refs.check.converse import converse
from refs.check.settings import Settings
from refs.check.target import Refusal, read_target
from refs.check.transport import CurlTransport
from refs.errors import CannotWrite
from refs.model.link import Check, Reason, Verdict


def keep_page(url: str, path: Path, settings: Settings | None = None) -> Check:
    """Append what a URL answers to a WARC file; the check says what it was."""
    settings = settings or Settings()
    when = settings.clock().strftime("%Y-%m-%dT%H:%M:%SZ")
    target = read_target(url)
    if isinstance(target, Refusal):
        return Check(url, when, Verdict.SKIPPED, target.reason, evidence=target.detail)
    with closing(CurlTransport(settings)) as transport:
        trail = converse(chase(target, "GET", settings.deep_limit, settings), transport)
    answer = trail.answer
    if answer.error is not None or answer.status != 200:
        reason = answer.error or Reason.HTTP_ERROR
        return Check(
            url, when, Verdict.UNREACHABLE, reason, answer.status or None, evidence=answer.detail or None
        )
    _append(path, trail.end.shown, answer.headers, answer.body, when)
    return Check(url, when, Verdict.ALIVE, Reason.OK, 200, trail.end.shown if trail.hops else None)


def _append(path: Path, url: str, headers: dict[str, str], body: bytes, when: str) -> None:
    try:
        from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 -- an extra that few need
        from warcio.warcwriter import WARCWriter  # noqa: PLC0415
    except ImportError as error:
        raise CannotWrite(path, "warcio is not installed (pip install 'refs[archive]')") from error
    # the body is already decoded, so the headers must not promise otherwise
    kept = [
        (name, value)
        for name, value in headers.items()
        if name not in {"content-encoding", "transfer-encoding", "content-length"}
    ]
    try:
        with path.open("ab") as file:
            writer = WARCWriter(file, gzip=path.suffix == ".gz")
            record = writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(body),
                http_headers=StatusAndHeaders(
                    "200 OK", [*kept, ("content-length", str(len(body)))], protocol="HTTP/1.1"
                ),
                warc_headers_dict={"WARC-Date": when},
            )
            writer.write_record(record)
    except OSError as error:
        raise CannotWrite(path, str(error)) from error
