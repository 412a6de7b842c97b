"""A BibTeX list of names → Names."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from refs.model.name import Name
from refs.parse.latex import decode_plain

# " and " between two names, in any case; perhaps twice
_AND = re.compile(r"\s+(?:and\s+)+", re.IGNORECASE)
# an "and" with nobody on one side
_DANGLING = re.compile(r"^\s*and\s+|\s+and\s*$", re.IGNORECASE)
# Smith, J. & Jones, K.
_AMPERSAND = re.compile(r"\s+\\?&\s+")
# A. B., JK, J.-P.
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ ~-]?){1,4}")
# Doe, Jane, % the first
_COMMENT = re.compile(r"(?<![\\%])%[^\n]*\n")
# Huang, S. C.; Tang, T. K.
_SEMICOLON = re.compile(r"\s*;\s+(?=[^\W\d_])")
# braces, commas and blanks: where a name can be cut
_CUT = re.compile(r"\\.|[{},]|\s+|~")
# Jr., III
_SUFFIX = re.compile(r"(?:(?i:jr|sr|jnr|snr|esq|2nd|3rd|4th)|II|III|IV|VI{1,3})\.?$")
# Jr., III, MD, Ph.D.
_BEHIND_COMMA = re.compile(_SUFFIX.pattern + r"|(?:M\.?D|Ph\.?D|MPH|DrPH|RN)\.?$")
# a word that no person bears: "World Health Organization"
_CORPORATE = re.compile(
    r"\b(?:organi[sz]ation|association|administration|department|ministry|committee|consortium|"
    r"collaboration|foundation|agency|council|commission|institutes?|university|college|academy|clinic|"
    r"hospital|cent(?:er|re)s?|corporation|company|society|federation|bureau|inc\.?|ltd\.?|gmbh|llc|"
    r"working group|study group|task force|team|project|programme|program|network)(?=$|[\s,;])",
    re.IGNORECASE,
)
# family=Beethoven, given=Ludwig, prefix=van
_EXTENDED = re.compile(r"\s*\"?(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)


def read_names(text: str) -> tuple[Name, ...]:
    """The names between ``and``; one in braces is a literal, and ``others`` stays as the literal "others"."""
    text = _with_and(text)
    simple = not any(mark in text for mark in ("{", "\\", "~", "=", '"'))
    parts: Iterable[str] = _AND.split(" ".join(text.split())) if simple else _split_names(text)
    if text.count(",") >= _FEWEST - 1:
        parts = (each for part in parts for each in _cut_list(part))
    if simple:
        return tuple(_read_simple(part) for part in parts if part.strip(" ,"))
    return tuple(name for part in parts if (name := read_name(part)) is not None)


def _with_and(text: str) -> str:
    """The list without comments and needless ``and``, and with ``and`` where a semicolon or ``&`` does its work."""
    if "%" in text:
        text = _COMMENT.sub("\n", text)
    if ";" in text and text.count(",") > 2 * (1 + len(_AND.findall(text))):
        text = _SEMICOLON.sub(" and ", text)
    if "&" in text and "{" not in text and all("," in part for part in _AMPERSAND.split(text)):
        text = _AMPERSAND.sub(" and ", text)
    low = text.strip().lower()
    return _DANGLING.sub("", text) if low.startswith("and") or low.endswith("and") else text


def _cut_list(text: str) -> list[str]:
    """The names of ``Smith, J., Jones, K.``: more commas than one name has, and initials in every second place."""
    parts = _split_commas(text)
    parts = parts if parts[-1].strip() else parts[:-1]
    if (
        len(parts) < _FEWEST
        or len(parts) % 2
        or not all(_INITIALS.fullmatch(each.strip()) for each in parts[1::2])
    ):
        return [text]
    return [",".join(pair) for pair in zip(parts[::2], parts[1::2], strict=True)]


_FEWEST = 4


def _split_names(text: str) -> Iterator[str]:
    """Names between those ``and`` that stand outside braces."""
    start = 0
    for place, end in _outside(text, re.compile(r"\\.|[{}]|\s+and\s+", re.IGNORECASE | re.DOTALL)):
        yield text[start:place]
        start = end
    yield text[start:]


def _outside(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the pattern stands outside braces; it must match braces and escaped characters too."""
    depth = 0
    for found in pattern.finditer(text):
        mark = found.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(0, depth - 1)
        elif not depth and mark[0] != "\\":
            yield found.span()


@lru_cache(maxsize=20_000)
def _read_simple(text: str) -> Name:
    return read_name(text) or Name(literal=text)


def read_name(text: str) -> Name | None:
    """One name: ``von Last, Jr, First``, ``First von Last``, ``{Literal}`` or biblatex's ``family=…``."""
    text = text.strip().rstrip(",").strip()
    if not text:
        return None
    if _is_braced(text):
        return _literal(decode_plain(text[1:-1]))
    if text.startswith("xdata="):  # a pick that leads nowhere is nobody
        return None
    if "=" in text and _EXTENDED.match(text):
        return _read_extended(text)
    parts = [_words(part) for part in _split_commas(text)]
    parts = [part for at, part in enumerate(parts) if part or at == 0]
    if len(parts) == 1:
        return _read_unsorted(parts[0], text)
    if len(parts) == 2 and len(parts[0]) > 1 and len(parts[1]) == 1 and _BEHIND_COMMA.match(parts[1][0]):
        return _read_unsorted(parts[0], text, suffix=parts[1][0])  # Martin Luther King, Jr.
    if len(parts) > 3:
        return _literal(decode_plain(text))
    return _read_sorted(parts)


