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
        "þ": "z\uffff",
        "ı": "i\uffff",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
    }
)
_DIGITS = re.compile(r"[0-9]+")


# letters of an alphabet, each behind the one that it follows; those that share a place are parted by a stroke
_NORDIC = "z æ|ä z ø|ö|ő z å|aa"
_FINNISH = "z å z ä|æ z ö|ø"
_CROATIAN = "c č c ć d dž d đ l lj n nj s š z ž"
_ALPHABETS = {
    "az": "c ç e ə g ğ h x i ı k q o ö s ş u ü",
    "cs": "c č h ch r ř s š z ž",
    "da": _NORDIC,
    "es": "n ñ",
    "et": "s š s z s ž w õ w ä w ö w ü",
    "fi": _FINNISH,
    "hr": _CROATIAN,
    "hu": "c cs d dz d dzs g gy l ly n ny o ö|ő s sz t ty u ü|ű z zs",
    "is": "a á d ð e é i í o ó u ú y ý z þ z æ|ä z ö|ø z å",
    "lt": "c č s š z ž",
    "lv": "c č g ģ i y k ķ l ļ n ņ s š z ž",
    "nb": _NORDIC,
    "nn": _NORDIC,
    "no": _NORDIC,
    "pl": "a ą c ć e ę l ł n ń o ó s ś z ź z ż",
    "ro": "a ă a â i î s ș|ş t ț|ţ",
    "sk": "a ä c č h ch o ô s š z ž",
    "sl": "c č c ć d đ s š z ž",
    "sq": "c ç d dh e ë g gj l ll n nj r rr s sh t th x xh z zh",
    "sv": _FINNISH,
    "tr": "c ç g ğ h ı o ö s ş u ü",
    "vi": "a ă a â d đ e ê o ô o ơ u ư",
}


_GERMANIC = {"ü": "y", "þ": "th"}
_SHARED = {
    "da": _GERMANIC,
    "nb": _GERMANIC,
    "nn": _GERMANIC,
    "no": _GERMANIC,
    "sv": _GERMANIC,
    "fi": {"ü": "y"},
}
_SHARED["lt"] = {"y": "i", "ý": "i"}
"""Letters that sort as others."""


@lru_cache(maxsize=32)
def _alphabet(lang: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """The letters of a language that sort on their own, and what they sort as."""
    words = _ALPHABETS.get(lang, "").split()
    table: dict[str, str] = {}
    for base, letters in zip(words[::2], words[1::2], strict=True):
        place = sum(key[0] == base for key in set(table.values())) + 1
        table |= dict.fromkeys(letters.split("|"), base + chr(0xFFF0 + place))
    table |= _SHARED.get(lang, {})
    if not table:
        return None
    longest = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), table


def alphabet_of(lang: str) -> str:
    """The language if its alphabet has letters of its own, else nothing: English order."""
    lang = lang[:2].lower()
    return lang if lang in _ALPHABETS else ""


@lru_cache(maxsize=32768)
def collation_key(text: str, lang: str = "") -> str:
    """The key of a string; strings whose keys are equal keep the order they have.

    >>> collation_key("Chapter 9") < collation_key("chapter 10")
    True
    >>> collation_key("Chalupa", "cs") > collation_key("Hus", "cs")
    True
    """
    if not text:
        return ""
    text = marks.bare(text).lower()
    alphabet = _alphabet(lang) if lang else None
    if alphabet is not None:
        letters, table = alphabet
        text = letters.sub(lambda found: table[found[0]], text)
    if not text.isascii():
        plain = unicodedata.normalize("NFD", text.translate(_LETTERS))
        text = "".join(each for each in plain if not unicodedata.combining(each))
    key = text.translate(_TABLE) + _BLANK
    return _DIGITS.sub(_padded, key) if _DIGITS.search(key) else key


def _padded(found: re.Match[str]) -> str:
    return found[0].lstrip("0").rjust(24, "0")
