"""The texts of a PNX record, without the codes behind them and the marks that nobody sees."""

import html
import re
from collections.abc import Iterator

from lxml import etree

from refs.parse.tree import text_of

# Simone, Daniela$$QSimone Daniela
_CODED = re.compile(r"\$\$[A-Z].*$")


def every(record: etree._Element, path: str) -> Iterator[str]:
    """The texts at a path, without the codes behind them."""
    for each in record.iterfind(path):
        if text := _plain(_CODED.sub("", text_of(each))):
            yield text


def _plain(text: str) -> str:
    """The text without escapes and marks that nobody sees."""
    return (
        html.unescape(text).replace("\u200d", "").replace("\u200e", "").strip()
        if "&" in text
        else text.strip()
    )


def first(record: etree._Element, *paths: str) -> str:
    """The first text at the first of the paths that has one."""
    return next((text for path in paths for text in every(record, path)), "")
