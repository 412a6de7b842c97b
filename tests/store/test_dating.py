"""What dates are judged by: as much as the whole item and its whole history would tell, and no more."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refs.check.freshness import ONLINE, judge_dates
from refs.model.date import Date
from refs.model.item import Item, ItemType
from refs.model.link import Check, Reason, Verdict

TODAY = dt.date(2026, 3, 1)
URL = "https://clinic.example/x"
PAGE = Item(
    id="x", type=ItemType.WEBPAGE, title="X", URL=URL, accessed=Date((2025, 7, 27)), issued=Date((2020,))
)


def check(when, verdict=Verdict.ALIVE, reason=Reason.OK, **fields):
    return Check(URL, f"{when}T08:00:00Z", verdict, reason, **fields)


def read(store, *keys, **options):
    return {item.id: (item, checks) for item, checks in store.each_dated(ONLINE, keys or None, **options)}


def test_an_item_comes_with_what_its_dates_need(store):
    notice = {"notices": [{"kind": "retraction", "source": "pubmed"}]}
    store.add_items([PAGE.replace(publisher="P", custom={**notice, "more": 1})])
    item, checks = read(store)["x"]
    assert (item.URL, item.accessed, item.issued, item.custom) == (URL, PAGE.accessed, PAGE.issued, notice)
    assert (item.publisher, checks) == (None, [])


def test_what_needs_no_date_is_left_out(store):
    paper = Item(
        id="paper",
        type=ItemType.ARTICLE_JOURNAL,
        title="Paper",
        URL="https://journal.example/1",
        DOI="10.1000/x",
    )
    page = Item(id="page", type=ItemType.WEBPAGE, title="Page", URL="https://clinic.example/page")
    store.add_items([paper, page, PAGE])
    assert list(read(store)) == ["page", "x"]
    assert list(read(store, "x", "paper")) == ["x"]
    assert list(read(store, every=True)) == ["paper", "page", "x"]


def test_items_come_in_the_order_asked_for_and_page_by_page(store, monkeypatch):
    monkeypatch.setattr("refs.store.dating._PAGE", 2)
    monkeypatch.setattr(
        "refs.store.dating._ALL", "SELECT id FROM items WHERE id > ? AND {} ORDER BY id LIMIT 2"
    )
    keys = [f"k{number}" for number in range(5)]
    store.add_items(
        [
            Item(id=key, type=ItemType.WEBPAGE, title=f"{key} alone", URL=f"https://{key}.example/x")
            for key in keys
        ]
    )
    assert list(read(store)) == keys
    assert list(read(store, *reversed(keys))) == keys[::-1]


@pytest.mark.parametrize(
    "last", [check("2026-02-03"), check("2026-02-03", Verdict.SUSPECT, Reason.NOT_FOUND)]
)
def test_of_the_looks_come_the_ones_that_count(store, last):
    store.add_items([PAGE])
    changed = check("2025-09-01", Verdict.CHANGED, Reason.CONTENT)
    dated = check("2025-12-01", last_modified="Mon, 01 Dec 2025 00:00:00 GMT")
    good = check("2026-02-02")
    idle = [check("2025-08-01"), check("2025-10-01"), check("2026-01-01")]
    store.add_checks([check("2025-07-27", Verdict.DEAD), changed, dated, good, last, *idle])
    seen = read(store)["x"][1]
    expected = [check("2025-07-27", Verdict.DEAD), changed, dated, good, last]
    assert seen == [each for each in expected if each is not good or not last.verdict.is_good]


looks = st.lists(
    st.builds(
        check,
        st.dates(dt.date(2025, 7, 20), dt.date(2025, 8, 10)).map(str),
        st.sampled_from([Verdict.ALIVE, Verdict.CHANGED, Verdict.DEAD, Verdict.SUSPECT, Verdict.BLOCKED]),
        st.sampled_from([Reason.OK, Reason.CONTENT, Reason.NOT_FOUND]),
        last_modified=st.sampled_from([None, "2025-07-28", "2025-08-01", "2020-01-01"]),
        evidence=st.sampled_from([None, "listed; newer label of 2025-08-01: x.pdf"]),
    ),
    max_size=12,
    unique_by=lambda each: each.when,
)


@settings(max_examples=80)
@given(looks)
def test_they_tell_what_the_whole_history_tells(store_maker, checks):
    with store_maker() as store:
        store.add_items([PAGE])
        store.add_checks(checks)
        dated, seen = read(store)["x"]
        assert judge_dates(dated, seen, TODAY) == judge_dates(PAGE, store.history(URL), TODAY)
