"""Who wrote a page: people and organisations, and never "Staff"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from refs.fetch.people import is_organisation, name_of
from refs.fetch.webpage.claims import claims_of, data_authors
from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.masthead import bare
from refs.fetch.webpage.nobody import holds_site, is_nobody, is_ours, may_be_person
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.signature import SEEN
from refs.fetch.webpage.site import names_of
from refs.model.name import Name

Found = tuple[str, tuple[Name, ...]]


@dataclass(frozen=True, slots=True)
class _Site:
    """The names of a site: as it calls itself, the same bare, and these with its host's."""

    called: tuple[str, ...]
    told: frozenset[str]
    names: frozenset[str]


def _site_of(page: Page) -> _Site:
    names = names_of(page, owner=False)
    told = frozenset(map(bare, names)) - {""}
    hosts = {bare(name) for name in (page.host, *page.host.split(".")[:-1])} - {""}
    return _Site(tuple(names), told, told | hosts)


def authors_of(page: Page) -> Found | None:
    """The authors and the tag that told them; None where the page names no real one.

    People win over organisations, since pages often call their owner the author; a person who is called as the
    site is wins over what is seen only. Where its data and its nearest byline say that the site itself wrote the page,
    nobody further away did.
    """
    known = host_of(page.host, page.path)
    if known is not None and not known.people:
        return ("host", (Name(literal=known.author),)) if known.author else None
    site = _site_of(page)
    kept: dict[_Rank, Found] = {}
    ours = False
    for tag, names in claims_of(page, site.told):
        real = _real(names, site, tag)
        if not real:
            if ours and tag in SEEN[:2] and _is_ours(names, site):
                break
            ours = ours or _is_ours(names, site)
            continue
        rank = _rank(real, site, tag)
        if rank is _Rank.PERSON:
            own = kept.get(_Rank.OWN) if tag in SEEN else None
            return own or (tag, _fuller(real, page, site, tag))
        kept.setdefault(rank, (tag, real))
    return next((kept[rank] for rank in _LAST if rank in kept), None) or _doctor(page)


def _is_ours(names: tuple[Name, ...], site: _Site) -> bool:
    """Whether a claim says that the site itself wrote the page."""
    return bool(names) and all(is_ours(str(name), site.names) for name in names)


class _Rank(StrEnum):
    """What the names of a candidate are."""

    PERSON = "person"
    OWN = "a person called as the site is"
    BODY = "an organisation or a user, as the page's data tell"
    SIGNED = "an organisation that signs"
    LOOSE = "an organisation somewhere in the text"


_LAST = (_Rank.OWN, _Rank.BODY, _Rank.SIGNED)


def _rank(names: tuple[Name, ...], site: _Site, tag: str) -> _Rank:
    if tag != "json-ld:organisation" and any(_is_person(name, tag) for name in names):
        own = tag == "json-ld:author" and all(bare(str(name)) in site.names for name in names)
        return _Rank.OWN if own else _Rank.PERSON
    if tag not in SEEN:
        return _Rank.BODY
    signs = tag != SEEN[-1] and all(is_organisation(str(name)) for name in names)
    return _Rank.SIGNED if signs else _Rank.LOOSE


def _real(names: tuple[Name, ...], site: _Site, tag: str) -> tuple[Name, ...]:
    """The names that are somebody's, each once; of what is seen and of lists, without the site beside a person."""
    real = tuple(dict.fromkeys(name for name in names if _is_real(name, site, tag)))
    if tag == "citation_author":
        return real
    real = _without_offices(real, site.names)
    if tag in SEEN:
        return (*real[:1], *(name for name in real[1:] if bare(str(name)) not in site.names))
    return real


def _fuller(names: tuple[Name, ...], page: Page, site: _Site, tag: str) -> tuple[Name, ...]:
    """The name of one word that stands alone in the page's data as they elsewhere tell it whole."""
    if tag in SEEN or len(names) > 1 or " " in str(names[0]):
        return names
    others = (name for _, those in data_authors(page, site.told) for name in those)
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


def _is_real(name: Name, site: _Site, tag: str) -> bool:
    """Whether a name is somebody; the site's own name is, where a person may well have given it to the site."""
    text = str(name)
    if is_nobody(text, site.names) or (tag in SEEN and holds_site(text, site.told)):
        return False
    if any(re.match(rf"{re.escape(text)}['’]s\b", one, re.IGNORECASE) for one in site.called):
        return True
    personal = (
        tag in {*SEEN, "json-ld:author"}
        and not is_organisation(text)
        and not any(is_organisation(one) and bare(one).startswith(bare(text)) for one in site.called)
    )
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
