"""What DataCite's records say of the book or journal that holds a work (kernel 4.4, "relatedItem"), and of numbers."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from refs.fetch.datacite_names import read_name
from refs.fetch.decode import as_dict, as_list, as_text
from refs.fetch.draft import Draft
from refs.fetch.markup import rich

_PUBLISHED_IN = "IsPublishedIn"
_HOLDING = (_PUBLISHED_IN, "IsPartOf")


def holder_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """The book or the journal that holds the work, as an object of ``relatedItems``."""
    return next(filter(None, (_related(record, kind) for kind in _HOLDING)), {})


def publication_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """What the work says that it was published in, as an object of ``relatedItems``."""
    return _related(record, _PUBLISHED_IN)


def _related(record: Mapping[str, Any], kind: str) -> dict[str, Any]:
    listed = (as_dict(each) for each in as_list(record.get("relatedItems")))
    return next((each for each in listed if each.get("relationType") == kind), {})


def read_holder(holder: Mapping[str, Any], draft: Draft) -> None:
    """Title, numbers, pages and people of what holds the work."""
    titles = [as_dict(each) for each in as_list(holder.get("titles"))]
    draft.put("container_title", rich(as_text(titles[0].get("title"))) if titles else None, "relatedItems")
    for name in ("volume", "issue", "edition"):
        draft.put(name, as_text(holder.get(name)), "relatedItems")
    pages = [as_text(holder.get(name)) for name in ("firstPage", "lastPage")]
    draft.put("page", "-".join(dict.fromkeys(page for page in pages if page)), "relatedItems")
    draft.put("number", as_text(holder.get("number")), "relatedItems")
    editors = [
        each
        for each in map(as_dict, as_list(holder.get("contributors")))
        if each.get("contributorType") == "Editor"
    ]
    draft.names("editor", map(read_name, editors), "relatedItems")
    draft.names("container_author", map(read_name, as_list(holder.get("creators"))), "relatedItems")


def read_numbers(record: Mapping[str, Any], draft: Draft) -> None:
    """ISBN and ISSN of the work, or of what it is in; and how many pages it has."""
    for kind, value in _numbers(record):
        if kind in {"ISBN", "ISSN", "EISSN"}:
            draft.put("ISBN" if kind == "ISBN" else "ISSN", as_text(value), "identifiers")
    sizes = " ".join(_texts(record.get("sizes")))
    found = re.search(r"(?<![\d.])(\d{1,5})\s*(?:pages|p\.)", sizes)
    draft.put("number_of_pages", found[1] if found and not holder_of(record) else None, "sizes")


def _texts(value: object) -> Iterable[str]:
    return (text for each in as_list(value) if (text := as_text(each)))


def _numbers(record: Mapping[str, Any]) -> Iterable[tuple[object, object]]:
    for each in map(as_dict, as_list(record.get("identifiers"))):
        yield each.get("identifierType"), each.get("identifier")
    for each in map(as_dict, as_list(record.get("relatedIdentifiers"))):
        if each.get("relationType") in {*_HOLDING, "IsIdenticalTo"}:
            yield each.get("relatedIdentifierType"), each.get("relatedIdentifier")
    inner = as_dict(holder_of(record).get("relatedItemIdentifier"))
    yield inner.get("relatedItemIdentifierType"), inner.get("relatedItemIdentifier")
