"""The name of the site a page belongs to."""

import re
from collections.abc import Iterator
from functools import partial
from weakref import WeakKeyDictionary

from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.masthead import PIECES, bare, name_written
from refs.fetch.webpage.page import Page

Found = tuple[str, str]


_RUNNER = "json-ld:person"
"""The tag of a publisher who is a person."""


def site_of(page: Page) -> Found | None:
    """The site's name and the tag that told it."""
    known = host_of(page.host, page.path)
    if known is not None:
        return "host", known.site
    named = (each for each in _candidates(page) if not _NO_NAME.match(each[1]))
    return next(named, None) or (("host", page.host) if page.host else None)


def names_of(page: Page, *, owner: bool = True) -> list[str]:
    """Every name by which the page calls its site, for taking it off titles; with those of who runs it or without."""
    known = host_of(page.host, page.path)
    found = [name for tag, name in _candidates(page) if owner or tag not in {"copyright", _RUNNER}]
    whole = page.metas.get("og:site_name", [])[:1]
    return list(dict.fromkeys(([known.site] if known else []) + found + whole))


_FOUND: WeakKeyDictionary[Page, tuple[Found, ...]] = WeakKeyDictionary()
"""What was found in a page, while it is there: its title, its site and its authors ask for its names in turn."""


def _candidates(page: Page) -> tuple[Found, ...]:
    """Every name that the page tells or writes, with its tag."""
    if page not in _FOUND:
        _FOUND[page] = _find(page)
    return _FOUND[page]


def _find(page: Page) -> tuple[Found, ...]:
    told = sorted(
        filter(partial(_is_name, page), _told(page)),
        key=lambda each: each[0] == "og:site_name" and _is_address(each[1], page),
    )
    written = name_written(page, told=bool(told))
    return (*told, written) if written else tuple(told)


# https://www.example.org, @example
_NO_NAME = re.compile(r"(?:https?:)?//|@\w+$")
_LONG = 3


def _is_name(page: Page, told: Found) -> bool:
    """Whether what a page tells is a name, and not an address, a handle, a folder, or the title of this very page."""
    tag, name = told
    if _NO_NAME.match(name) or _is_folder(name, page):
        return False
    titles = {bare(title) for title in (page.title or "", *page.metas.get("og:title", ()))}
    return tag == "og:site_name" or not page.path or len(name.split()) <= _LONG or bare(name) not in titles


def _is_folder(name: str, page: Page) -> bool:
    """Whether a name is only the folder that the page lies in, letter by letter: "politics", of example.org/politics/a-vote."""
    folder, slash, _ = page.path.partition("/")
    return bool(slash) and name == folder and bare(name) not in bare(page.host)


# Example.org, www.example.org
_ADDRESS = re.compile(r"^(?:www\.)?(.+)\.[a-z]{2,4}$", re.IGNORECASE)


def _is_address(name: str, page: Page) -> bool:
    """Whether a name is only the address of what the page's data call by its name: NPR.org, of NPR."""
    found = _ADDRESS.match(name)
    publishers = (name_in(resolve(work.get("publisher"), page.objects)) or "" for work in works(page.objects))
    return found is not None and bare(found.group(1)) in {bare(each) for each in publishers}


_META = (
    "citation_journal_title",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
)


def _told(page: Page) -> Iterator[Found]:
    """The names that the page tells machines."""
    if hit := page.meta("og:site_name"):
        yield hit[0], _without_tagline(hit[1], page.host)
    publishers = [resolve(work.get("publisher"), page.objects) for work in works(page.objects)]
    yield from (
        ("json-ld:publisher", name) for each in publishers if not _is_person(each) and (name := name_in(each))
    )
    for each in page.objects:
        if types_of(each) & {"website"} and (own := name_in(each)):
            yield "json-ld:WebSite", own
    yield from ((_RUNNER, name) for each in publishers if _is_person(each) and (name := name_in(each)))
    yield from (hit for name in _META if (hit := page.meta(name)))


def _is_person(publisher: object) -> bool:
    """Whether a publisher is somebody who runs a site alone."""
    return isinstance(publisher, dict) and "person" in types_of(publisher)


_COMPANY = re.compile(r",?\s+(?:Inc|LLC|Ltd|GmbH|Corp)\.?$")


def _without_tagline(name: str, host: str) -> str:
    """The name without the words of praise behind it, where what is left is the host's own name."""
    first, *rest = PIECES.split(name)
    if rest and bare(first) and bare(first) in bare(host):
        return first.strip()
    return _COMPANY.sub("", name)


def known_names(names: list[str], host: str) -> set[str]:
    """The names of a site and of its host, bare."""
    labels = host.split(".")
    hosts = [host, host.rsplit(".", 1)[0], *(label for label in labels[:-1] if len(label) > 3)]
    return {bare(name) for name in [*names, *hosts, *map(_initials, names)]} - {""}


def _initials(name: str) -> str:
    """The first letters of a long name: ``NCI`` of the National Cancer Institute; nothing for a short one."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) > _FEW else ""


_FEW = 2
