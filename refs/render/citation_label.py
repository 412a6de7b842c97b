"""citation-label made from names and year: Doe65, RoNo78, AaBC26 (CSL 1.0.2, "citation-label")."""

import re

from refs.model.item import NAME_VARIABLES
from refs.render.particles import split_name
from refs.render.textcase import STOP_WORDS
from refs.render.work import Work

_NAMES = ("author", *sorted(name.replace("_", "-") for name in NAME_VARIABLES if name != "author"))
# how many letters of each name, by the number of names
_PATTERNS = ((4,), (2, 2), (2, 1, 1), (1, 1, 1, 1))
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_PARTICLES = re.compile(r"^[ '’a-z]+\s+")
_ODD = re.compile(r"[\W\d_]")


def make_label(work: Work) -> str:
    """The label of a work: what it brings, or letters of its names, or of its title, and its year."""
    given = work.vars.get("citation-label")
    if given:
        return given
    pattern: tuple[int, ...] = _PATTERNS[0]
    label = ""
    if people := next((work.names[each] for each in _NAMES if each in work.names), ()):
        pattern = _PATTERNS[min(len(people), len(_PATTERNS)) - 1]
        for name, size in zip(people, pattern, strict=False):
            split = split_name(name)
            word = _PARTICLES.sub("", split.family) if split.family else split.literal or ""
            label += _letters(word, size)
    label = label or _letters("".join(_title_words(work)), _PATTERNS[0][0])
    date = work.dates.get("issued")
    year = str(abs(date.parts[0])) if date is not None and date.parts else "0000"
    return label + year[-2:]


def _letters(word: str, size: int) -> str:
    word = _ODD.sub("", _ARTICLE.sub("", word))[:size]
    return word[:1].upper() + word[1:].lower()


def _title_words(work: Work) -> list[str]:
    return [word for word in (work.item.title or "").split() if word not in STOP_WORDS]
