"""Ordinals and Roman numerals (CSL 1.0.2, "Ordinal Suffixes")."""

from refs.model.locale import Locale, Term


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


def _ordinal_term(name: str, locale: Locale, gender: str) -> Term | None:
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
