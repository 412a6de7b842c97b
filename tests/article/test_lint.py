"""Each finding is told where it belongs, and only there."""

import datetime as dt
from pathlib import Path

import pytest

from refs.article.lint import lint_article
from refs.article.read import read_article
from refs.model.flaw import Flaw, FlawCode

TODAY = dt.date(2025, 8, 1)
A = "Doe, J. (2019). Sleep and mood. Journal of Rest, 12(3), 45-51. https://doi.org/10.1000/rest.12"
B = "Poe, P. (2004). Naps. Sleep Research, 9(2), 11-20. https://doi.org/10.1000/nap.7"
C = "Example Clinic. (2021, May 4). Drowsiness. Retrieved July 2, 2025, from https://clinic.example.org/drowsiness"


def codes(text, entries=(A, B, C), **options):
    listed = "\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, 1))
    article = read_article(f"{text}\n\nReferences\n\n{listed}\n", "a.txt")
    return [finding.code for finding in lint_article(article, today=TODAY, **options)]


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [
        ("Sleep helps.[1] Naps do.[2] Rest.[3]", (A, B, C), []),
        (
            "Sleep helps.[1] Naps do.[2] Rest.[4] Or [3].",
            (A, B, C),
            ["undefined", "marker-punctuation", "out-of-order"],
        ),
        ("Sleep helps.[1] Naps do.[2]", (A, B, C), ["uncited"]),
        ("Sleep helps.[2] Naps do.[1] Rest.[3]", (A, B, C), ["out-of-order"]),
        ("Sleep helps.[1] Naps do.[2] Rest.[3]", (A, B, A), ["duplicate"]),
        ("Sleep helps.[1] Naps do.[2, ] Rest.[2] Again.[3]", (A, B, C), ["mangled-marker"]),
        ("It slows the system.1 It rests.2 Rest.3", (A, B, C), ["glued-marker"] * 3),
        ("Sleep helps.[1] Naps do[2]. Rest.[3]", (A, B, C), ["marker-punctuation"]),
        ("Sleep helps.[1] Naps do.[2]", (A, "Roe R. Naps for all. Rest Press."), ["no-date", "no-link"]),
        (
            "Sleep helps.[1] Naps do.[2]",
            (C, C.replace("2025", "2031").replace("drowsiness", "sleep").replace("Drowsiness", "Sleep")),
            ["future-retrieval"],
        ),
        (
            "Sleep helps.[1] Naps do.[2] Rest.[3]",
            (C, C.replace("rowsiness", "reams"), "Rest Board. (2020). Rest. https://rest.example.org/a"),
            ["no-retrieval"],
        ),
    ],
)
def test_findings(text, entries, expected):
    assert codes(text, entries) == expected


def test_gaps():
    article = read_article(f"Sleep.[1] Naps.[3]\n\nReferences\n\n1. {A}\n3. {B}\n", "a.txt")
    assert [finding.code for finding in lint_article(article)] == ["gap"]


def test_entries_in_another_style():
    other = "Moe M. Dreams. Rest Rev. 2018;3:1-9. doi:10.1000/dream.3"
    entries = (A, B, B.replace("Naps", "Dreams").replace("nap.7", "dre.8"), other)
    assert codes("Sleep.[1] Naps.[2] Dreams.[3] More.[4]", entries) == ["list-style"]


def test_flaws_that_the_reader_of_entries_found():
    def flaws(entry):
        return [Flaw(FlawCode.BAD_NAME, "no person is called so")] if "Clinic" in entry.text else []

    assert codes("Sleep.[1] Naps.[2] Rest.[3]", flaws=flaws) == ["flawed-author"]


def test_claims_are_told_on_request():
    text = "A study estimated that 30.6 million adults nap. Sleep helps 20% of them.[1] Naps.[2] Rest.[3]"
    assert codes(text) == []
    assert codes(text, claims=True) == ["uncited-claim"]


def test_nothing_is_told_of_an_article_without_citations():
    assert lint_article(read_article("Since 1999, sleep matters. Call 988.\n", "a.txt")) == ()


def test_spans_and_numbers():
    article = read_article(f"Sleep.[1] Naps.[5]\n\nReferences\n\n1. {A}\n2. {B}\n", "a.txt")
    undefined, uncited = lint_article(article, today=TODAY)
    assert (article.source[undefined.span.start : undefined.span.end], undefined.number) == ("[5]", 5)
    assert (article.source[uncited.span.start : uncited.span.end], uncited.number) == (B, 2)


def test_every_code_is_described():
    described = (Path(__file__).parents[2] / "docs" / "findings.md").read_text("utf-8")
    folder = Path(__file__).parents[2] / "refs" / "article"
    source = (folder / "lint.py").read_text("utf-8")
    for code in (
        "undefined",
        "uncited",
        "gap",
        "duplicate",
        "no-date",
        "no-link",
        "list-style",
        "future-retrieval",
        "no-retrieval",
    ):
        assert f'"{code}"' in source
        assert f"`{code}`" in described


def test_digits_after_an_acronym_are_told_as_doubtful():
    text = (
        "It acts on the brain.1 It binds to GABA.2 GABA slows it down. It lasts for days.2\n\nReferences\n\n"
        "1. Roe R. Sleep. J Sleep. 2001;1(1):1-2.\n2. Poe P. Naps. J Sleep. 2002;2(2):3-4.\n"
    )
    article = read_article(text, "a.txt")
    assert [marker.raw for marker in article.markers] == ["1", "2"]
    assert [each.text for each in lint_article(article) if each.code == "doubtful-marker"] == ["2"]
