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


def repair(tokens: Sequence[Token], labels: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The labels, with a title where there is none: the first container or publisher, or an author that is alone.

    A reference to an article may lack its title when volume or pages tell that a journal is meant.
    """
    kinds = {label.lower() for label, _ in labels}
    if kinds == {"t"} and _is_short_name(tokens[0].text) and len(tokens) > 1:
        return [("A", labels[0][1] / 2), ("T", labels[1][1]), *labels[2:]]
    if "t" in kinds or any(token.kind == "cluster" for token in tokens):
        return list(labels)
    wrong = next((each for each in "cpa" if each in kinds and (each != "a" or not kinds & set("cp"))), "")
    return [
        ("T" if label.isupper() else "t", probability / 2) if label.lower() == wrong else (label, probability)
        for label, probability in labels
    ]


def _is_short_name(word: str) -> bool:
    """Whether a first word is an organisation's short name before its page: ``NIH:``, ``PubMed:``."""
    return word.endswith(":") and sum(each.isupper() for each in word) > 1


def is_overruled(token: Token, label: str) -> bool:
    """Whether the model took what a rule found for a part of a title, name or container."""
    return token.kind in WEAK and label.lower() in _TEXT
