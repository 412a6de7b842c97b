"""Scraped text made plain: entities, tags, ligatures and links of Markdown, with the way back to the original."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

LIMIT = 10_000
"""No reference is longer; what follows is left unread."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Plain text, and where its characters stood."""

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, place: int) -> int:
        """The offset in the original of an offset in the plain text."""
        at = bisect_right(self.starts, place) - 1
        return self.origins[at] + place - self.starts[at]


_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200e": "",
    "\u2060": "",
    "\ufeff": "",
}
# &amp;  <i>  ﬁ  [words](https://…)  *emphasis*  two  blanks
_DIRT = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<tag></?(?:i|b|u|a|p|br|em|li|ol|ul|div|sup|sub|cite|span|strong|small)\b[^<>]{0,500}>)"
    r"|(?P<ligature>[ﬀ-ﬆ\u00ad\u200b\u200c\u200e\u2060\ufeff])"
    r"|(?P<link>\]\(<?(?P<target>(?:https?://|www\.)[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,500})?)>?"
    r"(?:\s\"[^\"]{0,200}\")?\))"
    r"|(?P<open>\[(?=[^\[\]]{1,1000}\]\(<?(?:https?://|www\.)))"
    r"|(?P<mark>(?<![\w*_])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*_]))"
    r"|(?P<space>[\s\u00a0]{2,}|[^\S ])",
)
_SUSPECTS = re.compile(r"[&<ﬀ-ﬆ\u00ad\u200b\u200c\u200e\u2060\ufeff*_]|\]\(|[^\S ]|  ")


def clean_text(text: str) -> Clean:
    """The reference without what scraping left in it, at most `LIMIT` characters.

    >>> clean_text("Smith &amp; Co. <i>The ﬁle</i>").text
    'Smith & Co. The file'
    """
    text = text[:LIMIT]
    if not _SUSPECTS.search(text):
        return Clean(text)
    pieces: list[str] = []
    starts, origins = [0], [0]
    done = length = 0
    for found in _DIRT.finditer(text):
        new = _replacement(found)
        if new == found.group():
            continue
        pieces += (text[done : found.start()], new)
        length += found.start() - done + len(new)
        done = found.end()
        starts += (length - len(new), length)
        origins += (found.start(), done)
    pieces.append(text[done:])
    return Clean("".join(pieces)[:LIMIT], tuple(starts), tuple(origins))


def _replacement(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind == "entity":
        return html.unescape(found.group()).replace("\n", " ").replace("\u00a0", " ")
    if kind == "ligature":
        return _LIGATURES.get(found.group(), "")
    if kind in {"link", "target"}:
        return f" {found['target']} "
    return " " if kind == "space" or found.group().startswith(("<br", "<p", "<li", "<div")) else ""
