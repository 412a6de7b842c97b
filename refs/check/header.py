"""Header lines → headers and cookies."""


def read_headers(lines: list[bytes]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers of the last block of header lines, and every ``Set-Cookie`` of it."""
    headers: dict[str, str] = {}
    cookies: list[str] = []
    for line in lines:
        name, colon, value = line.decode("latin-1").partition(":")
        if not colon:
            if name.startswith("HTTP/"):
                headers.clear()
                cookies.clear()
            continue
        name = name.lower()
        headers[name] = value.strip()
        if name == "set-cookie":
            cookies.append(headers[name])
    return headers, tuple(cookies)
