"""The initials in given names, which databases print without full stops and styles print with or without."""

import re

from refs.model.name import Name

# Nicholas M, J-P; but no letter beside another, an apostrophe or a full stop
_LONE = re.compile(r"(?<![\w.'’])[^\W\d_](?![\w.'’])")
_POINTED = re.compile(r"(?<![\w'’])([^\W\d_])\.")


def pointed(given: str | None) -> str | None:
    """Given names with a full stop behind each initial, as people are named in running text.

    >>> pointed("Nicholas M"), pointed("J-P"), pointed("J. P."), pointed("明")
    ('Nicholas M.', 'J.-P.', 'J. P.', '明')
    """
    return given and _LONE.sub(lambda found: f"{found[0]}." if found[0].isupper() else found[0], given)


def spelled(initials: str) -> str:
    """What MEDLINE writes in one word, letter by letter.

    >>> spelled("JP"), spelled("J-P")
    ('J. P.', 'J.-P.')
    """
    return " ".join(f"{letter}." if letter.isupper() else letter for letter in initials).replace(" - ", "-")


_SHORT = 3


def read_given(given: str | None) -> str | None:
    """Given names as a database tells them, with full stops: a short word in capitals is the initials of several.

    >>> read_given("JP"), read_given("John P"), read_given("Li")
    ('J. P.', 'John P.', 'Li')
    """
    if given and 1 < len(given) <= _SHORT and given.isupper() and given.replace("-", "").isalpha():
        return spelled(given)
    return pointed(given)


def short_name(name: Name) -> str:
    """A name as MEDLINE prints it.

    >>> short_name(Name("Raaij", "M.-J. P.", "Jr", non_dropping_particle="van"))
    'van Raaij MJP Jr'
    """
    initials = "".join(word[0].upper() for word in _PARTED.split(name.given or "") if word)
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    return " ".join(part for part in (name.literal or family, initials, name.suffix) if part)


_PARTED = re.compile(r"[\s.,-]+")


def unpointed(given: str) -> str:
    """Given names without full stops behind initials, as MEDLINE has them.

    >>> unpointed("Nicholas M."), unpointed("J.-P.")
    ('Nicholas M', 'J-P')
    """
    return _POINTED.sub(r"\1", given)
