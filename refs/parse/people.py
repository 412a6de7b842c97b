"""Names as exports write them, "Family, Given", → Names."""

import re

from refs.model.name import OTHERS, Name

# Jr., III
_SUFFIX = re.compile(r"(?:jr|sr|esq|[ivx]{2,4}|2nd|3rd|4th)\.?$", re.IGNORECASE)

_OTHERS = re.compile(r"(?:et\.? ?al\.?|and others|others)$", re.IGNORECASE)


def read_person(text: str) -> Name | None:
    """``Family, Given, Suffix``; a name without a comma, or with one at its end, is an organisation's.

    ``et al.`` is the mark for those who are not named.
    """
    if text and text[0] in "eEoOaA" and _OTHERS.match(text):
        return Name(literal=OTHERS)
    family, comma, rest = (part.strip() for part in text.partition(","))
    if not comma or not rest:
        return Name(literal=family) if family else None
    given, _, suffix = (part.strip() for part in rest.partition(","))
    if not family:
        return Name(literal=rest)
    if suffix and _SUFFIX.match(given) and not _SUFFIX.match(suffix):
        given, suffix = suffix, given
    return Name(family, given or None, suffix=suffix or None)


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
