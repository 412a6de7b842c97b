"""Who wrote a page: people and organisations, and never "Staff"."""

import re
from collections.abc import Iterator

from refs.fetch.decode import as_list
from refs.fetch.months import month_number
from refs.fetch.people import DEGREES, PARTICLES, is_organisation, name_of, organisation
from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.site import bare, names_of
from refs.fetch.webpage.visible import Block, distance, headline_place
from refs.model.name import Name
from refs.text import squeeze

Found = tuple[str, tuple[Name, ...]]

_META = (
    "article:author", "article:author_name", "article.author", "author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "dc.creator.personalname", "byl", "byline", "authors", "author_name", "creator", "twitter:creator:name",
)  # fmt: skip
_NOBODY = re.compile(
    r"^(?:(?:the|by|our|von)\s+)*(?:.*\bstaff\b.*|.*\beditors?\b|.*\bredaktion\b|admin(?:istrator)?|guest|unknown|anonymous|"
    r"webmaster|authors?|none|null|undefined|nobody|contributors?|news\s*desk|.*\b(?:content|editorial|web)\s?(?:team|board)|"
    r"verfasser(?:in)?|autor(?:in|en|[\s:*_]?innen)?|follow(?:\s.*)?|share|print|email|home|comments?|kommentare?|reply|read more|user|posted|"
    r"contact|kontakt|team|about.*|view all.*|more.*|profile|archive|subscribe|view\b.*)$",
    re.IGNORECASE,
)
_URLISH = re.compile(r"^(?:https?:)?//|^www\.|^@|\.(?:com|org|net|html?|php)(?:/|$)|@", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,?\s+(?:and|und|et|e|y|with|mit|avec)\s+|\s+&\s+|;|\||\s/\s)\s*|\s*[,，、](?!\s*(?:"
    + "|".join(re.escape(each) for each in (*DEGREES, "jr", "sr", "ii", "iii", "iv", "m.d", "ph.d"))
    + r")(?:\.|,|;|\s|$))\s*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\s*(?:(?:posted|written|published|reported|reviewed|story|words|text|article)\s+)?(?:by|von|par|di|por|door|durch|af|autor(?:in)?|"
    r"author|auteur|autore|escrito por|(?:geschrieben|verfasst|gespeichert|eingestellt|erstellt|veröffentlicht|gepostet|ein\s+beitrag)\s+von|"
    r"text|foto|作者|文|著者)\b[:：\s]+",
    re.IGNORECASE,
)
# author, post-author, byline__name, vcard fn, p-author
_AUTHORED = re.compile(
    r"(?:^|[\s_-])(?:author\w*|by-?line\w*|autor\w*|auteur\w*|writer|creator|post-?author|entry-?author|article-?author|"
    r"authorname|submitted|posted-?by|contributor\w*|verfasser|redakteur|username|redactor)(?:$|[\s_-])|(?:author|byline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\d|[?!…<>{}\[\]=:]|https?|\b(?:read|click|comments?|min|hours?|ago|posts?|updated|published|minutes)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—/(]|\s-\s|\bon\b|\bam\b|\bon:|\bin\b|\bat\b|\d|,\s*(?:published|updated|contributor|staff|cnn|reporter)).*$",
    re.IGNORECASE,
)


# December 16, 2016 behind a name
_DAY = re.compile(
    r"\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?[^\W\d]{3,9}\.?\s+\d{1,2}(?:,|\s|$).*$",
    re.IGNORECASE,
)


def authors_of(page: Page) -> Found | None:
    """The authors and the tag that told them; None where the page names no real one.

    People win over organisations, since pages often call their owner the author.
    """
    known = host_of(page.host)
    if known is not None and not known.people:
        return ("host", (Name(literal=known.author),)) if known.author else None
    site = {bare(name) for name in [*names_of(page), page.host, *page.host.split(".")[:-1]]}
    bodies: Found | None = None
    for tag, names in _candidates(page):
        real = tuple(dict.fromkeys(name for name in names if _is_real(name, site, tag)))
        if any(not is_organisation(str(name)) for name in real):
            return tag, real
        bodies = bodies or ((tag, real) if real and tag not in _SEEN else None)
    return bodies


def _candidates(page: Page) -> Iterator[Found]:
    cited = page.metas.get("citation_author") or page.metas.get("citation_authors") or []
    if cited:
        yield "citation_author", tuple(filter(None, map(_cited, _split_cited(cited))))
    for work in works(page.objects):
        names = tuple(name for each in as_list(work.get("author")) for name in _data(page, each))
        if names:
            yield "json-ld:author", names
    for tag in _META:
        names = tuple(
            name
            for value in page.metas.get(tag, ())
            if not _URLISH.search(value)
            for name in split_names(value)
        )
        if names:
            yield tag, names
    yield from _seen(page)


def _split_cited(values: list[str]) -> list[str]:
    return [part for value in values for part in value.split(";") if part.strip()]


def _cited(value: str) -> Name | None:
    return name_of(value)


_SEEN = ("rel-author", "byline", "text")
_BODIES = {
    "organization",
    "newsmediaorganization",
    "corporation",
    "governmentorganization",
    "medicalorganization",
}


def _data(page: Page, value: object) -> Iterator[Name]:
    whole = resolve(value, page.objects)
    text = name_in(whole)
    if not text or _URLISH.search(text):
        return
    kinds = types_of(whole) if isinstance(whole, dict) else set()
    if kinds & _BODIES:
        if name := organisation(text):
            yield name
        return
    yield from split_names(text)


def _seen(page: Page) -> Iterator[Found]:
    """Bylines that a reader sees, the nearest to the headline first."""
    for blocks in (page.blocks, page.all_blocks):
        head = headline_place(blocks, page.title)
        for tag, found in (
            ("rel-author", _marked(blocks)),
            ("byline", _bylines(blocks)),
            ("text", _phrases(blocks)),
        ):
            for block, names in sorted(found, key=lambda each: distance(each[0].place, head)):
                if names and block.place < 20_000:
                    yield tag, names


def _marked(blocks: list[Block]) -> Iterator[tuple[Block, tuple[Name, ...]]]:
    """Elements with ``rel=author`` or ``itemprop=author``; where there is a name inside, that."""
    for block in blocks:
        marks = f"{block.node.get('rel') or ''} {block.node.get('itemprop') or ''}".split()
        if "author" in marks or "creator" in marks or _leads_to_author(block):
            inner = block.node.find(".//*[@itemprop='name']")
            text = (
                (inner.get("content") or "".join(map(str, inner.itertext())))
                if inner is not None
                else block.short
            )
            yield block, tuple(_names_seen(text or block.node.get("content") or ""))


# /author/jane-doe/, /staff/jane-doe, ?author=7
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|staff|editors?|autor(?:en|in)?|auteurs?|contributors?|writers?|reporters?)/[^/?#]+|[?&]author=",
    re.IGNORECASE,
)


