"""Lists that stand under a heading."""

from collections.abc import Iterator, Sequence

from refs.article.block import Block, BlockKind, tail_of
from refs.article.entry import clean, entries_of, is_structured
from refs.article.listing import Listing, covered_blocks
from refs.article.words import heading_before, is_after_heading, is_further_heading, is_list_heading
from refs.model.article import ListEntry
from refs.segment.label import BULLET, LabelStyle, label_of
from refs.segment.likeness import LIKELY, likeness

_HEADS = {BlockKind.HEADING, BlockKind.PARAGRAPH}
_MODEST = 0.8
_LEVEL_OF_WORDS = 7
_HEADING_LENGTH = 120


def headed_listings(blocks: Sequence[Block]) -> Iterator[Listing]:
    """A listing for each heading of a reference list that has one below it."""
    for index, block in enumerate(blocks):
        if (block.kind in _HEADS or "button" in block.roles) and is_list_heading(clean(block.text)):
            listing = _below(blocks, index)
            if listing.entries:
                yield listing
        elif block.kind is BlockKind.PARAGRAPH and (start := heading_before(block.text)):
            entries = _on_one_line(tail_of(block, start))
            if entries:
                yield Listing(entries, {index}, headed=True)


def _below(blocks: Sequence[Block], heading: int) -> Listing:
    indices = _region(blocks, heading)
    chosen = _structured(blocks, indices) or _lines(blocks, indices)
    entries = trim(entries_of([blocks[index] for index in chosen]))
    return Listing(entries, covered_blocks(blocks, chosen, entries), headed=True, heading=heading)


def _on_one_line(block: Block) -> list[ListEntry]:
    """The entries that follow a heading in its own paragraph, when they are clearly some."""
    entries = entries_of([block])
    if len(entries) == 1 and len(block.text) > _HEADING_LENGTH * 4:
        return []
    return entries if all(likeness(entry.text) >= LIKELY for entry in entries) else []


def _region(blocks: Sequence[Block], heading: int) -> list[int]:
    """The blocks below a heading, up to what cannot belong to the list."""
    level = blocks[heading].level or _LEVEL_OF_WORDS
    indices = []
    for index in range(heading + 1, len(blocks)):
        block = blocks[index]
        if block.kind in {BlockKind.FURNITURE, BlockKind.CODE}:
            continue
        if _ends(block, level):
            break
        if block.kind is not BlockKind.HEADING:
            indices.append(index)
    return indices


def _ends(block: Block, level: int) -> bool:
    words = clean(block.text) if len(block.text) < _HEADING_LENGTH else ""
    if block.kind is BlockKind.HEADING and (level == _LEVEL_OF_WORDS or block.level <= level):
        return True
    return block.kind is not BlockKind.ITEM and (
        is_list_heading(words) or is_after_heading(words) or is_further_heading(words)
    )


def _structured(blocks: Sequence[Block], indices: Sequence[int]) -> list[int]:
    """The items of the first list below the heading, with the lists that follow on it."""
    chosen: list[int] = []
    for index in indices:
        block = blocks[index]
        if not block.text.strip():
            continue
        if is_structured(block):
            if not chosen or block.level <= blocks[chosen[0]].level:
                chosen.append(index)
        elif chosen and likeness(block.text) < LIKELY:
            break
        elif not chosen and (likeness(block.text) >= LIKELY or _is_labelled(block)):
            return []
        elif chosen:
            chosen.append(index)
    return chosen


def _lines(blocks: Sequence[Block], indices: Sequence[int]) -> list[int]:
    """The blocks from the first that looks like an entry on."""
    for at, index in enumerate(indices):
        block = blocks[index]
        if block.text.strip() and (_is_labelled(block) or likeness(block.text) >= _MODEST):
            return list(indices[at:])
    return []


def _is_labelled(block: Block) -> bool:
    words = block.text.strip()
    return bool(BULLET.match(words)) or any(
        (label := label_of(words, style)) and label[0] == 1 for style in LabelStyle
    )


def trim(entries: Sequence[ListEntry]) -> list[ListEntry]:
    """The entries up to where the list turns into something else."""
    kept = _first_numbering(entries)
    if kept and kept[0].number is not None and all(entry.number is not None for entry in kept):
        return kept
    return kept[: _best_end(kept)]


def _first_numbering(entries: Sequence[ListEntry]) -> list[ListEntry]:
    """The entries without a second numbering that does not look like references."""
    for index in range(1, len(entries)):
        if entries[index].number == 1 and (entries[index - 1].number or 0) > 1:
            rest = entries[index:]
            if sum(likeness(entry.text) for entry in rest) < LIKELY * len(rest):
                return list(entries[:index])
    return list(entries)


def _best_end(entries: Sequence[ListEntry]) -> int:
    best, best_end, total = 0.0, 0, 0.0
    for index, entry in enumerate(entries, 1):
        total += max(-1.5, min(3.0, likeness(entry.text)) - _MODEST)
        if total >= best:
            best, best_end = total, index
    return best_end
