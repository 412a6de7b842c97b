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
        if last:
            body = body[: _closing(body, solid=_is_solid(lines, labels))]
        following = None if last else labels[position + 1].number
        number = position + 1 if same else label.number
        yield from _cut_inside(body, number, None if same else following, style, last=last)


def _without_label(line: Line, length: int) -> Line:
    return Line(line.text[length:], line.start + length, line.indent, line.after_blank)


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


def _goes_on(before: str, line: str) -> bool:
    return not re.search(r"(?:[.\])/”\"]|\d)\s*$", before) or (
        line[:1].islower() and not re.search(r"[.\]]\s*$", before)
    )


def _cut_inside(
    body: list[Line], number: int, following: int | None, style: LabelStyle, *, last: bool
) -> Iterator[Piece]:
    """The entry, cut again where the next number stands inside a line."""
    while body:
        cut = _next_inside(body, number + 1, style, strict=last) if following != number + 1 else None
        if cut is None:
            break
        index, start, end = cut
        line = body[index]
        yield _piece(
            [*body[:index], Line(line.text[:start].rstrip(), line.start, 0, line.after_blank)], number
        )
        body = [Line(line.text[end:], line.start + end, 0, False), *body[index + 1 :]]
        number += 1
    if body:
        yield _piece(body, number)


def _next_inside(
    body: Sequence[Line], number: int, style: LabelStyle, strict: bool
) -> tuple[int, int, int] | None:
    pattern = _inside(style, number)
    if pattern is None:
        return None
    for index, line in enumerate(body):
        for match in pattern.finditer(line.text):
            before = " ".join([*(each.text for each in body[:index]), line.text[: match.start()]])
            rest = line.text[match.end() :]
            if len(before) > 15 and (not strict or (is_likely(rest) and likeness(before) >= 0.4)):
                return index, match.start(), match.end()
    return None


def _inside(style: LabelStyle, number: int) -> re.Pattern[str] | None:
    """The label of a number as it stands within a line."""
    if style is LabelStyle.BRACKET:
        return re.compile(rf"(?<=[\s.;,)\d/])\[{number}\]\s*")
    if style is LabelStyle.PAREN:
        return re.compile(rf"(?<=[\s.;])\({number}\)\s+(?=[^\W\d_a-z])")
    closer = r"\)" if style is LabelStyle.CLOSING else r"\."
    if style in {LabelStyle.DOT, LabelStyle.CLOSING}:
        return re.compile(rf"(?<=[\s.;]){number}{closer}\s+(?=[“\"„‘\[]?[^\W\d_a-z]|https?:)")
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
    return Piece(" ".join(kept.split()), body[0].start, _place(places, len(kept)), number)


def _place(places: Sequence[tuple[int, int]], offset: int) -> int:
    index = max(0, bisect_right([joined for joined, _ in places], max(0, offset - 1)) - 1)
    joined, start = places[index]
    return start + offset - joined


__all__ = ["LABELS", "Line", "Piece", "read_lines", "split_list"]
