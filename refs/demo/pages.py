"""Pages: what ordinary web sites answer, read from the table `answers/pages.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from refs.demo.answer import Answer, Request, answer_html, answer_redirect, answer_text
from refs.demo.shelf import read_bytes

ALLOW_ALL = "User-agent: *\nAllow: /\n"
_TYPES = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what it answers, what a check should find, and a word for the person who plays.

    `head` is the status for HEAD where that differs, `seconds` how long the page keeps one waiting, `cut` whether
    the connection breaks, `later` the fields that differ once some months have passed.
    """

    url: str
    shows: str
    note: str = ""
    status: int = 200
    file: str = ""
    location: str = ""
    modified: str = ""
    head: int = 0
    seconds: float = 0.0
    cut: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    later: Mapping[str, Any] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """The host that the page is on."""
        return urlsplit(self.url).hostname or ""

    @property
    def tail(self) -> str:
        """Path and query; ``/*`` stands for all paths of the host that have no entry of their own."""
        return self.url.split(self.host, 1)[1]

    def at(self, *, later: bool) -> "Page":
        """The page as it is now, or as it will be when some months have passed."""
        return replace(self, **self.later) if later else self


@cache
def pages() -> tuple[Page, ...]:
    """All pages, in the order of the table."""
    return tuple(Page(**entry) for entry in tomllib.loads(read_bytes("pages.toml").decode())["page"])


def find_page(request: Request) -> Answer | None:
    """The answer of a web site, or None where the small web has no such host."""
    site = _sites().get(request.host)
    if site is None:
        return None
    if request.headers.get("x-forwarded-proto") == "http":
        return answer_redirect(request.url, 301)
    if request.path == "/robots.txt":
        return answer_text(ALLOW_ALL)
    page = _choose(site, request)
    if page is not None:
        return answer_page(page.at(later=request.later), request.method)
    if request.path + "/" in site:
        return answer_redirect(request.url.replace(request.path, request.path + "/", 1), 301)
    return answer_html("404 Not Found", "The page that you asked for is not on this server.", 404)


def answer_page(page: Page, method: str = "GET") -> Answer:
    """What a page says to this method."""
    if method == "HEAD" and page.head:
        return Answer(page.head, headers=(("Allow", "GET"),))
    headers = tuple(page.headers.items())
    if page.location:
        headers += (("Location", page.location),)
    if page.modified:
        headers += (("Last-Modified", page.modified),)
    body = read_bytes(f"pages/{page.file}") if page.file else b""
    kind = _TYPES[page.file[page.file.rindex(".") :]] if page.file else "text/html; charset=utf-8"
    return Answer(page.status, body, kind, headers, page.seconds, page.cut)


@cache
def _sites() -> Mapping[str, Mapping[str, Page]]:
    found: dict[str, dict[str, Page]] = {}
    for page in pages():
        found.setdefault(page.host, {})[page.tail] = page
    return found


def _choose(site: Mapping[str, Page], request: Request) -> Page | None:
    return site.get(request.path + request.tail) or site.get(request.path) or site.get("/*")
