"""Entry: one BibTeX entry before anything is known of its meaning; values and macros."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Entry:
    """The type, the key, and the fields by lower-case name, without their braces or quotes.

    `cases` has the names that were not in lower case as they were written; `inherited` those that came from a parent;
    `macros` the fields that are a macro's name, with the name and what it stands for.
    """

    type: str
    key: str
    fields: dict[str, str] = field(default_factory=dict)
    line: int = 0
    cases: dict[str, str] = field(default_factory=dict)
    inherited: list[str] = field(default_factory=list)
    macros: dict[str, list[str]] = field(default_factory=dict)


# {…}, "…", a number or a macro; between them #
_DELIMITER = re.compile(r'\\.|[{}"#]', re.DOTALL)


# 2020 % or 2021
_COMMENT = re.compile(r"(?<!\\)%[^\n{}\"]*$", re.MULTILINE)


def join_value(value: str, macros: Mapping[str, str], unknown: list[str]) -> str:
    """The text of a field's value: pieces in braces or quotes, numbers and macros, joined by ``#``."""
    if "#" in value:
        return "".join(join_piece(piece, macros, unknown) for piece in _pieces(value))
    return join_piece(value, macros, unknown)


def join_piece(piece: str, macros: Mapping[str, str], unknown: list[str]) -> str:
    """One piece: without its delimiters, or what its macro stands for."""
    piece = piece.strip()
    if "%" in piece and piece[-1] not in '}"':
        piece = _COMMENT.sub("", piece).strip()
    first, last = piece[:1], piece[-1:]
    if len(piece) > 1 and ((first == "{" and last == "}") or (first == last == '"')):
        return piece[1:-1]
    if not piece or piece.isdecimal():
        return piece
    found = macros.get(piece.lower())
    if found is None:
        unknown.append(piece)
        return piece
    return found


def _pieces(value: str) -> Iterator[str]:
    """The pieces between those ``#`` that stand outside braces and quotes."""
    start = depth = 0
    quoted = False
    for found in _DELIMITER.finditer(value):
        mark = found.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
        elif mark == '"' and not depth:
            quoted = not quoted
        elif mark == "#" and not depth and not quoted:
            yield value[start : found.start()]
            start = found.end()
    yield value[start:]
