"""Bylines that a reader sees: marked elements, classes that say "author", phrases that begin with "By"."""

import re
from collections.abc import Iterator
from itertools import islice

from refs.fetch.decode import words
from refs.fetch.months import month_number
from refs.fetch.people import PARTICLES
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.splitting import BY, TOGETHER, split_names
from refs.fetch.webpage.together import together
from refs.fetch.webpage.visible import Block, distance, headline_place
from refs.model.name import Name
from refs.text import squeeze

Found = tuple[str, tuple[Name, ...]]

SEEN = ("rel-author", "byline", "text")
"""The tags of the kinds of byline, the surest first."""

# author, post-author, byline__name, vcard fn, p-author
_AUTHORED = re.compile(
    r"(?:^|[\s_-])(?:author\w*|by-?line\w*|autor\w*|auteur\w*|writer|creator|post-?author|entry-?author|article-?author|"
    r"authorname|submitted|posted-?by|contributor\w*|verfasser|redakteur|username|redactor)(?:$|[\s_-])|(?:author|byline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\d|[?!…<>{}\[\]=:：®™©+%$#*]|https?|\b(?:read|click|comments?|min|hours?|ago|posts?|updated|published|minutes)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—/(／｜]|\s-\s|\bon\b|\bam\b|\bon:|\bin\b|\bat\b|(?<!\w)\d|,\s*(?:published|updated|contributor|staff|cnn|reporter)).*$",
    re.IGNORECASE,
)
# December 16, 2016 behind a name
_DAY = re.compile(
    r"\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?([^\W\d]{3,9})\.?\s+\d{1,2}(?:,|\s|$).*$",
    re.IGNORECASE,
)


_LONE = 100
"""How much further away a lone word in a byline or behind "By" counts."""


def signatures_of(page: Page) -> Iterator[Found]:
    """Bylines that a reader sees, the nearest to the headline first; loose phrases count as further away."""
    for blocks in (page.blocks, page.all_blocks):
        head = headline_place(blocks, page.title)
        found = [
            (
                distance(block.place, head)
                + penalty
                + (0 if tag == "rel-author" or _is_whole(names) else _LONE),
                tag,
                names,
            )
            for tag, penalty, kind in zip(SEEN, (0, 5, 40), (_marked, _bylines, _phrases), strict=True)
            for block, names in (kind(blocks) if tag == "text" else together(kind(blocks)))
            if names
        ]
        ranked = [(tag, names) for _, tag, names in sorted(found, key=lambda each: each[0])]
        fuller = ranked[:_MOST_COMPARED]
        for tag, names in ranked:
            yield tag, _fuller(names, fuller)


_MOST_COMPARED = 50


def _fuller(names: tuple[Name, ...], others: list[Found]) -> tuple[Name, ...]:
    """The longer list of names that begins with these, where another byline has one."""
    return next((each for _, each in others if len(each) > len(names) and each[: len(names)] == names), names)


def _marked(blocks: list[Block]) -> Iterator[tuple[Block, tuple[Name, ...]]]:
    """Elements with ``rel=author`` or ``itemprop=author``; where there is a name inside, that."""
    for block in blocks:
        marks = " ".join(block.node.get(name) or "" for name in ("rel", "itemprop", "property")).split()
        if (
            ("author" in marks or "creator" in marks or _leads_to_author(block))
            and not _is_helper(block)
            and not _is_reviewer(block)
        ):
            inner = block.node.find(".//*[@itemprop='name']")
            inner = block.node.find(".//*[@property='name']") if inner is None else inner
            text = (
                (inner.get("content") or "".join(map(str, inner.itertext())))
                if inner is not None
                else block.short
            )
            told = "author" in marks or "creator" in marks
            yield block, tuple(_names_seen(text or block.node.get("content") or "", marked=told))


# Medically reviewed by, Fact checked by, Edited by, Photo by, in front of a name
_HELP = re.compile(
    r"\b(?:review|check|edit|translat|illustrat|approv|verif|photo)\w*\s*(?:by\b)?\s*:?\s*$", re.IGNORECASE
)


def _is_helper(block: Block) -> bool:
    """Whether the words in front of a name say that it is a reviewer's, an editor's or a translator's."""
    before, parent = block.node.getprevious(), block.node.getparent()
    if before is not None:
        text = str(before.tail or "").strip() or words(before) or ""
    else:
        text = str(parent.text or "") if parent is not None else ""
    return bool(_HELP.search(text[-60:]))


def _is_reviewer(block: Block) -> bool:
    """Whether an author is that of a review or a comment on the page."""
    above = islice(block.node.iterancestors(), _FAR_UP)
    return any(node.get("itemprop") in {"review", "reviews", "comment"} for node in above)


_FAR_UP = 6


# /author/jane-doe/, /staff/jane-doe, ?author=7
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|staff|editors?|autor(?:en|in)?|auteurs?|contributors?|writers?|reporters?)/[^/?#]+|[?&]author=",
    re.IGNORECASE,
)


def _leads_to_author(block: Block) -> bool:
    return block.tag == "a" and bool(_AUTHOR_PAGE.search(block.node.get("href") or ""))


_BIOGRAPHY = re.compile(r"bio|about|desc|avatar|image", re.IGNORECASE)