def _literal(text: str) -> Name | None:
    return Name(literal=text) if text else None


def _is_braced(text: str) -> bool:
    """Whether one pair of braces holds the whole text, and no special character."""
    if text[0] != "{" or text[-1] != "}":
        return False
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return (
                place == len(text) - 1 and len(text) > 2 and not re.match(r"\{\\[^A-Za-z]\{?\w+\}?\}$", text)
            )
    return False


def _split_commas(text: str) -> list[str]:
    parts, start = [], 0
    for place, end in _outside(text, _CUT):
        if text[place] == ",":
            parts.append(text[start:place])
            start = end
    return [*parts, text[start:]]


def _words(text: str) -> list[str]:
    words, start = [], 0
    for place, end in _outside(text, _CUT):
        if text[place] != ",":
            words.append(text[start:place])
            start = end
    words.append(text[start:])
    return [word for word in words if word]


def _read_unsorted(words: list[str], text: str, suffix: str | None = None) -> Name | None:
    """``First von Last``, perhaps with ``Jr.`` behind."""
    if not words:
        return None
    if len(words) == 1 or text.casefold().rstrip(".") in _REST:
        return _one_word(text if len(words) > 1 else words[0])
    if len(words) > 1 and _CORPORATE.search(text):
        return _literal(decode_plain(text))
    if suffix is None and len(words) > 2 and _SUFFIX.match(words[-1]) and words[-1][0].isupper():
        suffix = words.pop()
    given, particle, family = _cut_particle(words)
    return _name(family, given, particle, suffix)


_REST = frozenset({"others", "et al", "et. al"})
"""Words for those who are not named."""


def _one_word(word: str) -> Name | None:
    text = decode_plain(word)
    if text.casefold().rstrip(".") in _REST:
        return Name(literal="others")
    return Name(family=text) if text else None


def _cut_particle(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Given names, particle and family name: the particle runs from the first lower-case word to the last."""
    low = [at for at, word in enumerate(words[:-1]) if _is_low(word)]
    if not low or (low[0] == 0 and len(low) == len(words) - 1 and _is_low(words[-1])):
        return words[:-1], [], words[-1:]
    return words[: low[0]], words[low[0] : low[-1] + 1], words[low[-1] + 1 :]


def _is_low(word: str) -> bool:
    """Whether BibTeX takes the word for a particle: its first letter outside braces is lower case."""
    if word[0] == "{":
        if word[1:2] != "\\":
            return False
        word = decode_plain(word)
    elif "\\" in word or "{" in word:
        word = decode_plain(word)
    return next((char.islower() for char in word if char.isalpha()), False)


def _read_sorted(parts: list[list[str]]) -> Name | None:
    """``von Last, First`` or ``von Last, Jr, First``."""
    suffix: str | None = None
    given = parts[-1]
    if len(parts) > 2:
        middle = " ".join(parts[1])
        swapped = len(given) == 1 and _BEHIND_COMMA.match(given[0]) and not _SUFFIX.match(middle)
        suffix, given = (given[0], parts[1]) if swapped else (middle, given)
    words = parts[0]
    if suffix is None and len(words) > 1 and _SUFFIX.match(words[-1]):
        suffix = words.pop()
    low = 0
    while low < len(words) - 1 and _is_low(words[low]):
        low += 1
    return _name(words[low:], given, words[:low], suffix)


def _name(family: list[str], given: list[str], particle: list[str], suffix: str | None) -> Name | None:
    name = Name(
        family=_text(family),
        given=_text(given),
        suffix=(decode_plain(suffix) or None) if suffix else None,
        non_dropping_particle=_text(particle),
    )
    return name if name.family or name.given else None


def _text(words: list[str]) -> str | None:
    joined = " ".join(words)
    if "{" in joined or "\\" in joined:
        joined = decode_plain(joined)
    return joined.replace("\u2009", " ").replace("\u00a0", " ") or None


# "family=Doe, Inc." or family="Doe, Inc."
_QUOTED = re.compile(r'(?:"\s*([a-z-]+\s*=)\s*|([a-z-]+\s*=)\s*")([^"]*)"', re.IGNORECASE)


def _read_extended(text: str) -> Name | None:
    """Biblatex's extended format: ``family=Beethoven, given=Ludwig, prefix=van, useprefix=true``."""
    pairs = {}
    for part in _split_commas(_QUOTED.sub(r"\1\2{\3}", text)):
        label, _, value = part.partition("=")
        pairs[label.strip().lower()] = decode_plain(value.strip())
    prefix = pairs.get("prefix") or None
    kept = pairs.get("useprefix", "true") != "false"
    name = Name(
        family=pairs.get("family") or None,
        given=pairs.get("given") or None,
        suffix=pairs.get("suffix") or None,
        non_dropping_particle=prefix if kept else None,
        dropping_particle=None if kept else prefix,
    )
    return name if name.family or name.given else None
