"""Punctuation where affixes, delimiters and data meet: doubles, collisions, closing quotes.

What the data says is left alone; only clusters of punctuation around a seam are repaired.
"""

import re
from functools import lru_cache

from refs.render import marks

STOPS = ".,;:!?"
_EDGE = STOPS + " \u00a0"

# left + right → what stays, where it is not both
_MERGED = {
    "!.": "!",
    "!:": "!",
    "?.": "?",
    "?:": "?",
    ":!": "!",
    ":?": "?",
    ":.": ":",
    ";!": "!",
    ";?": "?",
    ";:": ";",
    ";.": ";",
}
_SWAP_IN = ".,!?"
_SWAP_OUT = ",;:"
_CLUSTER = re.compile(f"[{_EDGE}{marks.ALL}]*\x01[{_EDGE}{marks.ALL}]*")
_CLOSERS = (marks.UNQUOTE, marks.APOSTROPHE_UNQUOTE)


def seamed(text: str) -> str:
    """A literal of the style with a seam at each end that may collide."""
    if not text:
        return ""
    head = marks.SEAM if text[0] in _EDGE else ""
    tail = marks.SEAM if text[-1] in _EDGE else ""
    return head + text + tail


def settle(text: str, *, inside: bool) -> str:
    """The text with its seams repaired and gone; `inside` moves stops into quotes (punctuation-in-quote)."""
    if marks.SEAM not in text:
        return text
    repair = _inside if inside else _outside
    return _CLUSTER.sub(repair, text)


def _inside(found: re.Match[str]) -> str:
    return _repair(found[0], True)


def _outside(found: re.Match[str]) -> str:
    return _repair(found[0], False)


@lru_cache(maxsize=4096)
def _repair(cluster: str, inside: bool) -> str:
    out: list[str] = []
    fresh = False
    for each in cluster:
        if each == marks.SEAM:
            fresh = True
        elif each not in _EDGE or not fresh:
            out.append(each)
            if each in _EDGE:
                fresh = False
        elif _add(out, each, inside):
            fresh = False
    return "".join(out)


def _add(out: list[str], new: str, inside: bool) -> bool:
    """Put one stop or blank at the end; whether it came to stand there."""
    at = len(out) - 1
    quote = -1
    while at >= 0 and out[at] not in _EDGE:
        if out[at] in _CLOSERS:
            quote = at
        elif out[at] == marks.QUOTE:
            break
        at -= 1
    last = out[at] if at >= 0 and out[at] in _EDGE else ""
    if new in " \u00a0":
        if last and last in " \u00a0" and quote < 0:
            return False
        out.append(new)
        return True
    if last == new:
        return False
    if quote >= 0:
        return _add_at_quote(out, new, last, at, quote, inside)
    merged = _MERGED.get(last + new)
    if merged == last and merged:
        return False
    if merged:
        del out[at]
        if inside and new in _SWAP_IN and at and out[at - 1] in _CLOSERS:
            return _add(out, new, inside)
    out.append(new)
    return True


def _add_at_quote(out: list[str], new: str, last: str, at: int, quote: int, inside: bool) -> bool:
    if inside and new in _SWAP_IN:
        merged = _MERGED.get(last + new)
        if merged == last and merged:
            return False
        if merged:
            out[at] = new
            return False
        out.insert(quote, new)
        return False
    if inside and last and _MERGED.get(last + new) == last:
        return False
    if not inside and last and last in _SWAP_OUT:
        del out[at]
        merged = _MERGED.get(last + new)
        out.append(merged or last)
        if not merged:
            out.append(new)
        return True
    out.append(new)
    return True
