"""The rich text of CSL-JSON strings → marked strings: tags, quotes, apostrophes (CSL-JSON, "rich text")."""

import re
from functools import lru_cache

from refs.render import marks

# anything that is not plain letters: <i>, "a", 'b', « c », d :
_SPECIAL = re.compile("[<&\"'“”‘’«»\x00-\x08\x0b-\x1f\x7f-\x9f]| [:;?!]")
_TOKEN = re.compile(
    r"""(<span\s+class=["']?nocase["']?\s*>|<span\s+class=["']?nodecor["']?\s*>
    |<span\s+style=["']?font-variant:\s*small-caps;?["']?\s*>|</span>|</?(?:i|b|sup|sub|sc|em|strong)>|["'“”‘’«»„])""",
    re.VERBOSE,
)
_OPEN = {
    "<i>": ("</i>", marks.ITALIC),
    "<em>": ("</em>", marks.ITALIC),
    "<b>": ("</b>", marks.BOLD),
    "<strong>": ("</strong>", marks.BOLD),
    "<sup>": ("</sup>", marks.SUPERSCRIPT),
    "<sub>": ("</sub>", marks.SUBSCRIPT),
    "<sc>": ("</sc>", marks.SMALL_CAPS),
}
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#38;": "&", "&#60;": "<", "&#62;": ">"}
_ENTITY = re.compile("|".join(_ENTITIES))
_NARROW = re.compile(" ([:;?!\u00bb])")


@lru_cache(maxsize=4096)
def parse_rich(text: str) -> str:
    """The marked string of a CSL-JSON string."""
    if not _SPECIAL.search(text):
        return text
    text = marks.clean(text)
    text = _NARROW.sub("\u202f\\1", text).replace("\u00ab ", "\u00ab\u202f")
    pieces = _TOKEN.split(text)
    if len(pieces) == 1:
        return text
    return _Parser(pieces).parse()


class _Parser:
    """Matches openers with closers; what has no partner stays text."""

    def __init__(self, pieces: list[str]) -> None:
        self.pieces = pieces
        self.stack: list[tuple[int, str, str, str]] = []

    def parse(self) -> str:
        pieces = self.pieces
        for at in range(1, len(pieces), 2):
            self.take(at, pieces[at])
        for at, _, _, _ in self.stack:
            self.leave(at)
        return "".join(pieces)

    def leave(self, at: int) -> None:
        piece = self.pieces[at]
        if piece == "'":
            self.pieces[at] = "’"

    def take(self, at: int, token: str) -> None:
        if token[0] == "<":
            self.take_tag(at, token)
        elif token in "\"'“‘„”’«»":
            self.take_quote(at, token)

    def take_tag(self, at: int, token: str) -> None:
        if token[1] == "/":
            self.close(at, token)
            return
        if token in _OPEN:
            closer, mark = _OPEN[token]
            self.stack.append((at, closer, mark, marks.END))
        elif "nocase" in token:
            self.stack.append((at, "</span>", marks.NOCASE, marks.CASE))
        elif "nodecor" in token:
            self.stack.append((at, "</span>", marks.NO_DECOR, marks.END))
        else:
            self.stack.append((at, "</span>", marks.SMALL_CAPS, marks.END))

    def close(self, at: int, token: str) -> bool:
        stack = self.stack
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth][1] == token:
                for lost, _, _, _ in stack[depth + 1 :]:
                    self.leave(lost)
                start, _, opener, closer = stack[depth]
                self.pieces[start], self.pieces[at] = opener, closer
                del stack[depth:]
                return True
        return False

    def take_quote(self, at: int, token: str) -> None:
        before, after = self.neighbours(at)
        if token in "“‘„":
            closer = {"“": "”", "‘": "’", "„": "“"}[token]
            if token == "“" and self.close(at, "“"):
                return
            self.open_quote(at, closer, single=token == "‘")
        elif token == "”":
            self.close(at, "”")
        elif token == "’":
            if not (before.isalnum() and after.isalnum()):
                self.close(at, "’")
        elif token in "\"'":
            self.take_straight(at, token, before, after)

    def take_straight(self, at: int, token: str, before: str, after: str) -> None:
        opens = not before or before in " ([{/-–—\u00a0\u202f>“‘\"'\x03"
        if token == "'" and before.isalnum() and after.isalnum():
            self.pieces[at] = "’"
        elif opens and after and not after.isspace():
            self.open_quote(at, token, single=token == "'")
        elif not self.close(at, token) and token == "'":
            self.pieces[at] = "’"

    def open_quote(self, at: int, closer: str, *, single: bool) -> None:
        pair = (marks.APOSTROPHE_QUOTE, marks.APOSTROPHE_UNQUOTE) if single else (marks.QUOTE, marks.UNQUOTE)
        self.stack.append((at, closer, *pair))

    def neighbours(self, at: int) -> tuple[str, str]:
        """The visible characters before and after a token; tags are looked through."""
        before = after = ""
        index = at - 1
        while index >= 0:
            piece = self.pieces[index]
            if piece and not (index % 2 and piece[0] in "<\x05\x08\x14\x15\x10\x17\x18\x02\x86"):
                before = piece[-1]
                break
            index -= 1
        index = at + 1
        while index < len(self.pieces):
            piece = self.pieces[index]
            if piece and not (index % 2 and piece[0] == "<"):
                after = piece[0]
                break
            index += 1
        return before, after


def unescape(text: str) -> str:
    """The text with the few entities that CSL-JSON strings bring along resolved."""
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], text) if "&" in text else text
