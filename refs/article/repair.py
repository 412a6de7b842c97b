"""Repairs: duplicates made one, dead links replaced, retrieval dates set."""

import datetime as dt
import html
import re
from collections.abc import Iterator, Mapping

from refs.article.edit import Edit, real_edits
from refs.article.integrity import judge_integrity
from refs.article.retrieval import with_retrieval
from refs.article.rewrite import marker_edits
from refs.article.section import sections_of
from refs.article.slot import Slot, moved_fragments, slots_of
from refs.model.article import Article, MarkerKind, Span


def merge_duplicates(article: Article) -> tuple[Edit, ...]:
    """The edits that leave one entry of each work and make its markers cite that one."""
    edits = [edit for section in sections_of(article) for edit in _merged(section)]
    return real_edits(article.source, edits)


def _merged(article: Article) -> list[Edit]:
    slots = slots_of(article)
    numbers = [slot.entry.number or slot.entry.position for slot in slots]
    groups = [
        [int(label) for label in group]
        for group in judge_integrity(article).duplicates
        if _are_numbers(group)
    ]
    same = {number: group[0] for group in groups for number in group[1:]}
    if not same or len(set(numbers)) != len(numbers):
        return []
    kept = [number for number in sorted(numbers) if number not in same]
    new = dict(zip(kept, sorted(numbers), strict=False))
    by_number = dict(zip(numbers, slots, strict=True))
    doubles = [(by_number[first], by_number[number]) for number, first in same.items()]
    fragments = moved_fragments(
        article.source, [first for first, _ in doubles], [double for _, double in doubles]
    )
    return [*_markers(article, same, new, fragments), *_slots(slots, same, new)]


def _are_numbers(group: tuple[int | str, ...]) -> bool:
    return all(isinstance(label, int) for label in group)


def _markers(
    article: Article, same: Mapping[int, int], new: Mapping[int, int], fragments: Mapping[str, str]
) -> Iterator[Edit]:
    for marker in article.markers:
        if marker.kind is MarkerKind.AUTHOR_YEAR:
            continue
        kept = tuple(dict.fromkeys(same.get(number, number) for number in marker.numbers))
        numbers = tuple(new.get(number, number) for number in kept)
        if numbers != marker.numbers:
            yield from marker_edits(article, marker, numbers, fragments)


def _slots(slots: tuple[Slot, ...], same: Mapping[int, int], new: Mapping[int, int]) -> Iterator[Edit]:
    for index, slot in enumerate(slots):
        number = slot.entry.number or slot.entry.position
        if number in same:
            yield _gone(slots, index)
        elif slot.label is not None:
            yield Edit(slot.label.start, slot.label.end, str(new[number]))


def _gone(slots: tuple[Slot, ...], index: int) -> Edit:
    if index:
        return Edit(slots[index - 1].outer.end, slots[index].outer.end, "")
    return Edit(slots[0].outer.start, slots[1].outer.start, "")


def replace_links(article: Article, links: Mapping[str, str]) -> tuple[Edit, ...]:
    """The edits that put new addresses for old ones, wherever the article has them, visible or not."""
    edits: list[Edit] = []
    for old, new in links.items():
        for before, after in {(old, new), (html.escape(old), html.escape(new))}:
            pattern = re.compile(re.escape(before) + r"(?![\w/%?=&#~+-]|\.\w)")
            edits += [
                Edit(match.start(), match.end(), after)
                for match in pattern.finditer(article.source)
                if _inside(article, match.start())
            ]
    return real_edits(article.source, set(edits))


def _inside(article: Article, place: int) -> bool:
    extent = article.extent or Span(0, len(article.source))
    return extent.start <= place < extent.end


def set_retrieval(article: Article, days: Mapping[int, dt.date]) -> tuple[Edit, ...]:
    """The edits that set the retrieval date of the entries at some positions, written as it was."""
    edits = []
    for entry in article.entries:
        written = article.source[entry.span.start : entry.span.end]
        changed = with_retrieval(written, days[entry.position]) if entry.position in days else None
        if changed is not None:
            edits.append(Edit(entry.span.start, entry.span.end, changed))
    return real_edits(article.source, edits)
