"""Titles as services send them: HTML, MathML, JATS and escapes, brought to the rich text of CSL-JSON."""

import html
import re

from lxml import etree

from refs.text import squeeze

_MATH = re.compile(r"<((?:mml:)?math)\b[^>]{0,500}>(.{0,5000}?)</\1>", re.IGNORECASE | re.DOTALL)
_ANNOTATION = re.compile(
    r"<((?:mml:)?annotation(?:-xml)?)\b[^>]{0,500}>.{0,5000}?</\1>|<((?:jats:)?tex-math)\b.{0,5000}?</\2>",
    re.IGNORECASE | re.DOTALL,
)
# <jats:italic toggle="yes">, </SUB>, <scp>, <span style="…">
_TAG = re.compile(r"<(/?)(?:jats:|mml:)?([a-z][a-z0-9-]{0,20})(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_KEEP = {
    "i": "i",
    "em": "i",
    "italic": "i",
    "b": "b",
    "strong": "b",
    "bold": "b",
    "sub": "sub",
    "inf": "sub",
    "sup": "sup",
}
_MOST = 20_000
_SMALL = '<span style="font-variant:small-caps;">'


# <mml:mi>H</mml:mi>, alone or some of them in an mrow
_LEAF = r"\s*<(?:mml:)?m[inos][a-z]{0,5}\b[^<>]{0,200}>[^<>]{0,200}</(?:mml:)?m[inos][a-z]{0,5}>\s*"
_NODE = rf"({_LEAF}|\s*<(?:mml:)?mrow\b[^<>]{{0,200}}>(?:{_LEAF}){{0,9}}</(?:mml:)?mrow>\s*)"
_SCRIPT = re.compile(rf"<((?:mml:)?m(sub|sup))\b[^<>]{{0,200}}>{_NODE}{_NODE}</\1>", re.IGNORECASE)


def _plain_math(text: str) -> str:
    """The words of a formula, with what is set low or high in it; deeper structure is dissolved."""
    text = _SCRIPT.sub(r"\3<\2>\4</\2>", text)
    return re.sub(r"<(?!/?su[bp]>)[^<>]{0,500}>\s*", "", text)


def rich(text: str | None) -> str | None:
    r"""The text with `<i>`, `<b>`, `<sub>`, `<sup>` and small capitals kept, and every other tag dissolved.

    >>> rich("The <jats:italic>E. coli</jats:italic> &amp;amp; CO<sub>2</sub>\n story")
    'The <i>E. coli</i> & CO<sub>2</sub> story'
    """
    if not text:
        return None
    text = text[:_MOST]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _ANNOTATION.sub("", text)
        text = _MATH.sub(lambda found: _plain_math(found.group(2)), text)
        text = _balanced(_TAG.sub(_tag, text)).replace("<sup>®</sup>", "®")
    return squeeze(text) or None


def _tag(found: re.Match[str]) -> str:
    slash, name = found.group(1), found.group(2).lower()
    if name in {"scp", "sc"}:
        return "</span>" if slash else _SMALL
    if name in {"br", "p", "title", "break"}:
        return " "
    return f"<{slash}{_KEEP[name]}>" if name in _KEEP else ""


def _balanced(text: str) -> str:
    """The text without its tags where an opening one lacks its end."""
    for name in ("i", "b", "sub", "sup"):
        if text.count(f"<{name}>") != text.count(f"</{name}>"):
            text = text.replace(f"<{name}>", "").replace(f"</{name}>", "")
    return text


def rich_of(node: etree._Element | None) -> str | None:
    """The rich text inside an XML element."""
    if node is None:
        return None
    return rich(_inner(node))


def _inner(node: etree._Element) -> str:
    parts = [html.escape(node.text or "", quote=False)]
    for child in node:
        if isinstance(child.tag, str):
            name = str(child.tag).rpartition("}")[2]
            parts.append(f"<{name}>{_inner(child)}</{name}>")
        parts.append(html.escape(child.tail or "", quote=False))
    return "".join(parts)


def without_stop(title: str | None) -> str | None:
    """A title without the full stop that bibliographic databases put behind it.

    >>> without_stop("Career-Turning Moments."), without_stop("What works in the U.S."), without_stop("And so ...")
    ('Career-Turning Moments', 'What works in the U.S.', 'And so ...')
    """
    if not title or not title.endswith(".") or title.endswith("..") or re.search(r"\b[A-Z]\.[A-Z]\.$", title):
        return title
    return title[:-1].rstrip()
