"""WordPress exports (WXR): every post is an article; the spans are those of the whole export."""

import html
import re
from collections.abc import Iterator

from refs.article.block import Page
from refs.article.html import HtmlBlocks
from refs.model.article import Format, Span

_TITLE = re.compile(r"<title>(?:<!\[CDATA\[)?(.{0,1000}?)(?:\]\]>)?</title>", re.DOTALL)
_CDATA, _END_CDATA = "<![CDATA[", "]]>"
_BODY, _END_BODY = "<content:encoded>", "</content:encoded>"


def read_wordpress(source: str) -> Iterator[Page]:
    """A page for each post that has a text."""
    for start, end in _items(source):
        body, stop = _inner(source, start, end)
        if body >= stop:
            continue
        reader = HtmlBlocks(source)
        for first, last in _cdata(source, body, stop):
            reader.feed(first, last)
        title = _TITLE.search(source, start, min(end, start + 4000))
        if reader.blocks:
            shown = html.unescape(title[1]).strip() if title else None
            yield Page(Format.WORDPRESS, source, reader.blocks, shown, extent=Span(body, stop))


def _items(source: str) -> Iterator[tuple[int, int]]:
    at = 0
    while (start := source.find("<item>", at)) >= 0:
        end = source.find("</item>", start)
        at = end if end >= 0 else len(source)
        yield start, at


def _inner(source: str, start: int, end: int) -> tuple[int, int]:
    """The span of a post's text, without the tags around it."""
    opening = source.find(_BODY, start, end)
    if opening < 0:
        return end, end
    closing = source.find(_END_BODY, opening, end)
    return opening + len(_BODY), closing if closing >= 0 else end


def _cdata(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches inside CDATA sections."""
    while (opening := source.find(_CDATA, start, end)) >= 0:
        first = opening + len(_CDATA)
        closing = source.find(_END_CDATA, first, end)
        last = closing if closing >= 0 else end
        yield first, last
        start = last + len(_END_CDATA)
