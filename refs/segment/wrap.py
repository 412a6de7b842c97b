"""Where entries without labels begin: one to a line, in paragraphs, indented, or wrapped at a margin."""

import re
from collections.abc import Sequence
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
_WIDE = 0.75


def entry_heads(lines: Sequence[TextLine]) -> list[int]:
    """The indices of the lines that begin an entry."""
    if len(lines) < 2:
        return list(range(len(lines)))
    if _has_paragraphs(lines):
        return _paragraph_heads(lines)
    if _is_hanging(lines):
        least = min(line.indent for line in lines)
        return [index for index, line in enumerate(lines) if index == 0 or line.indent == least]
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


def _is_hanging(lines: Sequence[TextLine]) -> bool:
    indents = {line.indent for line in lines}
    if len(indents) != 2 or lines[0].indent != min(indents):
        return False
    heads = [line for line in lines if line.indent == min(indents)]
    return len(heads) > 1 and sum(bool(_AUTHOR.match(line.text)) for line in heads) >= len(heads) / 2


def _is_wrapped(lines: Sequence[TextLine]) -> bool:
    """Whether lines break at a margin: many are about as long as the longest, and many do not end an entry."""
    width = max(len(line.text) for line in lines)
    if width > 140:
        return False
    wide = sum(len(line.text) > _WIDE * width for line in lines)
    open_ended = sum(not _ENDS.search(line.text) for line in lines)
    return wide >= len(lines) * 0.4 and open_ended >= len(lines) * 0.25


def _wrapped_heads(lines: Sequence[TextLine]) -> list[int]:
    width = max(len(line.text) for line in lines)
    heads = [0]
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        short = len(before.text) < _WIDE * width
        ended = bool(_ENDS.search(before.text)) and not _OPEN.search(before.text)
        if ended and (bool(_AUTHOR.match(line.text)) or (short and line.text[:1].isupper())):
            heads.append(index)
    return heads


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    if (
        line[:1].islower()
        and not line.startswith(("http", "www", "doi"))
        and not re.match(r"(?:van|von|de|du|la|le|den|ter) ", line)
    ):
        return True
    if re.match(r"(?:https?://|doi:|www\.)\S+$", line, re.IGNORECASE):
        return not re.search(r"(?:https?://|doi)\S*$", before)
    return bool(_OPEN.search(before))
