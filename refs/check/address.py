"""Which network addresses a check may connect to."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address


@lru_cache(maxsize=4096)
def read_address(name: str) -> IPv4Address | IPv6Address | None:
    """The address that a host name is when it is written as one, also in the old forms (``0x7f.1``, ``2130706433``)."""
    try:
        return ip_address(name)
    except ValueError:
        return _read_old_form(name)


def is_private(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is not of the public internet: loopback, private, link-local, metadata, multicast."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _nat64(address)
        if inner is not None:
            return is_private(inner)
    return not address.is_global or address.is_multicast


@lru_cache(maxsize=4096)
def is_private_text(text: str) -> bool:
    """The same for an address in words; what is no address counts as private."""
    address = read_address(text.partition("%")[0])
    return address is None or is_private(address)


def _nat64(address: IPv6Address) -> IPv4Address | None:
    value = int(address)
    return IPv4Address(value & 0xFFFFFFFF) if value >> 32 == 0x0064FF9B << 64 else None


def _read_old_form(name: str) -> IPv4Address | None:
    parts = name.split(".")
    if not 1 <= len(parts) <= 4 or not all(part and part[0].isdecimal() for part in parts):
        return None
    try:
        numbers = [
            int(part, 0 if part[:2].lower() == "0x" else 8 if part[0] == "0" else 10) for part in parts
        ]
    except ValueError:
        return None
    *front, last = numbers
    if any(part > 255 for part in front) or last >= 256 ** (5 - len(parts)):
        return None
    return IPv4Address(sum(part << (24 - 8 * place) for place, part in enumerate(front)) + last)
