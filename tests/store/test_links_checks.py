"""Links of items and what was seen of them."""

from refs.model.item import Item, ItemType
from refs.model.link import Check, Link, Reason, Verdict

PAGE = Item(id="mayo", type=ItemType.WEBPAGE, title="Klonopin", URL="https://mayo.example/k", DOI="10.1000/k")


def test_an_item_has_its_printed_url_and_its_doi(store):
    store.add_items([PAGE])
    assert [each.link for each in store.links_of("mayo")] == [
        Link("https://mayo.example/k"),
        Link("https://doi.org/10.1000/k", "doi:10.1000/k"),
    ]


def test_checks_are_history_and_the_last_is_the_verdict(store):
    store.add_items([PAGE])
    url = "https://mayo.example/k"
    first = Check(url, "2026-01-01T00:00:00Z", Verdict.ALIVE, status=200, hops=((301, "https://x.example"),))
    second = Check(url, "2026-02-01T00:00:00Z", Verdict.SUSPECT, Reason.NOT_FOUND, 404)
    store.add_checks([first, second])
    assert store.history(url) == [first, second]
    assert store.links_of("mayo")[0].verdict is Verdict.SUSPECT
    assert store.get_stored("mayo").last_verified == "2026-01-01T00:00:00Z"


def test_an_old_check_that_comes_late_is_not_the_verdict(store):
    store.add_items([PAGE])
    url = "https://mayo.example/k"
    store.add_checks([Check(url, "2026-02-01T00:00:00Z", Verdict.ALIVE)])
    store.add_checks([Check(url, "2026-01-01T00:00:00Z", Verdict.DEAD)])
    assert store.links_of("mayo")[0].verdict is Verdict.ALIVE


def test_a_removed_item_has_no_links_due(store):
    store.add_items([PAGE])
    store.remove_item("mayo")
    assert list(store.each_link()) == []
    assert store.count_links() == 0


def test_links_are_read_a_page_at_a_time(store, monkeypatch):
    monkeypatch.setattr("refs.store.links._PAGE", 2)
    pages = [Item(id=f"p{at}", type=ItemType.WEBPAGE, URL=f"https://x.example/{at}") for at in range(5)]
    store.add_items([*pages, Item(id="twin", type=ItemType.WEBPAGE, title="T", URL="https://x.example/3/")])
    assert [each.link.url for each in store.each_link()] == [f"https://x.example/{at}" for at in range(5)]
    assert store.count_links() == 5
    for state in store.each_link():
        store.add_checks([Check(state.link.url, "2026-02-01T00:00:00Z", Verdict.ALIVE)])
    assert {each.verdict for each in store.each_link()} == {Verdict.ALIVE}


def test_the_verdicts_on_printed_links_by_key(store):
    store.add_items([PAGE, PAGE.replace(id="other", title="Other", URL="https://other.example/x", DOI=None)])
    store.add_checks(
        [
            Check("https://mayo.example/k", "2026-01-01T00:00:00Z", Verdict.MOVED),
            Check("https://doi.org/10.1000/k", "2026-01-01T00:00:00Z", Verdict.DEAD),
        ]
    )
    assert store.printed_verdicts(["mayo", "other", "none"]) == {"mayo": Verdict.MOVED}


def test_the_links_of_some_items_only(store):
    pages = [
        Item(id=f"p{at}", type=ItemType.WEBPAGE, title=f"{at} alone", URL=f"https://x.example/{at}")
        for at in range(4)
    ]
    store.add_items([PAGE, *pages])
    urls = [each.link.url for each in store.each_link(["p3", "mayo", "p1"])]
    assert urls == [
        "https://mayo.example/k",
        "https://doi.org/10.1000/k",
        "https://x.example/1",
        "https://x.example/3",
    ]


def test_a_verdict_is_news_when_it_was_another_before(store):
    store.add_items([PAGE])
    url, doi = "https://mayo.example/k", "https://doi.org/10.1000/k"
    store.add_checks(
        [Check(url, "2026-01-01T00:00:00Z", Verdict.DEAD), Check(url, "2026-01-02T00:00:00Z", Verdict.ALIVE)]
    )
    store.add_checks([Check(each, "2026-03-01T00:00:00Z", Verdict.ALIVE) for each in (url, doi)])
    assert store.verdicts_before([url, doi], "2026-01-02T00:00:00Z") == {url: Verdict.DEAD}
    assert [check.url for check, _ in store.looks(Verdict.ALIVE, "2026-03-01", other_than="2026-01-02")] == [
        url
    ]
    assert list(store.looks(Verdict.ALIVE, "2026-03-01", other_than="2026-02-01")) == []


def test_keeping_checks_does_not_read_the_past_of_every_link(store):
    from refs.store.checks import _VERIFIED

    plan = store.rows(f"EXPLAIN QUERY PLAN {_VERIFIED}", [0, "[]"])
    assert [row["detail"] for row in plan if "SCAN item_links" in row["detail"]] == []


def test_the_last_looks_of_one_verdict_come_with_their_items(store):
    store.add_items([PAGE])
    url, doi = "https://mayo.example/k", "https://doi.org/10.1000/k"
    store.add_checks(
        [Check(url, "2026-01-01T00:00:00Z", Verdict.DEAD), Check(doi, "2026-01-02T00:00:00Z", Verdict.ALIVE)]
    )
    store.add_checks([Check(url, "2026-02-01T00:00:00Z", Verdict.ALIVE, status=200)])
    looks = list(store.looks(Verdict.ALIVE, "2026-01-15T00:00:00Z"))
    assert [(check.url, check.status, keys) for check, keys in looks] == [(url, 200, ("mayo",))]
    assert list(store.looks(Verdict.DEAD, "2026-01-01T00:00:00Z")) == []
    assert store.keys_with(url) == ("mayo",)
