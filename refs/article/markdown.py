"""Markdown: CommonMark blocks with footnotes and front matter; what a web capture leaves of it is read as well."""

import re
from dataclasses import dataclass, field

from refs.article.block import Block, BlockKind, Page, line_block, lines_of
from refs.article.frontmatter import read_references
from refs.article.inline import inline_block
from refs.article.plain import mark_running_heads
from refs.article.words import is_list_heading
from refs.model.article import Format
from refs.segment.junk import is_junk

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# {% highlight r %}  {{< highlight r >}}
_SHORTCODE = re.compile(r" {0,3}(\{[%{]<?)\s*highlight\b")
# #> [1] 4.2   ## [1] "a"   [1] 0.5
_CONSOLE = re.compile(r"\s*(?:#+>?\s*\[\d+\](?=\s)|\[\d+\]\s+(?:[-\d.\"]|TRUE|FALSE|NA)[\d.eE\s+\"-]*$)")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,4}[.)])\s+\S")
_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]{1,80})\]:\s*")
_LINK_DEFINITION = re.compile(r" {0,3}\[(?!\^|\d{1,3}\])[^\]]{1,300}\]:\s*\S+")
_BRACKETED = re.compile(r"\s{0,3}(?:\\?\[\d{1,4}\\?\]|\d{1,3}[.)] )")
_RULE = re.compile(r" {0,3}(?:[-*_=] *){3,}$| {0,3}:{3,}.*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*$")
_OPENER = re.compile(r"\s*(?:\||>|<(?:li|p|tr|h[1-6])\b)", re.IGNORECASE)
_HTML_LIST = re.compile(
    r"\s*</?(?:ol|ul|table|tbody|section|details|div|blockquote|center|hr)\b[^>]*>\s*$", re.IGNORECASE
)

_HEADING_LENGTH = 80


def read_markdown(source: str) -> Page:
    """The blocks of a Markdown text."""
    reader = _Reader(source)
    reader.run()
    mark_running_heads(reader.blocks)
    recorded = read_references(source, reader.front[1])
    return Page(Format.MARKDOWN, source, reader.blocks, reader.title(), bibliography=recorded)


