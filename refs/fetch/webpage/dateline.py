"""The date that a reader sees on a page: in its dateline, beside its headline, in a phrase such as "Published on"."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from refs.fetch.dates import date_of_url, dates_in
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.visible import Block, distance, headline_place
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
    r"[\s:]{0,3}(?:on|in|le|el|il|am|im|at|date|vom)?[\s:,–-]{0,4}$",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:^|[\s_-])(?:updated|modified|lastmod\w*|geaendert)(?:$|[\s_-])", re.IGNORECASE)
_AGED = re.compile(
    r"copyright|abbildung|foto:|©|\(c\)|all rights|born|geboren|\bseit\b|\bsince\b", re.IGNORECASE
)
_HEADINGS = {"h1", "h2"}
_TEXTS = {"p", "div", "span", "li", "td", "em", "i", "small", "strong", "b", "a", "dd", "address", "time", "font", "h3", "h4", "h5", "h6", "center", "header", "section", "abbr", "u", "figcaption", "cite", "label", "sub", "sup", "dt"}  # fmt: skip
_DATABLE = {*_TEXTS, "h2"}


def dateline_of(page: Page) -> Found | None:
    """The date seen and how it was seen: datelines near the headline, phrases, any full date; else aside of the text.

    A month that stands right below the headline wins over days far away.
    """
    american = (page.language or "en-US").lower() in {"en", "en-us", "en_us"}
    return (
        _titled(page)
        or _nearest(page.blocks, page.title, american=american)
        or _described(page, american=american)
        or _nearest(page.all_blocks, page.title, american=american)
    )


def _titled(page: Page) -> Found | None:
    """The day that stands alone at the end of the page's title: ``A headline | A Paper | 28.04.2023``."""
    last = _BAR.split(page.title or "")[-1]
    date = _full(last, american=False) if len(last) < _DAY_LENGTH and last != page.title else None
    return ("title", date) if date else None


_BAR = re.compile(r"\s+[|–—-]\s+")
_DAY_LENGTH = 22


def pictured_of(page: Page) -> Found | None:
    """The day in the address of the page's picture, where papers keep the pictures of a day together."""
    hit = page.meta("og:image", "twitter:image")
    date = date_of_url(hit[1]) if hit else None
    return ("image", date) if date and len(date.parts) == _WHOLE else None


_WHOLE = 3


# Last Reviewed: May 4, 2023; Review Date 5/1/2024; Last Revised - 07/15/2023; Content current as of: 03/04/2023
_CHANGE = re.compile(
    r"\b(?:(?:page\s+|content\s+|medically\s+|date\s+)?(?:last\s+)?(?:reviewed|updated|revised|modified)(?:\s+(?:on|by))?|"
    r"review\s+date|date\s+last\s+\w+|content\s+current\s+as\s+of|as\s+of|stand|zuletzt\s+\w+|aktualisiert)\b[^\d\n]{0,60}$",
    re.IGNORECASE,
)


_CHANGE_WORD = re.compile(r"review|updat|revis|modif|as of|stand|zuletzt|aktualisiert", re.IGNORECASE)


def changed_of(page: Page) -> Found | None:
    """The date of the last review or change as the page prints it."""
    american = (page.language or "en-US").lower() in {"en", "en-us", "en_us"}
    for block in page.all_blocks:
        text = block.short if block.tag in _DATABLE else ""
        if not _CHANGE_WORD.search(text):
            continue
        for start, date in sorted(dates_in(text, month_first=american), key=lambda each: each[0]):
            if len(date.parts) == 3 and _CHANGE.search(text[:start].rstrip()):
                return "text", date
    months = (_changed_month(block) for block in page.all_blocks)
    return next((("text", month) for month in months if month), None)


def _changed_month(block: Block) -> Date | None:
    text = block.short if block.tag in _DATABLE else ""
    changed = len(text) < _SHORT and _CHANGE_WORD.search(text)
    return _month_behind(text, american=True) if changed else None


