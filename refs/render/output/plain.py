"""Marked strings → plain text."""

from refs.render import marks
from refs.render.output.markup import Markup, Quotes, write_markup

_PLAIN = Markup(lambda text: text)


def write_plain(text: str, quotes: Quotes) -> str:
    """The text with its quotes and without formatting."""
    if marks.QUOTE in text or marks.APOSTROPHE_QUOTE in text:
        return write_markup(text, _PLAIN, quotes)
    return marks.ANY.sub("", text)
