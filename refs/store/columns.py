"""An item → the columns that are kept beside its CSL-JSON, so that SQL can list, sort and search it."""

import re
from collections.abc import Sequence

from refs.model.date import Date
from refs.model.identifier import (
    Identifier,
    Scheme,
    find_identifiers,
    normalise_isbn,
    normalise_url,
    parse_identifier,
)
from refs.model.item import Item, ItemType
from refs.model.link import Link
from refs.model.name import Name

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
_FIELDS = ((Scheme.DOI, "DOI"), (Scheme.PMID, "PMID"), (Scheme.PMCID, "PMCID"))
# the hosts whose URLs may be identifiers
_REGISTRY = re.compile(
    r"doi\.org|nih\.gov|fda\.gov|europepmc|arxiv|clinicaltrials|orcid|openalex|dailymed|setid", re.IGNORECASE
)
_WORK = {
    scheme.value
    for scheme in (
        Scheme.DOI,
        Scheme.SHORT_DOI,
        Scheme.PMID,
        Scheme.PMCID,
        Scheme.NBK,
        Scheme.SETID,
        Scheme.FDA_LABEL,
        Scheme.ARXIV,
        Scheme.ISBN,
        Scheme.OPENALEX,
        Scheme.URL,
    )
}


def missing_of(item: Item) -> tuple[str, ...]:
    """The variables that a bibliography entry of this type needs and the item lacks."""
    wanted = _WANTED.get(item.type, ("title",))
    return tuple([name for name in wanted if not getattr(item, name)])


def authors_of(item: Item) -> str | None:
    """The authors, or the editors where there are none, as ``Basit Hajira; Kahwaji Chadi I``."""
    names = item.author or item.editor
    return "; ".join(map(_sorted_name, names)) if names else None


def _sorted_name(name: Name) -> str:
    if name.literal is not None:
        return name.literal
    if name.family and name.given and not name.non_dropping_particle:
        return f"{name.family} {name.given}"
    parts = (name.non_dropping_particle, name.family, name.given)
    return " ".join(part for part in parts if part)


def year_of(item: Item) -> int | None:
    """The year of issue."""
    return item.issued.year if item.issued else None


def iso_of(date: Date | None) -> str | None:
    """The date in ISO 8601, or None."""
    return (str(date) or None) if date else None


def identify(item: Item) -> tuple[Identifier, ...]:
    """Every identifier of the item, with its URL in the form for comparing, each once.

    The ISBN counts only for what is a book itself: a chapter shares it with its neighbours.
    """
    found = list(item.identifiers)
    if item.DOI or item.PMID or item.PMCID:
        schemes = [each.scheme for each in found]
        for scheme, name in _FIELDS:
            if scheme not in schemes and (value := getattr(item, name)):
                found += find_identifiers(None, **{name: value})
    if item.ISBN and item.type in _OWN_ISBN:
        found += _isbns(item.ISBN)
    if item.URL:
        own = identify_url(item.URL, found)
        if not any(own is each for each in found):
            found.append(own)
    if len(found) < 2 or len(found) == len(item.identifiers):
        return tuple(found)
    return tuple(dict.fromkeys(found))


def identify_url(url: str, known: Sequence[Identifier] = ()) -> Identifier:
    """The identifier that a URL stands for, one of those known where it ends in it, or the URL in its plain form."""
    if not url.startswith("https://doi.org/") and not _REGISTRY.search(url):
        return Identifier(Scheme.URL, comparable_url(url))
    end = url.rstrip("/").lower()
    for each in known:
        if end.endswith(f"/{each.value.lower()}"):
            return each
    own = parse_identifier(url)
    return own if own and own.scheme is not Scheme.URL else Identifier(Scheme.URL, comparable_url(url))


def is_of_work(identifier: Identifier) -> bool:
    """Whether two items that share the identifier are one work: an ISSN or a bare host does not make them so."""
    if identifier.scheme is Scheme.URL:
        return identifier.value.count("/") > 2
    return identifier.scheme._value_ in _WORK


def _isbns(text: str) -> list[Identifier]:
    found = (
        normalise_isbn(each) for each in re.split(r"[,;/]|\s+(?=97[89])|\s(?=\d{9}[\dXx]\b)", text[:500])
    )
    return [Identifier(Scheme.ISBN, each) for each in found if each]


def comparable_url(url: str) -> str:
    """The form of a URL for comparing, or the text itself when it is no URL."""
    try:
        return normalise_url(url)
    except ValueError:
        return url


def links_of(item: Item, identifiers: Sequence[Identifier]) -> tuple[Link, ...]:
    """What there is to check: the printed URL, then the DOI or other identifier when the URL is not its own."""
    known = [each for each in identifiers if each.scheme in _LINKED]
    first = known[0] if known and known[0].scheme is Scheme.DOI else min(known, key=_rank, default=None)
    if not item.URL:
        return (Link(first.url, str(first)),) if first and first.url else ()
    own = identify_url(item.URL, identifiers)
    printed = Link(item.URL, None if own.scheme is Scheme.URL else str(own))
    if first and first.scheme is Scheme.DOI and first != own and first.url:
        return (printed, Link(first.url, str(first)))
    return (printed,)


def _rank(identifier: Identifier) -> int:
    return _LINKED.index(identifier.scheme)
