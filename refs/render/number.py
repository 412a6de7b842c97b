"""Numbers: cs:number, is-numeric, plurals, ordinals, Roman numerals (CSL 1.0.2, "Number")."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from refs.model.locale import Locale
from refs.model.style import Number
from refs.render.context import Context, Render
from refs.render.look import dress_of
from refs.render.pages import page_range_of

if TYPE_CHECKING:
    from refs.render.compile import Maker

NUMBER_VARIABLES = frozenset(
    """chapter-number collection-number edition issue number number-of-pages number-of-volumes page
    page-first part-number printing-number section supplement-number version volume locator""".split()
)
# 12, IV12a, 2-4, 12a & 14, 2, 3
_PART = r"(?:[A-Za-z]{0,4}\d+[A-Za-z]{0,3}|[ivxlcmIVXLCM]+)"
_NUMERIC = re.compile(rf"\s*{_PART}(?:\s*[-–—,&;/]\s*{_PART})*\s*$")
_DIGITS = re.compile(r"\d")
_SEVERAL = re.compile(r"\w\s*[-–—,&]\s*\w")
_JOINED = re.compile(r"\s*[-–]\s*")


@lru_cache(maxsize=2048)
def is_numeric(value: str) -> bool:
    """Whether the content is numeric (CSL 1.0.2, "is-numeric")."""
    return bool(_DIGITS.search(value)) and _NUMERIC.match(value) is not None


@lru_cache(maxsize=2048)
def is_several(value: str) -> bool:
    """Whether the content stands for more than one thing."""
    return _SEVERAL.search(value) is not None


def plain_number(value: str) -> str:
    """The number as text, its ranges with en dashes."""
    if "-" not in value or not is_numeric(value):
        return value
    return _JOINED.sub("–", value)


def page_ranger(maker: "Maker") -> Callable[[str], str]:
    """The function that writes page ranges in the style's format."""
    delimiter = maker.locale.term("page-range-delimiter") or "–"
    return page_range_of(maker.style.page_range_format, delimiter)


def compile_number(number: Number, maker: "Maker") -> Render:
    """A number in its form; what is not numeric as it is."""
    name, dress = number.variable, dress_of(number.look)
    write = _writer(number, maker)

    def render_number(context: Context) -> str:
        context.called = True
        value = _value(context, name)
        if not value:
            return ""
        context.filled = True
        text = write(value)
        return dress(text) if dress is not None else text

    return render_number


def _value(context: Context, name: str) -> str | None:
    if name == "locator":
        return context.locator
    if name == "citation-number":
        return str(context.number) if context.number else None
    if name == "first-reference-note-number":
        return str(context.first_note) if context.first_note else None
    return context.vars.get(name)


def _writer(number: Number, maker: "Maker") -> Callable[[str], str]:
    locale = maker.locale
    term = locale.find_term(number.variable)
    gender = (term.gender if term else None) or ""
    if number.form == "ordinal":
        return _each(lambda value: ordinal(value, locale, gender))
    if number.form == "long-ordinal":
        return _each(lambda value: long_ordinal(value, locale, gender))
    if number.form == "roman":
        return _each(roman)
    if number.variable in ("page", "locator"):
        return page_ranger(maker)
    return plain_number


_NUMBER = re.compile(r"\d+")


def _each(write: Callable[[int], str]) -> Callable[[str], str]:
    def write_each(value: str) -> str:
        if not is_numeric(value):
            return value
        text = _NUMBER.sub(lambda found: write(int(found[0])) if len(found[0]) < 9 else found[0], value)
        return _JOINED.sub("–", text)

    return write_each


def ordinal(value: int, locale: Locale, gender: str = "") -> str:
    """The number with the ordinal suffix of the locale (CSL 1.0.2, "Ordinal Suffixes")."""
    return f"{value}{_ordinal_suffix(value, locale, gender)}"


def _ordinal_suffix(value: int, locale: Locale, gender: str) -> str:
    for digits, default in ((100, "last-two-digits"), (10, "last-digit")):
        tail = value % digits
        term = _ordinal_term(f"ordinal-{tail:02d}", locale, gender)
        if term is None:
            continue
        match = term.match or (default if tail < 10 else "last-two-digits")
        if match == "whole-number" and value != tail:
            continue
        if match == "last-two-digits" and value % 100 != tail:
            continue
        return term.single
    term = _ordinal_term("ordinal", locale, gender)
    return term.single if term else ""


def _ordinal_term(name: str, locale: Locale, gender: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return locale.terms.get((name, "long", gender)) or locale.terms.get((name, "long", ""))


def long_ordinal(value: int, locale: Locale, gender: str = "") -> str:
    """The number as an ordinal word for one to ten, with its suffix beyond."""
    if 1 <= value <= 10:
        term = _ordinal_term(f"long-ordinal-{value:02d}", locale, gender)
        if term is not None and term.single:
            return term.single
    return ordinal(value, locale, gender)


_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def roman(value: int) -> str:
    """The number in small Roman numerals.

    >>> roman(1994)
    'mcmxciv'
    """
    if not 0 < value < 6000:
        return str(value)
    out = []
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        out.append(letters * count)
    return "".join(out)
