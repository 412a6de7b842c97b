"""Retrieval dates: what is wrong with them, and what a check may move."""

import datetime as dt

import pytest

from refs.check.freshness import Policy, judge_dates, last_verified, parse_period, span_of, touched
from refs.model.date import Date
from refs.model.item import Item, ItemType
from refs.model.link import Check, Reason, Verdict

TODAY = dt.date(2026, 11, 22)
URL = "https://www.mayoclinic.org/x"


def page(accessed=None, issued=None, **fields):
    return Item.build(
        {"id": "x", "type": ItemType.WEBPAGE, "URL": URL, "accessed": accessed, "issued": issued, **fields}
    )


def check(when, verdict=Verdict.ALIVE, reason=Reason.OK, **fields):
    return Check(URL, f"{when}T08:00:00Z", verdict, reason, **fields)


def codes(item, checks=(), policy=None):
    return [str(finding.code) for finding in judge_dates(item, checks, TODAY, policy)]


@pytest.mark.parametrize(
    ("accessed", "issued", "expected"),
    [
        (None, None, ["retrieval-missing"]),
        (Date((2026, 10, 1)), None, []),
        (Date((2026, 11, 23)), None, []),  # it is tomorrow somewhere
        (Date((2026, 11, 24)), None, ["retrieval-future"]),
        (Date((2027,)), None, ["retrieval-future"]),
        (Date((2026,)), None, []),
        (Date((2026, 2, 30)), None, ["retrieval-impossible"]),
        (Date((2026, 13)), None, ["retrieval-impossible"]),
        (Date(literal="24 C.E."), None, ["retrieval-impossible"]),
        (Date((24,)), None, ["retrieval-impossible"]),
        (Date((1985, 6, 1)), None, ["retrieval-impossible"]),
        (Date((2025, 7, 27)), Date((2025, 7, 28)), ["retrieval-before-publication"]),
        (Date((2025, 7, 27)), Date((2025, 7)), []),
        (Date((2025, 7)), Date((2025, 7, 30)), []),
        (Date((2025,)), Date((2026, 1)), ["retrieval-before-publication"]),
        (Date((2023, 5, 13)), None, ["retrieval-stale"]),
    ],
)
def test_dates_alone(accessed, issued, expected):
    assert codes(page(accessed, issued)) == expected


def test_a_paper_with_a_doi_needs_no_retrieval_date():
    assert codes(page(DOI="10.1000/x")) == []


def test_the_policy_of_a_host_and_its_subdomains():
    policy = Policy(stale=None, hosts={"mayoclinic.org": 30})
    assert codes(page(Date((2026, 10, 1))), policy=policy) == ["retrieval-stale"]
    assert codes(page(Date((2020, 1, 1))), policy=Policy(stale=None)) == []


def test_a_source_that_changed_since():
    changed = check("2026-11-01", Verdict.CHANGED, Reason.CONTENT, drift=0.3)
    (finding,) = judge_dates(page(Date((2026, 10, 1))), [changed], TODAY)
    assert (
        finding.message
        == "The page has changed (about 30%) since it was retrieved 2026-10-01: seen 2026-11-01."
    )
    assert codes(page(Date((2026, 11, 2))), [changed]) == []


def test_a_source_that_says_it_was_modified():
    looked = check("2026-11-20", last_modified="Sun, 15 Nov 2026 10:00:00 GMT")
    assert codes(page(Date((2026, 10, 1))), [looked]) == ["source-modified"]
    clock = check("2026-11-20", last_modified="Fri, 20 Nov 2026 08:00:00 GMT")
    assert codes(page(Date((2026, 10, 1))), [clock]) == []


def test_a_superseded_label():
    evidence = "listed by the FDA as Label of 2017-01-04; newer label of 2023-10-16: https://www.accessdata.fda.gov/new.pdf"
    looked = check("2026-11-20", reason=Reason.REGISTRY, evidence=evidence)
    (finding,) = judge_dates(page(Date((2026, 10, 1))), [looked], TODAY)
    assert (finding.code, finding.text) == ("source-superseded", "https://www.accessdata.fda.gov/new.pdf")


def test_a_retrieval_on_a_day_when_the_page_was_missing():
    looked = check("2026-10-01", Verdict.SUSPECT, Reason.NOT_FOUND)
    assert codes(page(Date((2026, 10, 1))), [looked]) == ["retrieval-unverified"]


@pytest.mark.parametrize(
    ("verdict", "reason", "moves"),
    [
        (Verdict.ALIVE, Reason.OK, True),
        (Verdict.ALIVE, Reason.REGISTRY, True),
        (Verdict.CHANGED, Reason.CONTENT, False),
        (Verdict.MOVED, Reason.PERMANENT_REDIRECT, False),
        (Verdict.BLOCKED, Reason.ROBOT_WALL, False),
        (Verdict.OFFLINE, Reason.NO_NETWORK, False),
        (Verdict.DEAD, Reason.GONE, False),
    ],
)
def test_touch_moves_the_date_of_a_page_seen_unchanged_only(verdict, reason, moves):
    expected = Date((2026, 11, 22)) if moves else None
    assert touched(page(), check("2026-11-22", verdict, reason), TODAY) == expected


def test_only_good_looks_verify():
    checks = [check("2026-01-01"), check("2026-02-01", Verdict.BLOCKED), check("2026-03-01", Verdict.OFFLINE)]
    assert last_verified(checks) == "2026-01-01T08:00:00Z"
    assert last_verified([]) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2y", 730),
        ("18m", 540),
        ("6w", 42),
        ("90d", 90),
        (" 1 Y ", 365),
        ("", None),
        ("y", None),
        ("2", None),
        ("-2y", None),
        ("²y", None),
    ],
)
def test_periods(text, days):
    assert parse_period(text) == days


def test_spans():
    assert span_of(Date((2024, 2))) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert span_of(Date((2024,))) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert span_of(Date((-44,))) is None
