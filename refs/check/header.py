"""Header lines → headers and cookies."""

import re
from functools import lru_cache

# Content-Type: text/html
_LINE = re.compile(r"([^:\r\n]+):[ \t]*([^\r\n]*)")
_SHORT = 200


def read_headers(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers of the last block of header lines by their names in lower case, and every ``Set-Cookie`` of it."""
    if lines.count(b"\r\n") < 2 and max(map(len, lines), default=0) < _SHORT:
        headers = dict(map(_read_again, lines))
        if "set-cookie" not in headers:
            return _without_marks(headers), ()
    return _read_with_care(lines)


def _read_with_care(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The same of lines that may hold several blocks, cookies, or more than a line should."""
    headers: dict[str, str] = {}
    cookies: list[str] = []
    for line in lines:
        name, value = _read_again(line) if len(line) < _SHORT else _read_line(line)
        if name == "":  # an interim answer came before (RFC 9110, 15.2)
            headers, cookies = {}, []
        elif name == "set-cookie":
            cookies.append(value)
        headers[name] = value
    return _without_marks(headers), tuple(cookies)


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
