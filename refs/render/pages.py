"""Page ranges: expanded, minimal, minimal-two, chicago (CSL 1.0.2, appendix V)."""

import re
from collections.abc import Callable
from functools import lru_cache

# 321-328, N110 - N115, 12–4
_RANGE = re.compile(r"([A-Za-z]*)(\d+)\s*[-–—]+\s*([A-Za-z]*)(\d+)(?![\w-])")
_DASH = re.compile(r"(?<=\w)\s*[-–—]+\s*(?=\w)")


@lru_cache(maxsize=64)
def page_range_of(form: str | None, delimiter: str) -> Callable[[str], str]:
    """The function that writes the ranges in a page or locator string."""
    shorten = _FORMS.get(form or "")

    def write(found: re.Match[str]) -> str:
        prefix, first, prefix2, last = found.groups()
        if shorten is None or (prefix2 and prefix2 != prefix) or len(first) > 15 or len(last) > 15:
            return f"{prefix}{first}{delimiter}{prefix2}{last}"
        full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
        if int(full) < int(first):
            return f"{prefix}{first}{delimiter}{prefix2}{last}"
        return f"{prefix}{first}{delimiter}{shorten(prefix, first, full)}"

    @lru_cache(maxsize=4096)
    def write_pages(text: str) -> str:
        if "-" not in text and "–" not in text:
            return text
        return _DASH.sub(delimiter, _RANGE.sub(write, text))

    return write_pages


def _expanded(prefix: str, _first: str, last: str) -> str:
    return prefix + last


def _minimal(_prefix: str, first: str, last: str) -> str:
    return _changed(first, last, 1)


def _minimal_two(_prefix: str, first: str, last: str) -> str:
    return _changed(first, last, 2)


def _changed(first: str, last: str, least: int) -> str:
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _chicago15(_prefix: str, first: str, last: str) -> str:
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    if number % 100 < 10:
        return _changed(first, last, 1)
    if len(first) == 4:
        short = _changed(first, last, 2)
        return last if len(short) > 2 else short
    return _changed(first, last, 2)


def _chicago16(_prefix: str, first: str, last: str) -> str:
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    if number % 100 < 10:
        return _changed(first, last, 1)
    return _changed(first, last, 2)


_FORMS: dict[str, Callable[[str, str, str], str]] = {
    "expanded": _expanded,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago15,
    "chicago-15": _chicago15,
    "chicago-16": _chicago16,
}
