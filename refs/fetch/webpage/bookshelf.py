"""Pages of the NCBI Bookshelf: the chapter's own dates, and the book's as the page prints them."""

import re

from refs.fetch.dates import date_of_text
from refs.fetch.decode import words
from refs.fetch.draft import Draft
from refs.fetch.webpage.page import Page
from refs.model.bookshelf import print_date

# StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2022 Jan-.
_IMPRINT = re.compile(r"\.\s+([^.:;]{3,60}):\s+([^;:]{3,80});\s+(\d{4}(?:\s[A-Z][a-z]{2})?[-–](?:\d{4})?)")
_UPDATED = re.compile(
    r"\[?(?:Last )?Update[ds]?:?\s+((?:\d{4}\s\w+\s\d{1,2})|(?:\w+\s\d{1,2},\s\d{4}))\]?", re.IGNORECASE
)
_STATPEARLS = ("StatPearls Publishing", "Treasure Island (FL)")


def is_bookshelf(page: Page) -> bool:
    """Whether the page is a chapter or book of the Bookshelf."""
    return page.meta("ncbi_acc", "ncbi_domain") is not None or "/books/NBK" in page.url


def read_bookshelf_page(page: Page, draft: Draft) -> None:
    """Fill what only the Bookshelf has: book, publisher, place, the updated date and the book's own date."""
    text = words(page.root) or ""
    imprint = _IMPRINT.search(text[:20_000])
    book = page.meta("citation_inbook_title", "citation_book_title")
    title = re.sub(r"\s*\[Internet\]", "", book[1]) if book else None
    draft.put("container_title", title, book[0] if book else None)
    draft.put("medium", "Internet" if title else None, "citation_inbook_title")
    if imprint:
        draft.put("publisher_place", imprint.group(1), "text")
        draft.put("publisher", imprint.group(2), "text")
        draft.custom["book_date"] = imprint.group(3).replace("–", "-")
    elif title and title.startswith("StatPearls"):
        draft.put("publisher", _STATPEARLS[0], "citation_inbook_title")
        draft.put("publisher_place", _STATPEARLS[1], "citation_inbook_title")
    hit = page.meta("citation_date", "citation_publication_date")
    seen = _UPDATED.search(text[:20_000])
    date = date_of_text(seen.group(1)) if seen else date_of_text(hit[1]) if hit else None
    if date and title and title.startswith("StatPearls"):
        draft.custom["updated"] = f"[Updated {print_date(date)}]"
    draft.put("issued", date, "text" if seen else "citation_date")
    found = page.meta("ncbi_acc")
    draft.identify(found[1] if found else None)
