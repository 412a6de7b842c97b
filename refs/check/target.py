"""Target: a URL made ready to be asked for, or the reason why it is not."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

from refs.model.link import Reason

MAX_URL = 16_384
_MAX_NAME = 253
PORTS = {"http": 80, "https": 443, "ftp": 21}
_USUAL = {scheme: f":{port}" for scheme, port in PORTS.items()}


@dataclass(slots=True)
class Target:
    """A URL in ASCII without its fragment; `host` is ``name:port`` in lower case.

    `name` is the host without its port and brackets, `tail` the path and query.
    """

    url: str
    scheme: str
    host: str
    tail: str
    name: str
    fragment: str = ""

    @property
    def port(self) -> int:
        """The port, written or implied."""
        return int(self.host.rpartition(":")[2])

    @property
    def shown(self) -> str:
        """The URL without credentials, fit for logs and evidence."""
        return hide_credentials(self.url)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a URL is not asked for."""

    reason: Reason
    detail: str


# https://www.mayoclinic.org/drugs/x?a=1#top (plain ASCII without credentials: the common case)
_PLAIN = re.compile(
    r"(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?([/?][!$-;=?-\[\]_a-z~]*)?(?:#([!-~]*))?",
    re.IGNORECASE,
)
# https://www.mayoclinic.org:443
_FRONT = re.compile(r"(https?)://([a-z0-9][a-z0-9.-]*[a-z0-9])(?::([1-5]\d{4}|\d{1,4}))?")
_LONGEST_FRONT = 270
# /drugs/x?a=1#top
_REST = re.compile(r"(/[!$-;=?-\[\]_a-z~]*)(?:#([!-~]*))?", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# ada:secret@ in https://ada:secret@example.org/, also within a text
_CREDENTIALS = re.compile(r"(?<=://)[^\s/?#@]*@")
_SAFE = "/?:@!$&'()*+,;=-._~%[]"


def read_target(url: str) -> Target | Refusal:
    """The target of a URL, IRI or sloppy mixture of both."""
    if len(url) > MAX_URL:
        return Refusal(Reason.BAD_URL, f"longer than {MAX_URL:,} characters")
    cut = url.find("/", 8)
    if 0 < cut < _LONGEST_FRONT and (front := _read_front(url[:cut])) and (rest := _REST.fullmatch(url, cut)):
        (host, name), scheme = front
        tail, fragment = rest.groups()
        return Target(url[:cut] + tail, scheme, host, tail, name, fragment or "")
    plain = _PLAIN.fullmatch(url)
    return _read_odd(url) if plain is None else _read_plain(plain)


def host_of(url: str) -> tuple[str, str] | None:
    """The ``name:port`` and the name of a plain URL, without the cost of a target; None where it is not plain."""
    cut = url.find("/", 8)
    front = _read_front(url[:cut]) if 0 < cut < _LONGEST_FRONT else None
    return front and front[0]


@lru_cache(maxsize=4096)
def _read_front(front: str) -> tuple[tuple[str, str], str] | None:
    """The ``name:port``, the name and the scheme of what stands before the path; None where it is not plain."""
    found = _FRONT.fullmatch(front)
    if found is None or len(found[2]) > _MAX_NAME:
        return None
    scheme, name, port = found.groups()
    return (f"{name}:{port or PORTS[scheme]}", name), scheme


def join_target(base: Target, location: str) -> Target | Refusal:
    """Where a ``Location`` leads from here; a fragment lives on when the new place names none (RFC 9110, 10.2.2)."""
    location = location.strip()
    try:
        found = read_target(_join_path(base, location) or urljoin(base.url, location))
    except ValueError as error:
        return Refusal(Reason.BAD_URL, str(error))
    if isinstance(found, Target):
        found.url = _without_usual_port(found)
        found.fragment = found.fragment or base.fragment
    return found


def _without_usual_port(target: Target) -> str:
    """The URL without the port that its scheme implies: such addresses are offered to readers."""
    if not target.host.endswith(_USUAL[target.scheme]):
        return target.url
    front = f"{target.scheme}://"
    return f"{front}{target.name}{target.tail}" if target.url.startswith(front + target.host) else target.url


def _join_path(base: Target, location: str) -> str | None:
    """The joined URL where the location is a path from the root and has no dots to resolve: the common case."""
    if location[:1] != "/" or location[:2] == "//" or "/." in location:
        return None
    return base.url[: len(base.url) - len(base.tail)] + location


def hide_credentials(url: str) -> str:
    """The URL, or the text with its URLs, without ``user:password@``."""
    return _CREDENTIALS.sub("", url) if "@" in url else url


def _read_plain(found: re.Match[str]) -> Target | Refusal:
    scheme, name, port, tail, fragment = found.groups()
    scheme, name = scheme.lower(), name.lower()
    if len(name) > _MAX_NAME:
        return Refusal(Reason.BAD_URL, "the host name is too long")
    if tail is None or tail[0] == "?":
        tail = "/" + (tail or "")
    if port is None:
        return Target(
            f"{scheme}://{name}{tail}", scheme, f"{name}:{PORTS[scheme]}", tail, name, fragment or ""
        )
    if int(port) > 65_535:
        return Refusal(Reason.BAD_URL, f"port {port} does not exist")
    return Target(f"{scheme}://{name}:{port}{tail}", scheme, f"{name}:{port}", tail, name, fragment or "")


def _read_odd(url: str) -> Target | Refusal:
    url = "".join(each for each in url.strip() if each not in "\t\r\n")
    scheme = _SCHEME.match(url)
    if scheme is None:
        return Refusal(Reason.BAD_URL, "no scheme such as https://")
    if scheme.group(1).lower() not in PORTS:
        return Refusal(Reason.SCHEME, f"{scheme.group(1).lower()}: links are not asked for")
    try:
        return _split_odd(url)
    except (ValueError, UnicodeError) as error:
        return Refusal(Reason.BAD_URL, str(error) or "cannot be read as a URL")


def _split_odd(url: str) -> Target | Refusal:
    parts = urlsplit(url)
    scheme, name = parts.scheme.lower(), _encode_host(parts.hostname or "")
    if not name:
        return Refusal(Reason.BAD_URL, "no host")
    port = parts.port or PORTS[scheme]
    tail = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    user = (
        f"{quote(parts.username, safe='%')}:{quote(parts.password or '', safe='%')}@"
        if parts.username
        else ""
    )
    place = name if port == PORTS[scheme] else f"{name}:{port}"
    return Target(
        f"{scheme}://{user}{place}{tail}", scheme, f"{name}:{port}", tail, name.strip("[]"), parts.fragment
    )


def _encode_host(name: str) -> str:
    if ":" in name:
        return f"[{name}]"
    name = name.rstrip(".").lower()
    encoded = name if name.isascii() else name.encode("idna").decode("ascii")
    if not re.fullmatch(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?", encoded) or len(encoded) > _MAX_NAME:
        raise ValueError(f"'{name[:60]}' is no host name")
    return encoded
