"""The title of a page, without the name of its site."""

import re
from collections.abc import Iterator

from refs.fetch.decode import words
from refs.fetch.markup import rich
from refs.fetch.webpage.jsonld import name_in, works
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.site import names_of
from refs.text import fold, squeeze

Found = tuple[str, str]

# " | ", " - ", " – ", " :: ", " » "
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«‹›/]|-{1,2}|::?)\s+|\s*\|\s*|:\s+")


def title_of(page: Page) -> Found | None:
    """The title and the tag that told it (precedence: the page's own citation, its data, its heading)."""
    names = names_of(page)
    for tag, text in _candidates(page):
        title = without_site(rich(text) or "", names, page.host)
        if title:
            return tag, title
    return None


def _candidates(page: Page) -> Iterator[Found]:
    if hit := page.meta("citation_title", "bepress_citation_title", "wkhealth_title"):
        yield hit
    whole = fold(page.title or "")
    for work in works(page.objects):
        text = name_in(work.get("headline")) or name_in(work.get("name"))
        if text and fold(text) in whole:
            yield "json-ld:headline", text
    for heading in _headings(page):
        if len(heading) > 3 and fold(heading) in whole:
            yield "h1", heading
    if hit := page.meta("og:title", "twitter:title", "parsely-title", "sailthru.title"):
        yield hit
    if page.title:
        yield "title", page.title
    if hit := page.meta("dc.title", "dcterms.title", "title"):
        yield hit
    for heading in _headings(page):
        yield "h1", heading


def _headings(page: Page) -> list[str]:
    found = [words(node) for node in page.root.iter("h1")]
    return [text for text in found if text]


def without_site(title: str, names: list[str], host: str) -> str:
    """The title without the site's name before or behind it.

    >>> without_site("Shingles - Symptoms & causes - Mayo Clinic", ["Mayo Clinic"], "mayoclinic.org")
    'Shingles - Symptoms & causes'
    """
    title = squeeze(title)
    known = {_bare(name) for name in names} | {_bare(host), _bare(host.rsplit(".", 1)[0])}
    known.discard("")
    changed = True
    while changed:
        changed = False
        cuts = list(_SEPARATOR.finditer(title))
        for cut in reversed(cuts):
            if _bare(title[cut.end() :]) in known:
                title, changed = title[: cut.start()], True
                break
        for cut in cuts:
            if not changed and _bare(title[: cut.start()]) in known:
                title, changed = title[cut.end() :], True
                break
    return _undoubled(title.strip())


def _bare(text: str) -> str:
    return re.sub(r"[^\w]", "", fold(text).removeprefix("the ").removeprefix("www."))


def _undoubled(title: str) -> str:
    """``Shingles-Shingles - Symptoms`` without its first word printed twice."""
    first, dash, rest = title.partition("-")
    if dash and rest.startswith(first) and len(first) > 2 and not first.endswith(" "):
        return rest
    return title
