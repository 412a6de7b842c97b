"""A web page as an item."""

from refs.fetch.answer import Answer
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.pdf import is_pdf, read_pdf
from refs.fetch.settle import found, not_now, refuse, stamp, unsupported
from refs.fetch.webpage.bookshelf import is_bookshelf, read_bookshelf_page
from refs.fetch.webpage.byline import authors_of
from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.page import Page, is_other_xml, load_page
from refs.fetch.webpage.published import modified_of, published_of
from refs.fetch.webpage.site import site_of
from refs.fetch.webpage.title import title_of
from refs.fetch.webpage.wall import is_sent_home, is_wall
from refs.model.fetched import Fetched, Outcome, SourceReading
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, parse_identifier
from refs.model.item import Item, ItemType

SERVICE = "web"
_HTML = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
_MOST = 4_000_000


def ask_webpage(http: Http, url: str) -> Answer:
    """The page at a URL, at most its first four million bytes."""
    return http.get(url, accept=_HTML, max_bytes=_MOST, retries=1)


def settle_webpage(identifier: Identifier, answer: Answer) -> Fetched:
    """What a page's answer says; a page without a title is no record."""
    if answer.outcome is not Outcome.FOUND:
        return refuse(identifier, SERVICE, answer)
    if is_pdf(answer.body):
        return _settle_pdf(identifier, answer)
    if answer.content_type and "html" not in answer.content_type and "xml" not in answer.content_type:
        detail = f"{answer.url} is no web page but {answer.content_type}"
        return unsupported(identifier, SERVICE, detail)
    if is_sent_home(identifier.value, answer.url):
        return not_now(identifier, SERVICE, f"{identifier.value} leads to the home page of its site")
    url = identifier.url or answer.url
    reading = read_webpage(answer.body, url, answer.charset)
    last = reading.flaws[-1] if reading.flaws and not reading.items else None
    if last is not None and last.variable == "page":
        return not_now(identifier, SERVICE, f"{answer.url} shows {last.message}")
    if last is not None:
        return unsupported(identifier, SERVICE, f"{answer.url}: {last.message}")
    return found(identifier, SERVICE, stamp(reading.items[0], answer.when), (), reading.flaws)


def _settle_pdf(identifier: Identifier, answer: Answer) -> Fetched:
    reading = read_pdf(answer.body, identifier.url or answer.url)
    if not reading.items:
        return unsupported(identifier, "pdf", f"{answer.url}: {reading.flaws[0].message}")
    return found(identifier, "pdf", stamp(reading.items[0], answer.when), (), reading.flaws)


def read_webpage(data: bytes, url: str | None = None, charset: str | None = None) -> SourceReading:
    """The item of a web page; none where it has no title."""
    flaws: list[Flaw] = []
    page = load_page(data, url or "", charset, flaws)
    if is_wall(page, data):
        what = f"a wall to robots or an error, not the page: {page.title or 'it is empty'}"
        return SourceReading(flaws=(Flaw(FlawCode.UNREAD, what, variable="page"),))
    if is_other_xml(data):
        return SourceReading(flaws=(Flaw(FlawCode.UNREAD, "XML of another kind than a web page"),))
    title = title_of(page)
    if title is None:
        return SourceReading(
            flaws=(*flaws, Flaw(FlawCode.MISSING, "the page names no title", variable="title"))
        )
    return SourceReading((_read_item(page, url, title),), tuple(flaws))


def _read_item(page: Page, url: str | None, title: tuple[str, str]) -> Item:
    journal = page.meta("citation_journal_title")
    draft = Draft(SERVICE, _read_type(page))
    draft.put("title", title[1], title[0])
    if is_bookshelf(page):
        read_bookshelf_page(page, draft)
    if authors := authors_of(page):
        draft.put("author", authors[1], authors[0])
    _read_dates(page, draft)
    if journal:
        draft.put("container_title", journal[1], journal[0])
    if site := site_of(page):
        draft.put("container_title", site[1], site[0])
        if draft.get("container_title") != site[1]:
            draft.custom["site"] = site[1]
    known = host_of(page.host, page.path)
    draft.put("publisher", known.publisher if known else None, "host")
    _read_citation(page, draft)
    draft.put("language", page.language, "lang")
    address = url or page.canonical
    draft.put("URL", address, "url")
    draft.identify(address)
    return draft.item()


def _read_dates(page: Page, draft: Draft) -> None:
    """Published and modified; which of them dates the page depends on the site."""
    known = host_of(page.host, page.path)
    published, modified = published_of(page), modified_of(page)
    told = (modified, published) if known and known.dated_by_change else (published, modified)
    for found_date in told:
        if found_date is not None:
            draft.put("issued", found_date[1], found_date[0], _SEEN if found_date[0] in _TAGS_SEEN else None)
    if modified is not None:
        draft.custom["modified"] = str(modified[1])


_SEEN = 0.7
_TAGS_SEEN = {"dateline", "text", "link", "url", "title", "image"}


def _read_type(page: Page) -> ItemType:
    if page.meta("citation_inbook_title"):
        return ItemType.CHAPTER
    if page.meta("citation_dissertation_institution"):
        return ItemType.THESIS
    if page.meta("citation_conference_title", "citation_conference"):
        return ItemType.PAPER_CONFERENCE
    return ItemType.ARTICLE_JOURNAL if page.meta("citation_journal_title") else ItemType.WEBPAGE


_CITATION = (
    ("citation_volume", "volume"),
    ("citation_issue", "issue"),
    ("citation_publisher", "publisher"),
    ("citation_issn", "ISSN"),
    ("citation_isbn", "ISBN"),
    ("citation_pmid", "PMID"),
)


def _read_citation(page: Page, draft: Draft) -> None:
    """The Highwire tags of scholarly pages."""
    if hit := page.meta("citation_doi", "dc.identifier.doi", "prism.doi", "bepress_citation_doi"):
        found_doi = parse_identifier(f"doi:{hit[1].removeprefix('doi:')}")
        if found_doi and found_doi.scheme is Scheme.DOI:
            draft.put("DOI", found_doi.value, hit[0])
            draft.identify(str(found_doi))
    for tag, field in _CITATION:
        if hit := page.meta(tag):
            draft.put(field, hit[1], tag)
    pages = [hit[1] for name in ("citation_firstpage", "citation_lastpage") if (hit := page.meta(name))]
    draft.put("page", "-".join(dict.fromkeys(pages)), "citation_firstpage")
    if hit := page.meta("citation_inbook_title"):
        draft.put("container_title", hit[1], hit[0])
