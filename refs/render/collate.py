"""Strings → keys that sort as readers expect: without case, accents and punctuation, numbers by value."""

import re
import unicodedata
from functools import lru_cache

from refs.render import marks

_BLANK = "\x10"
_PUNCTUATION = "!\"#%&'()*,-./:;?@[\\]_{}“”‘’«»„–—…‹›¡¿·†‡§¶\u00a0\u202f\t\n\x0b\x0c\r\u200b\u2009"
_SYMBOLS = "`´¨^¯©®+±÷×<=>|¦~$¢£¤¥€°"
_TABLE: dict[int, str | None] = (
    dict.fromkeys(map(ord, _PUNCTUATION))
    | {ord(each): chr(0x11 + at) for at, each in enumerate(_SYMBOLS)}
    | {ord(" "): _BLANK}
)
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
    }
)
_DIGITS = re.compile(r"[0-9]+")


@lru_cache(maxsize=32768)
def collation_key(text: str) -> str:
    """The key of a string; strings whose keys are equal keep the order they have.

    >>> collation_key("Chapter 9") < collation_key("chapter 10")
    True
    """
    if not text:
        return ""
    text = marks.bare(text).lower()
    if not text.isascii():
        plain = unicodedata.normalize("NFD", text.translate(_LETTERS))
        text = "".join(each for each in plain if not unicodedata.combining(each))
    key = text.translate(_TABLE) + _BLANK
    return _DIGITS.sub(_padded, key) if _DIGITS.search(key) else key


def _padded(found: re.Match[str]) -> str:
    return found[0].lstrip("0").rjust(24, "0")
