r"""What stands in LaTeX as it is: addresses, ``\verb`` and characters by their number."""

import re

VERBATIM = frozenset({"url", "path", "nolinkurl", "burl"})
"""Commands whose argument is shown as it stands."""

# \_, \%, \~{}
_ESCAPED = re.compile(r"\\([%&_#$~{}^])(?:\{\})?")
# \char"41, \char'101, \char65, \char`\~
_CHAR = re.compile(r"\s?(?:\"([0-9A-Fa-f]{1,5})|'([0-7]{1,6})|(\d{1,6})|`\\?(.))\s?", re.DOTALL)
_BASES = (16, 8, 10)
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def unescape(text: str) -> str:
    r"""An address without the backslashes that LaTeX asks for.

    >>> unescape(r"https://example.org/a\_b\%20c")
    'https://example.org/a_b%20c'
    """
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def read_verb(text: str) -> tuple[str, int]:
    r"""What a ``\verb`` shows of the text behind it, and how much of that text it takes.

    >>> read_verb("+a_b+ and")
    ('a_b', 5)
    """
    inside, mark, _ = text[1:].partition(text[:1]) if text else ("", "", "")
    return inside, len(inside) + 1 + len(mark)


def read_char(text: str) -> tuple[str, int]:
    r"""The character that a ``\char`` names, and how much of the text behind it that takes.

    >>> read_char('"41 and')
    ('A', 4)
    """
    found = _CHAR.match(text)
    if found is None:
        return "", 0
    if found[4]:
        return found[4], found.end()
    number = next(int(digits, base) for digits, base in zip(found.groups(), _BASES, strict=False) if digits)
    known = 31 < number <= _LAST and number not in _SURROGATES
    return (chr(number) if known else ""), found.end()
