"""A LaTeX text → Unicode, with or without the tags of CSL-JSON."""

import re
import unicodedata
from dataclasses import dataclass

from refs.parse.latex.symbols import (
    ACCENTS,
    CHARACTERS,
    HIDDEN_ARGUMENT,
    LETTERS,
    MATHEMATICS,
    SECOND_ARGUMENT,
    SWITCHES,
    SYMBOLS,
    TRANSPARENT,
    WRAPPERS,
)
from refs.text import one_line

# \alpha, \", {, $, ---, ``, a run of blanks, or plain text between these
_TOKEN = re.compile(
    r"\\[A-Za-z]+\*?|\\.|\\|[{}$~^_]|---?|``|''|!`|\?`|[ \t\r\n\f\v]+|[^\\{}$~^_\-`'!? \t\r\n\f\v]+|.",
    re.DOTALL,
)
# whether there is anything to decode
_MARKED = re.compile(r"[\\{}$~`]|--|''")
# {\"o}, {\'{e}}, \'e, \'{e}
_ACCENTED = re.compile(r"\{\\([\"'`^~=.])\{([A-Za-z])\}\}|\{\\([\"'`^~=.])([A-Za-z])\}")
_DEEPEST = 40
_NAMED = LETTERS | SYMBOLS | MATHEMATICS
_TEXT = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "!`": "¡", "?`": "¿", "~": "\u00a0"}


@dataclass(frozen=True, slots=True)
class _Mode:
    """What the reader may write: tags, and spans that protect from a change of case."""

    tags: bool = True
    protect: bool = False


_TAGGED, _PLAIN, _TITLE = _Mode(), _Mode(tags=False), _Mode(protect=True)


def decode(text: str) -> str:
    r"""The text in Unicode, with tags for italics and the like.

    >>> decode(r"{\'E}tude of \emph{E. coli} at 5\,$^\circ$C")
    'Étude of <i>E. coli</i> at 5\u2009<sup>∘</sup>C'
    """
    return _decode(text, _TAGGED)


def decode_plain(text: str) -> str:
    r"""The text in Unicode, without tags.

    >>> decode_plain(r"G{\"o}del, \textsc{Kurt}")
    'Gödel, Kurt'
    """
    return _decode(text, _PLAIN)


def decode_title(text: str) -> str:
    """The text in Unicode, with tags, and braces that keep the case as ``<span class="nocase">``.

    >>> decode_title("The {NASA} mission")
    'The <span class="nocase">NASA</span> mission'
    """
    return _decode(text, _TITLE)


def _decode(text: str, mode: _Mode) -> str:
    if _MARKED.search(text) is None:
        return one_line(text)
    if "\\" in text:
        text = _ACCENTED.sub(_accented, text)
        if _MARKED.search(text) is None:
            return unicodedata.normalize("NFC", one_line(text))
    found = one_line(_Reader(_TOKEN.findall(text), mode).read())
    return found if found.isascii() else unicodedata.normalize("NFC", found)


def _accented(found: re.Match[str]) -> str:
    """One accented letter at once: by far the most of what LaTeX there is in names."""
    accent, letter = found[1] or found[3], found[2] or found[4]
    return unicodedata.normalize("NFC", letter + ACCENTS[accent])


