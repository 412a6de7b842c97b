"""The reader of articles finds in the examples what was put into them."""

from pathlib import Path

import pytest

reader = pytest.importorskip("refs.article.read")

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
GUIDE = [1, 2, 1, 3, 4, 5, 6, 7, 8, 1, 5, 9, 10, 1, 11, 2, 3, 4, 5, 5, 3, 12, 13, 14, 5, 2, 5, 5, 13]
CASES = [
    ("klonopin-addiction.txt", 4, [1, 2, 2, 3, 4, 5], 5),
    ("benzodiazepine-safety.txt", 0, [], 0),
    ("benzodiazepine-misuse.txt", 0, [], 5),
    ("helping-someone.txt", 0, [], 0),
    ("clonazepam-guide.txt", 23, GUIDE, 14),
    ("panic-attacks.html", 7, [1, 2, 3, 4, 4, 5, 6, 8], 7),
    ("sleep-medicines.html", 6, [1, 2, 3, 2, 4, 5, 6], 6),
]


@pytest.mark.parametrize(("name", "markers", "numbers", "entries"), CASES, ids=[case[0] for case in CASES])
def test_markers_and_entries(name, markers, numbers, entries):
    article = reader.read_article((ARTICLES / name).read_bytes(), name)
    assert len(article.markers) == markers
    assert [number for marker in article.markers for number in marker.numbers] == numbers
    assert len(article.entries) == entries
