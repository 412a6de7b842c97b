"""Google Books: books by ISBN."""

from collections.abc import Mapping
from typing import Any

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json, unlike
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.people import name_of
from refs.model.fetched import SourceReading
from refs.model.identifier import normalise_isbn
from refs.model.item import Item, ItemType

SERVICE = "googlebooks"


def ask_googlebooks(http: Http, isbn: str) -> Answer:
    """The volumes that a search for an ISBN finds; others than the one asked for may be among them."""
    key = {"key": http.keys[SERVICE]} if SERVICE in http.keys else {}
    params = {"q": f"isbn:{isbn}", "maxResults": "5"} | key
    return http.get(f"{http.services.googlebooks}/volumes", service=SERVICE, params=params)


def read_googlebooks(data: bytes) -> SourceReading:
    """The volumes of an answer."""
    decoded, flaws = load_json(data)
    flaws = flaws or unlike(decoded, "items", "totalItems")
    listed = [as_dict(as_dict(each).get("volumeInfo")) for each in as_list(as_dict(decoded).get("items"))]
    return SourceReading(
        tuple(_read_volume(each) for each in listed if as_text(each.get("title"))), tuple(flaws)
    )


def _read_volume(volume: Mapping[str, Any]) -> Item:
    draft = Draft(SERVICE, ItemType.BOOK)
    for each in map(as_dict, as_list(volume.get("industryIdentifiers"))):
        isbn = normalise_isbn(as_text(each.get("identifier")) or "")
        draft.identify(isbn, "isbn:")
        draft.put("ISBN", isbn, "industryIdentifiers")
    title, subtitle = as_text(volume.get("title")), as_text(volume.get("subtitle"))
    draft.put("title", f"{title}: {subtitle}" if subtitle else title, "title")
    draft.names("author", (name_of(as_text(each)) for each in as_list(volume.get("authors"))), "authors")
    draft.put("publisher", as_text(volume.get("publisher")), "publisher")
    draft.put("issued", date_of_text(as_text(volume.get("publishedDate"))), "publishedDate")
    draft.put("number_of_pages", as_text(volume.get("pageCount")), "pageCount")
    draft.put("language", as_text(volume.get("language")), "language")
    return draft.item()
