"""Spans of markup that can be moved: every tag that opens inside closes inside."""

import re

from refs.article.tag import Tag, scan
from refs.model.article import Span

_VOID = {"br", "hr", "img", "wbr", "input", "link", "meta"}
_BLOCKS = {
    "li",
    "p",
    "div",
    "tr",
    "td",
    "th",
    "ol",
    "ul",
    "table",
    "tbody",
    "section",
    "dd",
    "dt",
    "w:p",
    "w:r",
    "w:t",
    "body",
}
_FAR = 4000
_LONGEST_TAG = 2000


def balanced(source: str, span: Span) -> Span:
    """The span, grown over the tags beside it until its tags match; inline tags only."""
    closers, openers = _unmatched(source, span)
    start, end = span.start, span.end
    for name in closers:
        grown = _opening_before(source, start, name)
        if grown is None:
            return span
        start = grown
    for name in reversed(openers):
        grown = _closing_after(source, end, name)
        if grown is None:
            return span
        end = grown
    return Span(start, end)


_WRAPPERS = "a|abbr|b|bdi|cite|code|em|i|mark|q|small|span|strong|u"


def wrapped(source: str, span: Span) -> Span:
    """The span with the inline elements that hold it and nothing else."""
    return with_holders(source, span, _WRAPPERS, max(0, span.start - _FAR))


def with_holders(source: str, span: Span, names: str, after: int, between: str = "") -> Span:
    r"""The span with the elements of these names that hold it and nothing else but what is `between` (``\s*``).

    None that opens before `after` is looked for.
    """
    opener = re.compile(rf"<({names})\b[^<>]*>{between}$", re.IGNORECASE)
    start, end = span.start, span.end
    while (opening := opener.search(source, max(after, start - _LONGEST_TAG), start)) is not None:
        closing = re.compile(rf"{between}</{opening[1]}\s*>", re.IGNORECASE).match(
            source, end, end + _LONGEST_TAG
        )
        if closing is None:
            break
        start, end = opening.start(), closing.end()
    return Span(start, end)


def is_balanced(source: str, span: Span) -> bool:
    """Whether no tag crosses the ends of the span."""
    return _unmatched(source, span) == ([], [])


def _unmatched(source: str, span: Span) -> tuple[list[str], list[str]]:
    closers: list[str] = []
    openers: list[str] = []
    for piece in scan(source, span.start, span.end):
        if not isinstance(piece, Tag) or piece.name in _VOID or piece.empty:
            continue
        if not piece.closing:
            openers.append(piece.name)
        elif piece.name in openers:
            while openers.pop() != piece.name:
                pass
        else:
            closers.append(piece.name)
    return closers, openers


def _opening_before(source: str, at: int, name: str) -> int | None:
    """Where the tag begins that opens before a place, with nothing but blanks and tags between."""
    if name in _BLOCKS:
        return None
    match = re.search(
        rf"<{re.escape(name)}\b[^<>]*>(?:\s|<[^<>]*>)*$", source[max(0, at - _FAR) : at], re.IGNORECASE
    )
    return max(0, at - _FAR) + match.start() if match else None


def _closing_after(source: str, at: int, name: str) -> int | None:
    if name in _BLOCKS:
        return None
    match = re.match(rf"(?:\s|<[^<>]*>)*?</{re.escape(name)}\s*>", source[at : at + _FAR], re.IGNORECASE)
    return at + match.end() if match else None
