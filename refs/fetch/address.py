"""Addresses: what one is, and which may be asked: nothing private, loopback or link-local unless named."""

import ipaddress
from collections.abc import Collection, Mapping
from urllib.parse import urlencode, urljoin, urlsplit

from refs.errors import RefusedAddress


def is_private(address: str) -> bool:
    """Whether an IP address is not one of the public internet; text that is no address is not private.

    >>> is_private("127.0.0.1"), is_private("93.184.216.34"), is_private("::ffff:10.0.0.1")
    (True, False, True)
    """
    try:
        ip = ipaddress.ip_address(address.strip("[]").split("%")[0])
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return not (mapped or ip).is_global or (mapped or ip).is_multicast


def require_public(url: str, allowed: Collection[str]) -> None:
    """Refuse a URL whose host is written as a private address or a local name, unless it is allowed."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host in allowed:
        return
    if (
        is_private(host)
        or is_odd_address(host)
        or host == "localhost"
        or host.endswith((".localhost", ".internal"))
    ):
        raise RefusedAddress(url, host)


def is_odd_address(host: str) -> bool:
    """Whether a host is an address in disguise: ``2130706433``, ``0x7f.1``, ``127.1``."""
    parts = host.split(".")
    numeric = all(part.isdecimal() or part.lower().startswith("0x") for part in parts)
    return numeric and len(parts) != 4


def with_query(url: str, params: Mapping[str, str] | None) -> str:
    """The URL with parameters beside those that it has."""
    if not params:
        return url
    return f"{url}{'&' if '?' in url else '?'}{urlencode(params)}"


def can_be_asked(url: str) -> bool:
    """Whether a URL is one of the web, with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def joined(url: str, location: str) -> str | None:
    """Where a redirect leads; None where that is no address of the web."""
    try:
        there = urljoin(url, location)
    except ValueError:
        return None
    return there if can_be_asked(there) else None
