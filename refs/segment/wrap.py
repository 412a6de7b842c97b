"""Where entries without labels begin: one to a line, in paragraphs, indented, or wrapped at a margin."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from refs.segment.likeness import is_likely


class TextLine(Protocol):
    """What is needed of a line."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def indent(self) -> int:
        """The blanks before them."""

    @property
    def after_blank(self) -> bool:
        """Whether a blank line stands before it."""


_AUTHOR = re.compile(
    r"(?:[A-ZÀ-ÞŁŚŽČĐ][\w'’-]+(?: [A-Z][\w'’-]+)?,? (?:[A-Z]\.|[A-Z]{1,3}\b[,.]?)"  # Smith, J. / Smith JA
    r"|(?:[A-Z]\. ?){1,3}[A-Z][\w'’-]+,"  # J. A. Smith,
    r"|[A-Z][\w'’-]+, [A-Z][a-z]+"  # Smith, John
    r"|[A-Z][\w&.,'’ ()-]{3,80}\. ?\((?:19|20|n\.d)"  # Mayo Clinic. (2020)
    r"|https?://)"
)
_ENDS = re.compile(r"(?:[.\])”\"]|\d|https?://\S+|\.(?:html?|pdf|aspx?|php)|/)\s*$")
_OPEN = re.compile(
    r"(?:,|\b(?:and|of|the|in|for|with|to|a|&|et|doi:|from|und|der|die)|[-–(:])\s*$", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?://|doi:|www\.)\S+$", re.IGNORECASE)
_LOWER_START = re.compile(r"https?:|www\.|doi|(?:van|von|de|du|la|le|den|der|ter|vgl|vergl)\b")
_WIDE = 0.75


def entry_heads(lines: Sequence[TextLine]) -> list[int]:
    """The indices of the lines that begin an entry."""
    if len(lines) < 2:
        return list(range(len(lines)))
    if _has_paragraphs(lines):
        return _paragraph_heads(lines)
    if indented := _indented_heads(lines):
        return indented
    if _is_wrapped(lines):
        return _wrapped_heads(lines)
    return [
        0,
        *(
            index
            for index in range(1, len(lines))
            if not _continues(lines[index - 1].text, lines[index].text)
        ),
    ]


def _has_paragraphs(lines: Sequence[TextLine]) -> bool:
    """Whether blank lines part the entries: as many as there are lines, or paragraphs of several lines."""
    gaps = sum(line.after_blank for line in lines[1:])
    return gaps >= 1 and gaps >= (len(lines) - 1) / 6


def _paragraph_heads(lines: Sequence[TextLine]) -> list[int]:
    gaps = [index for index, line in enumerate(lines) if index == 0 or line.after_blank]
    heads = [0, *(index for index in gaps[1:] if not _continues(lines[index - 1].text, lines[index].text))]
    if _one_to_a_line(lines, heads):
        return [0, *(i for i in range(1, len(lines)) if not _continues(lines[i - 1].text, lines[i].text))]
    return heads


def _one_to_a_line(lines: Sequence[TextLine], heads: Sequence[int]) -> bool:
    """Whether the lines inside the paragraphs are entries themselves."""
    inner = [index for index in range(len(lines)) if index not in set(heads)]
    return len(inner) > 1 and all(_AUTHOR.match(lines[i].text) and is_likely(lines[i].text) for i in inner)


def _indented_heads(lines: Sequence[TextLine]) -> list[int]:
    """The heads where entries hang, or where their first lines are set in; none where indents say nothing."""
    indents = {line.indent for line in lines}
    if len(indents) != 2:
        return []
    heads = [index for index, line in enumerate(lines) if line.indent == lines[0].indent]
    inner = len(lines) - len(heads)
    capital = sum(not lines[index].text[:1].islower() for index in heads)
    return heads if 1 < len(heads) <= 4 * inner and capital >= 0.8 * len(heads) else []


def _margin(lines: Sequence[TextLine]) -> int:
    """The length at which lines break: the greatest that several lines come near to, long addresses left out."""
    lengths = sorted((len(line.text) for line in lines if " " in line.text), reverse=True)
    for at, length in enumerate(lengths):
        if sum(length - 12 <= other <= length for other in lengths[at:]) >= min(4, max(2, len(lengths) // 4)):
            return length
    return lengths[0] if lengths else 0


def _is_wrapped(lines: Sequence[TextLine]) -> bool:
    """Whether lines break at a margin: many come near to it, and many do not end an entry."""
    margin = _margin(lines)
    if not 30 <= margin <= 130:
        return False
    wide = sum(len(line.text) > _WIDE * margin for line in lines)
    beyond = sum(len(line.text) > margin + 2 and " " in line.text for line in lines)
    torn = sum(_is_torn(before.text, line.text) for before, line in pairwise(lines))
    return beyond <= len(lines) * 0.1 and wide >= len(lines) * 0.4 and torn >= max(1, len(lines) * 0.15)


def _is_torn(before: str, line: str) -> bool:
    """Whether a sentence runs over the end of a line."""
    return not _ENDS.search(before) or line[:1].islower() or bool(_OPEN.search(before))


def _wrapped_heads(lines: Sequence[TextLine]) -> list[int]:
    margin = _margin(lines)
    begun = (
        index for index in range(1, len(lines)) if _begins(lines[index - 1].text, lines[index].text, margin)
    )
    return [0, *begun]


def _begins(before: str, line: str, margin: int) -> bool:
    """Whether a wrapped line begins an entry: a line ended early, or an author follows the end of an entry."""
    room = margin - len(before) - 1 - len(line.split(maxsplit=1)[0])
    ended = bool(_ENDS.search(before)) and not _OPEN.search(before)
    address = bool(_ADDRESS.match(line))
    if room >= 0 and not address:
        return not line[:1].islower() and (ended or room >= 0.12 * margin)
    if re.search(r"https?://\S+$", before) and re.match(r"[^\W\d_a-z](?!ccessed|etrieved|vailable)", line):
        return True
    return ended and not address and bool(_AUTHOR.match(line)) and not line.startswith("http")


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    if line[:1].islower() and not _LOWER_START.match(line) and not _ENDS.search(before):
        return True
    if _ADDRESS.match(line):
        return not re.search(r"(?:https?://|doi)\S*$", before)
    return bool(_OPEN.search(before))
