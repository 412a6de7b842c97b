"""A list of references, pasted or found, cut into its pieces."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refs.segment.junk import is_junk, link_out_start
from refs.segment.label import BULLET, LABELS, Label, LabelStyle, find_labels
from refs.segment.likeness import is_likely, likeness
from refs.segment.piece import Piece
from refs.segment.wrap import entry_heads

_LEAST, _SOME = 12, 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: its text without margins, its place, its indentation, and whether a blank line stands before it."""

    text: str
    start: int
    indent: int
    after_blank: bool

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)


def split_list(text: str) -> tuple[Piece, ...]:
    """The references of a list: numbered, bulleted, or bare, one to a line, hard-wrapped, or two on a line."""
    lines = read_lines(text)
    if not lines:
        return ()
    style, labels = find_labels([line.text for line in lines])
    if style is not None and _is_numbered(labels):
        return tuple(_numbered(lines, style, labels))
    heads = _bullets(lines) or entry_heads(lines)
    return tuple(_grouped(lines, heads))


def read_lines(text: str) -> list[Line]:
    """The lines that say something, without running headers and page numbers."""
    lines, offset, blank = [], 0, False
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped and not is_junk(stripped):
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(stripped, offset + indent, indent, blank))
            blank = False
        elif not stripped:
            blank = True
        offset += len(raw)
    return lines


def _is_numbered(labels: Sequence[Label]) -> bool:
    """Whether the chain begins at the head of the list and is no accident of wrapping."""
    if len(labels) == 1:
        return labels[0].line == 0 and labels[0].number < 100
    return labels[0].line <= 1 and len(labels) >= 2


def _numbered(lines: Sequence[Line], style: LabelStyle, labels: Sequence[Label]) -> Iterator[Piece]:
    same = len(labels) > 1 and len({label.number for label in labels}) == 1
    for position, label in enumerate(labels):
        last = position + 1 == len(labels)
        until = len(lines) if last else labels[position + 1].line
        body = list(lines[label.line : until])
        body[0] = _without_label(body[0], label.length)
        body = body[: _annotated(body)]
        if last:
            body = body[: _closing(body, solid=_is_solid(lines, labels))]
        following = None if last else labels[position + 1].number
        number = position + 1 if same else label.number
        yield from _cut_inside(body, number, None if same else following, style, last=last)


def _without_label(line: Line, length: int) -> Line:
    return Line(line.text[length:], line.start + length, line.indent, line.after_blank)


def _annotated(body: Sequence[Line]) -> int:
    """How many lines come before bullets that comment on the entry."""
    return next((index for index, line in enumerate(body) if index and BULLET.match(line.text)), len(body))


def _is_solid(lines: Sequence[Line], labels: Sequence[Label]) -> bool:
    """Whether no entry but the last has a blank line inside."""
    heads = {label.line for label in labels}
    inner = range(labels[0].line + 1, labels[-1].line)
    return len(labels) > 1 and not any(lines[index].after_blank for index in inner if index not in heads)


def _closing(body: Sequence[Line], *, solid: bool) -> int:
    """How many lines belong to the last entry.

    Up to the first blank line where no other entry holds one, else up to one after words that end like a reference.
    """
    for index in range(1, len(body)):
        line, before = body[index], body[index - 1]
        if BULLET.match(line.text):
            return index
        if line.after_blank and (solid or not _goes_on(before.text, line.text)):
            return index
    return len(body)


_ADDRESS = re.compile(r"(?:https?://|www\.|doi:)\S+$", re.IGNORECASE)


def _goes_on(before: str, line: str) -> bool:
    """Whether the entry goes on after a blank line."""
    if _ADDRESS.match(line):
        return not _ADDRESS.search(before)
    if not re.search(r"(?:[.\])/”\"]|\d)\s*$", before):
        return True
    return line[:1].islower() and not re.search(r"[.\]]\s*$", before)


def _cut_inside(
    body: list[Line], number: int, following: int | None, style: LabelStyle, *, last: bool
) -> Iterator[Piece]:
    """The entry, cut again where the next numbers stand inside its lines."""
    cuts = 0
    while body and following != number + 1:
        cut = _next_inside(body, number + 1, style)
        if cut is None:
            break
        head, rest = _cut(body, cut)
        if (
            last
            and cuts < 2
            and not (_is_reference_start(head, rest) or _next_inside(rest, number + 2, style))
        ):
            break
        yield _piece(head, number)
        body, number, cuts = rest, number + 1, cuts + 1
    if body:
        yield _piece(body, number)


