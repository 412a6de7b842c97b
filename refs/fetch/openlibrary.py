"""Open Library: books by ISBN."""

from collections.abc import Iterable, Mapping
from typing import Any

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.people import name_of
from refs.model.fetched import SourceReading
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import normalise_isbn
from refs.model.item import Item, ItemType

SERVICE = "openlibrary"


def ask_openlibrary(http: Http, isbn: str) -> Answer:
    """The book of an ISBN."""
    params = {"bibkeys": f"ISBN:{isbn}", "format": "json", "jscmd": "data"}
    return http.get(f"{http.services.openlibrary}/api/books", service=SERVICE, params=params)


def read_openlibrary(data: bytes) -> SourceReading:
    """The books of an answer: under their ISBNs, or one edition by itself."""
    decoded, flaws = load_json(data)
    books = list(_books(decoded))
    if not books and not flaws and decoded != {}:
        flaws.append(Flaw(FlawCode.UNREAD, "the answer holds no book"))
    return SourceReading(tuple(_read_book(key, book) for key, book in books), tuple(flaws))


def _books(decoded: Any) -> Iterable[tuple[str, Mapping[str, Any]]]:
    fields = as_dict(decoded)
    if as_text(fields.get("title")):
        return [("", fields)]
    return [(key, as_dict(book)) for key, book in fields.items() if as_text(as_dict(book).get("title"))]


def _read_book(key: str, book: Mapping[str, Any]) -> Item:
    draft = Draft(SERVICE, ItemType.BOOK)
    named = as_dict(book.get("identifiers")) or book
    isbns = [
        key.removeprefix("ISBN:"),
        *map(as_text, as_list(named.get("isbn_13"))),
        as_text(named.get("isbn_10")),
    ]
    for isbn in isbns:
        draft.identify(normalise_isbn(isbn or ""), "isbn:")
        draft.put("ISBN", normalise_isbn(isbn or ""), "identifiers")
    title, subtitle = as_text(book.get("title")), as_text(book.get("subtitle"))
    draft.put("title", f"{title}: {subtitle}" if subtitle else title, "title")
    draft.names("author", (name_of(_name(each)) for each in as_list(book.get("authors"))), "authors")
    draft.put("author", tuple(filter(None, [name_of(as_text(book.get("by_statement")))])), "by_statement")
    draft.put("publisher", _name(next(iter(as_list(book.get("publishers"))), None)), "publishers")
    draft.put(
        "publisher_place", _name(next(iter(as_list(book.get("publish_places"))), None)), "publish_places"
    )
    draft.put("issued", date_of_text(as_text(book.get("publish_date"))), "publish_date")
    draft.put("number_of_pages", as_text(book.get("number_of_pages")), "number_of_pages")
    draft.put("edition", as_text(book.get("edition_name")), "edition_name")
    return draft.item()


def _name(value: object) -> str | None:
    return as_text(as_dict(value).get("name")) if isinstance(value, dict) else as_text(value)
