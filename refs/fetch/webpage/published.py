"""When a page was published, and when it was last changed."""

from collections.abc import Iterator

from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_text
from refs.fetch.webpage.jsonld import works
from refs.fetch.webpage.page import Page
from refs.model.date import Date

Found = tuple[str, Date]

_CITATION = (
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "bepress_citation_date",
    "citation_year",
)
_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "publishdate", "publish-date", "publish_date", "datepublished",
    "article.published", "article:published", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date",
    "dcterms.date", "dc.date.x-metadatalastmodified", "parsely-pub-date", "sailthru.date", "rnews:datepublished", "article_date_original", "originalpublicationdate",
    "publication_date", "publicationdate", "pubdate", "date", "displaydate", "cxenseparse:recs:publishtime",
    "cse_document:published", "published_at", "published", "release_date", "article.created", "created",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified",
             "datemodified", "article:modified", "lastmod", "revised", "updated_time", "dateupdated")  # fmt: skip


def published_of(page: Page) -> Found | None:
    """The date of publication and the tag that told it."""
    return next(_published(page), None)


def modified_of(page: Page) -> Found | None:
    """The date of the last change and the tag that told it."""
    return next(_modified(page), None)


def _published(page: Page) -> Iterator[Found]:
    yield from _metas(page, _CITATION)
    yield from _data(page, ("datePublished",))
    yield from _metas(page, _META)
    for node in page.root.iterfind(".//time"):
        if date := date_of_text(node.get("datetime")):
            yield "time", date
    yield from _data(page, ("dateCreated", "uploadDate"))


def _modified(page: Page) -> Iterator[Found]:
    yield from _data(page, ("dateModified", "lastReviewed"))
    yield from _metas(page, _MODIFIED)


def _data(page: Page, names: tuple[str, ...]) -> Iterator[Found]:
    for work in works(page.objects):
        for name in names:
            if date := date_of_text(as_text(work.get(name))):
                yield f"json-ld:{name}", date


def _metas(page: Page, names: tuple[str, ...]) -> Iterator[Found]:
    for name in names:
        for value in page.metas.get(name, ()):
            if date := date_of_text(value):
                yield name, date
