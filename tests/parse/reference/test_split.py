"""Pasted lists of references, cut into pieces."""

import json
import re
import sys
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.parse.reference.split import split_references

REFERENCES = [
    "Doe, J., & Roe, R. (2019). Sleep and mood in adults: A survey. Journal of Rest, 12(3), 45-51. https://doi.org/10.1000/rest.12",
    "Poe P, Moe M, Noe N. Naps in older adults who live alone. Sleep Res. 2004;9(2):11-20. PMID: 12345678.",
    "Example Clinic. (2021, May 4). Drowsiness. Retrieved July 2, 2025, from https://clinic.example.org/health/drowsiness",
    "Ng, K. (2016). Dreams. In A. Bee (Ed.), Handbook of the night (2nd ed., pp. 1-20). Rest Press.",
    "World Rest Board. The state of sleep 2020. Geneva: World Rest Board; 2020.",
]


def wrapped(text, indent=""):
    lines = textwrap.wrap(text, 72, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


FORMS = {
    "dots": "\n".join(f"{n}. {text}" for n, text in enumerate(REFERENCES, 1)),
    "brackets": "\n".join(f"[{n}] {text}" for n, text in enumerate(REFERENCES, 1)),
    "parentheses": "\n".join(f"({n}) {text}" for n, text in enumerate(REFERENCES, 1)),
    "closing": "\n".join(f"{n}) {text}" for n, text in enumerate(REFERENCES, 1)),
    "superscripts": "\n".join(f"{'¹²³⁴⁵'[n]} {text}" for n, text in enumerate(REFERENCES)),
    "no label": "\n".join(REFERENCES),
    "paragraphs": "\n\n".join(REFERENCES),
    "bullets": "\n".join(f"• {text}" for text in REFERENCES),
    "CRLF": "\r\n".join(f"{n}. {text}" for n, text in enumerate(REFERENCES, 1)),
    "wrapped": "\n".join(wrapped(f"{n}. {text}") for n, text in enumerate(REFERENCES, 1)),
    "wrapped paragraphs": "\n\n".join(wrapped(text) for text in REFERENCES),
    "hanging": "\n".join(wrapped(text, "    ") for text in REFERENCES),
    "wrapped, no label": "\n".join(wrapped(text) for text in REFERENCES),
    "on one line": " ".join(f"{n}. {text}" for n, text in enumerate(REFERENCES, 1)),
    "two on a line": f"1. {REFERENCES[0]}\n2. {REFERENCES[1]}  3. {REFERENCES[2]}\n4. {REFERENCES[3]}\n5. {REFERENCES[4]}",
    "page breaks": f"1. {REFERENCES[0]}\n2. {REFERENCES[1]}\n\nPage 7\n\n3. {REFERENCES[2]}\n4. {REFERENCES[3]}\n5. {REFERENCES[4]}",
}


@pytest.mark.parametrize("name", FORMS)
def test_a_list_is_cut_where_its_entries_begin(name):
    assert [piece.text for piece in split_references(FORMS[name])] == REFERENCES


def test_numbers_are_those_that_are_printed():

    assert [piece.number for piece in split_references("7. Doe J. Sleep. 2001.\n8. Roe R. Naps. 2002.")] == [
        7,
        8,
    ]


def test_numbering_may_begin_again():
    pieces = split_references(
        "1. Doe J. Sleep. 2001.\n2. Roe R. Naps. 2002.\n1. Poe P. Rest. 2003.\n2. Moe M. Dreams. 2004."
    )
    assert [piece.number for piece in pieces] == [1, 2, 1, 2]


def test_link_outs_and_return_arrows_are_left_out():
    text = "1. Doe J. Sleep. J Rest. 2001;2:3-4. [CrossRef] [PubMed]\n2. Roe R. Naps. J Rest. 2002;3:5-6. View at Publisher · View at Google Scholar ↩"
    assert [piece.text for piece in split_references(text)] == [
        "Doe J. Sleep. J Rest. 2001;2:3-4.",
        "Roe R. Naps. J Rest. 2002;3:5-6.",
    ]


def test_the_span_holds_the_text():
    text = FORMS["dots"]
    assert [text[piece.start : piece.end] for piece in split_references(text)] == REFERENCES


@given(st.text(max_size=400))
def test_nothing_is_raised_and_spans_are_in_order(text):
    pieces = split_references(text)
    assert all(0 <= piece.start <= piece.end <= len(text) for piece in pieces)
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)


@given(
    st.lists(
        st.sampled_from(["1. ", "2. ", "[3] ", "Doe J. ", "\n", "\n\n", "2001;2:3. ", "(4) ", "• ", " "]),
        max_size=40,
    )
)
def test_nothing_is_raised_on_broken_lists(parts):
    assert isinstance(split_references("".join(parts)), list)


def test_real_lists(shared):
    sys.path.insert(0, str(shared / "articles"))
    import score

    right = total = 0
    for path in sorted((shared / "articles").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        entries = [score.plain(entry["raw"]) for entry in gold["references"]]
        if gold.get("segmentation_unscored") or not entries:
            continue
        for template in ("{}. ", "[{}] ", "• "):
            text = "\n".join(template.format(n) + entry for n, entry in enumerate(entries, 1))
            found = {re.sub(r"\W", "", piece.text) for piece in split_references(text)}
            right += sum(re.sub(r"\W", "", entry) in found for entry in entries)
            total += len(entries)
    assert right / total >= 0.97
