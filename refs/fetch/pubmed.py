"""PubMed: articles and Bookshelf chapters by PMID (efetch XML)."""

import re
from collections.abc import Iterable

from lxml import etree

from refs.fetch.bookshelf import read_book_record
from refs.fetch.dates import date_of_parts
from refs.fetch.decode import find, load_xml, words
from refs.fetch.draft import Draft
from refs.fetch.markup import rich_of, without_stop
from refs.fetch.notices import read_kind
from refs.fetch.pubmed_names import read_authors
from refs.fetch.pubmed_pages import read_pages
from refs.model.date import Date
from refs.model.fetched import Notice, NoticeKind, SourceReading, sort_notices
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, normalise_doi
from refs.model.item import Item, ItemType
from refs.model.name import Name

SERVICE = "pubmed"


def read_pubmed(data: bytes) -> SourceReading:
    """The records of a PubMed efetch answer, articles and book chapters."""
    root, flaws = load_xml(data)
    if root is None:
        return SourceReading(flaws=tuple(flaws))
    read = [_read_record(node) for node in _records(root)]
    if not read and (complaint := _complaint(root)):
        flaws.append(Flaw(FlawCode.UNREAD, f"PubMed answered: {complaint}"))
    notices = {item.id: found for item, found in read if found}
    return SourceReading(tuple(item for item, _ in read), tuple(flaws), notices)


# ID list is empty! Possibly it has no correct IDs.
_NO_SUCH_ID = re.compile(
    r"id list is empty|no correct ids|cannot get document summary|empty result", re.IGNORECASE
)


def _complaint(root: etree._Element) -> str | None:
    """What is wrong with an answer that is no set of records; nothing where it says that there is no such id."""
    error = next((text for node in root.iter("ERROR", "error", "Error") if (text := words(node))), None)
    if error is None:
        return (
            None if etree.QName(root).localname == "PubmedArticleSet" else f"<{etree.QName(root).localname}>"
        )
    return None if _NO_SUCH_ID.search(error) else error[:200]


def _records(root: etree._Element) -> Iterable[etree._Element]:
    return root.iter("PubmedArticle", "PubmedBookArticle")


def _read_record(node: etree._Element) -> tuple[Item, tuple[Notice, ...]]:
    if node.tag == "PubmedBookArticle":
        return read_book_record(node)
    return _read_article(node), sort_notices(_notices(node))


def _read_article(node: etree._Element) -> Item:
    article = find(node, "MedlineCitation/Article")
    journal = find(article, "Journal")
    draft = Draft(SERVICE, _read_type(article))
    _read_ids(node, draft)
    tag, title = _title(article)
    draft.put("title", title, tag)
    for role in ("author", "editor"):
        draft.names(role, _people(article, f"{role}s"), "AuthorList")
    draft.put("issued", _issued(article), "PubDate")
    _read_journal(words(journal, "Title"), node, draft)
    draft.put("ISSN", words(journal, "ISSN"), "ISSN")
    draft.put("volume", words(journal, "JournalIssue/Volume"), "Volume")
    draft.put("issue", words(journal, "JournalIssue/Issue"), "Issue")
    if draft.get("type") is not ItemType.ARTICLE:
        draft.put("page", read_pages(article), "Pagination")
    draft.put("language", words(article, "Language"), "Language")
    draft.put("abstract", _abstract(article), "Abstract")
    draft.put("license", words(article, "Abstract/CopyrightInformation"), "CopyrightInformation")
    draft.put("keyword", _keywords(node), "KeywordList")
    return draft.item()


def _people(article: etree._Element | None, kind: str) -> Iterable[Name]:
    """The names of the lists of a kind; a list that says nothing is of authors."""
    for listed in () if article is None else article.iterfind("AuthorList"):
        if (listed.get("Type") or "authors") == kind:
            yield from read_authors(listed)


# Lancet (London, England); Cancers (Basel), but no place in Frontiers in bioscience (Elite edition)
_PLACE = re.compile(r"\(([^\W\d_][^()\d]{2,60})\)$")
_NO_PLACE = re.compile(
    r"\b(?:edition|ed|online|print|series|section|supplement|internet|electronic|version)\b", re.IGNORECASE
)


def _read_journal(title: str | None, node: etree._Element, draft: Draft) -> None:
    """The journal with the place that NLM tells it from its namesakes by; of a preprint, the server and the number there."""
    if draft.get("type") is ItemType.ARTICLE:
        draft.put("publisher", title, "Journal/Title")
        number = node.find("MedlineCitation/Article/ELocationID[@EIdType='pii']")
        draft.put("number", words(number), "ELocationID")
        return
    short = words(node, "MedlineCitation/Article/Journal/ISOAbbreviation")
    short = short or words(node, "MedlineCitation/MedlineJournalInfo/MedlineTA")
    draft.put("container_title", title or short, "Journal/Title" if title else "ISOAbbreviation")
    draft.put("container_title_short", short, "ISOAbbreviation")
    place = _PLACE.search(title or "")
    if place and not _NO_PLACE.search(place[1]):
        draft.put("publisher_place", place[1], "Journal/Title")


def _keywords(node: etree._Element) -> str:
    """The authors' keywords, and behind them the subject headings."""
    found = [
        text
        for path in ("KeywordList/Keyword", "MeshHeadingList/MeshHeading/DescriptorName")
        for each in node.iterfind(f"MedlineCitation/{path}")
        if (text := words(each))
    ]
    return ", ".join(dict.fromkeys(found))


