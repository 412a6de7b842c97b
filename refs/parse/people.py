"""Names as exports write them, "Family, Given", → Names."""

import re

from refs.model.name import OTHERS, Name

# Jr., III
_SUFFIX = re.compile(r"(?:jr|sr|esq|[ivx]{2,4}|2nd|3rd|4th)\.?$", re.IGNORECASE)

_OTHERS = re.compile(r"(?:et\.? ?al\.?|and others|others)$", re.IGNORECASE)


def read_person(text: str) -> Name | None:
    """``Family, Given, Suffix``; a name without a comma, or with one at its end, is an organisation's.

    An organisation whose name has a comma has two for the first, as EndNote has it. ``et al.`` is the mark for those
    who are not named.
    """
    if text and text[0] in "eEoOaA" and _OTHERS.match(text):
        return Name(literal=OTHERS)
    if ",," in text and (whole := text.replace(",,", ",").strip(" ,")):
        return Name(literal=whole)
    family, comma, rest = (part.strip() for part in text.partition(","))
    if not comma or not rest:
        return Name(literal=family) if family else None
    given, _, suffix = (part.strip() for part in rest.partition(","))
    if not family:
        return Name(literal=rest)
    if suffix and _SUFFIX.match(given) and not _SUFFIX.match(suffix):
        given, suffix = suffix, given
    return Name(family, given or None, suffix=suffix or None)


# Lind, Mia; Moe, Per, but not Moe &amp; Lind
_SEMICOLON = re.compile(r"(?<!&amp)\s*;\s*")
_AND = re.compile(r"\s+(?:and|&)\s+")


def read_people(text: str) -> list[Name]:
    """The people of a line that may name several, parted by semicolons, or by "and" or "&" where each has a comma.

    >>> [name.family for name in read_people("Lind, Mia and Moe, Per")]
    ['Lind', 'Moe']
    >>> [name.family for name in read_people("Lind, Mia; Moe, Per & Roe, Ann")]
    ['Lind', 'Moe', 'Roe']
    """
    parts = (part for each in _SEMICOLON.split(text) for part in _apart(each))
    return [name for part in parts if (name := read_person(part)) is not None]


def _apart(text: str) -> list[str]:
    parts = _AND.split(text)
    return parts if ",," not in text and all("," in part for part in parts) else [text]


def read_person_in_order(text: str) -> Name | None:
    """``Given van Family, Jr.`` or ``Family, Given``, of what is known to be a person.

    >>> str(read_person_in_order("Roger F. Wicker")), read_person_in_order("Ludwig van Beethoven").non_dropping_particle
    ('Roger F. Wicker', 'van')
    """
    words = text.split()
    suffix = words.pop().rstrip(",") if len(words) > 2 and _SUFFIX.match(words[-1]) else None
    words = [*words[:-1], words[-1].rstrip(",")] if suffix else words
    if len(words) < 2 or any("," in word for word in words):
        return read_person(text)
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    particle = " ".join(words[start:-1]) or None
    return Name(words[-1], " ".join(words[:start]), suffix, non_dropping_particle=particle)


# , 1821-1882; , ca. 1609-1691; , 1950-;  [1848-1914]
_LIFE = re.compile(
    r"[,\s]+[(\[]?(?:(?:ca|b|d|fl|active|approximately|born)\.? )*\d{3,4}\??(?:\s*[-–].{0,20})?[)\]]?\.?$"
)


def without_life(text: str) -> str:
    """A name of a catalogue without the years of a life behind it.

    >>> without_life("Gardner, Alexander, 1821-1882")
    'Gardner, Alexander'
    """
    return _LIFE.sub("", text)
