"""Header lines → headers and cookies; the head of an answer → its status and these."""

import re
from dataclasses import dataclass
from functools import lru_cache

# Content-Type: text/html
_LINE = re.compile(r"([^:\r\n]+):[ \t]*([^\r\n]*)")
_SHORT = 200
_LONGEST_HEAD = 102_400
_START = re.compile(rb"HTTP/1\.[01] ([2-5]\d\d|999)(?= |\r\n)")


@dataclass(slots=True)
class Head:
    """The head of an answer; `is_last` says that the connection carries no other one after it."""

    status: int
    headers: dict[str, str]
    cookies: tuple[str, ...]
    is_last: bool


def is_whole(data: bytes) -> bool:
    """Whether a head has come to its end, or can no more become one that `read_head` takes."""
    return (
        b"\r\n\r\n" in data
        or b"\n\n" in data
        or len(data) > _LONGEST_HEAD
        or data[:5] != b"HTTP/"[: len(data)]
    )


def read_head(data: bytes) -> Head | None:
    """A well-formed head of HTTP/1 (RFC 9112, 4 and 5), with nothing before it; None for all others."""
    end = data.find(b"\r\n\r\n")
    start = _START.match(data)
    if start is None or not 0 < end <= _LONGEST_HEAD:
        return None
    lines = data[:end].split(b"\r\n")
    headers = dict(map(_read_again, lines)) if len(max(lines, key=len)) < _SHORT else {"set-cookie": ""}
    cookies: tuple[str, ...] = ()
    if "set-cookie" in headers:
        headers, cookies = _gather(lines)
    if ":" in headers or b"\0" in data:
        return None
    del headers[""]
    kept = headers.get("connection", "keep-alive").lower() == "keep-alive" and data[7:8] == b"1"
    return Head(int(start[1]), headers, cookies, not kept or len(data) > end + 4)


def read_headers(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers of the last block of header lines by their names in lower case, and every ``Set-Cookie`` of it."""
    if lines.count(b"\r\n") < 2 and max(map(len, lines), default=0) < _SHORT:
        headers = dict(map(_read_again, lines))
        if "set-cookie" not in headers:
            return _without_marks(headers), ()
    return _read_with_care(lines)


def _read_with_care(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The same of lines that may hold several blocks, cookies, or more than a line should."""
    headers, cookies = _gather(lines)
    return _without_marks(headers), cookies


def _gather(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    headers: dict[str, str] = {}
    cookies: list[str] = []
    for line in lines:
        name, value = _read_again(line) if len(line) < _SHORT else _read_line(line)
        if name == "":  # an interim answer came before (RFC 9110, 15.2)
            headers, cookies = {}, []
        elif name == "set-cookie":
            cookies.append(value)
        headers[name] = value
    return headers, tuple(cookies)


def _without_marks(headers: dict[str, str]) -> dict[str, str]:
    headers.pop("", None)
    headers.pop(":", None)
    return headers


def _read_line(line: bytes) -> tuple[str, str]:
    """Name and value; no name for a status line, and ``:`` for what is neither."""
    if line.startswith(b"HTTP/"):
        return "", ""
    found = _LINE.match(_decode(line))
    return (found[1].lower(), found[2].rstrip()) if found else (":", "")


# servers say the same again and again: most lines have been read before
_read_again = lru_cache(maxsize=2048)(_read_line)


def _decode(line: bytes) -> str:
    """Headers are Latin-1 by the old rule; what is UTF-8 was meant as UTF-8."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
