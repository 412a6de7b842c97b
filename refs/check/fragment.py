"""Fragments: whether the place in a page that a URL names is there."""

import re
from urllib.parse import unquote

from refs.check.page import Page, find_anchors
from refs.text import fold, squeeze

# :~:text=prefix-,start,end,-suffix
_DIRECTIVE = re.compile(r":~:(.*)$", re.DOTALL)
_TOP = {"", "top", "main", "content"}
_PREFIXES = ("", "user-content-")


def missing_fragment(fragment: str, page: Page) -> str | None:
    """What of a fragment the page does not have, in words; None when all is there or nothing can be said."""
    directive = _DIRECTIVE.search(fragment)
    written = fragment[: directive.start()] if directive else fragment
    anchor = unquote(written)
    if (
        anchor.lower() not in _TOP
        and not anchor.startswith(("!", "/", "?"))
        and "=" not in anchor
        and not _has(page, {written, anchor})
    ):
        return f"the page has no part called “{anchor[:80]}”"
    return _missing_text(directive.group(1), page) if directive else None


def _has(page: Page, names: set[str]) -> bool:
    """Whether the page has the place as it is written or decoded (HTML, 7.4.6.4)."""
    return not find_anchors(page).isdisjoint({prefix + name for prefix in _PREFIXES for name in names})


def _missing_text(directive: str, page: Page) -> str | None:
    text = fold(page.all_text)
    for part in directive.split("&"):
        if part.startswith("text="):
            words = _quoted(part.removeprefix("text="))
            if not _in_order(words, text):
                return f"the page does not say “{' … '.join(words)[:120]}”"
    return None


def _quoted(value: str) -> list[str]:
    """The start and the end of ``[prefix-,]start[,end][,-suffix]`` (Scroll to Text Fragment)."""
    parts = [part for part in value.split(",") if not part.endswith("-") and not part.startswith("-")]
    return [squeeze(unquote(part)) for part in parts if part]


def _in_order(words: list[str], text: str) -> bool:
    place = 0
    for each in words:
        place = text.find(fold(each), place)
        if place < 0:
            return False
        place += len(each)
    return True
