import pytest

from refs.render.richtext import parse_rich
from refs.render.textcase import CASES

TABLE = [
    ("title", "the effects of sleep on memory", "The Effects of Sleep on Memory"),
    ("title", "what is it: the answer", "What Is It: The Answer"),
    ("title", "a year with mRNA and pH", "A Year with mRNA and pH"),
    ("title", "out-of-fashion", "Out-of-Fashion"),
    ("title", "what www.drugs.com and Drugs.com say", "What \x17www.drugs.com\x18 and \x17Drugs.com\x18 Say"),
    ("title", "mail to ada@drugs.com", "Mail to Ada@drugs.Com"),
    ("title", "what we live for", "What We Live For"),
    ("title", "don't stop", "Don’t Stop"),
    ("sentence", "A Tale Of Two Cities", "A tale of two cities"),
    ("capitalize-first", "in press", "In press"),
    ("capitalize-all", "in press", "In Press"),
    ("uppercase", "straße", "STRASSE"),
    ("lowercase", "ÄRA", "ära"),
    ("title", '<span class="nocase">iPhone use</span> rises', "\x17iPhone use\x18 Rises"),
]


@pytest.mark.parametrize(("case", "text", "expected"), TABLE)
def test_cases(case, text, expected):
    assert CASES[case](parse_rich(text)) == expected
