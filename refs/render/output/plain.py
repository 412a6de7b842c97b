"""Marked strings → plain text."""

import re

from refs.render import marks
from refs.render.output.markup import Markup, Quotes, write_markup

_PLAIN = Markup(lambda text: text)
_DISPLAYS = re.compile(f" *([{marks.ALL}]*?)([{''.join(marks.DISPLAYS.values())}])")
_BREAKS = {marks.BLOCK: "\n", marks.INDENT: "\n    ", marks.RIGHT_INLINE: " "}


def write_plain(text: str, quotes: Quotes) -> str:
    """The text with its quotes and without formatting; blocks on lines of their own."""
    if _DISPLAYS.search(text):
        text = _DISPLAYS.sub(lambda found: found[1] + _BREAKS.get(found[2], ""), text)
    if marks.QUOTE in text or marks.APOSTROPHE_QUOTE in text:
        return write_markup(text, _PLAIN, quotes)
    return marks.ANY.sub("", text)
