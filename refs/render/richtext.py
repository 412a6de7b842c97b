"""The rich text of CSL-JSON strings → marked strings: tags, quotes, apostrophes (CSL-JSON, "rich text")."""

import re
from functools import lru_cache

from refs.render import marks

# anything that is not plain letters: <i>, "a", 'b', « c », d :
_SPECIAL = re.compile("[<\"'“”‘’«»„\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]| [:;?!]")
_SIGN = re.compile(
    r"""(<span\s+class=["']?no(?:case|decor)["']?[^<>]{0,80}>
    |<span\s+style=["']?font-variant:\s*small-caps;?["']?[^<>]{0,80}>|</span>|</?(?:i|b|sup|sub|sc)>|["'“”‘’])""",
    re.VERBOSE,
)
_TAGS = {
    "<i>": ("</i>", marks.ITALIC),
    "<b>": ("</b>", marks.BOLD),
    "<sup>": ("</sup>", marks.SUPERSCRIPT),
    "<sub>": ("</sub>", marks.SUBSCRIPT),
    "<sc>": ("</sc>", marks.SMALL_CAPS),
}
_BREAKS = frozenset("-–—/.,;?!:[]()")
_QUOTES = {"“": "”", "‘": "’"}
_CURLY = {"“": (marks.CURLY, marks.UNCURLY), "‘": (marks.CURLY_SINGLE, marks.UNCURLY_SINGLE)}
_NARROW = re.compile(" ([:;?!\u00bb])")


@lru_cache(maxsize=8192)
def parse_rich(text: str) -> str:
    """The marked string of a CSL-JSON string."""
    if not _SPECIAL.search(text):
        return text
    text = marks.clean(text)
    text = _NARROW.sub("\u202f\\1", text).replace("\u00ab ", "\u00ab\u202f")
    pieces = _SIGN.split(text)
    if len(pieces) == 1:
        return text
    return _Parser(pieces).parse()


class _Open:
    """An opener that waits for its closer."""

    __slots__ = ("at", "closer", "marks")

    def __init__(self, at: int, closer: str, pair: tuple[str, str]) -> None:
        self.at, self.closer, self.marks = at, closer, pair


class _Parser:
    """Matches openers with closers; what has no partner stays text, a lone quote mark becomes an apostrophe."""

    def __init__(self, pieces: list[str]) -> None:
        self.pieces = pieces
        self.stack: list[_Open] = []
        self.opened = self.kept = False

    def parse(self) -> str:
        for at in range(1, len(self.pieces), 2):
            self.take(at, self.pieces[at])
        for each in self.stack:
            self.leave(each.at)
        return "".join(self.pieces)

    def leave(self, at: int) -> None:
        """The sign stays what it is."""
        if self.pieces[at] == "'":
            self.pieces[at] = "’"

    def take(self, at: int, sign: str) -> None:
        self.opened, opened = False, self.opened
        if sign[0] == "<":
            self.take_tag(at, sign)
        elif sign in _QUOTES:
            self.open(at, _QUOTES[sign], _CURLY[sign])
        elif sign in "\"'" and self.opens_quote(at, opened):
            self.open(at, sign, (marks.QUOTE, marks.UNQUOTE))
        elif sign == "'" and self.binds(at):
            self.pieces[at] = "’"
        elif sign == "’" and self.binds(at):
            return
        elif not self.close(at, sign):
            self.leave(at)

    def take_tag(self, at: int, sign: str) -> None:
        if sign[1] == "/":
            self.close(at, sign)
        elif sign in _TAGS:
            closer, mark = _TAGS[sign]
            self.push(at, closer, (mark, marks.END))
        elif "nocase" in sign:
            self.push(at, "</span>", (marks.NOCASE, marks.CASE))
        elif "nodecor" in sign:
            self.push(at, "</span>", (marks.NO_DECOR, marks.END))
        else:
            self.push(at, "</span>", (marks.SMALL_CAPS, marks.END))

    def push(self, at: int, closer: str, pair: tuple[str, str]) -> None:
        self.stack.append(_Open(at, closer, pair))
        self.opened = True

    def open(self, at: int, closer: str, pair: tuple[str, str]) -> None:
        """Open a quote; inside one of its own kind the earlier one is no quote after all."""
        if self.stack and self.stack[-1].closer == closer:
            self.leave(self.stack.pop().at)
        self.push(at, closer, pair)

    def close(self, at: int, sign: str) -> bool:
        """Close the opener that waits for this sign; whether there is one, with no other tag in between."""
        stack = self.stack
        for depth in range(len(stack) - 1, -1, -1):
            each = stack[depth]
            if each.closer == sign:
                for lost in stack[depth + 1 :]:
                    self.leave(lost.at)
                self.pieces[each.at], self.pieces[at] = each.marks
                if sign == "'" and not self.kept and self.runs_on(at):
                    self.pieces[each.at] += marks.KEEP
                    self.kept = True
                del stack[depth:]
                return True
            if sign == "'":
                return False
        return False

    def runs_on(self, at: int) -> bool:
        """Whether words follow right behind a sign, as citeproc-js splits titles: no stop, bracket or other sign."""
        after = self.pieces[at + 1]
        return bool(after) and after[0] not in _BREAKS and after != " "

    def opens_quote(self, at: int, opened: bool) -> bool:
        """A straight quote opens after a blank, a bracket or another opener, or at the very beginning."""
        before, after = self.pieces[at - 1], self.pieces[at + 1]
        opens = at == 1 or opened if not before else before[-1] in " (\n\t"
        return opens and not (self.pieces[at] == "'" and after[:1] == " ")

    def binds(self, at: int) -> bool:
        """A single quote before a letter, or between two, is an apostrophe."""
        after = self.pieces[at + 1]
        if self.pieces[at] == "’":
            before = self.pieces[at - 1]
            return before[-1:].isalnum() and after[:1].isalnum()
        return bool(after) and after[0] not in ",.?:; "
