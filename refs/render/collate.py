"""Strings → keys that sort as readers expect: punctuation, digits, letters; accents and case last."""

import unicodedata
from functools import lru_cache

from refs.render import marks

CollationKey = tuple[str, str, str]
_FIRST = {ord(each): 0x20 + at for at, each in enumerate(" _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$")}
_ASCII = {
    **{ord("0") + at: 0x60 + at for at in range(10)},
    **{ord("a") + at: 0x70 + at for at in range(26)},
    **_FIRST,
}
_EXTRA = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "’": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
        "ð": "d",
        "þ": "th",
        "ı": "i",
    }
)


@lru_cache(maxsize=16384)
def collation_key(text: str) -> CollationKey:
    """The key of a string."""
    text = marks.bare(text)
    lower = text.lower()
    if text.isascii():
        return lower.translate(_ASCII), "", text.swapcase()
    plain = unicodedata.normalize("NFD", lower.translate(_EXTRA))
    base = "".join(each for each in plain if not unicodedata.combining(each))
    return base.translate(_ASCII), lower, text.swapcase()
