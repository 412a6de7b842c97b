"""The labels of a list: [1], 1., (1), 1), ¹, • and the chains they make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class LabelStyle(StrEnum):
    """How the entries of a list are labelled."""

    BRACKET = "bracket"
    DOT = "dot"
    PAREN = "paren"
    CLOSING = "closing"
    SUPERSCRIPT = "superscript"
    STAR = "star"
    BARE = "bare"


_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹０１２３４５６７８９", "01234567890123456789")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_START = rf"(?=[“\"„«‘'\[(<*_]{{0,3}}(?:{_CAPITAL}|https?:|www\.|[dv][aeou]n? |[^\W\d_]))"

LABELS: dict[LabelStyle, re.Pattern[str]] = {
    LabelStyle.BRACKET: re.compile(r"[\[［【]\s{0,2}(\d{1,4})\s{0,2}[\]］】][.:]?\s*"),
    LabelStyle.DOT: re.compile(r"(\d{1,4})(?:[.．][)]?(?=\s|$|[^\W\d]|[\"“‘„«\[(<*])|、|:(?=\s))\s*"),
    LabelStyle.PAREN: re.compile(r"[(（]\s?(\d{1,3})\s?[)）]\s*"),
    LabelStyle.CLOSING: re.compile(r"(\d{1,3})[)）]\s*"),
    LabelStyle.SUPERSCRIPT: re.compile(r"([⁰¹²³⁴-⁹]{1,3})\s*"),
    LabelStyle.STAR: re.compile(r"(?:※|＊|\*|†|注|脚注)\s?(\d{1,3})[)）.]?\s?[:：]?\s*"),
    LabelStyle.BARE: re.compile(rf"(\d{{1,3}})(?:(?:\s+|(?=https?:)){_START}|\s*$)"),
}
BULLET = re.compile(r"(?:[•◦▪‣·●○■□*–—-]|\uf0b7)\s+")
_BEFORE_LABEL = re.compile(r"[-•*–]\s+(?=[\[［(（]?\d{1,4}[.\])）］])")


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the head of a line: its number, and how many characters it takes."""

    line: int
    number: int
    length: int


def label_of(line: str, style: LabelStyle) -> tuple[int, int] | None:
    """The number and length of the label of this style at the head of a line."""
    bullet = _BEFORE_LABEL.match(line)
    match = LABELS[style].match(line, bullet.end() if bullet else 0)
    return (int(match[1].translate(_DIGITS)), match.end()) if match else None


def chain(labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels that count on: each follows the one before, skips a few, or begins again at 1."""
    if len(labels) > 1 and len({label.number for label in labels}) == 1:
        return tuple(labels)  # Markdown lets every item be "1."
    best: tuple[Label, ...] = ()
    for first in _starts(labels):
        candidate = tuple(_follow(labels[first:]))
        if len(candidate) > len(best):
            best = candidate
    return best


def _starts(labels: Sequence[Label]) -> list[int]:
    ones = [index for index, label in enumerate(labels) if label.number == 1]
    return ones[:1] or list(range(min(3, len(labels))))


def _follow(labels: Sequence[Label]) -> Iterator[Label]:
    last = None
    for index, label in enumerate(labels):
        if last is None or last < label.number <= last + 3 or _restarts(labels, index):
            last = label.number
            yield label


def _restarts(labels: Sequence[Label], index: int) -> bool:
    """Whether a new numbering begins here: a 1 that a 2 follows."""
    following = labels[index + 1].number if index + 1 < len(labels) else None
    return labels[index].number == 1 and following == 2


def find_labels(lines: Sequence[str]) -> tuple[LabelStyle | None, tuple[Label, ...]]:
    """The style of label that most lines bear, and its chain."""
    best_style: LabelStyle | None = None
    best: tuple[Label, ...] = ()
    for style in LabelStyle:
        found = [
            Label(index, *label)
            for index, line in enumerate(lines)
            if (label := label_of(line, style)) is not None
        ]
        counted = chain(found)
        if len(counted) > len(best):
            best_style, best = style, counted
    return best_style, best
