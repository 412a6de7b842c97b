"""Region: some blocks as one text, to be cut into entries, with the way back to the source."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from refs.article.block import Block, Stretch
from refs.model.article import Span


@dataclass(slots=True)
class Region:
    """The text of some blocks, a blank line between paragraphs; `heads` are the offsets where the blocks begin."""

    blocks: Sequence[Block]
    text: str
    heads: Sequence[int]

    def block_at(self, offset: int) -> tuple[Block, int]:
        """The block at an offset of the text, and the offset within it."""
        index = max(0, bisect_right(self.heads, offset) - 1)
        return self.blocks[index], offset - self.heads[index]

    def span(self, start: int, end: int) -> Span:
        """The source span of a stretch of the text."""
        first, at = self.block_at(start)
        last, to = self.block_at(max(start, end - 1))
        return Span(first.span(at, at + 1).start, last.span(to, to + 1).end)

    def links(self, start: int, end: int) -> tuple[str, ...]:
        """The addresses that a stretch of the text links to."""
        return tuple(link.target for head, link in self._links() if start <= head + link.start < end)

    def _links(self) -> list[tuple[int, Stretch]]:
        return [
            (head, link) for head, block in zip(self.heads, self.blocks, strict=True) for link in block.links
        ]


def join_blocks(blocks: Sequence[Block]) -> Region:
    """The region that some blocks make."""
    parts, heads, length = [], [], 0
    for block in blocks:
        heads.append(length)
        parts.append(block.text + block.gap)
        length += len(block.text) + len(block.gap)
    return Region(blocks, "".join(parts), heads)
