"""Marked strings → plain text."""

import re

from refs.render import marks
from refs.render.output.markup import Markup, Quotes, write_markup

_PLAIN = Markup(
    lambda text: text,
    displays={
        "block": ("\n", ""),
        "left-margin": ("", " "),
        "right-inline": ("", ""),
        "indent": ("\n    ", ""),
    },
)
# the comma that begins a block ends the line before it
_BLOCK_STOP = re.compile(f"([{marks.BLOCK}{marks.INDENT}])([,;:.])")
_LINES = frozenset((marks.BLOCK, marks.INDENT))
_QUOTES = frozenset((marks.QUOTE, marks.UNQUOTE, marks.APOSTROPHE_QUOTE, marks.APOSTROPHE_UNQUOTE))
_STOPS = frozenset(".,;:")
_PRINTED = _QUOTES | _LINES | {marks.LEFT_MARGIN}


def write_plain(text: str, quotes: Quotes) -> str:
    """The text with its quotes and without formatting."""
    pieces = marks.TOKENS.split(text)
    found = pieces[1::2]
    if _PRINTED.isdisjoint(found):
        return "".join(pieces[::2])
    if _LINES.isdisjoint(found) and (marks.LEFT_MARGIN not in found or _is_plain_margin(found)):
        return "".join(_printed(pieces, quotes))
    return write_markup(_BLOCK_STOP.sub(r"\2\1", text), _PLAIN, quotes)


def _is_plain_margin(found: list[str]) -> bool:
    """Whether the one left margin holds no formatting of its own."""
    at = found.index(marks.LEFT_MARGIN)
    return found[at + 1 : at + 2] == [marks.END] and found.count(marks.LEFT_MARGIN) == 1


def _opens(pieces: list[str], at: int) -> str:
    """The first letter of the text from here on."""
    return next((piece[0] for piece in pieces[at::2] if piece), "")


def _printed(pieces: list[str], quotes: Quotes) -> list[str]:
    """The pieces; the marks between them written as quotes of their depth, the end of a left margin as a blank."""
    outers: list[bool] = []
    margin = False
    for at in range(1, len(pieces), 2):
        mark = pieces[at]
        if mark not in _QUOTES:
            pieces[at] = " " if margin and _opens(pieces, at + 1) not in _STOPS else ""
            margin = mark == marks.LEFT_MARGIN
        elif mark in (marks.QUOTE, marks.APOSTROPHE_QUOTE):
            outer = not outers[-1] if outers else mark == marks.QUOTE
            outers.append(outer)
            pieces[at] = quotes.open if outer else quotes.inner_open
        else:
            outer = outers.pop() if outers else True
            pieces[at] = quotes.close if outer else quotes.inner_close
    return pieces
