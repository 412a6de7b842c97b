"""A citation put into an article, and taken out again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refs.article.edit import Edit, real_edits
from refs.article.integrity import judge_integrity
from refs.article.manner import Manner, manner_of
from refs.article.rewrite import marker_edits
from refs.article.section import section_at
from refs.article.slot import Slot, slots_of
from refs.model.article import Article, Format, Marker


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited: an entry of the list by its number, or a new entry's text in the article's format."""

    number: int | None = None
    text: str = ""


def find_place(article: Article, words: str) -> int | None:
    """The offset after some words of the text, beyond or before the punctuation as the article has it."""
    for match in re.finditer(r"\s+".join(map(re.escape, words.split())), article.source):
        if words.strip() and not any(span.start <= match.start() < span.end for span in article.lists):
            return manner_of(article).place_after(article.source, match.end())
    return None


def insert_citation(article: Article, place: int, work: Work) -> tuple[Edit, ...]:
    """The edits that cite a work at a place; a new work gets the number that its place gives it."""
    manner = manner_of(article)
    article = section_at(article, place)
    numbers = [entry.number or entry.position for entry in article.entries]
    if work.number is not None:
        return real_edits(article.source, _marked(article, place, work.number, {}, manner))
    number = _number_at(article, place, numbers)
    shifted = {each: each + 1 for each in numbers if each >= number}
    edits = [
        *_marked(article, place, number, shifted, manner),
        *_opened(article, slots_of(article), number, work.text, manner),
    ]
    return real_edits(article.source, edits)


def _marked(article: Article, place: int, number: int, new: dict[int, int], manner: Manner) -> Iterator[Edit]:
    """The new marker, or a marker that stands right there with the number added; the others renumbered."""
    beside = next(
        (each for each in article.markers if place in {each.span.start, each.span.end} and each.numbers), None
    )
    joined = beside is not None and manner.joins
    if not joined:
        yield Edit(place, place, manner.marker(number))
    for marker in article.markers:
        added = (number,) if joined and marker is beside else ()
        if added or any(each in new for each in marker.numbers):
            numbers = (*(new.get(each, each) for each in marker.numbers), *added)
            yield from marker_edits(article, marker, numbers)


def remove_citation(article: Article, marker: Marker, number: int) -> tuple[Edit, ...]:
    """The edits that take a number out of a marker, and its entry out of the list when nothing else cites it."""
    manner = manner_of(article)
    article = section_at(article, marker.span.start)
    others = [each for each in article.markers if each is not marker and number in each.numbers]
    numbers = [entry.number or entry.position for entry in article.entries]
    named = any(entry.key for entry in article.entries)
    shifted = {} if others or named else {each: each - 1 for each in numbers if each > number}
    left = tuple(shifted.get(each, each) for each in marker.numbers if each != number)
    edits = [*marker_edits(article, marker, left)] if left else [_without(article, marker, manner)]
    if not others:
        remaining = [each for each in article.markers if each is not marker]
        edits += [edit for each in remaining for edit in _shifted(article, each, shifted)]
        edits += _closed(slots_of(article), number)
    return real_edits(article.source, edits)


def _shifted(article: Article, marker: Marker, new: dict[int, int]) -> Iterator[Edit]:
    if any(number in new for number in marker.numbers):
        yield from marker_edits(article, marker, tuple(new.get(n, n) for n in marker.numbers))


def _without(article: Article, marker: Marker, manner: Manner) -> Edit:
    """The edit that takes a marker away with the markup that is its own."""
    span = manner.whole(article.source, marker.span)
    return Edit(span.start, span.end, "")


def _number_at(article: Article, place: int, numbers: Sequence[int]) -> int:
    """The number that a work first cited at a place has; the next free one where the list has its own order."""
    integrity = judge_integrity(article)
    last = max(numbers, default=0)
    named = any(entry.key for entry in article.entries)
    if named or integrity.order_ok is False or not _counts(numbers):
        return last + 1
    before = {number for marker in article.markers if marker.span.start < place for number in marker.numbers}
    known = before & set(numbers)
    after = [
        n
        for marker in article.markers
        if marker.span.start >= place
        for n in marker.numbers
        if n not in known
    ]
    return min(
        (n for n in after if n in numbers), default=max(known, default=last) + 1 if known else last + 1
    )


def _counts(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(1, len(numbers) + 1))


def _opened(
    article: Article, slots: Sequence[Slot], number: int, text: str, manner: Manner
) -> Iterator[Edit]:
    """The edits that make room in the list: a slot like its neighbours, and later labels counted up."""
    if not slots:
        end = len(article.source)
        yield Edit(end, end, manner.new_list(text))
        return
    at = next(
        (index for index, slot in enumerate(slots) if (slot.entry.number or index + 1) >= number), len(slots)
    )
    model = slots[min(at, len(slots) - 1)]
    made = _like(article, model, number, text)
    if at < len(slots):
        yield Edit(slots[at].outer.start, slots[at].outer.start, made + _gap(article, slots, at))
    else:
        yield Edit(slots[-1].outer.end, slots[-1].outer.end, _gap(article, slots, at - 1) + made)
    yield from _relabelled(slots[at:], 1)


def _closed(slots: Sequence[Slot], number: int) -> Iterator[Edit]:
    at = next((index for index, slot in enumerate(slots) if (slot.entry.number or index + 1) == number), None)
    if at is None:
        return
    start = slots[at].outer.start
    end = slots[at + 1].outer.start if at + 1 < len(slots) else slots[at].outer.end
    if at + 1 == len(slots) and at:
        start = slots[at - 1].outer.end
    yield Edit(start, end, "")
    yield from _relabelled(slots[at + 1 :], -1)


def _relabelled(slots: Sequence[Slot], step: int) -> Iterator[Edit]:
    for slot in slots:
        if slot.label is not None and slot.entry.number is not None:
            yield Edit(slot.label.start, slot.label.end, str(slot.entry.number + step))


def _like(article: Article, model: Slot, number: int, text: str) -> str:
    """A slot written like a neighbour, without the neighbour's anchors and back-links."""
    source = article.source
    head, tail = source[model.outer.start : model.body.start], source[model.body.end : model.outer.end]
    if model.label is not None:
        cut = model.label.start - model.outer.start
        head = head[:cut] + str(number) + head[cut + model.label.end - model.label.start :]
    if article.format in {Format.HTML, Format.WORDPRESS}:
        head = re.sub(r"\s(?:id|name)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", "", head)
        head = re.sub(r"<a\b[^<>]*>(.*?)</a>", r"\1", head, flags=re.DOTALL)
        head = re.sub(r"<(sup|span|b|i)\b[^<>]*>[\s^↑a-z]*</\1>", "", head)
        tail = re.sub(r"\s*<(a|span|sup)\b[^<>]*>.*</\1>", "", tail, flags=re.DOTALL)
    return head + text + tail


def _gap(article: Article, slots: Sequence[Slot], at: int) -> str:
    """What stands between an entry and the next, or between those before."""
    pairs = [at, at - 1, at + 1]
    for index in pairs:
        if 0 <= index < len(slots) - 1:
            gap = article.source[slots[index].outer.end : slots[index + 1].outer.start]
            return gap if len(gap) < _WIDE and not re.search(r"\w", re.sub(r"<[^>]*>", "", gap)) else "\n"
    return "\n"


_WIDE = 400
