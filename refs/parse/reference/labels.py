"""Labels of the tokens of one reference, and ways to change a stretch of them."""

import re
from collections.abc import Sequence

Labels = Sequence[tuple[str, float]]
"""The label of each token, a capital where a segment begins, and its probability."""


OFFICES = re.compile(
    r"\b(?:Nations|Office|Organi[sz]ation|Institutes?|Cent(?:er|re)s?|Agency|Administration|Department|Ministry|Council|Academ(?:y|ies)|Association|Society|Foundation|University|Press)\b"
)
"""Words that name organisations."""


def relabel(labels: Labels, start: int, end: int, name: str) -> Labels:
    """The labels with one segment of this name between two places."""
    segment = [(name if at else name.upper(), labels[start + at][1] / 2) for at in range(end - start)]
    return [*labels[:start], *segment, *labels[end:]]


def run_of(labels: Labels, start: int, names: str) -> int:
    """Where the labels of these names that begin at a place end."""
    for at in range(start, len(labels)):
        if labels[at][0] not in names:
            return at
    return len(labels)


def first_of(labels: Labels, name: str) -> int:
    """Where a label stands first, or -1."""
    for at, (label, _) in enumerate(labels):
        if label == name:
            return at
    return -1
