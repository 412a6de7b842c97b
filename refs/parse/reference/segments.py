"""Runs of tokens with one label: where author, title, container and the rest stand."""

import re
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
    labels = _name_site(tokens, _end_editors(tokens, labels))
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


_ROLE = re.compile(r"\(?(?:[Ee]ds?|[Ee]ditors?|Hrsg|Hg)\b[.,:;)]*$")


def _end_editors(tokens: Sequence[Token], labels: Sequence[tuple[str, float]]) -> Sequence[tuple[str, float]]:
    """The labels, with a container where editors go on after the word that ends them (``In: Katzung BG, ed. Basic``)."""
    if any(label == "C" for label, _ in labels):
        return labels
    ends = [at for at, token in enumerate(tokens) if labels[at][0] in "eE" and _ROLE.match(token.text)]
    at = ends[0] + 1 if ends else len(labels)
    stop = next((to for to in range(at, len(labels)) if labels[to][0] != "e"), len(labels))
    if stop - at < 2:
        return labels
    return [
        *labels[:at],
        *(("c" if to > at else "C", labels[to][1] / 2) for to in range(at, stop)),
        *labels[stop:],
    ]


_BODIES = re.compile(
    r"\b(?:Coalition|Association|Society|Institutes?|Foundation|Administration|Agency|Cent(?:er|re)s?|Clinic|College|Council|Department"
    r"|Organi[sz]ation|Network|Alliance|Academy|University|Hospital|Ministry|Federation|Trust|Board|Bureau|Committee|Commission)\.$"
)


def _name_site(tokens: Sequence[Token], labels: Sequence[tuple[str, float]]) -> Sequence[tuple[str, float]]:
    """The labels, with an author where the first of two titles is an organisation's name."""
    starts = [at for at, (label, _) in enumerate(labels) if label == "T"]
    if len(starts) < 2 or starts[0] or any(label in "Aa" for label, _ in labels):
        return labels
    end = starts[1]
    if not _BODIES.search(tokens[end - 1].text) or any(label not in "Tt" for label, _ in labels[:end]):
        return labels
    return [*(("a" if at else "A", labels[at][1] / 2) for at in range(end)), *labels[end:]]


def _is_short_name(word: str) -> bool:
    """Whether a first word is an organisation's short name before its page: ``NIH:``, ``PubMed:``."""
    return word.endswith(":") and sum(each.isupper() for each in word) > 1


def is_overruled(token: Token, label: str) -> bool:
    """Whether the model took what a rule found for a part of a title, name or container."""
    return token.kind in WEAK and label.lower() in _TEXT
