"""Citation keys: what an item is called when nobody named it."""

import re
from collections.abc import Callable

from refs.errors import BadKeyPattern
from refs.model.item import Item
from refs.model.name import Name
from refs.text import fold

PATTERN = "{author}{year}"
"""The first author's family name and the year, such as ``basit2020``."""

_SMALL = {"the", "and", "for", "with", "from", "into", "about", "upon"}
_FIELD = re.compile(r"\{(\w*)\}")
_LONGEST = 30


def suggest_key(item: Item, pattern: str = PATTERN) -> str:
    """The key that a pattern gives for an item; ``item`` where the item has nothing of what the pattern asks for.

    An organisation is short, ``nimh2022``. The parts are {author}, {authors} (up to three), {year}, {word} (the first long one of the title), {title} (three of
    them), {container} (its initials) and {type}. Without an author, {author} is {word}.
    """
    check_pattern(pattern)
    key = _FIELD.sub(lambda found: _PARTS[found[1]](item), pattern)
    return key or "item"


def check_pattern(pattern: str) -> str:
    """The pattern, when every part of it is known; BadKeyPattern otherwise."""
    for name in _FIELD.findall(pattern):
        if name not in _PARTS:
            raise BadKeyPattern(pattern, name, _PARTS)
    return pattern


def _author(item: Item) -> str:
    names = item.author or item.editor
    return (_letters(_short_name(names[0])) if names else "") or _word(item) or "item"


def _authors(item: Item) -> str:
    names = (item.author or item.editor)[:3]
    return "".join(_letters(_short_name(name)).capitalize() for name in names) or _author(item)


# National Alliance on Mental Illness (NAMI)
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)\s*$")


def _short_name(name: Name) -> str:
    """The family name; of an organisation its acronym, or its initials when it has more than two words.

    >>> _short_name(Name(literal="National Institute of Mental Health"))
    'NIMH'
    """
    if name.literal is None:
        return name.key
    acronym = _ACRONYM.search(name.literal)
    if acronym:
        return acronym.group(1)
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name.literal) if word[0].isupper())
    return initials if len(name.literal.split()) > 2 and len(initials) > 2 else name.literal


def _year(item: Item) -> str:
    return str(item.issued.year) if item.issued and item.issued.year else ""


def _long_words(item: Item) -> list[str]:
    words = re.findall(r"[^\W\d_]+", fold(item.title or ""))
    return [_letters(word) for word in words if len(word) > 2 and word not in _SMALL and _letters(word)]


def _word(item: Item) -> str:
    return next((word for word in _long_words(item) if len(word) > 3), "")


def _title(item: Item) -> str:
    return "".join(word.capitalize() for word in _long_words(item)[:3])


def _container(item: Item) -> str:
    words = re.findall(r"[^\W\d_]+", fold(item.container_title or ""))
    return "".join(_letters(word)[:1] for word in words if word not in _SMALL).upper()


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))[:_LONGEST]


_PARTS: dict[str, Callable[[Item], str]] = {
    "author": _author,
    "authors": _authors,
    "year": _year,
    "word": _word,
    "title": _title,
    "container": _container,
    "type": lambda item: _letters(item.type.value),
}
