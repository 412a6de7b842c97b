"""Given names → initials (CSL 1.0.2, "initialize-with")."""

import re
from functools import lru_cache

ROMAN = "a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1e00-\u1fff\u0600-\u06ff\u0218-\u021b"
"""Scripts that write words with blanks between them, as the inside of a character class."""
STARTS_ROMAN = re.compile(f"[&{ROMAN}]")
HAS_ROMAN = re.compile(f"[-0-9{ROMAN}]")

_TAG = re.compile(r"<[^>]{1,60}>")
_LEADING_TAGS = re.compile(r"^(?:<[^>]{1,60}>)*")
_SEPARATOR = re.compile(r"([-\s]*</?(?:span\s+class=\"no(?:case|decor)\"|i|sc|b|sub|sup)>[-\s]*|[-\s]+)")
# J, Jean, JP, Ph.
_INITIAL = re.compile(
    "([A-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u042f\u0590-\u05ff\u0600-\u06ff\u0370-\u03ab\u03fd-\u03ff])"
    "([a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u052f\u0600-\u06ff\u0370-\u03ff\u1e00-\u1fff]*)(\\.)*"
)
_DOT = re.compile(r"\.(?=[^ ])")
_SMALL_AFTER_HYPHEN = re.compile(r"-([a-z])")
_SMALL_AFTER_DASH = re.compile(r"\u2013([a-z])")
_TRAILING = re.compile(r"[\t\n\v\f\r \ufeff\u00a0]+$")
_HYPHEN = re.compile(r"\s*-\s*")
_SPACES = re.compile(r"[\t\n\v\f\r ]+")


@lru_cache(maxsize=16384)
def initials(given: str, terminator: str, *, normalize_only: bool = False, hyphen: bool = True) -> str:
    """The given names with their first letters only, or with their initials normalized.

    >>> initials("Jean-Luc Paul", ".")
    'J.-L.P.'
    """
    if not STARTS_ROMAN.match(_LEADING_TAGS.sub("", given)) or given in ("Lord", "Lady"):
        return given
    if not hyphen:
        given = given.replace("-", " ")
    given = _SPACES.sub(" ", _HYPHEN.sub("-", given))
    given = _DOT.sub(". ", _SMALL_AFTER_HYPHEN.sub("\u2013\\1", given))
    words = _SEPARATOR.split(given)
    if len(words) == 1 and len(words[0]) == 1 and words[0].isupper():
        words[0] += "."
    text = _normalized(words, terminator) if normalize_only else _initialized(words, terminator)
    text = _SPACES.sub(" ", _HYPHEN.sub("-", _TRAILING.sub("", text)))
    return _SMALL_AFTER_DASH.sub(r"-\1", text)


def _merge(separator: str, text: str) -> str:
    """The text in place of a separator, with the tags that the separator held."""
    tags = "".join(re.findall(r"-*<[^>]{1,60}>-*", separator))
    if not tags:
        return text
    core = text.rstrip()
    return core + tags + text[len(core) :]


def _initialized(words: list[str], terminator: str) -> str:
    for at in range(0, len(words), 2):
        word = words[at]
        if not word:
            continue
        found = _INITIAL.match(word)
        if found is None:
            if HAS_ROMAN.search(word):
                words[at] = f" {word}"
            continue
        first, rest, dot = found.groups()
        words[at] = first + rest if rest and dot else first + _digraph(rest)
        if at == len(words) - 1:
            words.append(terminator)
        elif "-" in words[at + 1]:
            words[at + 1] = _merge(words[at + 1].replace("-", "", 1), terminator) + "-"
        else:
            words[at + 1] = _merge(words[at + 1], terminator)
    return "".join(words)


def _digraph(rest: str) -> str:
    """Further letters of an initial: those that are large too, when small ones follow (TSuji → Ts)."""
    size = 0
    while size < len(rest) and rest[size] == rest[size].upper():
        size += 1
    return rest[:size].lower() if size < len(rest) else ""


def _normalized(words: list[str], terminator: str) -> str:
    short = []
    for at, word in enumerate(words):
        naked = _LEADING_TAGS.sub("", word)
        if len(naked) > 1 and naked[-1] == ".":
            words[at] = word[:-1]
            short.append(True)
        else:
            short.append(len(word) == 1 and word.upper() == word)
    for at in range(0, len(words), 2):
        if not short[at]:
            continue
        if at < len(words) - 2:
            between = _tags_only(words[at + 1])
            if not short[at + 2]:
                between += " "
            if len(words[at + 2]) > 1:
                words[at + 1] = terminator.removesuffix("\ufeff") + between
            else:
                words[at + 1] = _merge(between, terminator)
        elif at == len(words) - 1:
            words[at] += terminator
    return "".join(words)


def _tags_only(text: str) -> str:
    found = re.search(r"(?:<[^>]{1,60}>)+", text)
    return found[0] if found else text
