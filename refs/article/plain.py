"""Plain text: every line is a block."""

import re
from collections import Counter

from refs.article.block import Block, BlockKind, Page, line_block, lines_of
from refs.model.article import Format
from refs.segment.junk import is_junk
from refs.segment.likeness import is_likely

_RUNNING = re.compile(r"\d+")


def read_plain(source: str) -> Page:
    """The lines of a text, running heads and margin letters set apart."""
    blocks = [_line(source, start, end) for start, end in lines_of(source)]
    mark_running_heads(blocks)
    return Page(Format.TEXT, source, blocks, _title(blocks))


def _line(source: str, start: int, end: int) -> Block:
    block = line_block(source, start, end)
    if is_junk(block.text.strip()):
        block.kind = BlockKind.FURNITURE
    return block


def mark_running_heads(blocks: list[Block]) -> None:
    """Short lines that come back on every page become furniture."""
    seen = Counter(_RUNNING.sub("#", block.text.strip()) for block in blocks if 0 < len(block.text) < 90)
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        words = block.text.strip()
        if (
            0 < len(words) < 90
            and seen[_RUNNING.sub("#", words)] > 3
            and not _is_label(words)
            and not is_likely(words)
        ):
            block.kind = BlockKind.FURNITURE


def _is_label(words: str) -> bool:
    """Whether the line is a label or marker on its own, or an address."""
    return bool(re.match(r"[\[(]?\d{1,3}[\])]?\.?$|https?://", words))


def _title(blocks: list[Block]) -> str | None:
    return next((block.text.strip() for block in blocks if block.text.strip()), None)
