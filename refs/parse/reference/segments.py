"""Runs of tokens with one label: where author, title, container and the rest stand."""

from collections.abc import Sequence
from typing import NamedTuple

from refs.parse.reference.tokens import Token


class Segment(NamedTuple):
    """Neighbouring tokens with one label, and the least probability among them."""

    label: str
    start: int
    end: int
    confidence: float
    tokens: Sequence[Token]


WEAK = frozenset(
    (
        "cluster",
        "edition",
        "medium",
        "updated",
        "no-date",
        "epub",
        "date",
        "paren-date",
        "junk",
        "number",
        "lead",
        "archived",
        "erratum",
    )
)
"""The kinds of spans that the model may overrule, since titles hold such words too."""
_TEXT = frozenset("atcpe")


def segments_of(tokens: Sequence[Token], labels: Sequence[tuple[str, float]]) -> list[Segment]:
    """The segments of a reference, in order; what rules read for sure is in none."""
    segments: list[Segment] = []
    run: list[Token] = []
    open_label, least = "", 1.0
    for token, (given, probability) in zip(tokens, labels, strict=True):
        label = "K" if token.kind and token.kind not in WEAK else given
        if label != open_label:  # a capital begins a segment
            _close(segments, run, open_label, least)
            run, open_label, least = [], label if label == "K" else label.lower(), 1.0
        run.append(token)
        least = min(least, probability)
    _close(segments, run, open_label, least)
    return segments


def _close(segments: list[Segment], run: list[Token], label: str, least: float) -> None:
    if run and label != "K":
        segments.append(Segment(label, run[0].start, run[-1].end, least, run))


def is_overruled(token: Token, label: str) -> bool:
    """Whether the model took what a rule found for a part of a title, name or container."""
    return token.kind in WEAK and label.lower() in _TEXT
