"""Who wrote a page: people and organisations, and never "Staff"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refs.fetch.decode import as_list
from refs.fetch.people import is_organisation, name_of, organisation
from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.masthead import bare
from refs.fetch.webpage.nobody import holds_site, is_address, is_nobody, is_ours, may_be_person
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.signature import SEEN, signatures_of
from refs.fetch.webpage.site import names_of
from refs.fetch.webpage.splitting import split_names
from refs.fetch.webpage.titlepage import names_below_title
from refs.model.name import Name

Found = tuple[str, tuple[Name, ...]]

_META = (
    "article:author", "article:author_name", "article.author", "author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "dc.creator.personalname", "byl", "byline", "authors", "author_name", "creator", "twitter:creator:name",
    "eprints.creators_name",
)  # fmt: skip


def authors_of(page: Page) -> Found | None:
    """The authors and the tag that told them; None where the page names no real one.

    People win over organisations, since pages often call their owner the author; a person who is called as the
    site is wins over what is seen only.
    """
    known = host_of(page.host)
    if known is not None and not known.people:
        return ("host", (Name(literal=known.author),)) if known.author else None
    site = _site_of(page)
    bodies: Found | None = None
    own: Found | None = None
    signed: Found | None = None
    for tag, names in _candidates(page, site.told):
        real = tuple(dict.fromkeys(name for name in names if _is_real(name, site, tag)))
        if tag != "citation_author":
            real = _without_offices(real, site.names)
        if not real:
            if tag in SEEN[:2] and names and all(is_ours(str(name), site.names) for name in names):
                break
            continue
        if tag != "json-ld:organisation" and any(_is_person(name, tag) for name in real):
            if tag == "json-ld:author" and all(bare(str(name)) in site.names for name in real):
                own = own or (tag, real)
                continue
            if tag in SEEN:
                return own or (
                    tag,
                    (real[0], *(name for name in real[1:] if bare(str(name)) not in site.names)),
                )
            return tag, _fuller(real, page, site.told)
        if tag not in SEEN:
            bodies = bodies or (tag, real)
        elif tag != SEEN[-1] and all(is_organisation(str(name)) for name in real):
            signed = signed or (tag, real)
    return own or bodies or signed or _doctor(page)


@dataclass(frozen=True, slots=True)
class _Site:
    """The names of a site, bare: those it calls itself by, and these with its host's."""

    told: frozenset[str]
    names: frozenset[str]


def _site_of(page: Page) -> _Site:
    told = frozenset(bare(name) for name in names_of(page, owner=False)) - {""}
    return _Site(told, told | {bare(name) for name in (page.host, *page.host.split(".")[:-1])} - {""})


def _fuller(names: tuple[Name, ...], page: Page, site: frozenset[str]) -> tuple[Name, ...]:
    """The name of one word that stands alone as the page's data elsewhere tell it whole."""
    if len(names) > 1 or " " in str(names[0]):
        return names
    others = (name for _, those in _data_authors(page, site) for name in those)
    return next(((name,) for name in others if str(name).startswith(f"{names[0]} ")), names)


# Dr. Jane Doe, Prof. Dr. John Roe
_DOCTOR = re.compile(
    r"(?:prof(?:essor|\.)?\s+)?(?:dr\.?\s+)+(?=[^\W\d_]+\s+[^\W\d_]+(?:-\w+)?$)", re.IGNORECASE
)


def _doctor(page: Page) -> Found | None:
    """The doctor after whom a site is called, where it names no other author."""
    for name in names_of(page):
        if (found := _DOCTOR.match(name)) and not is_organisation(name):
            person = name_of(name[found.end() :])
            return ("site", (person,)) if person else None
    return None


def _is_person(name: Name, tag: str) -> bool:
    """Whether a name is surely a person's; a lone word in a meta tag is more often a user's or an owner's."""
    text = str(name)
    if is_organisation(text):
        return False
    return tag in SEEN or tag.startswith("json-ld") or " " in text


