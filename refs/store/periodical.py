"""Whether two names of a journal, book or conference are one: abbreviations, initials, articles left out."""

from functools import lru_cache

from refs.alike import ratio

_SMALL = {
    "the",
    "of",
    "and",
    "in",
    "on",
    "for",
    "a",
    "an",
    "de",
    "la",
    "le",
    "et",
    "fur",
    "und",
    "der",
    "die",
    "to",
    "e",
    "di",
    "del",
}


@lru_cache(maxsize=20_000)
def are_same_container(one: str, other: str) -> bool:
    """Whether two names in plain words name one container.

    >>> are_same_container("annals of hepatology", "ann hepatol")
    True
    >>> are_same_container("journal of digital studies", "workshop of digital studies")
    False
    """
    if one == other or ratio(one, other) >= 92:
        return True
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    return _abbreviates(a, b) or _abbreviates(b, a) or _initials(a, b) or _initials(b, a)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word not in _SMALL]


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Each word of the short name begins a word of the long one, in order; the long may go on (a subtitle)."""
    if len(short) > len(long) or (len(short) == 1 and len(long) > 1 and len(short[0]) < 5):
        return False
    place = 0
    for word in short:
        while place < len(long) and not _begins(word, long[place]):
            if place == 0 and word is short[0] and long[0] != "proceedings":
                return False
            place += 1
        if place == len(long):
            return False
        place += 1
    return len(long) - len(short) <= max(1, len(short))


def _begins(short: str, long: str) -> bool:
    if long.startswith(short):
        return True
    return len(short) >= 3 and short[0] == long[0] and _is_subsequence(short, long)


def _is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _initials(short: list[str], long: list[str]) -> bool:
    """``pnas``, ``bmj``: the initials of the long name."""
    return len(short) == 1 and 2 <= len(short[0]) <= 6 and short[0] == "".join(word[0] for word in long)
