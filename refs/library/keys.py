"""Citation keys: short, readable, unique, and never changed once given."""

import re
from collections.abc import Callable, Iterator
from itertools import count

from refs.model.identifier import Identifier
from refs.model.item import Item
from refs.text import fold, strip_tags

_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "by",
        "for",
        "from",
        "how",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "the",
        "to",
        "what",
        "when",
        "why",
        "with",
        "der",
        "die",
        "das",
        "el",
        "la",
        "le",
        "les",
    ]
)
_LONGEST = 40


def make_key(item: Item, is_taken: Callable[[str], bool]) -> str:
    """A key such as ``basit2023``, or ``clonazepam2025`` where there is no author, with a letter when it is taken."""
    stem = key_stem(item)
    if not is_taken(stem):
        return stem
    return next(key for suffix in _suffixes() if not is_taken(key := stem + suffix))


def key_stem(item: Item) -> str:
    """First author or first word of the title, and the year: what a key begins with."""
    year = str(item.issued.year) if item.issued and item.issued.year else ""
    names = item.author or item.editor
    word = _word(names[0].family or names[0].literal or "") if names else ""
    word = word or _first_word(item.title or item.container_title or "")
    if not word and item.identifiers:
        return key_of_identifier(item.identifiers[0])
    return (word or "item") + year


def key_of_identifier(identifier: Identifier) -> str:
    """A key for a work of which only an identifier is known: ``nbk556010``, ``doi-10.1000-182``."""
    value = re.sub(r"^https?://(?:www\.)?", "", identifier.value)
    value = re.sub(r"[^A-Za-z0-9._-]+", "-", value).strip("-").lower()
    scheme = str(identifier.scheme)
    return (
        value
        if value.startswith(scheme[:3]) or scheme in {"url", "fda-label", "pmcid"}
        else f"{scheme}-{value}"
    )[:_LONGEST]


def _suffixes() -> Iterator[str]:
    yield from "abcdefghijklmnopqrstuvwxyz"
    yield from (f"-{number}" for number in count(2))


def _word(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", fold(strip_tags(text)))[:24]


def _first_word(title: str) -> str:
    words = re.findall(r"[^\W_]+", fold(strip_tags(title)))
    return next((_word(word) for word in words if word not in _STOP), _word(words[0]) if words else "")
