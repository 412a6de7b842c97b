"""An item → the columns that are kept beside its CSL-JSON, so that SQL can list, sort and search it."""

import re
from typing import Any

from refs.model.identifier import Identifier, Scheme, find_identifiers, normalise_isbn, normalise_url
from refs.model.item import Item, ItemType
from refs.model.link import Link
from refs.model.name import Name
from refs.text import fold

_WANTED: dict[ItemType, tuple[str, ...]] = {
    ItemType.ARTICLE_JOURNAL: ("title", "container_title", "issued"),
    ItemType.CHAPTER: ("title", "container_title"),
    ItemType.BOOK: ("title", "issued"),
}
_OWN_ISBN = {ItemType.BOOK, ItemType.REPORT, ItemType.DOCUMENT, ItemType.THESIS, ItemType.STANDARD}
_LINKED = (
    Scheme.DOI,
    Scheme.PMID,
    Scheme.PMCID,
    Scheme.NBK,
    Scheme.SETID,
    Scheme.FDA_LABEL,
    Scheme.ARXIV,
    Scheme.NCT,
    Scheme.SHORT_DOI,
)
_FIELD_OF = {Scheme.DOI: "DOI", Scheme.PMID: "PMID", Scheme.PMCID: "PMCID"}
_WORK = {
    Scheme.DOI,
    Scheme.SHORT_DOI,
    Scheme.PMID,
    Scheme.PMCID,
    Scheme.NBK,
    Scheme.SETID,
    Scheme.FDA_LABEL,
    Scheme.ARXIV,
    Scheme.ISBN,
    Scheme.URL,
}


def missing_of(item: Item) -> tuple[str, ...]:
    """The variables that a bibliography entry of this type needs and the item lacks."""
    wanted = _WANTED.get(item.type, ("title",))
    return tuple(name for name in wanted if not getattr(item, name))


def authors_of(item: Item) -> str | None:
    """The authors, or the editors where there are none, as ``Basit Hajira; Kahwaji Chadi I``."""
    names = item.author or item.editor
    return "; ".join(map(_sorted_name, names)) if names else None


def _sorted_name(name: Name) -> str:
    if name.literal is not None:
        return name.literal
    parts = (name.non_dropping_particle, name.family, name.given)
    return " ".join(part for part in parts if part)


def year_of(item: Item) -> int | None:
    """The year of issue."""
    return item.issued.year if item.issued else None


def identify(item: Item) -> tuple[Identifier, ...]:
    """Every identifier of the item, with its URL in the form for comparing, each once.

    The ISBN counts only for what is a book itself: a chapter shares it with its neighbours.
    """
    found = dict.fromkeys(item.identifiers)
    schemes = {each.scheme for each in found}
    fields = {
        name: value
        for scheme, name in _FIELD_OF.items()
        if scheme not in schemes and (value := getattr(item, name))
    }
    found.update(dict.fromkeys(find_identifiers(None, **fields)))
    if item.ISBN and item.type in _OWN_ISBN:
        found.update(dict.fromkeys(_isbns(item.ISBN)))
    if item.URL:
        found.update(dict.fromkeys(_identify_url(item.URL)))
    return tuple(found)


def is_of_work(identifier: Identifier) -> bool:
    """Whether two items that share the identifier are one work: an ISSN or a bare host does not make them so."""
    if identifier.scheme is Scheme.URL:
        return identifier.value.count("/") > 2
    return identifier.scheme in _WORK


def _isbns(text: str) -> list[Identifier]:
    found = (
        normalise_isbn(each) for each in re.split(r"[,;/]|\s+(?=97[89])|\s(?=\d{9}[\dXx]\b)", text[:500])
    )
    return [Identifier(Scheme.ISBN, each) for each in found if each]


def _identify_url(url: str) -> list[Identifier]:
    found = [each for each in find_identifiers(url) if each.scheme is not Scheme.URL]
    return found or [Identifier(Scheme.URL, comparable_url(url))]


def comparable_url(url: str) -> str:
    """The form of a URL for comparing, or the text itself when it is no URL."""
    try:
        return normalise_url(url)
    except ValueError:
        return url


def links_of(item: Item) -> tuple[Link, ...]:
    """What there is to check: the printed URL, then the DOI or other identifier when the URL is not its own."""
    identifiers = [each for each in identify(item) if each.scheme in _LINKED]
    identifiers.sort(key=lambda each: _LINKED.index(each.scheme))
    first = identifiers[0] if identifiers else None
    if not item.URL:
        return (Link(first.url, str(first)),) if first and first.url else ()
    own = next((each for each in _identify_url(item.URL) if each.scheme is not Scheme.URL), None)
    printed = Link(item.URL, str(own) if own else None)
    doi = first if first and first.scheme is Scheme.DOI and first != own else None
    return (printed, Link(doi.url, str(doi))) if doi and doi.url else (printed,)


def suggest_key(item: Item) -> str:
    """A citation key made of the first author's family name and the year, such as ``basit2020``.

    Without an author it begins with the first long word of the title; without anything it is ``item``.
    """
    names = item.author or item.editor
    words = re.findall(r"[^\W\d_]+", fold(item.title or ""))
    head = re.sub(r"[^a-z0-9]", "", fold(names[0].key)) if names else ""
    head = head or next((word for word in words if len(word) > 3), "item")
    return f"{head[:30]}{year_of(item) or ''}"


def identifier_rows(item: Item, number: int) -> list[tuple[Any, ...]]:
    """The rows of the table `identifiers` for an item."""
    return [(str(each.scheme), each.value, number) for each in identify(item)]
