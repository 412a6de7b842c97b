"""text-case on marked strings (CSL 1.0.2, "Text-case")."""

import re
from collections.abc import Callable, Iterator

from refs.render import marks

STOP_WORDS = frozenset(
    [
        "about",
        "above",
        "across",
        "afore",
        "after",
        "against",
        "al",
        "along",
        "alongside",
        "amid",
        "amidst",
        "among",
        "amongst",
        "anenst",
        "apropos",
        "apud",
        "around",
        "as",
        "aside",
        "astride",
        "at",
        "athwart",
        "atop",
        "barring",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "besides",
        "between",
        "beyond",
        "but",
        "by",
        "circa",
        "despite",
        "down",
        "during",
        "et",
        "except",
        "for",
        "forenenst",
        "from",
        "given",
        "in",
        "inside",
        "into",
        "lest",
        "like",
        "modulo",
        "near",
        "next",
        "notwithstanding",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "out",
        "over",
        "per",
        "plus",
        "pro",
        "qua",
        "sans",
        "since",
        "so",
        "than",
        "the",
        "through",
        "thru",
        "throughout",
        "thruout",
        "till",
        "to",
        "toward",
        "towards",
        "under",
        "underneath",
        "until",
        "unto",
        "up",
        "upon",
        "versus",
        "vs.",
        "v.",
        "vs",
        "v",
        "via",
        "vis-à-vis",
        "with",
        "within",
        "without",
        "yet",
        "and",
        "nor",
        "a",
        "an",
        "de",
        "d'",
        "von",
        "van",
        "c",
        "ca",
    ]
)
_GUARDED = marks.NOCASE + marks.NO_DECOR + marks.SUPERSCRIPT + marks.SUBSCRIPT + marks.SMALL_CAPS
_OPENERS = "".join(marks.LOOKS.values()) + marks.NO_DECOR
# what separates stretches of words: punctuation, quotes, marks
_SPLIT = re.compile(f"([’‘“”\"'\\-–—/.,;?!:\\[\\]()]|[{marks.ALL}])")
# www.ebsco.com, Drugs.com
_HOST = re.compile(
    r"(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|int|mil|info|io|eu|uk|ca|au|de)\b(?![.\w-])",
    re.IGNORECASE,
)
_SPACE = re.compile("([\u00a0 \u2000-\u200b\u205f\u3000]+)")
_GREEK = re.compile("[\u0370-\u03ff]$")


def _stretches(text: str) -> Iterator[tuple[str, str, bool]]:
    """The pieces of a marked string: (separator before it, text, whether it is guarded against case)."""
    pieces = _SPLIT.split(text)
    depth: list[bool] = []
    yield "", pieces[0], False
    for at in range(1, len(pieces), 2):
        mark = pieces[at]
        if mark == marks.NOCASE:
            depth.append(True)
        elif mark in (marks.END, marks.CASE):
            if depth:
                depth.pop()
        elif mark in _OPENERS:
            depth.append(mark in _GUARDED)
        yield mark, pieces[at + 1], any(depth)


def _outside(text: str, change: Callable[[str], str]) -> str:
    if not marks.ANY.search(text):
        return change(text)
    return "".join(mark + (part if guarded else change(part)) for mark, part, guarded in _stretches(text))


def lowercase(text: str) -> str:
    """All small."""
    return _outside(text, str.lower)


def uppercase(text: str) -> str:
    """All large."""
    return _outside(text, str.upper)


def _large(word: str) -> str:
    """The word with its first letter large; a Greek letter that stands alone is a symbol."""
    return word if _GREEK.match(word) else word[:1].upper() + word[1:]


def capitalize_first(text: str) -> str:
    """The first word large, unless it has a large letter already."""
    return _by_word(text, lambda word, first: _large(word) if first and word == word.lower() else word)


def capitalize_all(text: str) -> str:
    """Each word large, unless it has a large letter already."""
    return _by_word(text, lambda word, _first: _large(word) if word == word.lower() else word)


def sentence(text: str) -> str:
    """The first word large, all others small."""
    return _by_word(text, lambda word, first: _large(word) if first else word.lower())


def _by_word(text: str, change: Callable[[str, bool], str]) -> str:
    out, first = [], True
    for mark, part, guarded in _stretches(text):
        out.append(mark)
        words = _SPACE.split(part)
        for at in range(0, len(words), 2):
            if words[at]:
                if not guarded:
                    words[at] = change(words[at], first)
                first = False
        out.append("".join(words))
    return "".join(out)


def title(text: str) -> str:
    """Title case: words large but for stop words inside; what has a large letter already, and a host, stays."""
    if "." in text:
        text = _HOST.sub(_guarded, text)
    return _Titler().write(text)


def _guarded(host: re.Match[str]) -> str:
    return marks.NOCASE + host[0] + marks.CASE


class _Titler:
    def __init__(self) -> None:
        self.first, self.after_stop = True, False
        self.last: tuple[int, int] | None = None

    def write(self, text: str) -> str:
        stretches = list(_stretches(text))
        out: list[tuple[str, list[str]]] = []
        for at, (mark, part, guarded) in enumerate(stretches):
            if mark and mark in "!?:":
                self.after_stop = True
            words = _SPACE.split(part)
            if not guarded:
                following = stretches[1][0] if not at and len(stretches) > 1 else ""
                self._take(words, at, following, bound=mark in ("’", marks.KEEP))
            elif part.strip():
                self.last = None
            if part.strip():
                self.first = self.after_stop = False
            out.append((mark, words))
        if self.last is not None:
            words = out[self.last[0]][1]
            word = words[self.last[1]]
            if len(word) > 1 and word.lower() in STOP_WORDS:
                words[self.last[1]] = _large(word)
        return "".join(mark + "".join(words) for mark, words in out)

    def _take(self, words: list[str], at: int, following: str, *, bound: bool) -> None:
        for index in range(0, len(words), 2):
            word = words[index]
            if not word:
                continue
            small = word.lower()
            large = (
                (len(word) > 1 and small not in STOP_WORDS)
                or (index == len(words) - 1 and following == "-")
                or self.first
                or self.after_stop
            )
            if large and word == small and not (bound and index == 0):
                words[index] = _large(word)
            self.first = self.after_stop = False
            self.last = None if bound and index == 0 else (at, index)


def _turkish(change: Callable[[str], str]) -> Callable[[str], str]:
    """The change as Turkish writes it, where the small i and the large I keep what they have above them."""

    def changed(text: str) -> str:
        new = change(text)
        if len(new) != len(text):
            return new
        return "".join(_DOTTED.get((a, b), b) for a, b in zip(text, new, strict=True))

    return changed


_DOTTED = {("i", "I"): "İ", ("I", "i"): "ı"}
TURKISH = "-tr"
"""Stands behind the name of a case in languages with a dotted and a dotless i."""
CASES: dict[str, Callable[[str], str]] = {
    "lowercase": lowercase,
    "uppercase": uppercase,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
CASES |= {name + TURKISH: _turkish(change) for name, change in CASES.items() if name != "title"}
