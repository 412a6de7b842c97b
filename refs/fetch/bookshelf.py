"""NCBI Bookshelf and StatPearls: chapters by NBK number (PubmedBookArticle XML)."""

from collections.abc import Iterable

from lxml import etree

from refs.fetch.dates import date_of_parts
from refs.fetch.decode import find, words
from refs.fetch.draft import Draft
from refs.fetch.markup import rich_of, without_stop
from refs.fetch.pubmed_names import read_authors
from refs.fetch.pubmed_pages import read_pages
from refs.model.bookshelf import nlm_citation, print_date
from refs.model.date import Date
from refs.model.fetched import Notice
from refs.model.identifier import normalise_doi
from refs.model.item import Item, ItemType
from refs.model.name import Name

SERVICE = "bookshelf"


def read_book_record(node: etree._Element) -> tuple[Item, tuple[Notice, ...]]:
    """The chapter or book of a PubmedBookArticle."""
    document = find(node, "BookDocument")
    book = find(document, "Book")
    chapter = rich_of(find(document, "ArticleTitle"))
    draft = Draft(SERVICE, ItemType.CHAPTER if chapter else ItemType.BOOK)
    nbk = _read_ids(document, draft)
    title = without_stop(rich_of(find(book, "BookTitle")))
    draft.put("title", without_stop(chapter) or title, "ArticleTitle" if chapter else "BookTitle")
    editors = list(_names(book, "editors")) or list(_names(document, "editors"))
    own, whole = list(_names(document, "authors")), list(_names(book, "authors"))
    draft.names("author", own or ([] if editors and chapter else whole), "AuthorList")
    draft.names("editor", editors, "Book/AuthorList")
    draft.names("container_author", whole if chapter and own else [], "Book/AuthorList")
    draft.put("container_title", title if chapter else None, "BookTitle")
    _read_dates(document, book, draft)
    draft.put("publisher", words(book, "Publisher/PublisherName"), "PublisherName")
    draft.put("publisher_place", words(book, "Publisher/PublisherLocation"), "PublisherLocation")
    draft.put("edition", words(book, "Edition"), "Edition")
    draft.put("volume", words(book, "Volume"), "Volume")
    draft.put("collection_title", words(book, "CollectionTitle"), "CollectionTitle")
    draft.put("ISBN", words(book, "Isbn"), "Isbn")
    draft.put("DOI", _book_doi(book) if not chapter else None, "ELocationID")
    draft.put("page", read_pages(document), "Pagination")
    draft.put("license", words(document, "Abstract/CopyrightInformation"), "CopyrightInformation")
    draft.put("language", words(document, "Language"), "Language")
    draft.put("URL", f"https://www.ncbi.nlm.nih.gov/books/{nbk}/" if nbk else None, "bookaccession")
    return _finished(draft), ()


def _book_doi(book: etree._Element | None) -> str | None:
    return normalise_doi(words(book, "ELocationID[@EIdType='doi']") or "")


def _finished(draft: Draft) -> Item:
    item = draft.item()
    return item.replace(custom={**item.custom, "nlm": nlm_citation(item)})


def _read_ids(document: etree._Element | None, draft: Draft) -> str | None:
    """The NBK number and the PMID; a DOI in the record is the book's, and only a book takes it."""
    nodes = [] if document is None else document.findall("ArticleIdList/ArticleId")
    listed = {each.get("IdType"): words(each) for each in nodes}
    nbk, pmid = listed.get("bookaccession"), words(document, "PMID")
    draft.identify(nbk)
    draft.identify(pmid, "pmid:")
    draft.put("PMID", pmid, "PMID")
    if nbk:
        draft.custom["NBK"] = nbk
    return nbk


def _names(node: etree._Element | None, kind: str) -> Iterable[Name]:
    return [] if node is None else read_authors(find(node, f"AuthorList[@Type='{kind}']"))


def _read_dates(document: etree._Element | None, book: etree._Element | None, draft: Draft) -> None:
    """The chapter's own date, and the book's as NCBI prints it.

    StatPearls moves ContributionDate with each revision; other books keep it as the first posting and
    put the revision into DateRevised.
    """
    first, revised = _date(find(document, "ContributionDate")), _date(find(document, "DateRevised"))
    published, begun, ended = (_date(find(book, name)) for name in ("PubDate", "BeginningDate", "EndingDate"))
    statpearls = book is not None and (find(book, "BookTitle[@book='statpearls']") is not None)
    updated = first if statpearls else revised
    latest = max((date for date in (first, revised) if date), key=lambda date: date.parts, default=None)
    tag = "ContributionDate" if latest == first else "DateRevised"
    draft.put("issued", latest or published or begun, tag if latest else "PubDate")
    draft.put("original_date", first if first != latest else None, "ContributionDate")
    if updated and latest:
        draft.custom["updated"] = f"[Updated {print_date(updated)}]"
    if first and not statpearls:
        draft.custom["posted"] = print_date(first)
    draft.custom["book_date"] = _book_date(published, begun, ended)


def _date(node: etree._Element | None) -> Date | None:
    return date_of_parts(words(node, "Year"), words(node, "Month"), words(node, "Day"))


def _book_date(published: Date | None, begun: Date | None, ended: Date | None) -> str:
    """The dates of a book as NCBI prints them: ``2022 Jan-`` while it goes on, ``1993-2025`` when closed."""
    if begun is None:
        return print_date(published)
    return f"{print_date(begun)}-{print_date(ended)}"
