"""The name of the site a page belongs to."""

import re
from collections import Counter
from collections.abc import Iterator

from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.page import Page
from refs.text import fold

Found = tuple[str, str]

# " | ", " - ", ": "
_PIECES = re.compile(r"\s+[|–—·•»«-]\s+|\s*\|\s*|:\s+")


def site_of(page: Page) -> Found | None:
    """The site's name and the tag that told it."""
    known = host_of(page.host)
    if known is not None:
        return "host", known.site
    return next(_candidates(page), None) or (("host", page.host) if page.host else None)


def names_of(page: Page) -> list[str]:
    """Every name by which the page calls its site, for taking it off titles."""
    known = host_of(page.host)
    found = [name for _, name in _candidates(page)]
    return list(dict.fromkeys(([known.site] if known else []) + found))


def _candidates(page: Page) -> Iterator[Found]:
    if hit := page.meta("og:site_name"):
        yield hit[0], _without_tagline(hit[1], page.host)
    for work in works(page.objects):
        publisher = name_in(resolve(work.get("publisher"), page.objects))
        if publisher:
            yield "json-ld:publisher", publisher
    for each in page.objects:
        if types_of(each) & {"website"} and (own := name_in(each)):
            yield "json-ld:WebSite", own
    for name in ("citation_journal_title", "application-name", "dc.publisher", "dcterms.publisher", "citation_publisher", "copyright"):
        if hit := page.meta(name):
            yield hit
    if name_there := _from_title(page) or _from_text(page):
        yield "host", name_there


_COMPANY = re.compile(r",?\s+(?:Inc|LLC|Ltd|GmbH|Corp)\.?$")


def _without_tagline(name: str, host: str) -> str:
    """The name without the words of praise behind it, where what is left is the host's own name."""
    first, *rest = _PIECES.split(name)
    if rest and bare(first) and bare(first) in bare(host):
        return first.strip()
    return _COMPANY.sub("", name)


def _from_title(page: Page) -> str | None:
    """The last or first piece of the title that is the host's own name, written as people write it."""
    labels = {bare(label) for label in page.host.split(".")[:-1]} | {bare(page.host)}
    for piece in _PIECES.split(page.title or ""):
        if len(piece) > 2 and (
            bare(piece) in labels or (len(bare(piece)) > 5 and bare(piece) in bare(page.host))
        ):
            return piece.strip()
        first = piece.split()[0] if piece.split() else ""
        if len(first) > 3 and bare(first) in labels:
            return first
    return None


def _from_text(page: Page) -> str | None:
    """The host's name as the page most often writes it."""
    label = max(page.host.split(".")[:-1] or [""], key=len)
    if len(label) < 3:
        return None
    text = " ".join(block.short for block in page.blocks[:400])
    seen = Counter(each for each in re.findall(re.escape(label), text, re.IGNORECASE) if not each.islower())
    return seen.most_common(1)[0][0] if seen else None


def known_names(names: list[str], host: str) -> set[str]:
    """The names of a site and of its host, bare."""
    labels = host.split(".")
    hosts = [host, host.rsplit(".", 1)[0], *(label for label in labels[:-1] if len(label) > 3)]
    return {bare(name) for name in [*names, *hosts]} - {""}


def bare(text: str) -> str:
    """Letters and digits only, for comparing names of sites."""
    return re.sub(r"[^\w]|_", "", fold(text).removeprefix("the ").removeprefix("www."))
