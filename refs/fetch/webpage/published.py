"""When a page was published, and when it was last changed: what it tells machines, its address, what is seen."""

import datetime as dt
from collections.abc import Iterator

from refs.fetch.dates import date_of_text, date_of_url
from refs.fetch.decode import as_text, words
from refs.fetch.webpage.dateline import changed_of, dateline_of, pictured_of
from refs.fetch.webpage.jsonld import works
from refs.fetch.webpage.localday import GREENWICH, local_day
from refs.fetch.webpage.page import Page
from refs.model.date import Date

Found = tuple[str, Date]
Told = tuple[str, Date, str]

_CITATION = (
    "citation_publication_date", "citation_date", "citation_online_date", "bepress_citation_date", "citation_year",
    "prism.publicationdate",
)  # fmt: skip
_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "publishdate", "publish-date",
    "publish_date", "datepublished", "article.published", "article:published", "og:pubdate", "dc.date.issued",
    "dcterms.issued", "parsely-pub-date", "sailthru.date", "rnews:datepublished", "article_date_original",
    "originalpublicationdate", "publication_date", "publicationdate", "pubdate", "cxenseparse:recs:publishtime",
    "cse_document:published", "published_at", "published", "release_date", "article:post_date", "publish_time",
    "article-publication-date", "blog_date", "date_published", "ptime", "tweetmeme-date", "article:published_date",
    "video:release_date", "date.release", "pub_date",
)  # fmt: skip
_LOOSE = (
    "dc.date.created", "dcterms.created", "dc.created", "dc.date", "dcterms.date", "date", "displaydate",
    "article.created", "created", "search_date", "dat", "datecreated", "date_created",
)  # fmt: skip
"""Tags that may mean the day of the file or of its making."""
_MODIFIED = (
    "cdc:last_updated", "cdc:last_reviewed", "lastreviewed", "article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "datemodified",
    "article:modified", "lastmod", "revised", "updated_time", "dateupdated", "dc.date.x-metadatalastmodified",
)  # fmt: skip


def published_of(page: Page) -> Found | None:
    """The date of publication and the tag that told it, as exactly as the page tells it."""
    told = list(_told(page))
    address = date_of_url(page.url) or date_of_url(page.canonical or "")
    if not told:
        return ("url", address) if address else dateline_of(page) or _laid_out(page) or pictured_of(page)
    tag, date, raw = told[0]
    if address and _is_nearer(address, date, raw):
        return "url", address
    if local := local_day(told[0], told[1:], page):
        return local
    return next(((name, other) for name, other, _ in told if _refines(other, date)), (tag, date))


def _laid_out(page: Page) -> Found | None:
    """The day that a program set for the laying out of the page, which is the page's where nothing else tells one."""
    return next(((tag, date) for tag, date, _ in _metas(page, ("dc.date.published",))), None)


def modified_of(page: Page) -> Found | None:
    """The date of the last change and the tag that told it."""
    told = next(((tag, date) for tag, date, _ in _modified(page)), None)
    return told or changed_of(page)


def _told(page: Page) -> Iterator[Told]:
    yield from _metas(page, _CITATION)
    yield from _data(page, ("datePublished",))
    yield from _metas(page, _META)
    marked = list(_microdata(page))
    if len({date for _, date, _ in marked}) == 1:
        yield from marked
    yield from _metas(page, _LOOSE)
    yield from marked
    yield from _data(page, ("dateCreated", "uploadDate"))


def _microdata(page: Page) -> Iterator[Told]:
    for node in page.root.iterfind(".//*[@itemprop]"):
        if "datePublished" in (node.get("itemprop") or "").split():
            raw = node.get("content") or node.get("datetime") or node.get("title") or words(node) or ""
            if (date := date_of_text(raw)) and is_told(date):
                yield "microdata:datePublished", date, raw


def _modified(page: Page) -> Iterator[Told]:
    yield from _data(page, ("dateModified", "lastReviewed"))
    yield from _metas(page, _MODIFIED)


def _data(page: Page, names: tuple[str, ...]) -> Iterator[Told]:
    for work in works(page.objects):
        for name in names:
            raw = as_text(work.get(name)) or ""
            if (date := date_of_text(raw)) and is_told(date):
                yield f"json-ld:{name}", date, raw


def _metas(page: Page, names: tuple[str, ...]) -> Iterator[Told]:
    for name in names:
        for value in page.metas.get(name, ()):
            if (date := date_of_text(value)) and (name in _CITATION or is_told(date)):
                yield name, date, value


_UNSET = {(1970, 1, 1), (1969, 12, 31), (1900, 1, 1), (1899, 12, 30)}
"""What programs print for no day at all."""


def is_told(date: Date) -> bool:
    """Whether a page can mean the day: it is not what stands for none, and has come."""
    day = date.to_day()
    return date.parts not in _UNSET and (
        day is None or day <= dt.datetime.now(dt.UTC).date() + dt.timedelta(days=2)
    )


def _refines(date: Date, coarse: Date) -> bool:
    """Whether a date says the same as a coarser one, and more."""
    return len(date.parts) > len(coarse.parts) and date.parts[: len(coarse.parts)] == coarse.parts


def _is_nearer(address: Date, told: Date, raw: str) -> bool:
    """Whether the day in the address is the truer one: the told one is later, or its neighbour in another time zone."""
    one, other = address.to_day(), told.to_day()
    if one is None or other is None:
        return False
    days = (other - one).days
    return days > 1 or (abs(days) == 1 and raw.endswith(GREENWICH))
