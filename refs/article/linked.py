"""Lists known by their links: a marker that leads to an entry, an entry that leads back."""

import re
from collections.abc import Iterator, Sequence

from refs.article.block import Block, BlockKind, Stretch
from refs.article.entry import entries_of
from refs.article.listing import Listing, covered_blocks
from refs.segment.label import LabelStyle, label_of

# 1  [1]  (1)  *  †  a  1)  note 1
_SHORT = re.compile(
    r"\s*[\[(]?\s*(?:[*※＊注]?\s?\d{1,4}|[*†‡§¶#]{1,3}|[a-z]|[ivxlc]{1,6}|(?:note|ref\.?|fn\.?) ?\d{1,3})\s*[\])]?[.,;:]?\s*$",
    re.IGNORECASE,
)
_TARGETS = {BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.NOTE}


def targets_of(blocks: Sequence[Block]) -> dict[str, int]:
    """The index of the block for each anchor."""
    found: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.FURNITURE:
            for anchor in block.anchors:
                found.setdefault(anchor, index)
    return found


def note_links(blocks: Sequence[Block], targets: dict[str, int]) -> Iterator[tuple[int, Stretch, int]]:
    """Block, link and target for each short link that leads forward to a block of text."""
    for index, block in enumerate(blocks):
        for link in block.links:
            if not link.target.startswith("#") or not _SHORT.match(block.text[link.start : link.end]):
                continue
            target = targets.get(link.target[1:])
            if target is not None and target > index and blocks[target].kind in _TARGETS:
                yield index, link, target


def linked_listings(blocks: Sequence[Block]) -> list[Listing]:
    """The lists whose entries are the targets of markers, with the entries beside them that nothing cites."""
    targets = {target for _, _, target in note_links(blocks, targets_of(blocks))}
    if not targets:
        return []
    listings = []
    for group in _groups(blocks, sorted(targets)):
        entries = entries_of([blocks[index] for index in group])
        listings.append(Listing(entries, covered_blocks(blocks, group, entries), linked=True))
    return [listing for listing in listings if listing.entries]


def _groups(blocks: Sequence[Block], targets: Sequence[int]) -> Iterator[list[int]]:
    """The targets with their neighbours: the other items of the same list, or the paragraphs between."""
    lists = {blocks[index].list_id for index in targets if blocks[index].list_id}
    for list_id in sorted(lists):
        yield [index for index, block in enumerate(blocks) if block.list_id == list_id and block.text.strip()]
    loose = [index for index in targets if not blocks[index].list_id]
    if loose:
        yield [
            index
            for index in range(*_with_labelled(blocks, loose[0], loose[-1] + 1))
            if blocks[index].kind in _TARGETS and not blocks[index].list_id and blocks[index].text.strip()
        ]


def _with_labelled(blocks: Sequence[Block], first: int, end: int) -> tuple[int, int]:
    """The range with the labelled blocks right before and after it."""
    while first and _is_labelled(blocks[first - 1]):
        first -= 1
    while end < len(blocks) and _is_labelled(blocks[end]):
        end += 1
    return first, end


def _is_labelled(block: Block) -> bool:
    styles = (LabelStyle.BRACKET, LabelStyle.DOT, LabelStyle.STAR)
    labelled = any(label_of(block.text.lstrip(), style) for style in styles)
    return block.kind is BlockKind.PARAGRAPH and labelled
