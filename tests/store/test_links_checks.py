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


def test_due_are_those_never_seen_or_seen_before(store):
    store.add_items([PAGE])
    store.add_checks([Check("https://mayo.example/k", "2026-02-01T00:00:00Z", Verdict.ALIVE)])
    assert [each.url for each in store.due_links()] == ["https://doi.org/10.1000/k"]
    assert len(store.due_links("2026-02-02")) == 2


def test_a_removed_item_has_no_links_due(store):
    store.add_items([PAGE])
    store.remove_item("mayo")
    assert store.due_links() == []
    assert store.links() == []