class _Reader:
    """Reads marks from left to right; every method leaves `place` behind what it read."""

    def __init__(self, marks: list[str], mode: _Mode) -> None:
        self.marks, self.mode = marks, mode
        self.place = 0
        self.depth = 0
        self.mathematics = False

    def read(self) -> str:
        """The whole text; a brace too many is left out."""
        parts = []
        while self.place < len(self.marks):
            parts.append(self.read_until_brace(top=self.depth == 0))
            self.place += 1
        return "".join(parts)

    def read_until_brace(self, *, top: bool = False) -> str:
        """The text up to the brace that closes this group, or the end."""
        parts: list[str] = []
        closing: list[str] = []
        while self.place < len(self.marks) and self.marks[self.place] != "}":
            mark = self.marks[self.place]
            switch = SWITCHES.get(mark[1:]) if mark[0] == "\\" else None
            if switch is None:
                parts.append(self.read_mark(mark, top=top))
                continue
            self.place += 1
            self.skip_blank()
            if self.mode.tags and not (top and self.place >= len(self.marks)):
                parts.append(switch[0])
                closing.append(switch[1])
        return "".join(parts + closing[::-1])

    def read_mark(self, mark: str, *, top: bool) -> str:
        self.place += 1
        if mark[0] == "\\":
            return self.read_command(mark[1:])
        if mark == "{":
            return self.read_group(protect=top and self.mode.protect)
        if mark == "$":
            return self.read_mathematics()
        if mark in "^_" and self.mathematics:
            return self.tagged("sup" if mark == "^" else "sub", self.read_argument())
        return mark if self.mathematics else _TEXT.get(mark, mark)

    def read_group(self, *, protect: bool = False) -> str:
        """The text between braces; a group that opens with a command is a special character to BibTeX."""
        if self.depth >= _DEEPEST:
            return ""
        special = self.place < len(self.marks) and self.marks[self.place][0] == "\\"
        self.depth += 1
        inner = self.read_until_brace()
        self.depth -= 1
        self.place += 1
        if protect and not special and inner.strip():
            return f'<span class="nocase">{inner}</span>'
        return inner

    def read_argument(self) -> str:
        """One argument of a command: a group, a command, or one character."""
        self.skip_blank()
        if self.place >= len(self.marks) or self.marks[self.place] == "}":
            return ""
        mark = self.marks[self.place]
        if mark in {"{", "$"} or mark[0] == "\\":
            return self.read_mark(mark, top=False) if self.enter() else ""
        self.marks[self.place] = mark[1:]
        if not mark[1:]:
            self.place += 1
        return mark[0]

    def enter(self) -> bool:
        """Whether another level may be read; past the deepest the rest is dropped."""
        if self.depth < _DEEPEST:
            return True
        self.place = len(self.marks)
        return False

    def skip_blank(self) -> None:
        if self.place < len(self.marks) and self.marks[self.place].isspace():
            self.place += 1

    def skip_option(self) -> None:
        """Leave out ``[…]`` when it follows."""
        if self.place < len(self.marks) and self.marks[self.place].startswith("["):
            for end in range(self.place, min(self.place + 20, len(self.marks))):
                if "]" in self.marks[end]:
                    self.marks[end] = self.marks[end].partition("]")[2] or " "
                    self.place = end
                    return

    def read_command(self, name: str) -> str:
        self.depth += 1
        try:
            return self.read_named(name)
        finally:
            self.depth -= 1

    def read_named(self, name: str) -> str:
        accent = ACCENTS.get(name)
        if accent is not None:
            return self.accented(accent)
        if not name[:1].isalpha():
            return CHARACTERS.get(name, name)
        bare = name.removesuffix("*")
        if bare in HIDDEN_ARGUMENT:
            self.read_argument()
            return ""
        if bare in _NAMED:
            return self.after_symbol(_NAMED[bare])
        return self.read_wrapper(bare, name)

    def read_wrapper(self, bare: str, name: str) -> str:
        if bare in WRAPPERS:
            left, right = WRAPPERS[bare]
            inner = self.read_argument()
            return inner if left[0] == "<" and not self.mode.tags else f"{left}{inner}{right}"
        if bare in SECOND_ARGUMENT:
            self.read_argument()
            return self.read_argument()
        if bare in TRANSPARENT:
            self.skip_option()
            return self.read_argument()
        return self.read_unknown(name)

    def read_unknown(self, name: str) -> str:
        """A command that nobody knows: its arguments as text, or the command itself when it has none."""
        if self.place < len(self.marks) and self.marks[self.place] == "{":
            return self.read_argument()
        return f"\\{name}"

    def after_symbol(self, text: str) -> str:
        r"""The text of a command, and what ends the command left out: a blank, or ``{}``."""
        if self.marks[self.place : self.place + 2] == ["{", "}"]:
            self.place += 2
        else:
            self.skip_blank()
        return text

    def accented(self, accent: str) -> str:
        """The argument with the accent on its first letter."""
        argument = self.read_argument()
        if not argument:
            return unicodedata.normalize("NFKC", " " + accent).strip() if accent == "\u0303" else ""
        base, rest = argument[0], argument[1:]
        base = {"ı": "i", "ȷ": "j"}.get(base, base)
        if accent == "\u0361" and rest:
            return base + accent + rest
        return unicodedata.normalize("NFC", base + accent) + rest

    def tagged(self, tag: str, inner: str) -> str:
        return f"<{tag}>{inner}</{tag}>" if self.mode.tags and inner else inner

    def read_mathematics(self) -> str:
        """The text between dollars; as it stands, when it holds a command that no character says."""
        start = self.place
        double = start < len(self.marks) and self.marks[start] == "$"
        start += double
        end = next((at for at in range(start, len(self.marks)) if self.marks[at] == "$"), None)
        if end is None:
            return "$"
        inside = self.marks[start:end]
        self.place = end + (2 if double and self.marks[end + 1 : end + 2] == ["$"] else 1)
        if not all(_is_sayable(mark) for mark in inside):
            return f"${''.join(inside)}$"
        inner = _Reader(inside, self.mode)
        inner.mathematics, inner.depth = True, self.depth + 1
        return inner.read()


def _is_sayable(mark: str) -> bool:
    if mark[0] != "\\" or not mark[1:2].isalpha():
        return True
    name = mark[1:]
    return (
        name in HIDDEN_ARGUMENT
        or name in _NAMED
        or name in ACCENTS
        or name in TRANSPARENT
        or name in WRAPPERS
        or name in SWITCHES
    )
