"""URLs as they are compared and unwrapped."""

import re
from urllib.parse import urlsplit

# utm_source=x, gclid=…, source=search_result
_TRACKING = re.compile(
    r"(?:utm_[a-z]+|gclid|fbclid|mc_cid|mc_eid|_ga|msclkid)(?:=|$)|source=search_result$", re.IGNORECASE
)
# https://web.archive.org/web/20250727000000id_/https://example.org/
_ARCHIVE = re.compile(
    r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)", re.IGNORECASE | re.DOTALL
)
# www.example.org/a, doi.org/10.1000/x
_BARE = re.compile(
    r"(?:www\.[a-z0-9-]+\.|(?:[a-z0-9-]+\.)+(?:org|com|gov|net|edu|int|eu|io)/)\S", re.IGNORECASE
)
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}


def normalise_url(url: str) -> str:
    """A URL for comparing: https, lower-case host without ``www.``, no tracking, fragment or slash at the end."""
    try:
        parts = urlsplit(unwrap_archive(url.strip()))
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url.strip()
    if port and port not in {80, 443}:
        host = f"{host}:{port}"
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair))
    return f"https://{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def unwrap_archive(url: str) -> str:
    """The URL of which an archived copy was taken; any other URL as it is."""
    found = _ARCHIVE.match(url)
    if not found:
        return url
    original = found.group(2)
    return original if re.match(r"https?://", original, re.IGNORECASE) else f"https://{original}"


def capture_date(url: str) -> str | None:
    """The time stamp of an archived copy, or None.

    >>> capture_date("https://web.archive.org/web/20250727000000/https://example.org/")
    '20250727000000'
    """
    found = _ARCHIVE.match(url)
    return found.group(1) if found else None


def with_scheme(text: str) -> str:
    """The text, with https:// before it where it begins like an address."""
    return f"https://{text}" if _BARE.match(text) else text


def without_punctuation(url: str) -> str:
    """The URL without the stop or bracket that the sentence put behind it.

    >>> without_punctuation("https://example.org/a).")
    'https://example.org/a'
    """
    while url and (
        url[-1] in ".,;:'\"" or (url[-1] in _PAIRS and url.count(url[-1]) > url.count(_PAIRS[url[-1]]))
    ):
        url = url[:-1]
    return url
