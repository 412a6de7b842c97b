"""Bylines that a reader sees: marked elements, classes that say "author", phrases that begin with "By"."""

import re
from collections.abc import Iterator
from itertools import islice

from refs.fetch.decode import words
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.splitting import BY
from refs.fetch.webpage.together import together
from refs.fetch.webpage.visible import Block, distance, headline_place
from refs.fetch.webpage.wording import is_whole, names_seen
from refs.model.name import Name

Found = tuple[str, tuple[Name, ...]]

SEEN = ("rel-author", "byline", "text")
"""The tags of the kinds of byline, the surest first."""

# author, post-author, byline__name, vcard fn, p-author
_AUTHORED = re.compile(
    r"(?:^|[\s_-])(?:author\w*|by-?line\w*|autor\w*|auteur\w*|writer|creator|post-?author|entry-?author|article-?author|"
    r"authorname|submitted|posted-?by|contributor\w*|verfasser|redakteur|username|redactor)(?:$|[\s_-])|(?:author|byline)(?:$|[\s_-])",
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
        told = "author" in marks or "creator" in marks
        if (
            (told or (_leads_to_author(block) and not _is_credit(block)))
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
            yield block, names_seen(text or block.node.get("content") or "", marked=told)


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
    r"/(?:authors?|staff|editors?|autor(?:en|in)?|auteurs?|contributors?|writers?|reporters?|journalists?|columnists?|signataires|firmas)/[^/?#]+|[?&]author=",
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
            and block.tag not in _WHOLES
            and (text := block.short)
            and not (_is_credit(block) or _is_reviewer(block))
        ):
            names = names_seen(text)
            yield block, names if len(names) > 1 or _is_whole(names) or "auth" in block.marks.lower() else ()


def _is_whole(names: tuple[Name, ...]) -> bool:
    """Whether there is a whole name."""
    return any(map(is_whole, names))


_VERB = re.compile(
    r"\s*(?:(?:posted|written|submitted|gespeichert|geschrieben|verfasst|gepostet)\b|(?:author|autor|auteur|autore|автор|作者|著者)\s*[:：])",
    re.IGNORECASE,
)


# caption, image-credit, photo__copyright, mediaInfo__byline, articlePhoto; author-credit is none
_CREDIT = re.compile(
    r"(?:^|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:caption|(?<!author.)credit|copyright|photo|image|media(?:box|info)|bildunterschrift|quelle)",
    re.IGNORECASE,
)
_STEPS_UP = 3
_WHOLES = {"body", "html", "article", "main", "section"}


def _is_credit(block: Block) -> bool:
    """Whether a piece of text stands under a picture, which it credits to somebody."""
    above = (block.node, *islice(block.node.iterancestors(), _STEPS_UP))
    return any(
        node.tag in {"figure", "figcaption"}
        or (node.tag not in _WHOLES and _CREDIT.search(node.get("class") or ""))
        for node in above
    )


def _is_teaser(block: Block) -> bool:
    """Whether a byline stands inside a link that says much more: the teaser of another page."""
    link = next((node for node in islice(block.node.iterancestors(), _FAR_UP) if node.tag == "a"), None)
    return link is not None and len(words(link) or "") > len(block.short) + _MORE


_MORE = 20


def _phrases(blocks: list[Block]) -> Iterator[tuple[Block, tuple[Name, ...]]]:
    """Short pieces of text that begin with "By"."""
    for block in blocks:
        text = _labelled(block).lstrip("-–—•| ")
        if (
            text
            and len(text) < 120
            and (found := BY.match(text))
            and not (_is_credit(block) or _is_teaser(block))
        ):
            names = names_seen(text[found.end() :])
            if names and len(names) < 4 and (_is_whole(names) or _VERB.match(text)):
                yield block, names


# 2021年3月5日 10:22 来源：某网 作者：王小明; Publié le 3 mai 2021 par Jane Doe
_SIGNED_LAST = re.compile(r"[^者]*\s(?=(?:作者|记者|記者)\s*[:：])")
_DATED_FIRST = re.compile(r"\w+\s.{0,30}\d{4}\W{1,3}(?=(?:by|par|von|por|di|door|av|af)\s)", re.IGNORECASE)


def _labelled(block: Block) -> str:
    """A line that may be a byline, from the word for an author on; a term of a list with what it is about."""
    line = block.line
    if line and (found := _DATED_FIRST.match(line) or ("者" in line and _SIGNED_LAST.match(line))):
        line = line[found.end() :]
    about = block.node.getnext() if block.tag == "dt" else None
    return f"{line} {words(about) or ''}" if about is not None and about.tag == "dd" else line
