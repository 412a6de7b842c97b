"""The name of the site a page belongs to."""

from collections.abc import Iterator

from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.page import Page

Found = tuple[str, str]


def site_of(page: Page) -> Found | None:
    """The site's name and the tag that told it."""
    known = host_of(page.host)
    if known is not None:
        return "host", known.site
    return next(_candidates(page), None)


def names_of(page: Page) -> list[str]:
    """Every name by which the page calls its site, for taking it off titles."""
    known = host_of(page.host)
    found = [name for _, name in _candidates(page)]
    return list(dict.fromkeys(([known.site] if known else []) + found))


def _candidates(page: Page) -> Iterator[Found]:
    for name in ("og:site_name", "citation_journal_title"):
        if hit := page.meta(name):
            yield hit
    for work in works(page.objects):
        publisher = name_in(resolve(work.get("publisher"), page.objects))
        if publisher:
            yield "json-ld:publisher", publisher
    for each in page.objects:
        if types_of(each) & {"website"} and (own := name_in(each)):
            yield "json-ld:WebSite", own
    for name in ("application-name", "dc.publisher", "dcterms.publisher", "citation_publisher", "copyright"):
        if hit := page.meta(name):
            yield hit