def _cut(body: Sequence[Line], place: tuple[int, int, int]) -> tuple[list[Line], list[Line]]:
    """The lines before a label and those after it."""
    index, start, end = place
    line = body[index]
    head = Line(line.text[:start].rstrip(), line.start, line.indent, line.after_blank)
    rest = Line(line.text[end:], line.start + end, 0, after_blank=False)
    return [*body[:index], head] if head.text else list(body[:index]), [rest, *body[index + 1 :]]


def _is_reference_start(head: Sequence[Line], rest: Sequence[Line]) -> bool:
    before, after = (" ".join(line.text for line in lines) for lines in (head, rest))
    return is_likely(after) and likeness(before) >= _SOME


def _next_inside(body: Sequence[Line], number: int, style: LabelStyle) -> tuple[int, int, int] | None:
    """Line, start and end of the label of a number inside the lines: before a capital, or before whatever the next follows."""
    strict = _find_inside(body, _inside(style, number))
    if strict is not None:
        return strict
    loose = _find_inside(body, _inside(style, number, loosely=True))
    if loose is not None and _find_inside(_cut(body, loose)[1], _inside(style, number + 1)):
        return loose
    return None


def _find_inside(body: Sequence[Line], pattern: re.Pattern[str] | None) -> tuple[int, int, int] | None:
    length = 0
    for index, line in enumerate(body if pattern else ()):
        for match in pattern.finditer(line.text) if pattern else ():
            if length + match.start() > _LEAST and not _COUNTED.search(line.text, 0, match.start()):
                return index, match.start(), match.end()
        length += len(line.text)
    return None


# November 2. | vol. 2. | no. 3. | pp. 4.
_COUNTED = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}|\b(?:vol(?:ume)?|no|nr|bd|band|suppl|part|pp?|chapter|ch|issue|edition|art|S)\.?) $",
    re.IGNORECASE,
)


def _inside(style: LabelStyle, number: int, *, loosely: bool = False) -> re.Pattern[str] | None:
    """The label of a number as it stands within a line."""
    if style is LabelStyle.BRACKET:
        return re.compile(rf"(?<=[\s.;,)\d/])\[{number}\]\s*")
    if style is LabelStyle.PAREN:
        return re.compile(rf"(?<=[\s.;])\({number}\)\s+(?=[^\W\d_a-z])")
    closer = r"\)" if style is LabelStyle.CLOSING else r"\."
    start = r"\S" if loosely else r"[“\"„‘\[]?[^\W\d_a-zß-ÿ]|https?:"
    if style in {LabelStyle.DOT, LabelStyle.CLOSING}:
        return re.compile(rf"(?<=[\s.;]){number}{closer}\s+(?={start})")
    return None


def _bullets(lines: Sequence[Line]) -> list[int]:
    heads = [index for index, line in enumerate(lines) if BULLET.match(line.text)]
    return heads if heads and heads[0] == 0 else []


def _grouped(lines: Sequence[Line], heads: Sequence[int]) -> Iterator[Piece]:
    ends = [*heads[1:], len(lines)]
    for head, end in zip(heads, ends, strict=True):
        body = list(lines[head:end])
        bullet = BULLET.match(body[0].text)
        if bullet:
            body[0] = _without_label(body[0], bullet.end())
        yield _piece(body, None)


def _piece(body: Sequence[Line], number: int | None) -> Piece:
    joined, places = "", []
    for line in body:
        if joined and not joined.endswith(" "):
            joined += " "
        places.append((len(joined), line.start))
        joined += line.text
    cut = link_out_start(joined)
    kept = joined[:cut].rstrip()
    start = next((line.start for line in body if line.text), body[0].start)
    return Piece(" ".join(kept.split()), start, _place(places, len(kept)), number)


def _place(places: Sequence[tuple[int, int]], offset: int) -> int:
    index = max(0, bisect_right([joined for joined, _ in places], max(0, offset - 1)) - 1)
    joined, start = places[index]
    return start + offset - joined


__all__ = ["LABELS", "Line", "Piece", "read_lines", "split_list"]
