"""Markers written anew with other numbers, in the manner in which they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from refs.article.edit import Edit
from refs.article.tag import Tag, Words, scan
from refs.model.article import Article, Marker, MarkerKind

_UPPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UPPER_DIGIT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RUN = re.compile(rf"[\d{_UPPER_DIGIT}]+")


def renumbered_markers(article: Article, new: Mapping[int, int], *, targets: bool = True) -> Iterator[Edit]:
    """The edits of the markers whose numbers change; `targets` where their links follow the number, not the work."""
    for marker in article.markers:
        if marker.kind is MarkerKind.AUTHOR_YEAR or not any(
            new.get(number, number) != number for number in marker.numbers
        ):
            continue
        numbers = tuple(new.get(number, number) for number in marker.numbers)
        yield from marker_edits(article, marker, numbers, targets=targets)


def marker_edits(
    article: Article, marker: Marker, numbers: Sequence[int], *, targets: bool = True
) -> Iterator[Edit]:
    """The edits that make a marker cite these numbers."""
    written = article.source[marker.span.start : marker.span.end]
    if "<" in written:
        yield from _tagged(article, marker, numbers, targets=targets)
        return
    yield Edit(marker.span.start, marker.span.end, rewritten(written, numbers))
    if targets and len(marker.numbers) == 1 and len(numbers) == 1:
        yield from _around(article, marker, numbers[0])


def rewritten(written: str, numbers: Sequence[int]) -> str:
    """A marker's text with other numbers: its brackets, its comma and its dash as they were.

    >>> rewritten("[2, 3]", (4, 1)), rewritten("(1–3)", (1, 2, 3, 5))
    ('[1, 4]', '(1–3,5)')
    """
    found = list(_RUN.finditer(written))
    if not found:
        return written
    head, tail = written[: found[0].start()], written[found[-1].end() :]
    middle = written[found[0].start() : found[-1].end()]
    comma = re.search(r"\s*[,;，、˒]\s*", middle)
    dash = re.search(r"\s*[-‐‑‒–—−~〜⁻]\s*", middle)
    ordered = sorted(dict.fromkeys(numbers))
    if len(found) == 1 and len(middle) == len(ordered) > 1 and ordered[-1] < 10:
        return head + "".join(map(str, ordered)) + tail  # fused superscripts stay fused
    text = _joined(ordered, comma[0] if comma else ",", dash[0] if dash else None)
    return head + (text.translate(_UPPER) if found[0][0][0] in _UPPER_DIGIT else text) + tail


def _joined(numbers: Sequence[int], comma: str, dash: str | None) -> str:
    groups: list[list[int]] = []
    for number in numbers:
        if dash and groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return comma.join(part for group in groups for part in _group(group, dash))


def _group(group: Sequence[int], dash: str | None) -> list[str]:
    if dash and len(group) > 1:
        return [f"{group[0]}{dash}{group[-1]}"]
    return [str(number) for number in group]


def _tagged(article: Article, marker: Marker, numbers: Sequence[int], *, targets: bool) -> Iterator[Edit]:
    """Each number inside a marker with markup, where it stands; targets that end in the number go with it."""
    new = dict(zip(marker.numbers, numbers, strict=False))
    current: int | None = None
    pieces = list(scan(article.source, marker.span.start, marker.span.end))
    shown = [
        int(match[0])
        for piece in pieces
        if isinstance(piece, Words)
        for match in re.finditer(r"\d+", article.source[piece.start : piece.end])
    ]
    if shown != list(marker.numbers):
        return
    for piece, following in pairwise([*pieces, None]):
        if isinstance(piece, Words):
            for match in re.finditer(r"\d+", article.source[piece.start : piece.end]):
                current = int(match[0])
                yield Edit(
                    piece.start + match.start(), piece.start + match.end(), str(new.get(current, current))
                )
        elif targets and isinstance(piece, Tag) and isinstance(following, Words):
            digits = re.search(r"\d+", article.source[following.start : following.end])
            if digits and int(digits[0]) in new:
                yield from _targets(article.source, piece, int(digits[0]), new[int(digits[0])])


def _around(article: Article, marker: Marker, number: int) -> Iterator[Edit]:
    """The targets of the tags right before a marker."""
    source, at = article.source, marker.span.start
    while (match := re.search(r"<[^<>]*>$", source[max(0, at - 600) : at])) is not None:
        start = at - len(match[0])
        tag = next((piece for piece in scan(source, start, at) if isinstance(piece, Tag)), None)
        if tag is None or tag.closing or tag.name not in {"a", "sup", "span"}:
            return
        yield from _targets(source, tag, marker.numbers[0], number)
        at = start


def _targets(source: str, tag: Tag, old: int, new: int) -> Iterator[Edit]:
    """Edits of the attributes that name an entry by its number, where the other name exists."""
    written = source[tag.start : tag.end]
    for match in re.finditer(r"\b(href|id|name)\s*=\s*([\"'])(#?)([^\"'<>]*?)(\d+)\2", written):
        changed = f"{match[4]}{new}"
        known = match[1] != "href" or any(f"{quote}{changed}{quote}" in source for quote in "\"'")
        if int(match[5]) == old and known and (match[1] != "href" or match[3]):
            yield Edit(tag.start + match.start(5), tag.start + match.end(5), str(new))


def retargeted(article: Article, marker: Marker, new: Mapping[int, int]) -> Iterator[Edit]:
    """Edits of the links in and around a marker that lead to the entry of a number in `new`."""
    source, at = article.source, marker.span.start
    tags = [piece for piece in scan(source, at, marker.span.end) if isinstance(piece, Tag)]
    while (match := re.search(r"<[^<>]*>$", source[max(0, at - 600) : at])) is not None:
        at -= len(match[0])
        tags += [piece for piece in scan(source, at, at + len(match[0])) if isinstance(piece, Tag)]
    for tag in tags:
        for old, number in new.items():
            yield from (
                edit
                for edit in _targets(source, tag, old, number)
                if source[edit.start - 1] not in "\"'"
                and "href" in source[tag.start : edit.start].rpartition("=")[0][-8:]
            )
