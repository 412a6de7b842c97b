"""The texts of a PNX record, without the codes behind them and the marks that nobody sees."""

import html
import re
from collections.abc import Iterator

from lxml import etree

from refs.parse.tree import text_of

# Simone, Daniela$$QSimone Daniela
_CODED = re.compile(r"\$\$[A-Z\d].*$")


def every(record: etree._Element, path: str) -> Iterator[str]:
    """The texts at a path, without the codes behind them."""
    for each in record.iterfind(path):
        if text := without_code(text_of(each)):
            yield text


def without_code(text: str) -> str:
    """The text without the codes behind it, escapes, and marks that nobody sees."""
    text = _CODED.sub("", text)
    return (
        html.unescape(text).replace("\u200d", "").replace("\u200e", "").strip()
        if "&" in text
        else text.strip()
    )


def first(record: etree._Element, *paths: str) -> str:
    """The first text at the first of the paths that has one."""
    return next((text for path in paths for text in every(record, path)), "")


def coded(record: etree._Element, path: str, code: str) -> Iterator[str]:
    """What stands behind a code, as D in ``$$I01$$DQE581 .F4$$E1``, in the texts at a path."""
    for each in record.iterfind(path):
        if found := re.search(rf"\$\${code}\s*([^$]*[^$\s])", text_of(each)):
            yield found[1]
