"""The markers of a page: every form is looked for, evidence decides which are in use."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from refs.article.author_year import author_year_candidates
from refs.article.block import Block, BlockKind
from refs.article.candidate import (
    Candidate,
    bracket_candidates,
    field_candidates,
    footnote_candidates,
    paren_candidates,
    raised_candidates,
    starred_candidates,
)
from refs.article.citekey import citekey_candidates
from refs.article.glued import glued_markers
from refs.article.linked import note_links, targets_of
from refs.article.words import is_comments_heading
from refs.model.article import ListEntry, Marker, MarkerKind

_SILENT = {BlockKind.CODE, BlockKind.FURNITURE}
_CONTEXT = 40
_Finder = Callable[[int, Block], Iterator[Candidate]]


def cited_numbers(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers that brackets and superscripts seem to cite, before any list is known."""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if block.text and block.kind not in _SILENT:
            for finder in (bracket_candidates, raised_candidates, footnote_candidates):
                for candidate in finder(index, block):
                    found.update(candidate.numbers)
    return frozenset(found)


def find_markers(blocks: Sequence[Block], covered: set[int], entries: Sequence[ListEntry]) -> list[Candidate]:
    """The markers outside the lists, in order."""
    end = _end_of_text(blocks, covered)
    indices = [
        index
        for index, block in enumerate(blocks[:end])
        if block.text and index not in covered and block.kind not in _SILENT
    ]
    offered = {entry.number or entry.position for entry in entries}
    linked = _linked(blocks, set(indices), entries)
    notes = _collect(blocks, indices, footnote_candidates)
    brackets = _collect(blocks, indices, bracket_candidates)
    raised = _collect(blocks, indices, raised_candidates)
    keys = _by_key(blocks, indices, entries)
    chosen = [*linked, *notes, *keys, *_collect(blocks, indices, field_candidates)]
    chosen += [each for each in brackets if _fits(each, offered)] if is_plausible(brackets, offered) else []
    chosen += [each for each in raised if _fits(each, offered)] if is_plausible(raised, offered) else []
    if offered and len(chosen) < 2 and not any(entry.key for entry in entries):
        found = [*_collect(blocks, indices, paren_candidates), *_collect(blocks, indices, starred_candidates)]
        parens = [each for each in sorted(found, key=_place) if set(each.numbers) <= offered]
        glued = glued_markers(blocks, indices, max(offered))
        from_one = (
            is_plausible(parens, offered) and min(number for each in parens for number in each.numbers) == 1
        )
        chosen += parens if from_one and len(parens) >= len(glued) else glued
    if entries and len(chosen) < 2:
        chosen += author_year_candidates(blocks, indices, entries)
    return _apart(chosen)


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.block, candidate.start


def _by_key(blocks: Sequence[Block], indices: Sequence[int], entries: Sequence[ListEntry]) -> list[Candidate]:
    known = frozenset(entry.key for entry in entries if entry.key)
    grouped = [each for index in indices for each in citekey_candidates(index, blocks[index], known)]
    cited = frozenset(key for each in grouped for key in each.keys)
    return [each for index in indices for each in citekey_candidates(index, blocks[index], known | cited)]


def _end_of_text(blocks: Sequence[Block], covered: set[int]) -> int:
    """Where the comments of readers begin, after the last list."""
    last = max(covered, default=len(blocks))
    comments = (
        index for index in range(last, len(blocks)) if is_comments_heading(blocks[index].text.strip())
    )
    return next(comments, len(blocks))


def _collect(blocks: Sequence[Block], indices: Sequence[int], finder: _Finder) -> list[Candidate]:
    return [candidate for index in indices for candidate in finder(index, blocks[index])]


