"""Lists without a heading: known by their numbers, by what they look like, and by being cited."""

import re
from collections.abc import Iterator, Sequence

from refs.article.block import Block, BlockKind
from refs.article.entry import entries_of, is_structured
from refs.article.glued import highest_glued
from refs.article.headed import trim
from refs.article.listing import Listing, covered_blocks
from refs.segment.label import Label, LabelStyle, label_of
from refs.segment.likeness import LIKELY, likeness

_ADDRESS = re.compile(r"<?https?://\S+>?")
_TEXT = {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW}
_APART = 14
_LONG = 700
_STRONG, _MISSED = 1.9, 3


def bare_listings(blocks: Sequence[Block], cited: frozenset[int]) -> list[Listing]:
    """The lists that no heading announces, best first."""
    found = [*_item_lists(blocks), *_numbered_lists(blocks)]
    accepted = [listing for listing in found if is_credible(listing, cited)]
    if not accepted:
        accepted = [run for run in _runs(blocks) if run.entries]
    return sorted(accepted, key=lambda listing: -_worth(listing, cited))


def is_credible(listing: Listing, cited: frozenset[int]) -> bool:
    """Whether a numbered or marked-up list is a reference list: by its looks, or because its numbers are cited."""
    if len(listing.entries) < 2 and listing.mean < _STRONG:
        return False
    if not listing.is_numbered and all(_ADDRESS.fullmatch(entry.text) for entry in listing.entries):
        return False  # a list of links
    if listing.fraction >= 0.6 and listing.mean >= LIKELY + (0 if listing.is_numbered else 0.4):
        return True
    return (
        listing.is_numbered
        and _coverage(listing, cited) >= 0.7
        and max(cited, default=0) <= max(listing.numbers) + 1
    )


def _coverage(listing: Listing, cited: frozenset[int]) -> float:
    return len(listing.numbers & cited) / len(listing.numbers) if listing.entries else 0.0


def _worth(listing: Listing, cited: frozenset[int]) -> float:
    return listing.mean + 3 * _coverage(listing, cited) * listing.is_numbered + 0.01 * len(listing.entries)


def _item_lists(blocks: Sequence[Block]) -> Iterator[Listing]:
    """One listing for each list of the markup."""
    by_list: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if is_structured(block) and block.text.strip():
            by_list.setdefault(block.list_id, []).append(index)
    for indices in by_list.values():
        entries = entries_of([blocks[index] for index in indices])
        yield Listing(entries, covered_blocks(blocks, indices, entries))


def _numbered_lists(blocks: Sequence[Block]) -> Iterator[Listing]:
    """One listing for each run of lines that count from 1 on."""
    eligible = [
        index
        for index, block in enumerate(blocks)
        if (block.kind in _TEXT and block.labelled) or not block.text.strip()
    ]
    for style in LabelStyle:
        last = -1
        for first, end in _chains(blocks, eligible, style):
            if first < last:
                continue
            indices = [index for index in eligible if first <= index < end]
            entries = trim(entries_of([blocks[index] for index in indices]))
            if entries and entries[0].number is not None:
                last = end
                yield Listing(entries, covered_blocks(blocks, indices, entries))


def _chains(blocks: Sequence[Block], eligible: Sequence[int], style: LabelStyle) -> Iterator[tuple[int, int]]:
    """The first block and the end of each run that counts 1, 2, 3 … with few lines between."""
    labels = [
        Label(index, *label) for index in eligible if (label := label_of(blocks[index].text.lstrip(), style))
    ]
    at = 0
    while at < len(labels):
        if labels[at].number != 1:
            at += 1
            continue
        last = at
        while last + 1 < len(labels) and _follows(blocks, labels[last], labels[last + 1]):
            last += 1
        if last > at:
            yield labels[at].line, _after(blocks, labels[last].line)
        at = last + 1


def _follows(blocks: Sequence[Block], before: Label, label: Label) -> bool:
    between = blocks[before.line + 1 : label.line]
    near = sum(bool(block.text.strip()) for block in between) <= _APART
    counts = before.number < label.number <= before.number + 2 or before.number == label.number == 1
    return near and counts and not any(block.kind is BlockKind.HEADING for block in between)


def _after(blocks: Sequence[Block], last: int) -> int:
    """The end of the last entry's text: some lines on, but not past a heading or a list of the markup."""
    for index in range(last + 1, min(len(blocks), last + _APART)):
        if blocks[index].kind is BlockKind.HEADING or is_structured(blocks[index]):
            return index
    return min(len(blocks), last + _APART)


def _runs(blocks: Sequence[Block]) -> Iterator[Listing]:
    """The stretch of lines or bullets that looks most like references, if it does so strongly."""
    kinds = {*_TEXT, BlockKind.HEADING}
    indices = [index for index, block in enumerate(blocks) if block.kind in kinds and block.text.strip()]
    best = _best_stretch([_value(blocks[index]) for index in indices])
    if best is None:
        return
    chosen = indices[_earlier(blocks, indices, *best) : best[1]]
    entries = entries_of(
        [blocks[index] for index in range(chosen[0], chosen[-1] + 1) if blocks[index].kind in _TEXT]
    )
    listing = Listing(entries, covered_blocks(blocks, chosen, entries))
    if len(entries) >= 2 and listing.fraction >= 0.75 and listing.mean >= _STRONG:
        yield listing


def _earlier(blocks: Sequence[Block], indices: Sequence[int], start: int, end: int) -> int:
    """The start, moved up over bullets that may be entries when glued markers cite more than there are."""
    outside = [index for index in indices if not indices[start] <= index <= indices[end - 1]]
    cited = highest_glued(blocks, outside, end - start + _MISSED)
    while (
        start
        and end - start < cited
        and blocks[indices[start - 1]].kind is blocks[indices[start]].kind is BlockKind.ITEM
    ):
        if likeness(blocks[indices[start - 1]].text) <= 0:
            break
        start -= 1
    return start


def _value(block: Block) -> float:
    """What a block adds to a run: its likeness above the threshold; long prose and headings take away."""
    if block.kind is BlockKind.HEADING or len(block.text) > _LONG:
        return -2.5
    return max(-2.0, min(3.0, likeness(block.text)) - LIKELY)


def _best_stretch(values: Sequence[float]) -> tuple[int, int] | None:
    """The start and end of the stretch with the greatest sum, when that is great enough."""
    best, bounds, total, start = 2.4, None, 0.0, 0
    for index, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, index
        total += value
        if total > best:
            best, bounds = total, (start, index + 1)
    return bounds