@dataclass(slots=True)
class _Reader:
    """Goes over the lines once."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    front: tuple[int, int] = (0, 0)
    _pending: tuple[int, int] | None = None
    _kind: BlockKind = BlockKind.PARAGRAPH
    _name: str | None = None

    def run(self) -> None:
        start = front_matter_end(self.source)
        if start:
            self.front = (0, start)
            self.blocks.append(line_block(self.source, 0, start, BlockKind.FURNITURE))
        fence, comment, blank = "", False, True
        for begin, end in lines_of(self.source):
            if begin < start:
                continue
            line = self.source[begin:end]
            if fence or comment:
                self._code(begin, end, comment=comment)
                if fence and _closes(line, fence):
                    fence = ""
                comment = comment and "-->" not in line
                continue
            opening = _FENCE.match(line) or _SHORTCODE.match(line)
            if opening:
                self._flush()
                fence = opening[1]
                self._code(begin, end, comment=False)
            elif _CONSOLE.match(line):
                self._flush()
                self._code(begin, end, comment=False)
            elif line.lstrip().startswith("<!--") and "-->" not in line:
                self._flush()
                comment = True
            else:
                self._line(begin, end, line, blank)
            blank = not line.strip()
        self._flush()

    def _code(self, begin: int, end: int, *, comment: bool) -> None:
        kind = BlockKind.FURNITURE if comment else BlockKind.CODE
        self.blocks.append(line_block(self.source, begin, end, kind))

    def _line(self, begin: int, end: int, line: str, blank: bool) -> None:
        if not line.strip():
            self._flush()
            self.blocks.append(line_block(self.source, begin, begin))
            return
        heading = _HEADING.match(line)
        if heading:
            self._flush()
            self._heading(begin + heading.start(2), begin + heading.end(2), len(heading[1]))
        elif (
            self._pending
            and self._kind is BlockKind.PARAGRAPH
            and _UNDERLINE.match(line)
            and self._is_one_line()
        ):
            start, stop = self._pending
            self._pending = None
            self._heading(start, stop, 1 if "=" in line else 2)
        elif _RULE.match(line) or _HTML_LIST.match(line):
            self._flush()
            self.blocks.append(line_block(self.source, begin, begin))
        elif blank and line.startswith(("    ", "\t")) and not self._goes_on():
            self._code(begin, end, comment=False)
        elif self._begins(line) or self._is_after_heading():
            self._start(begin, end, line)
        else:
            start = self._pending[0] if self._pending else begin
            self._pending = (start, end)

    def _is_after_heading(self) -> bool:
        """Whether the line before is the heading of a list, without a blank line after it."""
        if self._pending is None or self._kind is not BlockKind.PARAGRAPH:
            return False
        start, end = self._pending
        return end - start < _HEADING_LENGTH and is_list_heading(self.source[start:end].strip(" *_#\r\n"))

    def _is_one_line(self) -> bool:
        return self._pending is not None and "\n" not in self.source[slice(*self._pending)]

    def _goes_on(self) -> bool:
        """Whether indented text belongs to an item or a note above."""
        for block in reversed(self.blocks):
            if block.text.strip():
                return (
                    block.kind in {BlockKind.ITEM, BlockKind.NOTE}
                    or self.source[block.whole.start - 1 : block.whole.start] == " "
                )
        return False

    def _begins(self, line: str) -> bool:
        """Whether a line begins a block although no blank line stands before it."""
        return bool(
            _ITEM.match(line)
            or _DEFINITION.match(line)
            or _BRACKETED.match(line)
            or _LINK_DEFINITION.match(line)
            or _OPENER.match(line)
            or is_junk(line.strip())
            or self._kind is BlockKind.FURNITURE
        )

    def _start(self, begin: int, end: int, line: str) -> None:
        self._flush()
        note = _DEFINITION.match(line)
        if note:
            self._kind, self._name = BlockKind.NOTE, note[1]
            begin += note.end()
        elif _LINK_DEFINITION.match(line) or is_junk(line.strip()) or self._is_address_book(line):
            self._kind = BlockKind.FURNITURE
        elif _ITEM.match(line):
            self._kind = BlockKind.ITEM
        elif line.lstrip().startswith("|"):
            self._kind = BlockKind.ROW
        self._pending = (begin, end)

    def _is_address_book(self, line: str) -> bool:
        """Whether a line only gives the address of ``[words][1]``."""
        number = re.match(r" {0,3}\[(\d{1,3})\]:\s*\S+", line)
        return number is not None and bool(re.search(rf"[^\d\]]\]\[{number[1]}\]", self.source))

    def _heading(self, start: int, end: int, level: int) -> None:
        block = inline_block(self.source, max(0, start), max(0, end), BlockKind.HEADING)
        block.level = level
        self.blocks.append(block)

    def _flush(self) -> None:
        if self._pending:
            block = inline_block(self.source, *self._pending, self._kind)
            block.name = self._name
            if self._name is not None:
                block.labelled = False
                block.number = int(self._name) if self._name.isdecimal() and len(self._name) < 6 else None
            self.blocks.append(block)
        self._pending, self._kind, self._name = None, BlockKind.PARAGRAPH, None

    def title(self) -> str | None:
        """The title of the front matter, or the first heading."""
        named = re.search(
            r"^[\"']?title[\"']?\s*[:=]\s*[\"']?(.{1,300}?)[\"']?,?\s*$",
            self.source[: self.front[1]],
            re.MULTILINE,
        )
        if named:
            return named[1]
        return next((block.text.strip() for block in self.blocks if block.kind is BlockKind.HEADING), None)


def _closes(line: str, fence: str) -> bool:
    """Whether a line is a closing fence: the same character, at least as long, nothing else."""
    words = line.strip()
    if fence.startswith("{"):
        return bool(re.match(r"\{[%{]<?\s*(?:/\s*highlight|endhighlight)", words))
    return words.startswith(fence) and not words.strip(fence[0])


def front_matter_end(source: str) -> int:
    """Where the front matter ends: YAML between lines of dashes, TOML between plus signs, or a JSON object."""
    start = len(source) - len(source.lstrip("\ufeff"))
    for fence, closing in (("---", r"^(?:---|\.\.\.)[ \t]*$"), ("+++", r"^\+\+\+[ \t]*$")):
        if re.match(re.escape(fence) + r"[ \t]*\r?\n", source[start:]):
            end = re.compile(closing, re.MULTILINE).search(source, start + 4)
            return end.end() if end else 0
    if source.startswith(("{\n", "{\r\n"), start):
        end = re.compile(r"^\}[ \t]*\r?$", re.MULTILINE).search(source, start)
        return end.end() if end else 0
    return 0
