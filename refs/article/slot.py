"""Slot: the place of an entry in its list: its label, its body, and all that goes when the entry goes."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from refs.article.balance import balanced, with_holders, wrapped
from refs.model.article import Article, Format, ListEntry, Span

_MARKUP = {Format.HTML, Format.WORDPRESS}
_OPENER = re.compile(r"<(li|p|tr|dd|div|dt)\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_FAR = 6000


_ANCHOR = re.compile(r"\b(?:id|name)\s*=\s*[\"']([^\"'<>]+)[\"']")
_BACK = re.compile(r"\bhref\s*=\s*[\"']#([^\"'<>]+)[\"']")
# <a id="ref-2"></a> before the words: the entry's own name
_EMPTY = re.compile(r"(?:<(a|span)\b[^<>]*>\s*</\1>[ \t]*)*$", re.IGNORECASE)
_SHELLS = "div|section|li|dd"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a list. `label` is the printed number alone; `outer` runs from the label's line to the entry's end."""

    entry: ListEntry
    body: Span
    outer: Span
    label: Span | None = None


def slots_of(article: Article) -> tuple[Slot, ...]:
    """The slots of all entries that stand in a list of the text; labels only where every entry prints its number."""
    slots: list[Slot] = []
    entries = sorted(
        (entry for entry in article.entries if entry.data is None), key=lambda each: each.span.start
    )
    limits = [*(entry.span.start for entry in entries[1:]), len(article.source)][: len(entries)]
    ends = sorted(marker.span.end for marker in article.markers)
    for entry, limit in zip(entries, limits, strict=True):
        after = max(slots[-1].outer.end if slots else 0, _end_of_marker(ends, entry.span.start))
        slots.append(_within(_slot(article, entry, after), limit))
    if all(slot.label for slot in slots):
        return tuple(slots)
    return tuple(replace(slot, label=None) for slot in slots)


def _end_of_marker(ends: Sequence[int], place: int) -> int:
    """Where the last marker before a place ends."""
    at = bisect_right(ends, place)
    return ends[at - 1] if at else 0


def _within(slot: Slot, limit: int) -> Slot:
    """The slot, cut down to its words where its element holds the next entry as well."""
    if slot.outer.end <= limit:
        return slot
    body = slot.body if slot.body.end <= limit else slot.entry.span
    return replace(slot, body=body, outer=body, label=None)


def _slot(article: Article, entry: ListEntry, after: int) -> Slot:
    source = article.source
    markup = article.format in _MARKUP
    body = wrapped(source, balanced(source, entry.span)) if markup else entry.span
    if body.start < after:
        body = entry.span
    body = Span(_with_anchors(source, body.start, after), body.end)
    if article.format is Format.DOCX:
        outer = _around(source, body, "<w:p", "</w:p>", after)
    elif markup:
        outer = _with_shells(source, _element(source, body, after), after)
    else:
        outer = _line(source, body, after)
    return Slot(entry, body, outer, _label(source, outer.start, body.start, entry.number))


def _with_anchors(source: str, start: int, after: int) -> int:
    match = _EMPTY.search(source[max(after, start - 600) : start])
    return start - len(match[0]) if match else start


def _around(source: str, body: Span, opening: str, closing: str, after: int) -> Span:
    """The element that a body stands in."""
    start = body.start
    while True:
        start = source.rfind(opening, after, start)
        if start < 0:
            return body
        if source[start + len(opening)] in " >":
            break
    end = source.find(closing, body.end)
    return Span(start, end + len(closing)) if end >= 0 else body


def _element(source: str, body: Span, after: int) -> Span:
    """The item, row or paragraph of a body; where several share one, the line between its breaks."""
    before = source[max(after, body.start - _FAR) : body.start]
    openers = [match for match in _OPENER.finditer(before) if _is_open(before, match)]
    breaks = list(_BREAK.finditer(before))
    base = body.start - len(before)
    if (
        openers
        and not _is_one(before, openers[-1].end())
        and not (breaks and breaks[-1].start() > openers[-1].start())
    ):
        return _inline(before, body, base)
    if openers and (
        not breaks or openers[-1].start() > breaks[-1].start() or _is_one(before, openers[-1].end())
    ):
        return _whole_element(source, body, base + openers[-1].start(), openers)
    if not breaks:
        return _inline(before, body, base)
    start = base + breaks[-1].end()
    start += len(source[start : body.start]) - len(source[start : body.start].lstrip())
    return Span(min(start, body.start), body.end)


