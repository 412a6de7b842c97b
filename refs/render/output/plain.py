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
_LEFT_MARGIN = re.compile(f"{marks.LEFT_MARGIN}([^{marks.ALL}]*){marks.END}")
# the comma that begins a block ends the line before it
_BLOCK_STOP = re.compile(f"([{marks.BLOCK}{marks.INDENT}])([,;:.])")
_DISPLAYED = re.compile(f"[{marks.LEFT_MARGIN}{marks.BLOCK}{marks.INDENT}]")
_QUOTES = re.compile(f"([{marks.QUOTE}{marks.UNQUOTE}{marks.APOSTROPHE_QUOTE}{marks.APOSTROPHE_UNQUOTE}])")


def write_plain(text: str, quotes: Quotes) -> str:
    """The text with its quotes and without formatting."""
    if marks.LEFT_MARGIN in text:
        text = _LEFT_MARGIN.sub(r"\1 ", text)
    if _DISPLAYED.search(text):
        return write_markup(_BLOCK_STOP.sub(r"\2\1", text), _PLAIN, quotes)
    pieces = _QUOTES.split(text)
    if len(pieces) > 1:
        text = _with_quotes(pieces, quotes)
    return marks.ANY.sub("", text)


def _with_quotes(pieces: list[str], quotes: Quotes) -> str:
    """The pieces with the marks between them written as the quotes of their depth."""
    outers: list[bool] = []
    for at in range(1, len(pieces), 2):
        mark = pieces[at]
        if mark in (marks.QUOTE, marks.APOSTROPHE_QUOTE):
            outer = not outers[-1] if outers else mark == marks.QUOTE
            outers.append(outer)
            pieces[at] = quotes.open if outer else quotes.inner_open
        else:
            outer = outers.pop() if outers else True
            pieces[at] = quotes.close if outer else quotes.inner_close
    return "".join(pieces)
