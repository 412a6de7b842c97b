"""Numbers in the order of first citation, in the text and in the list."""

from collections.abc import Iterator, Sequence

from refs.article.edit import Edit, real_edits
from refs.article.rewrite import renumbered_markers
from refs.article.section import sections_of
from refs.article.slot import Slot, moved_fragments, slots_of
from refs.model.article import Article, MarkerKind


def renumber(article: Article) -> tuple[Edit, ...]:
    """The edits that bring list and markers into the order of first citation; what is cited nowhere comes last."""
    edits = [edit for section in sections_of(article) for edit in _section_edits(section)]
    return real_edits(article.source, edits)


def _section_edits(article: Article) -> list[Edit]:
    slots = slots_of(article)
    numbers = [slot.entry.number or slot.entry.position for slot in slots]
    if not slots or len(set(numbers)) != len(numbers):
        return []
    order = citation_order(article, numbers)
    new = dict(zip(order, sorted(numbers), strict=True))
    moved = dict(zip(numbers, slots, strict=True))
    whole = moves_whole(article, slots)
    places, bodies = sorted(slots, key=lambda each: each.body.start), [moved[number] for number in order]
    fragments = {} if whole else moved_fragments(article.source, places, bodies)
    return [*reordered(article, places, bodies, whole=whole), *renumbered_markers(article, new, fragments)]


def citation_order(article: Article, numbers: Sequence[int]) -> list[int]:
    """The numbers of the list by first citation, then those that are cited nowhere."""
    known = set(numbers)
    cited = (
        number
        for marker in article.markers
        if marker.kind is not MarkerKind.AUTHOR_YEAR
        for number in _in_order(marker.numbers, known)
    )
    first = dict.fromkeys(cited)
    return [*first, *(number for number in sorted(numbers) if number not in first)]


def _in_order(numbers: Sequence[int], known: set[int]) -> list[int]:
    return [number for number in sorted(numbers) if number in known]


def reordered(
    article: Article, slots: Sequence[Slot], bodies: Sequence[Slot], *, whole: bool
) -> Iterator[Edit]:
    """Edits that put bodies into slots: whole elements, or the words after the labels."""
    for slot, body in zip(slots, bodies, strict=True):
        place, content = (slot.outer, body.outer) if whole else (slot.body, body.body)
        yield Edit(place.start, place.end, article.source[content.start : content.end])


def moves_whole(article: Article, slots: Sequence[Slot]) -> bool:
    """Whether the elements carry names of their own, and no printed number."""
    heads = [article.source[slot.outer.start : slot.body.start] for slot in slots]
    return all(slot.label is None for slot in slots) and any(
        " id=" in head or "name=" in head for head in heads
    )
