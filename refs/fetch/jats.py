"""JATS: articles of PubMed Central as XML."""

from collections.abc import Iterable

from lxml import etree

from refs.fetch.dates import date_of_parts
from refs.fetch.decode import find, load_xml, words
from refs.fetch.draft import Draft
from refs.fetch.markup import rich_of
from refs.model.date import Date
from refs.model.fetched import SourceReading
from refs.model.identifier import normalise_doi
from refs.model.item import Item, ItemType
from refs.model.name import Name

SERVICE = "pmc"


def read_jats(data: bytes) -> SourceReading:
    """The articles of a PMC efetch answer."""
    root, flaws = load_xml(data)
    articles = (
        [] if root is None else [each for each in root.iter("article") if find(each, "front") is not None]
    )
    return SourceReading(tuple(map(_read_article, articles)), tuple(flaws))


def _read_article(article: etree._Element) -> Item:
    journal = find(article, "front/journal-meta")
    meta = find(article, "front/article-meta")
    draft = Draft(SERVICE, ItemType.ARTICLE_JOURNAL)
    _read_ids(meta, draft)
    title, subtitle = (rich_of(find(meta, f"title-group/{name}")) for name in ("article-title", "subtitle"))
    draft.put("title", f"{title}: {subtitle}" if title and subtitle else title, "article-title")
    draft.names("author", _authors(meta), "contrib-group")
    draft.put("issued", _issued(meta), "pub-date")
    container = words(journal, ".//journal-title")
    draft.put("container_title", container, "journal-title")
    draft.put(
        "container_title_short", words(journal, "journal-id[@journal-id-type='iso-abbrev']"), "journal-id"
    )
    draft.put("publisher", words(journal, "publisher/publisher-name"), "publisher-name")
    draft.put("ISSN", words(journal, "issn"), "issn")
    draft.put("volume", words(meta, "volume"), "volume")
    draft.put("issue", words(meta, "issue"), "issue")
    pages = [words(meta, name) for name in ("fpage", "lpage")]
    draft.put("page", "-".join(dict.fromkeys(page for page in pages if page)), "fpage")
    draft.put("page", words(meta, "elocation-id"), "elocation-id")
    return draft.item()


def _read_ids(meta: etree._Element | None, draft: Draft) -> None:
    nodes = [] if meta is None else meta.findall("article-id")
    listed = {each.get("pub-id-type"): words(each) for each in nodes}
    digits = listed.get("pmc") or listed.get("pmcid") or listed.get("pmcaid")
    pmcid = f"PMC{digits.upper().removeprefix('PMC')}" if digits else None
    doi = normalise_doi(listed.get("doi") or "")
    draft.identify(pmcid)
    draft.identify(listed.get("pmid"), "pmid:")
    draft.identify(doi, "doi:")
    draft.put("PMCID", pmcid, "article-id")
    draft.put("PMID", listed.get("pmid"), "article-id")
    draft.put("DOI", doi, "article-id")
    draft.put("URL", f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/" if pmcid else None, "article-id")


def _authors(meta: etree._Element | None) -> Iterable[Name]:
    for each in [] if meta is None else meta.iterfind("contrib-group/contrib"):
        if each.get("contrib-type", "author") != "author":
            continue
        group, family = words(each, "collab"), words(each, "name/surname") or words(each, ".//surname")
        if family:
            yield Name(family=family, given=words(each, ".//given-names"), suffix=words(each, ".//suffix"))
        elif group:
            yield Name(literal=group)


_KINDS = ("collection", "ppub", "epub", "pub", "epub-ppub", "pmc-release")


def _issued(meta: etree._Element | None) -> Date | None:
    dates = [] if meta is None else meta.findall("pub-date")
    found = {each.get("pub-type") or each.get("date-type") or "pub": _date(each) for each in dates}
    known = [date for kind in _KINDS if (date := found.get(kind))] or [
        date for date in found.values() if date
    ]
    years = [date for date in known if known and date.year == known[0].year]
    return max(years, key=lambda date: len(date.parts), default=None)


def _date(node: etree._Element) -> Date | None:
    return date_of_parts(
        words(node, "year"), words(node, "month") or words(node, "season"), words(node, "day")
    )
