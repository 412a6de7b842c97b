"""Given names → initials (CSL 1.0.2, "initialize-with")."""

import re
from functools import lru_cache

_SPACES = re.compile(r"\s+")
_HYPHENS = re.compile(r"\s*-\s*")
_DOT = re.compile(r"\.(?=[^\s])")


@lru_cache(maxsize=16384)
def initials(given: str, terminator: str, *, normalize_only: bool, hyphen: bool) -> str:
    """The given names with their first letters only, or with their initials normalized.

    >>> initials("Jean-Luc Paul", ".", normalize_only=False, hyphen=True)
    'J.-L.P.'
    """
    if not given or not _roman_start(given):
        return given
    if not hyphen:
        given = given.replace("-", " ")
    given = _SPACES.sub(" ", _HYPHENS.sub("-", given.strip()))
    given = _DOT.sub(". ", given)
    tokens = re.split(r"([ -])", given)
    return _normalized(tokens, terminator) if normalize_only else _initialized(tokens, terminator)


def _roman_start(text: str) -> bool:
    return ord(text[0]) < 0x0530 or 0x1E00 <= ord(text[0]) <= 0x1FFF


def _initialized(tokens: list[str], terminator: str) -> str:
    out: list[str] = []
    for at in range(0, len(tokens), 2):
        word = tokens[at].rstrip(".")
        hyphen = at > 0 and tokens[at - 1] == "-"
        if not word:
            continue
        if word[0] != word[0].lower() or (word[0].isalpha() and not word[0].islower()):
            if hyphen and out:
                out[-1] = out[-1].rstrip(" ") + "-"
            out.append(_letters(word) + terminator)
        elif hyphen and out:
            continue
        else:
            space = "" if not out or out[-1].endswith(" ") else " "
            out.append(f"{space}{word} ")
    return _SPACES.sub(" ", "".join(out)).strip(" ")


def _letters(word: str) -> str:
    """The initial of a word: one letter, or two when the word begins with a digraph in capitals (TSuji → Ts)."""
    size = 1
    while size < len(word) and word[size].isupper():
        size += 1
    if size > 1 and size < len(word):
        return word[0] + word[1:size].lower()
    return word[0]


def _normalized(tokens: list[str], terminator: str) -> str:
    out: list[str] = []
    for at in range(0, len(tokens), 2):
        word = tokens[at]
        separator = tokens[at - 1] if at else ""
        short = (len(word) == 1 and word.isupper()) or (word.endswith(".") and len(word) > 1)
        before_short = bool(out) and out[-1].endswith("\x00")
        if separator == "-":
            out[-1] = out[-1].replace("\x00", "").rstrip() if out else ""
            out.append("-")
        elif out:
            if before_short and short:
                out[-1] = out[-1][:-1]
            else:
                out[-1] = out[-1].replace("\x00", "")
                if not out[-1].endswith(" "):
                    out.append(" ")
        out.append(word.rstrip(".") + terminator + "\x00" if short else word)
    return "".join(out).replace("\x00", "").rstrip()
