"""Header lines → headers and cookies."""


def read_headers(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers of the last block of header lines by their names in lower case, and every ``Set-Cookie`` of it."""
    headers: dict[str, str] = {}
    cookies: tuple[str, ...] = ()
    for line in _decode(b"".join(lines)).split("\r\n"):
        name, colon, value = line.partition(":")
        if not colon:
            if line.startswith("HTTP/"):
                headers, cookies = {}, ()
            continue
        name = name.lower()
        headers[name] = value.strip()
        if name == "set-cookie":
            cookies = (*cookies, headers[name])
    return headers, cookies


def _decode(block: bytes) -> str:
    """Headers are Latin-1 by the old rule; what is UTF-8 was meant as UTF-8."""
    try:
        return block.decode("utf-8")
    except UnicodeDecodeError:
        return block.decode("latin-1")
