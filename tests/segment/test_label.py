"""Labels and the chains they make."""

import pytest

from refs.segment.label import Label, LabelStyle, chain, find_labels, label_of


@pytest.mark.parametrize(
    ("line", "style", "expected"),
    [
        ("[12] Doe J", LabelStyle.BRACKET, (12, 5)),
        ("3. Doe J", LabelStyle.DOT, (3, 3)),
        ("3.Doe J", LabelStyle.DOT, (3, 2)),
        ("2019 was", LabelStyle.DOT, None),
        ("(4) Doe J", LabelStyle.PAREN, (4, 4)),
        ("4) Doe J", LabelStyle.CLOSING, (4, 3)),
        ("¹² Doe J", LabelStyle.SUPERSCRIPT, (12, 3)),
        ("※1 出典", LabelStyle.STAR, (1, 3)),
        ("7  https://x.example.org", LabelStyle.BARE, (7, 3)),
        ("- [5] Doe J", LabelStyle.BRACKET, (5, 6)),
    ],
)
def test_labels(line, style, expected):
    assert label_of(line, style) == expected


def labels(*numbers):
    return [Label(line, number, 3) for line, number in enumerate(numbers)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), [1, 2, 3]),
        ((1, 2, 2010, 3), [1, 2, 3]),
        ((1, 2, 4), [1, 2, 4]),
        ((1, 2, 1, 2), [1, 2, 1, 2]),
        ((1, 1, 1), [1, 1, 1]),
        ((7, 8), [7, 8]),
    ],
)
def test_chains_count_on(numbers, expected):
    assert [label.number for label in chain(labels(*numbers))] == expected


def test_the_style_of_most_lines_is_taken():
    style, found = find_labels(["1. Doe", "(1) remark", "2. Roe", "more", "3. Poe"])
    assert (style, [label.line for label in found]) == (LabelStyle.DOT, [0, 2, 4])
