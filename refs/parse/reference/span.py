"""Span: a stretch of the text and what it is."""

from typing import Any, NamedTuple


class Span(NamedTuple):
    """Where something stands, what kind of thing it is, and the value read from it."""

    start: int
    end: int
    kind: str
    value: Any = None


def add_span(spans: list[Span], span: Span) -> bool:
    """Whether the span found a free place among the others; it is put there when it did."""
    if any(span.start < other.end and other.start < span.end for other in spans):
        return False
    spans.append(span)
    return True
