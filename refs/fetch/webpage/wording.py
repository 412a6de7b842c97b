"""The names in a byline as a reader sees it, among days, places, buttons and offices."""

import re
from functools import lru_cache

from refs.fetch.months import month_number
from refs.fetch.people import PARTICLES
from refs.fetch.webpage.splitting import BY, TOGETHER, split_names
from refs.model.name import Name
from refs.text import squeeze

_NO_NAME = re.compile(
    r"\d|[?!…<>{}\[\]=:：®™©+%$£€¥#*]|https?|\b(?:read|click|comments?|min|hours?|ago|posts?|updated|published|minutes)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—/(／｜]|\s-\s|\bon\b|\bam\b|\bon:|:\s+\d|\bposted\b|\bin\b|\bat\b|(?<!\w)\d|,\s*(?:published|updated|contributor|staff|cnn|reporter)).*$",
    re.IGNORECASE,
)
# December 16, 2016 behind a name
_DAY = re.compile(
    r"\s+(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?([^\W\d]{3,9})\.?\s+\d{1,2}(?:,|\s|$).*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def names_seen(text: str, *, marked: bool = False) -> tuple[Name, ...]:
    """The names in a byline that a reader sees; nothing where the words are no names.

    Pages print the same byline in elements inside each other, and again beside the text.
    """
    text = _OTHERS.sub("", BY.sub("", _piece(squeeze(text).strip("[]《》-–• "))))
    text = _TAIL.sub("", _DAY.sub(_without_day, TOGETHER.sub(r"\1", _BUTTON.sub("", text))))
    if not text or len(text) > _LONGEST:
        return ()
    names = split_names(_SOCIAL.sub("", text))
    return tuple(name for name in names if reads_as_name(str(name), marked=marked))


_LONGEST = 120


# Print Jane Doe
_BUTTON = re.compile(r"^(?:print|share|e-?mail|save|follow)\s+(?=[^\W\d_]+\s)", re.IGNORECASE)


def _without_day(found: re.Match[str]) -> str:
    return "" if month_number(found.group(1)) else found.group()


# Politics · Jane Doe, John Roe
_SECTIONS = re.compile(r"\s+[|•·]\s+")
# translated by John Roe
_OTHERS = re.compile(
    r"\s+(?:翻訳者?|訳者?|イラスト|translated|übersetz\w*|illustrat\w*|photo(?:s|graph\w*)?)\b.*$",
    re.IGNORECASE,
)


def _piece(text: str) -> str:
    """The first piece between bars and dots that may hold a whole name; else the first."""
    pieces = _SECTIONS.split(text)
    return next((each for each in pieces if " " in each.strip() and not _NO_NAME.search(each)), pieces[0])


# Twitter, Email and the like behind a name
_SOCIAL = re.compile(
    r"\s+(?:twitter|facebook|instagram|linkedin|e-?mail|follow|@\w+|[\w-]+\.(?:com|org|net))\b.*$",
    re.IGNORECASE,
)


def reads_as_name(text: str, *, marked: bool) -> bool:
    """Whether words that stand where a name is expected are one; users of a site call themselves anything."""
    words = text.split()
    if marked and _USER.fullmatch(text):
        return True
    if _NO_NAME.search(text) or len(words) > (_MOST_UNPARTED if _SCRIPT.search(text) else _MOST_WORDS):
        return False
    if len(words) == 1:
        return month_number(text) is None
    return marked or all(map(_is_capital, words))


# jdoe42
_USER = re.compile(r"[^\W\d]{2,20}\d{1,4}")


def _is_capital(word: str) -> bool:
    """Whether a word may stand in a name: it has a capital (``deRoe``), is a particle, or has no case."""
    return not word[0].islower() or word in PARTICLES or any(map(str.isupper, word))


def is_whole(name: Name) -> bool:
    """Whether a name has more than one word, or is in a script that parts no words."""
    return " " in str(name) or bool(_UNPARTED.fullmatch(str(name)))


_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNPARTED = re.compile(rf"{_SCRIPT.pattern}{{2,7}}")
_MOST_UNPARTED = 2
_MOST_WORDS = 5
