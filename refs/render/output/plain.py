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
_COMPLEX = re.compile(
    f"[{marks.QUOTE}{marks.APOSTROPHE_QUOTE}{marks.LEFT_MARGIN}{marks.BLOCK}{marks.INDENT}]"
)


def write_plain(text: str, quotes: Quotes) -> str:
    """The text with its quotes and without formatting."""
    if marks.LEFT_MARGIN in text:
        text = _LEFT_MARGIN.sub(r"\1 ", text)
    if _COMPLEX.search(text):
        return write_markup(text, _PLAIN, quotes)
    return marks.ANY.sub("", text)