def _nearest(blocks: list[Block], title: str | None, *, american: bool) -> Found | None:
    head = headline_place(blocks, title)
    month = _month_below(blocks, head, american=american)
    for tag, found in (
        ("dateline", chain(_times(blocks, changed=False), _datelines(blocks, american=american))),
        ("dateline", _times(blocks, changed=True)),
        ("text", _phrases(blocks, american=american)),
        ("text", _anything(blocks, american=american)),
        ("link", _links(blocks)),
        ("text", _months(blocks, american=american)),
    ):
        nearest = min(found, key=lambda each: distance(each[0], head), default=None)
        if nearest is not None and (month is None or distance(nearest[0], head) < _FAR):
            return tag, nearest[1]
    return ("text", month) if month else None


_CLOSE, _FAR = 12, 60
"""How many elements below the headline a month is believed in, and how far away a day is not against it."""


def _month_below(blocks: list[Block], head: int, *, american: bool) -> Date | None:
    """The month with which a short line right below the headline ends: ``Fact sheet No 386 December 2015``."""
    for block in blocks:
        text = block.short if head < block.place <= head + _CLOSE and block.tag in _TEXTS else ""
        for start, date in dates_in(text, month_first=american) if 0 < len(text) < _LINE else ():
            if (
                len(date.parts) == 2
                and not re.search(r"\d{4}.*\d{4}|[.,;]", text[start:])
                and text[-4:].isdecimal()
            ):
                return date
    return None


_LINE = 60


def _described(page: Page, *, american: bool) -> Found | None:
    """The only date in the description of the page."""
    hit = page.meta("description", "og:description")
    found = (
        [date for _, date in dates_in(hit[1][:1000], month_first=american) if len(date.parts) == 3]
        if hit
        else []
    )
    return (hit[0], found[0]) if hit and len(found) == 1 else None


def _is_change(block: Block) -> bool:
    return bool(_CHANGED.search(block.marks)) and "publish" not in block.marks.lower()


def _times(blocks: Iterable[Block], *, changed: bool) -> Iterator[tuple[int, Date]]:
    for block in blocks:
        if _is_change(block) is not changed:
            continue
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
        dated = block.tag in _DATABLE and _DATED.search(block.marks) and not _is_change(block)
        text = block.short if dated else ""
        if text and not _AGED.search(text) and (date := _full(text, american=american)):
            yield block.place, date


def _phrases(blocks: Iterable[Block], *, american: bool) -> Iterator[tuple[int, Date]]:
    for block in blocks:
        if block.tag in _TEXTS and (text := block.short):
            for start, date in dates_in(text, month_first=american):
                if len(date.parts) == 3 and date.parts[0] >= _WEB and _PHRASE.search(text[:start]):
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


def _months(blocks: Iterable[Block], *, american: bool) -> Iterator[tuple[int, Date]]:
    """Months behind a phrase: Reviewed December 2017."""
    for block in blocks:
        text = block.short if block.tag in _TEXTS else ""
        if text and len(text) < _SHORT and (date := _month_behind(text, american=american)):
            yield block.place, date


_SHORT = 80


def _month_behind(text: str, *, american: bool) -> Date | None:
    return next(
        (
            date
            for start, date in dates_in(text, month_first=american)
            if len(date.parts) == 2
            and (_PHRASE.search(text[:start]) or _CHANGE.search(text[:start].rstrip()))
        ),
        None,
    )


_WEB = 1994
"""The first year that a page of the web can be of."""


def _full(text: str, *, american: bool) -> Date | None:
    """The first whole day in a text that the web could have seen."""
    found = sorted(dates_in(text, month_first=american), key=lambda each: each[0])
    return next((date for _, date in found if len(date.parts) == 3 and date.parts[0] >= _WEB), None)


def _links(blocks: Iterable[Block]) -> Iterator[tuple[int, Date]]:
    """Links to the page of a day, as blogs put beside an entry."""
    for block in blocks:
        if block.tag == "a" and (date := date_of_url(block.node.get("href") or "")) and block.short:
            yield block.place, date