def _read_type(article: etree._Element | None) -> ItemType:
    kinds = set() if article is None else {words(each) for each in article.iterfind("PublicationTypeList/*")}
    if "Preprint" in kinds:
        return ItemType.ARTICLE
    return ItemType.ARTICLE_JOURNAL


def _read_ids(node: etree._Element, draft: Draft) -> None:
    """PMID, DOI and PMCID of the record itself, never of the works it cites."""
    pmid = words(node, "MedlineCitation/PMID")
    listed = {each.get("IdType"): words(each) for each in node.iterfind("PubmedData/ArticleIdList/ArticleId")}
    doi = normalise_doi(listed.get("doi") or _electronic(node) or "")
    pmcid = listed.get("pmc")
    draft.identify(pmid, "pmid:")
    draft.identify(doi, "doi:")
    draft.identify(pmcid)
    draft.put("PMID", pmid, "PMID")
    draft.put("DOI", doi, "ArticleId")
    draft.put("PMCID", pmcid, "ArticleId")
    draft.put(
        "URL", f"https://doi.org/{doi}" if doi else f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/", "ArticleId"
    )


def _electronic(node: etree._Element) -> str | None:
    for each in node.iterfind("MedlineCitation/Article/ELocationID[@EIdType='doi']"):
        if each.get("ValidYN") != "N":
            return words(each)
    return None


def _title(article: etree._Element | None) -> tuple[str, str | None]:
    """The element of the title and the title: that of the work's own language where no other is told."""
    title = without_stop(rich_of(find(article, "ArticleTitle")))
    if title and title != "[Not Available]":
        return "ArticleTitle", title
    return "VernacularTitle", without_stop(rich_of(find(article, "VernacularTitle"))) or title


def _issued(article: etree._Element | None) -> Date | None:
    date = find(article, "Journal/JournalIssue/PubDate")
    words_of = words(date, "MedlineDate")
    if words_of:
        return date_of_medline(words_of)
    found = _date_of(date)
    return found or _date_of(find(article, "ArticleDate"))


def _date_of(node: etree._Element | None) -> Date | None:
    return date_of_parts(
        words(node, "Year"), words(node, "Month") or words(node, "Season"), words(node, "Day")
    )


# 1998 Dec-1999 Jan; 2000 Spring; 1990 May-Jun; 2002 Sep 15-30
_MEDLINE = re.compile(
    r"(\d{4})(?:\s+([A-Za-z]+))?(?:\s+(\d{1,2}))?(?:\s*[-–/]\s*(?:(\d{4})\s*)?([A-Za-z]+)?(?:\s*(\d{1,2}))?)?"
)


def date_of_medline(text: str) -> Date | None:
    """The Date of a MedlineDate.

    >>> str(date_of_medline("1998 Dec-1999 Jan")), str(date_of_medline("1990 May-Jun"))
    ('1998-12/1999-01', '1990-05/1990-06')
    """
    found = _MEDLINE.match(text)
    if not found:
        only = re.search(r"\b(?:1[5-9]|20)\d\d\b", text)
        return date_of_parts(only.group()) if only else Date(literal=text)
    year, month, day, year2, month2, day2 = found.groups()
    first = date_of_parts(year, month, day)
    if first is None or not (year2 or month2 or day2):
        return first
    last = date_of_parts(year2 or year, month2 or (month if day2 else None), day2)
    if last is None or last.parts <= first.parts:
        return first
    return Date(first.parts, last.parts)


def _abstract(article: etree._Element | None) -> str | None:
    parts = [] if article is None else [_section(each) for each in article.iterfind("Abstract/AbstractText")]
    return " ".join(part for part in parts if part) or None


def _section(node: etree._Element) -> str | None:
    """A section of an abstract, behind its label: ``RESULTS: ...``."""
    text, label = rich_of(node), node.get("Label")
    return f"{label}: {text}" if text and label and label != "UNLABELLED" else text


def _notices(node: etree._Element) -> Iterable[Notice]:
    """What PubMed says of the work: comments and corrections, and its own publication types."""
    preprint = _is_preprint(node)
    for each in node.iterfind("MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        word = each.get("RefType") or ""
        kind = read_kind(word)
        if kind is NoticeKind.UPDATED and word == "UpdateIn" and preprint:
            kind = NoticeKind.PREPRINT_PUBLISHED
        if kind is None:
            continue
        pmid = words(each, "PMID")
        named = Identifier(Scheme.PMID, pmid) if pmid else None
        yield Notice(kind, SERVICE, named, _source_date(words(each, "RefSource")), word)
    kinds = {words(each) for each in node.iterfind("MedlineCitation/Article/PublicationTypeList/*")}
    if "Retracted Publication" in kinds:
        yield Notice(NoticeKind.RETRACTION, SERVICE, label="Retracted Publication")


def _is_preprint(node: etree._Element) -> bool:
    return _read_type(find(node, "MedlineCitation/Article")) is ItemType.ARTICLE


def _source_date(source: str | None) -> Date | None:
    """The date in ``Lancet. 2010 Feb 6;375(9713):445``."""
    found = re.search(r"\.\s*(\d{4})(?:\s+([A-Z][a-z]{2})(?:\s+(\d{1,2}))?)?\b", source or "")
    return date_of_parts(*found.groups()) if found else None
