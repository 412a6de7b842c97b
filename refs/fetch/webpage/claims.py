"""Who a page says wrote it, claim by claim: citations, data, meta tags, bylines."""

import re
from collections.abc import Iterator

from refs.fetch.decode import as_dict, as_list
from refs.fetch.people import name_of, organisation, person
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.masthead import bare
from refs.fetch.webpage.nobody import is_address
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.parted import names_in_parts
from refs.fetch.webpage.signature import SEEN, signatures_of
from refs.fetch.webpage.splitting import split_names
from refs.fetch.webpage.titlepage import names_below_title
from refs.model.initials import spelled
from refs.model.name import Name

Found = tuple[str, tuple[Name, ...]]

_META = (
    "article:author", "article:author_name", "article.author", "author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "dc.creator.personalname", "byl", "byline", "authors", "author_name", "creator", "twitter:creator:name",
    "eprints.creators_name", "content_author",
)  # fmt: skip
_EDITORS = ("editor", "article:editor", "content_editor")


def claims_of(page: Page, site: frozenset[str]) -> Iterator[Found]:
    """Every tag that names authors with its names, the surest first; `site` holds the names of the site, bare."""
    cited = page.metas.get("citation_author") or page.metas.get("citation_authors") or []
    if cited:
        yield "citation_author", tuple(_cited(_split_cited(cited)))
    yield from data_authors(page, site)
    for tag in _META:
        names = tuple(
            name
            for value in page.metas.get(tag, ())
            if not is_address(value)
            for name in _without_credits(tuple(split_names(value)))
        )
        if names:
            yield tag, names
    yield SEEN[0], names_in_parts(page)
    yield from signatures_of(page)
    yield SEEN[-1], names_below_title(page)
    if hit := _labelled(page):
        yield "twitter:data1", tuple(split_names(hit))


def data_authors(page: Page, site: frozenset[str]) -> Iterator[Found]:
    """The authors that the page's data name, work by work; whom the head calls the editor is none."""
    editors = {bare(value) for tag in _EDITORS for value in page.metas.get(tag, ())}
    for work in works(page.objects):
        listed = [one for each in as_list(work.get("author")) for one in _each(resolve(each, page.objects))]
        names = tuple(name for each in listed for name in _data(each, site) if bare(str(name)) not in editors)
        if names:
            yield ("json-ld:organisation" if all(map(_is_body, listed)) else "json-ld:author"), names


def _each(author: object) -> list[object]:
    """An author of the page's data; where it is given several names, as many."""
    fields = as_dict(author)
    named = fields.get("name")
    return [{**fields, "name": name} for name in named] if isinstance(named, list) else [author]


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


# Byron AL, as catalogues of medicine write
_CATALOGUED = re.compile(r"([^\W\d_][^\d,.]*[^\W\d_])\s+([A-Z]{1,3})")


def _cited(values: list[str]) -> Iterator[Name]:
    """The names of citation tags; where all of them end in bare initials, the family name stands in front."""
    parts = [_CATALOGUED.fullmatch(value.strip()) for value in values]
    for value, found in zip(values, parts, strict=True):
        name = person(found[1], spelled(found[2])) if found and all(parts) else name_of(value)
        if name:
            yield name


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
