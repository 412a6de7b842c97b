"""Header lines → headers and cookies."""

import re

# Content-Type: text/html
_LINE = re.compile(r"^([^:\r\n]+):[ \t]*([^\r\n]*)", re.MULTILINE)


def read_headers(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers of the last block of header lines by their names in lower case, and every ``Set-Cookie`` of it."""
    block = _decode(b"".join(lines))
    if block.count("HTTP/", 5):  # an interim answer came before (RFC 9110, 15.2)
        block = block[max(block.rfind("\nHTTP/"), 0) :]
    pairs = _LINE.findall(block)
    headers = {name.lower(): value.rstrip() for name, value in pairs}
    if "set-cookie" not in headers:
        return headers, ()
    return headers, tuple(value for name, value in pairs if name.lower() == "set-cookie")


def _decode(block: bytes) -> str:
    """Headers are Latin-1 by the old rule; what is UTF-8 was meant as UTF-8."""
    try:
        return block.decode("utf-8")
    except UnicodeDecodeError:
        return block.decode("latin-1")