def _candidates(page: Page, site: frozenset[str]) -> Iterator[Found]:
    cited = page.metas.get("citation_author") or page.metas.get("citation_authors") or []
    if cited:
        yield "citation_author", tuple(filter(None, map(_cited, _split_cited(cited))))
    yield from _data_authors(page, site)
    for tag in _META:
        names = tuple(
            name
            for value in page.metas.get(tag, ())
            if not is_address(value)
            for name in _without_credits(tuple(split_names(value)))
        )
        if names:
            yield tag, names
    yield from signatures_of(page)
    yield SEEN[-1], names_below_title(page)
    if hit := _labelled(page):
        yield "twitter:data1", tuple(split_names(hit))


def _data_authors(page: Page, site: frozenset[str]) -> Iterator[Found]:
    """The authors that the page's data name, work by work."""
    for work in works(page.objects):
        listed = [resolve(each, page.objects) for each in as_list(work.get("author"))]
        names = tuple(name for each in listed for name in _data(each, site))
        if names:
            yield ("json-ld:organisation" if all(map(_is_body, listed)) else "json-ld:author"), names


_WRITTEN = re.compile(
    r"(?:written|geschrieben|verfasst|escrito|écrit|scritto|geschreven|skrevet|skriven)\b|autor|author|auteur",
    re.IGNORECASE,
)


def _labelled(page: Page) -> str | None:
    """The name that a page labels "Written by" for Twitter."""
    label, name = page.meta("twitter:label1"), page.meta("twitter:data1")
    return name[1] if label and name and _WRITTEN.match(label[1]) else None


# Jane Doe at Some Models, John Roe for Some Brand
_CREDIT = re.compile(r"\w\s+(?:at|for|using)\s+\w")


def _without_credits(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names of a list; only the first where the others are credits for pictures and make-up."""
    return names[:1] if any(_CREDIT.search(str(name)) for name in names[1:]) else names


def _split_cited(values: list[str]) -> list[str]:
    return [part for value in values for part in value.split(";") if part.strip()]


def _cited(value: str) -> Name | None:
    return name_of(value)


_BODIES = {
    "organization",
    "newsmediaorganization",
    "corporation",
    "governmentorganization",
    "medicalorganization",
}


# Jane Doe - A Fine Kitchen, Jane Doe // A Fine Kitchen
_TAIL = re.compile(r"\s+(?:[-–—|@]|//)\s+(?=[^-–—|@/]+$)")


def _data(value: object, site: frozenset[str]) -> Iterator[Name]:
    """The names in one author of the page's data; one that is called as the site is stays whole."""
    text = name_in(value)
    front, *behind = _TAIL.split(text or "", maxsplit=1)
    if behind and bare(behind[0]) in site:
        text = front
    if not text or is_address(text):
        return
    if _is_body(value):
        if name := organisation(text):
            yield name
    elif bare(text) in site:
        yield from filter(None, [name_of(text)])
    else:
        yield from split_names(text)


def _is_body(value: object) -> bool:
    """Whether a JSON-LD author is an organisation and not, as blogs have it, a person too."""
    kinds = types_of(value) if isinstance(value, dict) else set()
    return bool(kinds & _BODIES) and "person" not in kinds


def _is_real(name: Name, site: _Site, tag: str) -> bool:
    """Whether a name is somebody; the site's own name is, where a person may well have given it to the site."""
    text = str(name)
    if is_nobody(text, site.names) or (tag in SEEN and holds_site(text, site.told)):
        return False
    personal = tag in {*SEEN, "json-ld:author"} and not is_organisation(text)
    return (personal and may_be_person(text)) or not {bare(text), _initials(text)} & site.names


def _initials(text: str) -> str:
    """The first letters of a name of several words, by which a site may be addressed: ``dw`` of Deutsche Welle."""
    return "".join(word[0] for word in text.split()).lower() if " " in text else ""


def _without_offices(names: tuple[Name, ...], site: frozenset[str]) -> tuple[Name, ...]:
    """The names without those that say of the first one where they work: Jane Doe, CNN Business."""
    behind = (name for name in names[1:] if not any(_begins(str(name), one) for one in site))
    return (*names[:1], *behind)


_SHORT = 2


def _begins(text: str, site: str) -> bool:
    """Whether a text begins with the name of the site as a word of its own."""
    return len(site) > _SHORT and any(bare(" ".join(text.split()[:count])) == site for count in range(1, 4))