def _bylines(blocks: list[Block]) -> Iterator[tuple[Block, tuple[Name, ...]]]:
    for block in blocks:
        if (
            _AUTHORED.search(block.marks)
            and not _BIOGRAPHY.search(block.marks)
            and block.tag not in {"body", "html", "article", "main", "section"}
            and (text := block.short)
            and not _is_credit(block)
        ):
            names = tuple(_names_seen(text))
            yield block, names if len(names) > 1 or _is_whole(names) or "auth" in block.marks.lower() else ()


def _is_whole(names: tuple[Name, ...]) -> bool:
    """Whether there is a whole name."""
    return any(map(is_whole, names))


def is_whole(name: Name) -> bool:
    """Whether a name has more than one word, or is in a script that parts no words."""
    return " " in str(name) or bool(_UNPARTED.fullmatch(str(name)))


_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNPARTED = re.compile(rf"{_SCRIPT.pattern}{{2,7}}")
_MOST_UNPARTED = 2
_MOST_WORDS = 5


_VERB = re.compile(
    r"\s*(?:(?:posted|written|submitted|gespeichert|geschrieben|verfasst|gepostet)\b|(?:author|autor|auteur|autore|автор|作者|著者)\s*[:：])",
    re.IGNORECASE,
)


# caption, image-credit, photo__copyright, mediaInfo__byline
_CREDIT = re.compile(
    r"caption|credit|copyright|photo|image|media(?:box|info)|bildunterschrift|quelle", re.IGNORECASE
)
_STEPS_UP = 3


def _is_credit(block: Block) -> bool:
    """Whether a piece of text stands under a picture, which it credits to somebody."""
    above = [block.node, *islice(block.node.iterancestors(), _STEPS_UP)]
    return any(
        node.tag in {"figure", "figcaption"} or _CREDIT.search(node.get("class") or "") for node in above
    )


def _is_teaser(block: Block) -> bool:
    """Whether a byline stands inside a link that says much more: the teaser of another page."""
    link = next((node for node in islice(block.node.iterancestors(), _FAR_UP) if node.tag == "a"), None)
    return link is not None and len(words(link) or "") > len(block.short) + _MORE


_MORE = 20


def _phrases(blocks: list[Block]) -> Iterator[tuple[Block, tuple[Name, ...]]]:
    """Short pieces of text that begin with "By"."""
    for block in blocks:
        text = block.line.lstrip("-–—•| ")
        if text and len(text) < 120 and (found := BY.match(text)) and not (_is_credit(block) or _is_teaser(block)):
            names = tuple(_names_seen(text[found.end() :]))
            if names and len(names) < 4 and (_is_whole(names) or _VERB.match(text)):
                yield block, names


def _names_seen(text: str, *, marked: bool = False) -> Iterator[Name]:
    """The names in a byline that a reader sees; nothing where the words are no names."""
    text = _OTHERS.sub("", BY.sub("", _piece(squeeze(text).strip("[]《》-–• "))))
    text = _TAIL.sub("", _DAY.sub(_without_day, TOGETHER.sub(r"\1", _BUTTON.sub("", text))))
    if not text or len(text) > 120:
        return
    whole = False
    for name in split_names(_SOCIAL.sub("", text)):
        if reads_as_name(str(name), marked=marked) and not (whole and _LONE_WORD.fullmatch(str(name))):
            whole = whole or " " in str(name)
            yield name


# Print Jane Doe
_BUTTON = re.compile(r"^(?:print|share|e-?mail|save|follow)\s+(?=[^\W\d_]+\s)", re.IGNORECASE)


def _without_day(found: re.Match[str]) -> str:
    return "" if month_number(found.group(1)) else found.group()


# Frankfurt, Reporter: a lone word behind a name is a place or an office
_LONE_WORD = re.compile(r"[A-Z][a-z]+")
# Politics · Jane Doe, John Roe
_SECTIONS = re.compile(r"\s+[|•·]\s+")
# translated by John Roe
_OTHERS = re.compile(
    r"\s+(?:翻訳者?|訳者?|イラスト|translated|übersetz\w*|illustrat\w*|photo(?:s|graph\w*)?)\b.*$",
    re.IGNORECASE,
)


def _piece(text: str) -> str:
    """The first piece between bars and dots that may hold a whole name; else the first."""
    pieces = _SECTIONS.split(text)
    return next((each for each in pieces if " " in each.strip() and not _NO_NAME.search(each)), pieces[0])


# Twitter, Email and the like behind a name
_SOCIAL = re.compile(r"\s+(?:twitter|facebook|instagram|linkedin|e-?mail|follow)\b.*$", re.IGNORECASE)


def reads_as_name(text: str, *, marked: bool) -> bool:
    """Whether words that stand where a name is expected are one; users of a site call themselves anything."""
    words = text.split()
    if marked and _USER.fullmatch(text):
        return True
    if _NO_NAME.search(text) or len(words) > (_MOST_UNPARTED if _SCRIPT.search(text) else _MOST_WORDS):
        return False
    if len(words) == 1:
        return month_number(text) is None
    return marked or all(map(_is_capital, words))


# jdoe42
_USER = re.compile(r"[^\W\d]{2,20}\d{1,4}")


def _is_capital(word: str) -> bool:
    """Whether a word may stand in a name: it begins with a capital, is a particle, or has no case."""
    return not word[0].islower() or word in PARTICLES
