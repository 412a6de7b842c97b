"""Ranges among the parts of a number: which hyphens become range delimiters, and page ranges in the style's format."""

import re
from collections.abc import Sequence
from dataclasses import replace

from refs.model.locale import Locale
from refs.render.numerals import LABELS, Part
from refs.render.pages import page_range

RANGED = frozenset(
    [
        "page",
        "page-first",
        "chapter-number",
        "collection-number",
        "edition",
        "issue",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "volume",
        "locator",
    ]
)
_DASHED = frozenset({"locator", "issue", "volume", "edition", "number"})
_WHOLE = re.compile(r"([0-9]+|[ivxlcmIVXLCM]+)$")
_LEADING = re.compile(r"\d+")
# 321–328, N110–N115, 12–A4
_SETTLED = re.compile(r"((?:[0-9]*[a-zA-Z]+0*)?)([0-9]+[a-z]*)(\s*[^0-9]+\s*)([-,a-zA-Z]?0*)([0-9]+[a-z]*)$")


class RangeSettler:
    """Settles the ranges of one variable for a locale and a page-range-format."""

    def __init__(self, name: str, locale: Locale, form: str | None) -> None:
        self.name = "page" if name == "page-first" else name
        self.locale, self.form = locale, form
        self.delimiter = locale.term("page-range-delimiter") or "–"
        self.years = locale.term("year-range-delimiter") or "–"

    def settle(self, parts: Sequence[Part]) -> list[Part]:
        """The parts, with the delimiters and shortened ends of their ranges."""
        settled = [replace(part) for part in parts]
        label: str | None = None
        count = 0
        for at, part in enumerate(settled):
            if not part.collapsible:
                count, label = 0, None
                part.joiner = self._delimited(part, part.joiner, numeric=part.numeric)
            elif label != part.label or part.joiner == "-":
                count, label = 1, part.label
            else:
                count += 1
                if count == 2:
                    count = self._join(settled, at)
        if count == 2:
            self._join(settled, len(settled) - 1)
        return settled

    def _is_page(self, part: Part) -> bool:
        return self.name == "page" or (self.name == "locator" and part.label == "p.")

    def _delimited(self, part: Part, delimiter: str, *, numeric: bool) -> str:
        if delimiter != "-" or not numeric:
            return delimiter
        if self.name in ("page", "locator") and not self.locale.term(LABELS.get(part.label or "", "")):
            return delimiter
        if self._is_page(part) or self.name in _DASHED:
            return self.delimiter
        return self.years if self.name == "collection-number" else delimiter

    def _join(self, parts: list[Part], at: int) -> int:
        """Write two parts as a range; how many parts still count towards one."""
        one, other = parts[at - 1], parts[at]
        if one.prefix != other.prefix:
            return 2
        if one.joiner != "-":
            return 1
        begin, end = _LEADING.match(one.value), _LEADING.match(other.value)
        if not self.form and begin and end and int(begin[0][:15]) > int(end[0][:15]):
            one.joiner = self._delimited(other, "-", numeric=True)
            return 2
        if begin and end and self._is_page(other):
            text = page_range(one.text, other.text, self.form, self.delimiter)
        else:
            if _WHOLE.match(one.value) and _WHOLE.match(other.value):
                one.joiner = self.delimiter
            text = one.value + one.joiner + other.value
        if found := _SETTLED.match(text):
            one.joiner = self._delimited(other, found[3], numeric=other.numeric)
            one.prefix, one.value, other.prefix, other.value = found[1], found[2], found[4], found[5]
        return 0