def _leads_to_author(block: Block) -> bool:
    return block.tag == "a" and bool(_AUTHOR_PAGE.search(block.node.get("href") or ""))


def _bylines(blocks: list[Block]) -> Iterator[tuple[Block, tuple[Name, ...]]]:
    for block in blocks:
        if (
            _AUTHORED.search(block.marks)
            and block.tag not in {"body", "html", "article", "main", "section"}
            and (text := block.short)
        ):
            names = tuple(_names_seen(text))
            yield block, names if len(names) > 1 or _is_whole(names) or "auth" in block.marks.lower() else ()


def _is_whole(names: tuple[Name, ...]) -> bool:
    """Whether there is a name of more than one word."""
    return any(" " in str(name) for name in names)


def _phrases(blocks: list[Block]) -> Iterator[tuple[Block, tuple[Name, ...]]]:
    """Short pieces of text that begin with "By"."""
    for block in blocks:
        text = block.short
        if text and len(text) < 120 and (found := _BY.match(text)):
            names = tuple(_names_seen(text[found.end() :]))
            if names and _is_whole(names) and len(names) < 4:
                yield block, names


def _names_seen(text: str) -> Iterator[Name]:
    """The names in a byline that a reader sees; nothing where the words are no names."""
    text = _TAIL.sub("", _DAY.sub("", _BY.sub("", squeeze(text))))
    if not text or len(text) > 120:
        return
    for name in split_names(text):
        words = str(name).split()
        if (
            not _NO_NAME.search(str(name))
            and len(words) <= 5
            and (len(words) > 1 or month_number(words[0]) is None)
        ):
            yield name


def _is_capital(word: str) -> bool:
    """Whether a word may stand in a name: it begins with a capital, is a particle, or has no case."""
    return not word[0].islower() or word in PARTICLES


def split_names(text: str) -> Iterator[Name]:
    """The names in a byline such as ``By Jane Doe and John Roe, MD``."""
    text = _BY.sub("", squeeze(text))
    if is_organisation(text) and not _AND.search(text):
        yield Name(literal=text)
        return
    if re.fullmatch(r"[^\s,]+, [^\s,]+", text):
        text = " ".join(reversed(text.split(", ")))
    for part in _AND.split(text):
        if part and (name := name_of(_BY.sub("", part))):
            yield name


def _is_real(name: Name, site: set[str], tag: str) -> bool:
    """Whether a name is somebody; the site's own name is, where a person may well have given it to the site."""
    text = str(name)
    if not text or len(text) > 80 or _NOBODY.match(text) or _URLISH.search(text):
        return False
    personal = tag in {*_SEEN, "json-ld:author"} and not is_organisation(text)
    return personal or bare(text) not in site