def _inline(before: str, body: Span, base: int) -> Span:
    """The label and the body, where several entries share a line."""
    label = re.search(r"[\[(]?\d{1,4}[\]).:]*\s*$", before)
    return Span(base + label.start() if label else body.start, body.end)


def _with_shells(source: str, outer: Span, after: int) -> Span:
    """The span with the boxes that hold nothing else, and the term before a definition."""
    start, end = outer.start, outer.end
    term = re.search(
        r"<dt\b[^<>]*>(?:(?!</dt).){0,200}</dt>\s*$", source[max(after, start - _FAR) : start], re.DOTALL
    )
    if term and source.startswith("<dd", start):
        return Span(start - len(term[0]), end)
    return with_holders(source, outer, _SHELLS, after, r"\s*")


def _is_open(before: str, match: re.Match[str]) -> bool:
    """Whether the element that a tag opens is not closed again."""
    name = match[1].lower()
    return f"</{name}" not in before[match.end() :].lower()


def _is_one(before: str, opened: int) -> bool:
    """Whether only a label stands between the opening tag and the last break."""
    return len(re.sub(r"<[^>]*>|&\w+;|\s", "", before[opened:])) <= 8


def _whole_element(source: str, body: Span, start: int, openers: Sequence[re.Match[str]]) -> Span:
    item = next((match for match in reversed(openers) if match[0].lower().startswith(("<li", "<tr"))), None)
    if item is not None:
        start += item.start() - openers[-1].start()
    name = re.match(r"<(\w+)", source[start:])
    closing = (
        re.compile(rf"</{name[1]}\s*>", re.IGNORECASE).search(source, body.end, body.end + _FAR)
        if name
        else None
    )
    if closing is None or re.search(
        rf"<{name[1] if name else ''}\b", source[body.end : closing.start()], re.IGNORECASE
    ):
        return Span(start, body.end)
    inside = source[body.end : closing.start()]
    return (
        Span(start, closing.end())
        if not re.search(r"<br\b", inside, re.IGNORECASE)
        else Span(start, body.end)
    )


def _line(source: str, body: Span, after: int) -> Span:
    """From the label to the end of the entry's line; of two entries on a line each has its part."""
    start = max(after, source.rfind("\n", 0, body.start) + 1, source.rfind("\r", 0, body.start) + 1)
    lead = source[start : body.start]
    if not _is_label(lead):
        label = re.search(r"(?:[\[(]?\d{1,4}[\]).:]*\s*)$", lead)
        start = start + label.start() if label else body.start
    else:
        start += len(lead) - len(lead.lstrip())
    return Span(start, body.end)


def _is_label(lead: str) -> bool:
    """Whether nothing but a label stands before the entry on its line."""
    return len(re.sub(r"<[^>]*>", "", lead).strip()) <= 12


def _label(source: str, start: int, end: int, number: int | None) -> Span | None:
    """The digits of the label before a body."""
    if number is None:
        return None
    visible = [
        match
        for match in re.finditer(rf"(?<!\d){number}(?!\d)", source[start:end])
        if _is_visible(source, start + match.start())
    ]
    return Span(start + visible[-1].start(), start + visible[-1].end()) if visible else None


def _is_visible(source: str, at: int) -> bool:
    """Whether a place lies outside a tag."""
    return source.rfind("<", max(0, at - 2000), at) <= source.rfind(">", max(0, at - 2000), at)


def moved_fragments(source: str, slots: Sequence[Slot], bodies: Sequence[Slot]) -> dict[str, str]:
    """For the anchors of each body's old slot those of its new one: names beside the label, and links back."""
    fragments: dict[str, str] = {}
    for slot, body in zip(slots, bodies, strict=True):
        for pattern in (_ANCHOR, _BACK):
            old, new = _names(source, body, pattern), _names(source, slot, pattern)
            fragments.update(zip(old, new, strict=False))
    return {old: new for old, new in fragments.items() if old != new}


def _names(source: str, slot: Slot, pattern: re.Pattern[str]) -> list[str]:
    return pattern.findall(source, slot.outer.start, slot.body.start)
