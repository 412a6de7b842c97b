"""Verdicts drawn from history, and when to look again."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.check.schedule import next_due
from refs.check.settings import Settings
from refs.check.strikes import count_strikes, judge
from refs.model.link import Check, Reason, Verdict

START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
MISS = (Verdict.SUSPECT, Reason.NOT_FOUND)
NO_NAME = (Verdict.SUSPECT, Reason.DNS_NO_NAME)
GOOD = (Verdict.ALIVE, Reason.OK)
BLOCK = (Verdict.BLOCKED, Reason.ROBOT_WALL)


def at(day, kind, **fields):
    when = (START + dt.timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Check("https://example.org/x", when, *kind, **fields)


def play(*looks, **changes):
    """The verdicts of one look after the other."""
    past = []
    for look in looks:
        past.append(judge(past, look, Settings(**changes)))
    return [str(check.verdict) for check in past]


def test_three_strikes_three_days_apart():
    assert play(at(0, MISS), at(3, MISS), at(6, MISS)) == ["suspect", "suspect", "dead"]


def test_looks_on_one_day_are_one_strike():
    assert play(at(0, MISS), at(0.1, MISS), at(0.2, MISS), at(3.2, MISS)) == ["suspect"] * 4


def test_a_good_look_begins_anew():
    assert play(at(0, MISS), at(3, MISS), at(6, GOOD), at(9, MISS)) == [
        "suspect",
        "suspect",
        "alive",
        "suspect",
    ]


def test_looks_that_saw_nothing_neither_count_nor_break():
    assert play(at(0, MISS), at(3, BLOCK), at(6, MISS), at(9, BLOCK), at(12, MISS))[-1] == "dead"


def test_the_dead_come_back_and_need_new_strikes():
    assert play(at(0, MISS), at(3, MISS), at(6, MISS), at(9, MISS), at(12, GOOD), at(15, MISS)) == [
        "suspect",
        "suspect",
        "dead",
        "dead",
        "alive",
        "suspect",
    ]


def test_misses_of_two_kinds_are_two_accidents():
    assert play(at(0, MISS), at(3, NO_NAME), strikes=2) == ["suspect", "suspect"]
    assert play(at(0, MISS), at(3, NO_NAME), at(6, MISS), strikes=2)[-1] == "dead"


def test_two_strikes_when_asked_for():
    assert play(at(0, MISS), at(1, MISS), strikes=2, strike_days=1) == ["suspect", "dead"]


def test_drift_against_the_last_good_look():
    looks = [
        at(0, GOOD, fingerprint="0" * 16),
        at(1, GOOD, fingerprint="0" * 15 + "1"),
        at(2, GOOD, fingerprint="0000ffff0000ffff"),
    ]
    past = []
    for look in looks:
        past.append(judge(past, look, Settings()))
    assert [(str(check.verdict), check.drift) for check in past] == [
        ("alive", None),
        ("alive", 0.001),
        ("changed", 0.951),
    ]
    assert judge(past, at(3, GOOD, fingerprint=f"3w-{'0' * 16}"), Settings()).drift is None
    assert past[2].evidence == "about 95% of the text differs from 2026-01-02"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60), st.sampled_from([MISS, GOOD, BLOCK, (Verdict.UNREACHABLE, Reason.TIMEOUT)])
        ),
        max_size=30,
    )
)
def test_nothing_dies_without_enough_misses(looks):
    past = []
    for day, kind in sorted(looks, key=lambda look: look[0]):
        check = judge(past, at(day, kind), Settings())
        past.append(check)
        if check.verdict is Verdict.DEAD:
            assert sum(each.reason is Reason.NOT_FOUND for each in past) >= 3
    assert (
        count_strikes(past, past[-1].when if past else START.isoformat(), 3, Reason.NOT_FOUND)
        <= len(past) + 1
    )


def days_until(history, check):
    due = dt.datetime.fromisoformat(next_due(history, check))
    return (due - dt.datetime.fromisoformat(check.when)).total_seconds() / 86_400


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        (GOOD, 30),
        (MISS, 3),
        (BLOCK, 7),
        ((Verdict.UNREACHABLE, Reason.TIMEOUT), 1),
        ((Verdict.OFFLINE, Reason.NO_NETWORK), 0),
        ((Verdict.BLOCKED, Reason.RATE_LIMIT), 1),
        ((Verdict.DEAD, Reason.GONE), 7),
    ],
)
def test_the_next_look(kind, days):
    assert days_until([], at(0, kind)) == days


def test_the_dead_are_looked_at_ever_more_rarely():
    dead = (Verdict.DEAD, Reason.NOT_FOUND)
    history, waits = [], []
    for day in range(0, 80, 10):
        waits.append(days_until(history, at(day, dead)))
        history.append(at(day, dead))
    assert waits == [7, 14, 28, 56, 112, 180, 180, 180]
