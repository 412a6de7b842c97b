"""Who wrote a page: people and organisations, and never "Staff"."""

import re
from collections.abc import Iterator

from refs.fetch.decode import as_list
from refs.fetch.people import is_organisation, name_of, organisation
from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.masthead import bare
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
_NOBODY = re.compile(
    r"^(?:(?:the|by|our|von)\s+)*(?:.*\bstaff\b.*|.*\beditors?\b|.*\bredaktion\b|admin(?:istrator)?|guest|unknown|anonymous|"
    r"webmaster|authors?|none|null|undefined|nobody|contributors?|news\s*desk|.*\b(?:content|editorial|web)\s?(?:team|board)|"
    r"verfasser(?:in)?|autor(?:in|en|[\s:*_]?innen)?|follow(?:\s.*)?|share|print|email|home|comments?|kommentare?|reply|read more|user|posted|"
    r"by|von|par|contact|kontakt|team|about.*|view all.*|(?:learn )?more.*|profile|archive|subscribe|view\b.*)$",
    re.IGNORECASE,
)
_URLISH = re.compile(
    r"^(?:https?:)?//|^www\.|^@|\.(?:com|org|net|html?|php)(?:/|$)|@|"
    r"^[\w-]{3,}\.(?:[a-z]{2,3}|info)\b(?!\.)",
    re.IGNORECASE,
)


def authors_of(page: Page) -> Found | None:
    """The authors and the tag that told them; None where the page names no real one.

    People win over organisations, since pages often call their owner the author; a person who is called as the
    site is wins over what is seen only.
    """
    known = host_of(page.host)
    if known is not None and not known.people:
        return ("host", (Name(literal=known.author),)) if known.author else None
    site = {bare(name) for name in [*names_of(page, owner=False), page.host, *page.host.split(".")[:-1]]}
    bodies: Found | None = None
    own: Found | None = None
    for tag, names in _candidates(page):
        real = tuple(dict.fromkeys(name for name in names if _is_real(name, site, tag)))
        if not real:
            continue
        if tag != "json-ld:organisation" and any(_is_person(name, tag) for name in real):
            if tag == "json-ld:author" and all(bare(str(name)) in site for name in real):
                own = own or (tag, real)
                continue
            if tag in SEEN:
                return own or (tag, (real[0], *(name for name in real[1:] if bare(str(name)) not in site)))
            return tag, real
        bodies = bodies or ((tag, real) if tag not in SEEN else None)
    return own or bodies or _doctor(page)


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


def _candidates(page: Page) -> Iterator[Found]:
    cited = page.metas.get("citation_author") or page.metas.get("citation_authors") or []
    if cited:
        yield "citation_author", tuple(filter(None, map(_cited, _split_cited(cited))))
    for work in works(page.objects):
        listed = [resolve(each, page.objects) for each in as_list(work.get("author"))]
        names = tuple(name for each in listed for name in _data(each))
        if names:
            yield ("json-ld:organisation" if all(map(_is_body, listed)) else "json-ld:author"), names
    for tag in _META:
        names = tuple(
            name
            for value in page.metas.get(tag, ())
            if not _URLISH.search(value)
            for name in _without_credits(tuple(split_names(value)))
        )
        if names:
            yield tag, names
    yield from signatures_of(page)
    yield SEEN[-1], names_below_title(page)
    if hit := _labelled(page):
        yield "twitter:data1", tuple(split_names(hit))


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


def _data(value: object) -> Iterator[Name]:
    text = name_in(value)
    if not text or _URLISH.search(text):
        return
    if _is_body(value):
        if name := organisation(text):
            yield name
        return
    yield from split_names(text)


def _is_body(value: object) -> bool:
    """Whether a JSON-LD author is an organisation and not, as blogs have it, a person too."""
    kinds = types_of(value) if isinstance(value, dict) else set()
    return bool(kinds & _BODIES) and "person" not in kinds


def _is_real(name: Name, site: set[str], tag: str) -> bool:
    """Whether a name is somebody; the site's own name is, where a person may well have given it to the site."""
    text = str(name)
    if (
        not re.match(r"[^\W\d_]|['’ʼ‘]\w", text)
        or ":" in text
        or len(text) > 80
        or _NOBODY.match(text)
        or _URLISH.search(text)
    ):
        return False
    personal = tag in {*SEEN, "json-ld:author"} and not is_organisation(text)
    return personal or bare(text) not in site
