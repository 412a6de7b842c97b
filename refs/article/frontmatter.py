"""The references that a Markdown file keeps in its front matter (pandoc's ``references:``)."""

import json
import re
from collections.abc import Iterator, Mapping

from refs.article.block import Recorded
from refs.article.yaml import Value, read_yaml
from refs.model.article import Span

_HEAD = re.compile(r"^references:[ \t]*\r?\n", re.MULTILINE)
_DATES = {"issued", "accessed", "event-date", "original-date", "submitted", "available-date"}


def read_references(source: str, end: int) -> tuple[Recorded, ...]:
    """The references of the front matter that ends at an offset, each with its place."""
    head = _HEAD.search(source, 0, end)
    return tuple(_entries(source, head.end(), end)) if head else ()


def _entries(source: str, start: int, end: int) -> Iterator[Recorded]:
    for first, last in _items(source, start, end):
        written = source[first:last].rstrip()
        data = read_yaml(written)
        fields = data[0] if isinstance(data, list) and data else data
        if isinstance(fields, dict):
            key = fields.get("id")
            yield Recorded(
                str(key or ""),
                " ".join(written.split()),
                Span(first, first + len(written)),
                json.dumps(to_csl(fields)),
            )


def _items(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the items of the list: lines that begin with a dash, all indented alike."""
    dash = re.compile(r"^([ \t]*)- ", re.MULTILINE).match(source, start, end)
    if dash is None:
        return
    heads = [m.start() for m in re.compile(rf"^{dash[1]}- ", re.MULTILINE).finditer(source, start, end)]
    beyond = re.compile(rf"^(?!{dash[1]}[ \t-])\S", re.MULTILINE).search(source, start, end)
    stop = beyond.start() if beyond else end
    heads = [head for head in heads if head < stop]
    yield from zip(heads, [*heads[1:], stop], strict=True)


def to_csl(fields: Mapping[str, Value]) -> dict[str, object]:
    """CSL-JSON of an entry, its dates as date-parts."""
    return {key: _date(value) if key in _DATES else value for key, value in fields.items()}


def _date(value: Value) -> object:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict) and "year" in value:
        parts = [value[key] for key in ("year", "month", "day") if key in value]
        return {"date-parts": [[int(str(part)) for part in parts if str(part).lstrip("-").isdecimal()]]}
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,4}(?:-\d{1,2}){0,2}", value):
        return {"date-parts": [[int(part) for part in value.split("-")]]}
    return value if isinstance(value, dict) else {"literal": value}
