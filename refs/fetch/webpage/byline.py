"""Who wrote a page: people and organisations, and never "Staff"."""

import re
from collections.abc import Iterator

from refs.fetch.decode import as_list
from refs.fetch.people import is_organisation, name_of, organisation
from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.site import names_of
from refs.model.name import Name
from refs.text import fold, squeeze

Found = tuple[str, tuple[Name, ...]]

_META = (
    "article:author",
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article:author_name",
    "article.author",
    "twitter:creator_name",
)
_NOBODY = re.compile(
    r"^(?:(?:the|by|our)\s+)*(?:.*\bstaff\b.*|editorial\s+(?:team|board|staff)|.*\beditors\b|editor|redaktion|admin(?:istrator)?|guest|"
    r"unknown|anonymous|webmaster|author|none|null|undefined|contributors?|news\s*desk|content\s+team|.*\beditorial\s+team)$",
    re.IGNORECASE,
)
_URLISH = re.compile(r"^(?:https?:)?//|^www\.|^@|\.(?:com|org|net|html?)(?:/|$)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,?\s+(?:and|und|et|y|&)\s+|;|\|)\s*|\s*,\s*(?!(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D)\b)")


def authors_of(page: Page) -> Found | None:
    """The authors and the tag that told them; None where the page names no real one."""
    site = {fold(name) for name in names_of(page)}
    known = host_of(page.host)
    for tag, names in _candidates(page):
        real = tuple(dict.fromkeys(name for name in names if _is_real(name, site)))
        if known is not None and not known.people:
            real = ()
        if real:
            return tag, real
    if known is not None and known.author:
        return "host", (Name(literal=known.author),)
    return None


def _candidates(page: Page) -> Iterator[Found]:
    cited = page.metas.get("citation_author") or page.metas.get("citation_authors") or []
    if cited:
        yield "citation_author", tuple(filter(None, map(_cited, _split_cited(cited))))
    for work in works(page.objects):
        names = tuple(name for each in as_list(work.get("author")) for name in _data(page, each))
        if names:
            yield "json-ld:author", names
    for tag in _META:
        values = [value for value in page.metas.get(tag, ()) if not _URLISH.search(value)]
        names = tuple(name for value in values for name in split_names(value))
        if names:
            yield tag, names


def _split_cited(values: list[str]) -> list[str]:
    return [part for value in values for part in value.split(";") if part.strip()]


def _cited(value: str) -> Name | None:
    return name_of(value)


def _data(page: Page, value: object) -> Iterator[Name]:
    whole = resolve(value, page.objects)
    text = name_in(whole)
    if not text or _URLISH.search(text):
        return
    kinds = types_of(whole) if isinstance(whole, dict) else set()
    if kinds & {
        "organization",
        "newsmediaorganization",
        "corporation",
        "governmentorganization",
        "medicalorganization",
    }:
        if name := organisation(text):
            yield name
        return
    yield from split_names(text)


def split_names(text: str) -> Iterator[Name]:
    """The names in a byline such as ``By Jane Doe and John Roe, MD``."""
    text = re.sub(r"^\s*(?:by|von|par|di|por)\b[:\s]+", "", squeeze(text), flags=re.IGNORECASE)
    if is_organisation(text) and not _AND.search(text):
        yield Name(literal=text)
        return
    for part in _AND.split(text):
        if part and (name := name_of(part)):
            yield name


def _is_real(name: Name, site: set[str]) -> bool:
    text = str(name)
    return (
        bool(text)
        and not _NOBODY.match(text)
        and fold(text) not in site
        and not _URLISH.search(text)
        and len(text) < 80
    )
