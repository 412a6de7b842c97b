"""Header lines → headers and cookies."""


def read_headers(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers of the last block of header lines by their names in lower case, and every ``Set-Cookie`` of it."""
    headers: dict[str, str] = {}
    cookies: tuple[str, ...] = ()
    for line in b"".join(lines).decode("latin-1").split("\r\n"):
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
