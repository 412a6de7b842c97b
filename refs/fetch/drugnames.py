"""Drug and company names, which registries write in capitals, as people print them."""

import re

_KEEP = {
    "USA",
    "US",
    "USP",
    "LLC",
    "LP",
    "HCL",
    "ER",
    "XR",
    "SR",
    "LA",
    "CR",
    "XL",
    "IV",
    "II",
    "III",
    "GSK",
    "UCB",
    "LTD.",
    "AG",
    "NV",
    "SA",
}
_FIXED = {
    "inc": "Inc",
    "ltd": "Ltd",
    "corp": "Corp",
    "co": "Co",
    "hcl": "HCl",
    "and": "and",
    "of": "of",
    "for": "for",
    "in": "in",
    "with": "with",
}


def print_drug(brand: str | None, generic: str | None) -> str | None:
    """Brand and generic name as a title: ``Concerta (methylphenidate hydrochloride)``.

    >>> print_drug("CONCERTA", "METHYLPHENIDATE HYDROCHLORIDE")
    'Concerta (methylphenidate hydrochloride)'
    """
    brand = _cased(brand)
    generic = _lowered(generic)
    if not brand or not generic or brand.casefold() == generic.casefold():
        return brand or (generic[:1].upper() + generic[1:] if generic else None)
    return f"{brand} ({generic})"


def print_sponsor(name: str | None) -> str | None:
    """A company as it writes itself, as near as capitals allow: ``TARO PHARMS INC`` is ``Taro Pharms Inc``."""
    return _cased(name)


def _cased(text: str | None) -> str | None:
    if not text or not text.isupper():
        return text
    return " ".join(_cased_word(word, place) for place, word in enumerate(text.split()))


def _cased_word(word: str, place: int) -> str:
    bare = word.strip(",.;()")
    if bare in _KEEP or (len(bare) <= 2 and not bare.isalpha()):
        return word
    fixed = _FIXED.get(bare.lower())
    if fixed and (place or fixed[0].isupper()):
        return word.replace(bare, fixed)
    return re.sub(r"[A-Z]+", lambda found: found.group().capitalize(), word)


def _lowered(text: str | None) -> str | None:
    """A generic name in lower case, unless it is mixed already."""
    return text.lower() if text and text.isupper() else text