def _linked(blocks: Sequence[Block], indices: set[int], entries: Sequence[ListEntry]) -> list[Candidate]:
    """The short links that lead to an entry, numbered as the entry is."""
    found, known = [], _EntryIndex(entries)
    for index, link, target in note_links(blocks, targets_of(blocks)):
        entry = known.within(blocks[target])
        if entry is not None and index in indices:
            number = entry.number or entry.position
            found.append(Candidate(index, link.start, link.end, MarkerKind.BRACKET, (number,), linked=True))
    return found


class _EntryIndex:
    """Finds the entry at a place of the source."""

    def __init__(self, entries: Sequence[ListEntry]) -> None:
        self.entries = sorted(entries, key=lambda entry: entry.span.start)
        self.starts = [entry.span.start for entry in self.entries]

    def within(self, block: Block) -> ListEntry | None:
        """The first entry that a block has a part of."""
        span = block.whole
        at = max(0, bisect_right(self.starts, span.start) - 1)
        near = self.entries[at : at + 2]
        return next(
            (each for each in near if each.span.start < span.end and span.start < each.span.end), None
        )


def is_plausible(candidates: Sequence[Candidate], offered: set[int]) -> bool:
    """Whether these numbers cite this list, or, where there is none, count up from 1 as citations do."""
    numbers = [number for candidate in candidates for number in candidate.numbers]
    if not numbers:
        return False
    if offered:
        fitting = [number for number in numbers if number in offered]
        return len(fitting) >= 0.5 * len(numbers) and min(fitting) <= 3
    firsts = list(dict.fromkeys(numbers))
    rising = sum(later > earlier for earlier, later in pairwise(firsts))
    counts = min(firsts) == 1 and max(firsts) <= 2 * len(firsts) and rising >= 0.7 * (len(firsts) - 1)
    if all(candidate.outward for candidate in candidates):
        return counts
    if len({candidate.numbers[0] for candidate in candidates}) < 2:
        return False  # [1, 2, 3] alone is a row of numbers
    return counts and (
        len(firsts) >= 3 or (len(firsts) == 2 and all(each.closes or each.outward for each in candidates))
    )


def _fits(candidate: Candidate, offered: set[int]) -> bool:
    """Whether the numbers are in the list, or so little above it that an entry may be missing."""
    return not offered or max(candidate.numbers) <= max(offered) * 1.5 + 5


def _apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in order; of those that overlap the widest, links before guesses of the same width."""
    kept: list[Candidate] = []
    taken: dict[int, list[tuple[int, int]]] = {}
    order = sorted(candidates, key=lambda each: (each.block, each.start - each.end, not each.linked))
    for candidate in order:
        stretches = taken.setdefault(candidate.block, [])
        at = bisect_right(stretches, (candidate.start, candidate.end))
        before, after = stretches[at - 1 : at] if at else [], stretches[at : at + 1]
        if not any(start < candidate.end and candidate.start < end for start, end in (*before, *after)):
            stretches.insert(at, (candidate.start, candidate.end))
            kept.append(candidate)
    return sorted(kept, key=_place)


def as_marker(candidate: Candidate, blocks: Sequence[Block]) -> Marker:
    """The marker with its place in the source and the words before it."""
    block = blocks[candidate.block]
    return Marker(
        raw=block.text[candidate.start : candidate.end],
        span=block.span(candidate.start, candidate.end),
        kind=candidate.kind,
        numbers=candidate.numbers,
        keys=candidate.keys,
        context=block.text[max(0, candidate.start - _CONTEXT) : candidate.start],
    )


def without_second_copy(candidates: Sequence[Candidate], blocks: Sequence[Block]) -> list[Candidate]:
    """The markers of the first copy, when the text was captured twice."""
    seen: set[str] = set()
    repeated: set[int] = set()
    long = [index for index, block in enumerate(blocks) if len(block.text) >= 60]
    for index in long:
        words = blocks[index].text.strip()
        if words in seen:
            repeated.add(index)
        seen.add(words)
    if len(repeated) < max(3, 0.4 * len(long)):
        return list(candidates)
    return [candidate for candidate in candidates if candidate.block not in repeated]
