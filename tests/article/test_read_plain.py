"""Plain-text articles: what is a marker, what is an entry, and what is neither."""

import pytest

from refs.article.read import read_article

LIST = """
References

  1. Doe, J. (2019). Sleep and mood. Journal of Rest, 12(3), 45-51. https://doi.org/10.1000/rest.12
  2. Example Clinic. (2021, May 4). Drowsiness. https://clinic.example.org/drowsiness
  3. Roe R, Poe P. Naps in adults. Sleep Res. 2004;9(2):11-20.
"""


def numbers(text):
    return [marker.numbers for marker in read_article(text, "a.txt").markers]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sleep helps.[1] Naps do too [2,3].", [(1,), (2, 3)]),
        ("Sleep helps [1-3] and so on.", [(1, 2, 3)]),
        ("The brain slows the system.1 It rests at night.2 \nSigns include:1,3", [(1,), (2,), (1, 3)]),
        ("Sleep matters,1 it seems.2The rest follows.3", [(1,), (2,), (3,)]),
        ("In 2009.1 Rates rose to 20 per 100,0002 people (7%3).", [(1,), (2,), (3,)]),
        ("Sleep helps.(1) Naps do, too. (2) (3)", [(1,), (2,), (3,)]),
        ("Sleep helps.¹ Naps do too.²˒³", [(1,), (2, 3)]),
        ("Vitamin B1 and T3 at 0.25 mg in 2019. Call 911 or 801-872-8480 24/7.", []),
        ("There are (1) a cause and (2) an effect, and (3) a remedy.", []),
    ],
)
def test_markers_are_told_from_other_digits(sentence, expected):
    assert numbers(sentence + "\n" + LIST) == expected


def test_a_numbered_list_without_heading_is_known_by_its_markers():
    text = "Naps help.[1] Sleep does too.[2]\n\n  1. Sleep Institute: Naps\n  2. Rest Board: Sleep\n\nLeave a Comment\n"
    article = read_article(text, "a.txt")
    assert [(entry.number, entry.raw) for entry in article.entries] == [
        (1, "Sleep Institute: Naps"),
        (2, "Rest Board: Sleep"),
    ]


def test_a_bare_list_ends_before_the_links_that_follow():
    entries = [
        "Doe, J., & Roe, R. (2019). Sleep and mood. Journal of Rest, 12(3), 45. https://doi.org/10.1000/rest.12",
        "Poe, P. (2016). Naps. Sleep Medicine, 9(2). https://doi.org/10.1000/nap.7",
        "Moe, M., Noe, N. (2024). Dreams. Rest & Recovery, 17, 11. https://doi.org/10.1000/dream.3",
    ]
    text = (
        "Sleep helps most people to feel better.\n"
        + "\n".join(entries)
        + "\nHow our clinic helps\nTen signs of tiredness\n"
    )
    assert [entry.raw for entry in read_article(text, "a.txt").entries] == entries


def test_nothing_is_found_where_nothing_is():
    text = "Since 1999, sleep has changed.\n\n  • Using B12\n  • A Schedule IV drug\n\nCall 888-555-0100 (24/7).\n"
    article = read_article(text, "a.txt")
    assert (article.markers, article.entries) == ((), ())


def test_a_text_captured_twice_counts_once():
    body = "\n".join(
        f"This is sentence number {word} of a long paragraph that is repeated below.[{n}]"
        for n, word in enumerate("abc", 1)
    )
    text = body + "\n" + LIST + "\nMenu\n\n" + body + "\n" + LIST
    article = read_article(text, "a.txt")
    assert [marker.numbers for marker in article.markers] == [(1,), (2,), (3,)]
    assert len(article.entries) == 3


def test_spans_point_at_the_words():
    text = "Sleep helps.[1] Naps do too.[2][3]\n" + LIST
    article = read_article(text, "a.txt")
    assert [text[m.span.start : m.span.end] for m in article.markers] == ["[1]", "[2]", "[3]"]
    assert text[article.entries[2].span.start : article.entries[2].span.end] == article.entries[2].raw


@pytest.mark.parametrize(
    ("name", "entries", "markers"),
    [("000", 5, 4), ("001", 0, 0), ("002", 5, 0), ("003", 0, 0), ("004", 14, 23)],
)
def test_real_texts(shared, name, entries, markers):
    path = next((shared / "articles").glob(f"{name}-*.txt"))
    article = read_article(path.read_bytes(), str(path))
    assert (len(article.entries), len(article.markers)) == (entries, markers)
