"""Conditional and partial answers: ETag, 304 and 206 (RFC 9110, sections 13 and 14)."""

import hashlib
import re
from contextlib import suppress
from dataclasses import replace
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from refs.demo.answer import Answer, Request

# bytes=0-65535, bytes=100-
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


def apply_conditions(request: Request, answer: Answer) -> Answer:
    """The answer with its ETag; 304 when the client has it already, 206 when it wants only a part."""
    if answer.status != HTTPStatus.OK or request.method == "POST":
        return answer
    etag = f'"{hashlib.sha256(answer.body).hexdigest()[:16]}"'
    answer = replace(answer, headers=(*answer.headers, ("ETag", etag), ("Accept-Ranges", "bytes")))
    if _is_known(request, etag, dict(answer.headers).get("Last-Modified")):
        return replace(answer, status=HTTPStatus.NOT_MODIFIED, body=b"")
    return _cut_range(request, answer)


def _is_known(request: Request, etag: str, modified: str | None) -> bool:
    known = request.headers.get("if-none-match")
    if known is not None:
        return known.strip() == "*" or etag in known
    since = request.headers.get("if-modified-since")
    if since is None or modified is None:
        return False
    with suppress(ValueError, TypeError):
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
    return False


def _cut_range(request: Request, answer: Answer) -> Answer:
    found = _RANGE.fullmatch(request.headers.get("range", ""))
    if found is None or not answer.body:
        return answer
    size, start = len(answer.body), int(found.group(1))
    end = min(int(found.group(2) or size), size - 1)
    if start > end:
        headers = (*answer.headers, ("Content-Range", f"bytes */{size}"))
        return replace(answer, status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, body=b"", headers=headers)
    headers = (*answer.headers, ("Content-Range", f"bytes {start}-{end}/{size}"))
    return replace(
        answer, status=HTTPStatus.PARTIAL_CONTENT, body=answer.body[start : end + 1], headers=headers
    )
