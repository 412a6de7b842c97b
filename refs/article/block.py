"""Block: a paragraph, heading, list item or row of an article, its visible text tied to the source."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from refs.model.article import Format, Span


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"
    CODE = "code"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the visible text: where it stands, and what is special about it (a superscript, a link, code)."""

    start: int
    end: int
    target: str = ""


@dataclass(slots=True)
class Block:
    """A block of visible text.

    `starts` and `places` are parallel: from visible offset ``starts[i]`` on, the characters stand in the source from
    ``places[i]`` on. ``widths[i]`` is 0 for plain stretches and the length in the source where one visible character
    is written as several, as ``&amp;``.
    """

    text: str
    starts: Sequence[int]
    places: Sequence[int]
    widths: Sequence[int]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: int | None = None
    name: str | None = None
    list_id: int = 0
    outer: Span | None = None
    anchors: tuple[str, ...] = ()
    links: tuple[Stretch, ...] = ()
    raised: tuple[Stretch, ...] = ()
    masked: tuple[Stretch, ...] = ()
    fields: tuple[Stretch, ...] = ()
    roles: frozenset[str] = frozenset()
    labelled: bool = True
    gap: str = "\n"

    def place(self, offset: int) -> int:
        """The source offset of a visible character."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        return self.places[index] + (0 if self.widths[index] else offset - self.starts[index])

    def span(self, start: int, end: int) -> Span:
        """The source span of a stretch of visible text."""
        if not self.starts:
            return self.outer or Span(0, 0)
        first = self.place(start)
        if end <= start:
            return Span(first, first)
        index = max(0, bisect_right(self.starts, end - 1) - 1)
        width = self.widths[index]
        last = self.places[index] + (width or end - self.starts[index])
        return Span(first, last)

    @property
    def whole(self) -> Span:
        """The source span of all the visible text."""
        return self.span(0, len(self.text))


def tail_of(block: Block, start: int) -> Block:
    """The block from an offset of its text on."""
    index = max(0, bisect_right(block.starts, start) - 1)
    return replace(
        block,
        text=block.text[start:],
        starts=[max(0, each - start) for each in block.starts[index:]],
        places=[block.place(start), *block.places[index + 1 :]],
        widths=list(block.widths[index:]),
        links=tuple(_shifted(block.links, start)),
        raised=tuple(_shifted(block.raised, start)),
        masked=tuple(_shifted(block.masked, start)),
    )


def _shifted(stretches: Sequence[Stretch], start: int) -> Iterator[Stretch]:
    for each in stretches:
        if each.end > start:
            yield Stretch(max(0, each.start - start), each.end - start, each.target)


@dataclass(slots=True)
class Page:
    """An article as a row of blocks, in any format."""

    format: Format
    source: str
    blocks: list[Block]
    title: str | None = None
    bibliography: tuple["Recorded", ...] = ()
    extent: Span | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry that the source keeps as data: a YAML reference, a citation field."""

    key: str
    raw: str
    span: Span
    data: str = "{}"


class TextBuilder:
    """Puts a block together from pieces of the source."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.places: list[int] = []
        self.widths: list[int] = []
        self.length = 0

    def add(self, text: str, place: int, width: int = 0) -> None:
        """Text that stands at a place of the source; `width` where it is written otherwise there."""
        if not text:
            return
        self.starts.append(self.length)
        self.places.append(place)
        self.widths.append(width)
        self.parts.append(text)
        self.length += len(text)

    def text(self) -> str:
        """The visible text so far."""
        return "".join(self.parts)

    def is_empty(self) -> bool:
        """Whether nothing visible has come yet."""
        return not any(part.strip() for part in self.parts)


def line_block(source: str, start: int, end: int, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    """A block whose visible text is the source itself."""
    return Block(source[start:end], (0,), (start,), (0,), kind, outer=Span(start, end))


def lines_of(source: str) -> Iterator[tuple[int, int]]:
    """The start and end of each line, without its line break of whatever kind."""
    start = 0
    for line in source.splitlines(keepends=True):
        yield start, start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        start += len(line)
