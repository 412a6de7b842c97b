from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.tagged.repec import parse_repec

RULE = "-" * 40
HEAD = f"NEP: New Economics Papers\nTides\n{RULE}\n\nIn this issue we have:\n\n1. Boats\n   Doe, Jane\n2. Tides\n\n{RULE}\n"
DOE, ROE = Name("Doe", "Jane"), Name("Roe", "Richard")

BY = """1. Boats and quotas:
   Evidence
Date:  2005-08
By:    Doe, Jane (University of Fjord (UF), Bergen)
       Richard Roe
URL:   http://fjord.example/n?u=12
       &r=tid
We study boats.
They matter.

In 2. place come tides.
Keywords: boats; quotas,
   tides
JEL:   Q22
"""
BELOW = """1. Boats and quotas:
   Evidence

Doe, Jane (University of Fjord (UF),
   Bergen)
Richard Roe

We study boats.
They matter.

In 2. place come tides.

Keywords: boats; quotas, tides
JEL: Q22
Date: 2005-08
URL: http://fjord.example/n?u=12&r=tid
"""


@pytest.mark.parametrize("paper", [BY, BELOW])
def test_a_paper_at_length(paper):
    first, second = parse_repec(
        f"{HEAD}{paper}\n2. Tides\nBy: Jane Doe; Richard Roe\nAbstract: It ebbs.\n"
    ).items
    assert (first.type, first.title) == (ItemType.REPORT, "Boats and quotas: Evidence")
    assert (first.author, first.publisher) == ((DOE, ROE), "University of Fjord (UF), Bergen")
    assert (first.issued, first.URL) == (Date((2005, 8)), "http://fjord.example/n?u=12&r=tid")
    assert first.abstract == "We study boats. They matter.\n\nIn 2. place come tides."
    assert first.keyword == "boats, quotas, tides"
    assert first.custom == {"repec": {"fields": [["JEL", "Q22"]]}}
    assert (second.title, second.author, second.abstract) == ("Tides", (DOE, ROE), "It ebbs.")


def test_what_stands_behind_the_papers_is_no_abstract():
    text = f"{HEAD}1. Boats\n\nJane Doe\n\nWe study boats.\n\nDate: 2004\n\nThis issue is provided as is.\n"
    (item,) = parse_repec(text).items
    assert (item.author, item.abstract, item.issued) == ((DOE,), "We study boats.", Date((2004,)))


def test_a_first_paragraph_that_names_nobody_is_the_abstract():
    (item,) = parse_repec(f"{HEAD}1. Boats\n\nIn this paper we study boats and quotas.\n\nDate: 2004\n").items
    assert (item.author, item.abstract) == ((), "In this paper we study boats and quotas.")


def test_the_overview_may_have_a_rule_of_its_own():
    text = f"In this issue we have:\n{RULE}\n1. Boats\n\nDoe, Jane\n\n{RULE}\n1. Boats\n\nDate: 2004 or so\n"
    (item,) = parse_repec(text).items
    assert (item.title, item.author, item.issued) == ("Boats", (), Date((2004,)))


def test_a_report_without_papers_is_a_flaw():
    assert len(parse_repec(HEAD).flaws) == 1


@given(st.text(max_size=40), st.sampled_from(["Jane", "2005-08", "1.", "By:", "("]))
def test_never_raises(text, place):
    parse_repec(HEAD + BY.replace(place, text))


@pytest.mark.parametrize(
    "text", [" \n" * 50_000, "1. a\n" * 20_000, "(" * 50_000, f"{HEAD}1. a\nBy: " + "(\n" * 10_000]
)
def test_a_long_text_is_read_in_time(text):
    start = process_time()
    parse_repec(text)
    assert process_time() - start < 5
