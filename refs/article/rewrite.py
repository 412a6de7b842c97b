"""Markers written anew with other numbers, in the manner in which they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence

from refs.article.edit import Edit
from refs.article.tag import Tag, Words, scan
from refs.model.article import Article, Marker, MarkerKind

_UPPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UPPER_DIGIT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RUN = re.compile(rf"[\d{_UPPER_DIGIT}]+")
_ATTRIBUTE = re.compile(r"\b(href|id|name)\s*=\s*([\"'])(#?)([^\"'<>]*)\2")
_NO_FRAGMENTS: Mapping[str, str] = {}


def renumbered_markers(
    article: Article, new: Mapping[int, int], fragments: Mapping[str, str] = _NO_FRAGMENTS
) -> Iterator[Edit]:
    """The edits of the markers whose numbers change; `fragments` are the anchors that change with them."""
    for marker in article.markers:
        if marker.kind is MarkerKind.AUTHOR_YEAR:
            continue
        if any(new.get(number, number) != number for number in marker.numbers):
            numbers = tuple(new.get(number, number) for number in marker.numbers)
            yield from marker_edits(article, marker, numbers, fragments)


def marker_edits(
    article: Article, marker: Marker, numbers: Sequence[int], fragments: Mapping[str, str] = _NO_FRAGMENTS
) -> Iterator[Edit]:
    """The edits that make a marker cite these numbers."""
    start, end = marker.span.start, marker.span.end
    written = article.source[start:end]
    link = written.find("](")
    if "<" in written:
        yield from _tagged(article, marker, numbers)
    elif link > 0:
        yield Edit(start, start + link, rewritten(written[:link], numbers))
        yield from _linked(article.source, start + link, end, fragments)
    else:
        yield Edit(start, end, rewritten(written, numbers))
    yield from retargeted(article, marker, fragments)


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


def _tagged(article: Article, marker: Marker, numbers: Sequence[int]) -> Iterator[Edit]:
    """Each number inside a marker with markup, where it stands."""
    words = [
        piece
        for piece in scan(article.source, marker.span.start, marker.span.end)
        if isinstance(piece, Words)
    ]
    places = [
        match.span() for piece in words for match in _RUN.finditer(article.source, piece.start, piece.end)
    ]
    if len(places) == len(marker.numbers) == len(numbers):
        for (start, end), number in zip(places, numbers, strict=True):
            yield Edit(start, end, str(number))


def _linked(source: str, start: int, end: int, fragments: Mapping[str, str]) -> Iterator[Edit]:
    """The target of a Markdown link."""
    match = re.compile(r"\]\(\s*<?#([^\s)>]+)").match(source, start, end)
    if match and match[1] in fragments:
        yield Edit(match.start(1), match.end(1), fragments[match[1]])


def retargeted(article: Article, marker: Marker, fragments: Mapping[str, str]) -> Iterator[Edit]:
    """Edits of the anchors and links in and right before a marker."""
    source, at = article.source, marker.span.start
    if not fragments:
        return
    tags = [piece for piece in scan(source, at, marker.span.end) if isinstance(piece, Tag)]
    while (match := re.search(r"<(?:a|sup|span)\b[^<>]*>$", source[max(0, at - 600) : at])) is not None:
        at -= len(match[0])
        tags += [piece for piece in scan(source, at, at + len(match[0])) if isinstance(piece, Tag)]
    for tag in tags:
        for found in _ATTRIBUTE.finditer(source, tag.start, tag.end):
            if found[4] in fragments and (found[1] == "href") == bool(found[3]):
                yield Edit(found.start(4), found.end(4), fragments[found[4]])
