"""Blocks into entries: each block one entry, or a region cut by its labels."""

import re
from collections.abc import Sequence

from refs.article.block import Block, BlockKind
from refs.article.region import Region, join_blocks
from refs.model.article import ListEntry
from refs.segment.junk import link_out_start
from refs.segment.label import LabelStyle, label_of
from refs.segment.piece import Piece
from refs.segment.split import split_list

# ^ a b c Jump up, or the arrow of a wiki
_BACKLINK = re.compile(
    r"\s*(?:[\^↑↩⤴]\ufe0e?\s*(?:Jump up to:?\s*|Jump up\s*)?(?:(?:[a-z]{1,2}|\d{1,2}\.\d{1,2})\b[\s,]*){0,12})+"
)
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff\x00")
_STRUCTURED = {BlockKind.ITEM, BlockKind.ROW, BlockKind.NOTE}


def clean(text: str) -> str:
    """The text with blanks squeezed and invisible characters dropped."""
    return " ".join(text.translate(_INVISIBLE).split())


def is_structured(block: Block) -> bool:
    """Whether the block is an entry by its markup alone."""
    return block.kind in _STRUCTURED and not block.labelled


def entries_of(blocks: Sequence[Block]) -> list[ListEntry]:
    """The entries that some blocks hold, in order; positions count from 1."""
    filled = [block for block in blocks if block.text.strip() or block.labelled]
    if any(is_structured(block) for block in filled):
        return _from_items([block for block in filled if block.text.strip()])
    return _from_text(filled)


def _from_text(blocks: Sequence[Block]) -> list[ListEntry]:
    region = join_blocks(blocks)
    return [_piece_entry(piece, region) for piece in split_list(region.text) if piece.text]


def _piece_entry(piece: Piece, region: Region) -> ListEntry:
    text = clean(piece.text)
    return ListEntry(
        raw=text,
        span=region.span(piece.start, piece.end),
        position=0,
        number=piece.number,
        text=text,
        links=region.links(piece.start, piece.end),
    )


def _from_items(blocks: Sequence[Block]) -> list[ListEntry]:
    style = _common_style(blocks)
    return [entry for block in blocks if (entry := item_entry(block, style)).raw]


def _common_style(blocks: Sequence[Block]) -> LabelStyle | None:
    """The style of label that nearly all items print at their head."""
    for style in LabelStyle:
        found = [label for block in blocks if (label := label_of(block.text.lstrip(), style))]
        numbers = [number for number, _ in found]
        if len(found) >= max(1, 0.7 * len(blocks)) and numbers == sorted(numbers) and numbers[0] < 100:
            return style
    return None


def item_entry(block: Block, style: LabelStyle | None = None) -> ListEntry:
    """The entry that one block is, its label and back-links left out."""
    text, number = block.text, block.number
    start = len(text) - len(text.lstrip())
    back = _BACKLINK.match(text, start)
    start = back.end() if back else start
    label = label_of(text[start:], style) if style else None
    if label:
        number, start = label[0], start + label[1]
    end = max(start, start + link_out_start(text[start:].rstrip()))
    words = clean(text[start:end])
    return ListEntry(
        raw=words,
        span=block.span(start, end),
        position=0,
        number=number,
        key=block.name,
        text=words,
        links=tuple(
            link.target for link in block.links if link.start >= start and not link.target.startswith("#")
        ),
    )
