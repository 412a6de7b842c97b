"""Text of HTML and XML with its entities shown, tied to the source."""

import html
import re

from refs.article.block import TextBuilder

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_FLAT = {ord(each): " " for each in "\n\r\t\v\f\x00"}


def add_words(text: TextBuilder, source: str, start: int, end: int, *, flat: bool = True) -> None:
    """Add a stretch of source without tags; line breaks become blanks unless they matter."""
    chunk = source[start:end]
    if flat:
        chunk = chunk.translate(_FLAT)
    at = 0
    for match in _ENTITY.finditer(chunk) if "&" in chunk else ():
        text.add(chunk[at : match.start()], start + at)
        shown = html.unescape(match[0]).replace("\xa0", " ")
        text.add(shown, start + match.start(), match.end() - match.start())
        at = match.end()
    text.add(chunk[at:], start + at)
