"""Certificates: whom we trust, and how long a site's own is good."""

import time
from pathlib import Path

_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)


def read_certificate(chain: list[list[tuple[str, str]]]) -> str | None:
    """When the first certificate of a chain, as libcurl tells it, expires."""
    for name, value in chain[0] if chain else ():
        if name == "Expire date":
            return read_expiry(value)
    return None


def read_expiry(text: str) -> str | None:
    """``Jan  5 12:00:00 2027 GMT`` as ISO 8601."""
    for pattern in ("%b %d %H:%M:%S %Y GMT", "%Y-%m-%d %H:%M:%S GMT"):
        try:
            return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.strptime(" ".join(text.split()), pattern))
        except ValueError:
            continue
    return None


def find_certificates() -> str:
    """The file of trusted certificates of this system, or the one that comes with certifi."""
    for path in _BUNDLES:
        if Path(path).exists():
            return path
    import certifi  # noqa: PLC0415 -- comes with requests, for systems without a bundle of their own

    return certifi.where()
