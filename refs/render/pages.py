"""Page ranges: expanded, minimal, minimal-two, chicago (CSL 1.0.2, appendix V)."""

import re
from collections.abc import Callable
from functools import lru_cache

_PAGE = "((?:[0-9]*[a-zA-Z]+0*)?)([0-9]+[a-z]*)"
# 321 - 328, N110 - N115, 12a - 4b
_RANGE = re.compile(f"{_PAGE} - {_PAGE}")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=4096)
def page_range(first: str, last: str, form: str | None, delimiter: str) -> str:
    """The range from one page to another, in the style's format.

    >>> page_range("321", "328", "minimal", "–")
    '321–8'
    """
    text = _RANGE.sub(lambda found: _written(found, form, delimiter), f"{first} - {last}")
    return text.replace("-", delimiter)


def _written(found: re.Match[str], form: str | None, delimiter: str) -> str:
    prefix, begin, prefix2, end = found.groups()
    plain = f"{prefix}{begin}{delimiter}{prefix2}{end}"
    if prefix2 not in ("", prefix):
        return plain
    if len(end) < len(begin):
        end = begin[: len(begin) - len(end)] + end
    if _number(begin) >= _number(end):
        return f"{prefix}{begin}{delimiter}{prefix2}{found[4]}"
    shorten = _FORMS.get(form or "")
    if shorten is None:
        return f"{prefix}{begin}{delimiter}{prefix}{end}"
    return f"{prefix}{begin}{delimiter}{shorten(begin, end)}"


def _number(text: str) -> int:
    found = _DIGITS.match(text)
    return int(found[0][:15]) if found else 0


def _changed(first: str, last: str, least: int) -> str:
    """The digits of the last page that differ, but at least so many."""
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _chicago15(first: str, last: str) -> str:
    begin, end = _number(first), _number(last)
    if begin > 100 and begin % 100 and begin // 100 == end // 100:
        return str(end % 100)
    if begin >= 10_000:
        return str(end % 1000)
    return last


def _chicago16(first: str, last: str) -> str:
    begin, end = _number(first), _number(last)
    if begin > 100 and begin % 100:
        for size in range(2, len(str(end))):
            if begin // 10**size == end // 10**size:
                return str(end % 10**size)
    return last


_FORMS: dict[str, Callable[[str, str], str]] = {
    "minimal": lambda first, last: _changed(first, last, 1),
    "minimal-two": lambda first, last: _changed(first, last, 2),
    "chicago": _chicago15,
    "chicago-15": _chicago15,
    "chicago-16": _chicago16,
}
