"""The date that a reader sees on a page: in its dateline, beside its headline, in a phrase such as "Published on"."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from refs.fetch.dates import date_of_url, dates_in
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.visible import Block, blocks_of, distance, headline_place
from refs.model.date import Date

Found = tuple[str, Date]

_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|dates|datum|dateline|datetime|fecha|data|pub\w*|posted\w*|post-?(?:date|meta|info)|timestamp|time|"
    r"entry-?(?:date|meta)|byline|meta\w*|article-?(?:date|meta|info)|created|submitted|updated|published|erstellt|stand|"
    r"info|news-?date|blog-?date|storydate|kicker)(?:$|[\s_-]|\d)|(?:date|datum)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"\b(?:published|posted|publié|publicado|pubblicato|veröffentlicht|erschienen|erstellt|publication\s+date|date|datum|stand|"
    r"geschrieben|am|le|dated|created|submitted|gepostet|geplaatst|revised|reviewed|updated|last\s+updated|aktualisiert|on|vom)\b"
    r"[\s:]{0,3}(?:on|le|el|il|am|at|date|vom)?[\s:,–-]{0,4}$",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:^|[\s_-])(?:updated|modified|lastmod\w*|geaendert)(?:$|[\s_-])", re.IGNORECASE)
_AGED = re.compile(
    r"copyright|abbildung|foto:|©|\(c\)|all rights|born|geboren|\bseit\b|\bsince\b", re.IGNORECASE
)
_HEADINGS = {"h1", "h2"}
_TEXTS = {"p", "div", "span", "li", "td", "em", "i", "small", "strong", "b", "a", "dd", "address", "time", "font", "h3", "h4", "h5", "h6", "center", "header", "section", "abbr", "u", "figcaption", "cite", "label", "sub", "sup", "dt"}  # fmt: skip


def dateline_of(page: Page) -> Found | None:
    """The date seen and how it was seen: datelines near the headline, phrases, any full date; else aside of the text."""
    american = (page.language or "en-US").lower() in {"en", "en-us", "en_us"}
    return (
        _nearest(page.blocks, page.title, american=american)
        or _described(page, american=american)
        or _nearest(blocks_of(page.root, aside=True), page.title, american=american)
    )


def _nearest(blocks: list[Block], title: str | None, *, american: bool) -> Found | None:
    head = headline_place(blocks, title)
    for tag, found in (
        ("dateline", chain(_times(blocks), _datelines(blocks, american=american))),
        ("text", _phrases(blocks, american=american)),
        ("text", _anything(blocks, american=american)),
        ("link", _links(blocks)),
    ):
        nearest = min(found, key=lambda each: distance(each[0], head), default=None)
        if nearest is not None:
            return tag, nearest[1]
    return None


def _described(page: Page, *, american: bool) -> Found | None:
    """The only date in the description of the page."""
    hit = page.meta("description", "og:description")
    found = (
        [date for _, date in dates_in(hit[1], month_first=american) if len(date.parts) == 3] if hit else []
    )
    return (hit[0], found[0]) if hit and len(found) == 1 else None


def _is_change(block: Block) -> bool:
    return bool(_CHANGED.search(block.marks)) and "publish" not in block.marks.lower()


def _times(blocks: Iterable[Block]) -> Iterator[tuple[int, Date]]:
    for block in blocks:
        stated = (
            block.node.get("datetime") or block.node.get("title") if block.tag in {"time", "abbr"} else None
        )
        if block.tag == "time" or stated:
            for text in (stated, block.short):
                if date := _full(text or "", american=False):
                    yield block.place, date
                    break


def _datelines(blocks: Iterable[Block], *, american: bool) -> Iterator[tuple[int, Date]]:
    for block in blocks:
        dated = block.tag in _TEXTS and _DATED.search(block.marks) and not _is_change(block)
        text = block.short if dated else ""
        if text and not _AGED.search(text) and (date := _full(text, american=american)):
            yield block.place, date


def _phrases(blocks: Iterable[Block], *, american: bool) -> Iterator[tuple[int, Date]]:
    for block in blocks:
        if block.tag in _TEXTS and (text := block.short):
            for start, date in dates_in(text, month_first=american):
                if len(date.parts) == 3 and _PHRASE.search(text[:start]):
                    yield block.place, date
                    break


def _anything(blocks: Iterable[Block], *, american: bool) -> Iterator[tuple[int, Date]]:
    """Short pieces of text that are little more than a date, then the first full date of all."""
    loose = None
    for block in blocks:
        if block.tag not in _TEXTS or block.tag in _HEADINGS:
            continue
        text = block.short
        if not text or _AGED.search(text):
            continue
        date = _full(text, american=american)
        if date and len(text) < 60:
            yield block.place, date
        elif date and loose is None:
            loose = (block.place + 10_000, date)
    if loose is not None:
        yield loose


def _full(text: str, *, american: bool) -> Date | None:
    """The first whole day in a text that the web could have seen."""
    found = sorted(dates_in(text, month_first=american), key=lambda each: each[0])
    return next((date for _, date in found if len(date.parts) == 3 and date.parts[0] >= 1994), None)


def _links(blocks: Iterable[Block]) -> Iterator[tuple[int, Date]]:
    """Links to the page of a day, as blogs put beside an entry."""
    for block in blocks:
        if block.tag == "a" and (date := date_of_url(block.node.get("href") or "")) and block.short:
            yield block.place, date
