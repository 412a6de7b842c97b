"""Formulas: which of them characters can say, and what becomes of a fraction, a root and a space."""

import re
import unicodedata

from refs.parse.latex.commands import (
    HIDDEN_ARGUMENT,
    SWITCHES,
    TRANSPARENT,
    WRAPPERS,
)
from refs.parse.latex.symbols import (
    ACCENTS,
    LETTERS,
    MATHEMATICS,
    OPERATORS,
    SYMBOLS,
)
from refs.parse.latex.table import character_of

FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac"})
"""Commands that set their two arguments as a fraction."""

_LETTERS = {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"}
BLACKBOARD = {"mathbb": _LETTERS, "Bbb": _LETTERS, "mathds": _LETTERS}
"""Commands for the letters of sets of numbers, and those letters."""

_SAYABLE = (
    frozenset().union(
        ACCENTS,
        LETTERS,
        SYMBOLS,
        MATHEMATICS,
        OPERATORS,
        TRANSPARENT,
        WRAPPERS,
        SWITCHES,
        FRACTIONS,
        BLACKBOARD,
    )
    | (HIDDEN_ARGUMENT - {"begin", "end"})
    | {"sqrt"}
)
_VULGAR = {unicodedata.normalize("NFKC", char): char for char in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
# what needs no brackets: 12, n, x², <i>x</i>
_SINGLE = re.compile(r"(?:<[^<>]{1,60}>)*[\w.]*(?:<[^<>]{1,60}>)*", re.DOTALL)
# a space that stands inside a bracket, or between a function and its exponent
_NEEDLESS = re.compile(r"(?<=[(\[{]) +| +(?=[)\]},.;:]|<su[bp]>)")


def is_sayable(mark: str) -> bool:
    """Whether characters can say a mark of a formula: anything but a command that nobody knows."""
    if mark[0] != "\\" or not mark[1:2].isalpha():
        return True
    return mark[1:] in _SAYABLE or character_of(mark[1:]) is not None


def fraction(above: str, below: str) -> str:
    """The two numbers of a fraction on one line.

    >>> fraction("1", "2"), fraction("n + 1", "2")
    ('½', '(n + 1)⁄2')
    """
    text = f"{_grouped(above)}⁄{_grouped(below)}"
    return _VULGAR.get(text, text)


def root(text: str) -> str:
    """A square root on one line."""
    return f"√{_grouped(text)}"


def _grouped(text: str) -> str:
    text = text.strip()
    return text if _SINGLE.fullmatch(text) else f"({text})"


def space_out(text: str) -> str:
    """A formula without the spaces that its functions have at a bracket or an exponent."""
    return _NEEDLESS.sub("", text).strip() if "  " in text or " " in text else text
