"""A LaTeX text → Unicode, with or without the tags of CSL-JSON."""

import re
import unicodedata
from dataclasses import dataclass

from refs.parse.latex.commands import (
    CHARACTERS,
    HIDDEN_ARGUMENT,
    IN_MATHEMATICS,
    IN_TEXT,
    QUOTED,
    SECOND_ARGUMENT,
    SWITCHES,
    TRANSPARENT,
    WRAPPERS,
)
from refs.parse.latex.finish import finish
from refs.parse.latex.formula import BLACKBOARD, FRACTIONS, fraction, is_sayable, root, space_out
from refs.parse.latex.symbols import (
    ACCENTS,
    BREAKS,
    LETTERS,
    MATHEMATICS,
    OPERATORS,
    SPACING,
    SYMBOLS,
)
from refs.parse.latex.table import character_of
from refs.parse.latex.verbatim import VERBATIM, read_char, read_verb, unescape
from refs.text import one_line, strip_tags

# \alpha, \", {, $, ---, ``, a run of blanks, or plain text between these
_TOKEN = re.compile(
    r"\\[A-Za-z]+\*?|\\.|\\|[{}$~^_]|---?|``|''|!`|\?`|[ \t\r\n\f\v]+|[^\\{}$~^_\-`'!? \t\r\n\f\v]+|.",
    re.DOTALL,
)
# whether there is anything to decode
_MARKED = re.compile(r"[\\{}$~`]|--|''|&[#A-Za-z0-9]+;")
# {\"o}, {\'{e}}, \'e, \'{e}
_ACCENTED = re.compile(r"\{\\([\"'`^~=.])\{([A-Za-z])\}\}|\{\\([\"'`^~=.])([A-Za-z])\}")
# Computer Science,%⏎ University; but 50%⏎
_COMMENTED_END = re.compile(r"(?<![\\\d])%[ \t]*\r?\n[ \t]*")
_DEEPEST = 40
_REACH = 200
_NAMED = LETTERS | SYMBOLS | MATHEMATICS
_MATHEMATICAL = {"-": "−", "--": "–", "'": "′", "''": "″"}
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
    if "%" in text:
        text = _COMMENTED_END.sub("", text)
    if _MARKED.search(text) is None:
        return one_line(text)
    if "\\" in text:
        text = _ACCENTED.sub(_accented, text)
        if _MARKED.search(text) is None:
            return unicodedata.normalize("NFC", one_line(text))
    found = finish(one_line(_Reader(_TOKEN.findall(text), mode).read()))
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
        self.quotes = 0
        self.absent: set[str] = set()
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
        if mark in "^_" and (self.mathematics or self.follows("{")):
            return self.tagged("sup" if mark == "^" else "sub", self.read_argument())
        if self.mathematics:
            return _MATHEMATICAL.get(mark, mark)
        return self.quoted(mark) if mark in {"`", "'"} else _TEXT.get(mark, mark)

    def follows(self, mark: str) -> bool:
        return self.place < len(self.marks) and self.marks[self.place] == mark

    def quoted(self, mark: str) -> str:
        """A quotation mark; a straight one is curled where it closes what a grave accent has opened."""
        if mark == "`":
            self.quotes += 1
            return "‘"
        within = self.place < len(self.marks) and self.marks[self.place][0].isalnum()
        if not self.quotes or within:
            return mark
        self.quotes -= 1
        return "’"

    def read_group(self, *, protect: bool = False) -> str:
        """The text between braces; a group that opens with a command is a special character to BibTeX."""
        if self.depth >= _DEEPEST:
            return ""
        special = self.place < len(self.marks) and self.marks[self.place][0] == "\\"
        self.depth += 1
        inner = self.read_until_brace()
        self.depth -= 1
        self.place += 1
        if protect and not special and any(map(str.isalpha, inner)):
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

    def read_option(self) -> str:
        """What stands in brackets when they follow in one piece, as ``[3]``."""
        mark = self.marks[self.place] if self.place < len(self.marks) else ""
        if not mark.startswith("[") or "]" not in mark:
            return ""
        option, _, rest = mark[1:].partition("]")
        self.marks[self.place] = rest
        if not rest:
            self.place += 1
        return option

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
            return self.read_character(name)
        bare = name.removesuffix("*")
        if bare in HIDDEN_ARGUMENT:
            self.skip_option()
            self.read_argument()
            return ""
        if bare in OPERATORS and self.mathematics:
            return self.after_symbol(f" {OPERATORS[bare]} ")
        if bare in _NAMED:
            if bare in BREAKS:
                self.skip_option()
            return self.after_symbol(_NAMED[bare])
        return self.read_wrapper(bare, name)

    def read_character(self, name: str) -> str:
        if name in {"(", "["}:
            return self.read_formula("\\)" if name == "(" else "\\]")
        if name in BREAKS:
            self.skip_option()
        return CHARACTERS.get(name, name)

    def read_wrapper(self, bare: str, name: str) -> str:
        if bare in WRAPPERS:
            left, right = WRAPPERS[bare]
            inner = self.read_inside(bare)
            bare_text = left[:1] == "<" and (not self.mode.tags or not inner)
            return inner if bare_text else f"{left}{inner}{right}"
        if bare in QUOTED:
            return self.read_quoted(inner=name != bare)
        if bare in SECOND_ARGUMENT:
            self.skip_option()
            self.read_argument()
            return self.read_argument()
        if bare in TRANSPARENT:
            self.skip_option()
            self.skip_option()
            return self.read_inside(bare)
        return self.read_rare(bare, name)

    def read_inside(self, bare: str) -> str:
        """The argument of a command, in mathematics or in text as the command has it."""
        outside = self.mathematics
        self.mathematics = bare in IN_MATHEMATICS or (outside and bare not in IN_TEXT)
        inner = self.read_argument()
        self.mathematics = outside
        return inner

    def read_quoted(self, *, inner: bool) -> str:
        """A quotation; one within another has single marks."""
        single = inner or self.quotes > 0
        self.quotes += 1
        text = self.read_argument()
        self.quotes -= 1
        return f"‘{text}’" if single else f"“{text}”"

    def read_rare(self, bare: str, name: str) -> str:
        """A fraction, a root, an address, what stands as it is, or a command of the large table."""
        if bare in FRACTIONS:
            return fraction(self.read_argument(), self.read_argument())
        if bare == "sqrt":
            return self.tagged("sup", self.read_option()) + root(self.read_argument())
        if bare in BLACKBOARD:
            return "".join(BLACKBOARD[bare].get(letter, letter) for letter in self.read_argument())
        if bare in VERBATIM:
            return self.read_verbatim()
        if bare in {"verb", "char"}:
            reach, read = (_REACH, read_verb) if bare == "verb" else (3, read_char)
            text, length = read("".join(self.marks[self.place : self.place + reach]))
            self.pass_over(length)
            return text
        return self.read_unknown(name)

    def pass_over(self, length: int) -> None:
        """Leave so many characters behind; of a mark that they only begin, the rest stays."""
        while length > 0 and self.place < len(self.marks):
            mark = self.marks[self.place]
            if len(mark) > length:
                self.marks[self.place] = mark[length:]
                return
            length -= len(mark)
            self.place += 1

    def read_verbatim(self) -> str:
        """The argument as it stands, but for escaped characters."""
        self.skip_blank()
        start, depth = self.place, 0
        while self.place < len(self.marks):
            mark = self.marks[self.place]
            depth += (mark == "{") - (mark == "}")
            self.place += 1
            if depth <= 0:
                break
        return unescape("".join(self.marks[start : self.place]).strip("{}"))

    def read_unknown(self, name: str) -> str:
        """A command that nobody knows: its arguments as text, or the command itself when it has none."""
        character = character_of(name)
        if character is not None:
            return (
                self.accented(character)
                if unicodedata.combining(character[0])
                else self.after_symbol(character)
            )
        if self.follows("{"):
            return self.read_argument()
        return f"\\{name}"

    def after_symbol(self, text: str) -> str:
        r"""The text of a command, and what ends the command left out: a blank, or ``{}``."""
        if self.marks[self.place : self.place + 2] == ["{", "}"]:
            self.place += 2
        else:
            self.skip_blank()
        return strip_tags(text) if "<" in text and not self.mode.tags else text

    def accented(self, accent: str) -> str:
        """The argument with the accent on its first letter."""
        argument = self.read_argument()
        if not argument:
            return SPACING.get(accent, "")
        base, rest = argument[0], argument[1:]
        base = {"ı": "i", "ȷ": "j"}.get(base, base)
        if accent == "\u0361" and rest:
            return base + accent + rest
        return unicodedata.normalize("NFC", base + accent) + rest

    def tagged(self, tag: str, inner: str) -> str:
        return f"<{tag}>{inner}</{tag}>" if self.mode.tags and inner else inner

    def read_mathematics(self) -> str:
        """The text between dollars; a dollar that has no partner is one."""
        start = self.place
        double = self.follows("$")
        self.place += double
        text = self.read_formula("$")
        if "$" in self.absent:
            self.place = start
            return "$"
        self.place += double and self.follows("$")
        return text

    def read_formula(self, closing: str) -> str:
        """The text up to the mark; as it stands, when it holds a command that no character says."""
        start = self.place
        if closing in self.absent:
            return ""
        end = next((at for at in range(start, len(self.marks)) if self.marks[at] == closing), None)
        if end is None:
            self.absent.add(closing)
            return ""
        inside = self.marks[start:end]
        self.place = end + 1
        if not all(map(is_sayable, inside)):
            return f"${''.join(inside)}$"
        inner = _Reader(inside, self.mode)
        inner.mathematics, inner.depth = True, self.depth + 1
        return space_out(inner.read())
