"""Two copies of a library that went their own ways."""

import shutil

import pytest

from refs.errors import NotALibrary, UnreadableFile
from refs.model.article import Article, Format, ListEntry, Span
from refs.model.item import Item, ItemType
from refs.model.link import Check, Verdict


def page(key, **more):
    return Item(id=key, type=ItemType.WEBPAGE, title=f"The page that is called {key}", **more)


@pytest.fixture
def copies(path, tmp_path, clock, open_store):
    """Two stores of one origin: the items a, b and c with a tag on a."""
    with open_store(path) as origin:
        origin.add_items([page("a", URL="https://x.example/a"), page("b"), page("c")])
        origin.add_tags(["a"], ["old"])
    shutil.copy(path, tmp_path / "theirs.db")
    clock.pass_days(1)
    with (
        open_store(path) as mine,
        open_store(tmp_path / "theirs.db") as theirs,
    ):
        yield mine, theirs


def keys(store):
    return [each.item.id for each in store.list_items()]


def content(store):
    return [(each.item, each.tags) for each in store.list_items()]


def test_changes_of_both_sides_come_together(copies):
    mine, theirs = copies
    mine.update_item("a", page("a", URL="https://x.example/a", note="mine"))
    theirs.update_item("a", page("a", URL="https://x.example/a", publisher="theirs"))
    theirs.add_items([page("d")])
    theirs.remove_item("b")
    result = mine.sync(theirs.path)
    assert (result.added, result.updated, result.removed, result.clashes) == (["d"], ["a"], ["b"], [])
    item = mine.get_item("a")
    assert (item.note, item.publisher) == ("mine", "theirs")
    assert keys(mine) == ["a", "c", "d"]


def test_after_both_have_synced_they_are_the_same(copies):
    mine, theirs = copies
    mine.set_fields(["a"], {"note": "mine"})
    mine.remove_item("c")
    theirs.add_items([page("d")])
    theirs.add_tags(["b"], ["x"])
    mine.sync(theirs.path)
    theirs.sync(mine.path)
    assert content(mine) == content(theirs)
    assert mine.sync(theirs.path).updated == []


def test_a_field_that_both_changed_is_a_clash_and_the_later_wins(copies, clock):
    mine, theirs = copies
    mine.update_item("a", page("a", note="mine"))
    clock.pass_days(1)
    theirs.update_item("a", page("a", note="theirs"))
    (clash,) = mine.sync(theirs.path).clashes
    assert (clash.key, clash.field, clash.mine, clash.theirs, clash.taken) == (
        "a",
        "note",
        "mine",
        "theirs",
        "theirs",
    )


def test_what_a_person_set_wins_whenever_it_was(copies, clock):
    mine, theirs = copies
    mine.set_fields(["a"], {"note": "mine"})
    clock.pass_days(1)
    theirs.set_fields(["a"], {"note": "theirs"}, source="crossref")
    assert mine.sync(theirs.path).clashes[0].taken == "mine"


def test_what_one_removed_and_the_other_changed_stays(copies):
    mine, theirs = copies
    mine.set_fields(["a"], {"note": "mine"})
    theirs.remove_item("a")
    mine.remove_item("b")
    theirs.set_fields(["b"], {"note": "theirs"})
    result = mine.sync(theirs.path)
    assert [(each.key, each.field) for each in result.clashes] == [("a", "item"), ("b", "item")]
    assert keys(mine) == ["a", "b", "c"]


def test_what_was_removed_here_does_not_come_back(copies):
    mine, theirs = copies
    mine.remove_item("a")
    assert mine.sync(theirs.path).added == []
    assert keys(mine) == ["b", "c"]


def test_new_items_with_one_key_are_both_kept(copies):
    mine, theirs = copies
    mine.add_items([Item(id="n", title="Of mushrooms and their uses in the kitchen")])
    theirs.add_items([Item(id="n", title="A history of the bicycle in ten chapters")])
    assert mine.sync(theirs.path).renamed == {"n": "na"}
    assert keys(mine) == ["a", "b", "c", "n", "na"]


def test_the_same_new_work_on_both_sides_is_one(copies):
    mine, theirs = copies
    mine.add_items([page("x", DOI="10.1000/x")])
    theirs.add_items([page("y", DOI="10.1000/x", note="theirs")])
    assert mine.sync(theirs.path).matched == {"y": "x"}
    assert mine.get_item("x").note == "theirs"


def test_tags_notes_collections_checks_and_articles_come_along(copies):
    mine, theirs = copies
    theirs.remove_tags(["a"], ["old"])
    theirs.add_tags(["b"], ["new"])
    theirs.add_note("b", "A note")
    theirs.add_to_collection("Set", ["a"])
    theirs.add_checks([Check("https://x.example/a", "2026-01-01T00:00:00Z", Verdict.DEAD)])
    theirs.put_article(
        Article("a.md", Format.MARKDOWN, "", entries=(ListEntry("1", Span(0, 1), 0),)), {0: "c"}
    )
    for _ in range(2):
        mine.sync(theirs.path)
    assert mine.tags() == {"new": 1}
    assert [each.text for each in mine.notes("b")] == ["A note"]
    assert mine.collection("Set") == ["a"]
    assert [each.verdict for each in mine.history("https://x.example/a")] == [Verdict.DEAD]
    assert mine.links_of("a")[0].verdict is Verdict.DEAD
    assert [each.path for each in mine.where_cited("c")] == ["a.md"]


def test_a_sync_is_one_event_and_is_undone(copies):
    mine, theirs = copies
    before = content(mine)
    theirs.add_items([page("d")])
    theirs.set_fields(["a"], {"note": "theirs"})
    mine.sync(theirs.path)
    assert mine.undo().verb == "sync"
    assert content(mine) == before


def test_what_is_no_library_is_refused(store, tmp_path):
    (tmp_path / "x.db").write_text("no " * 500)
    with pytest.raises(NotALibrary):
        store.sync(tmp_path / "x.db")
    with pytest.raises(UnreadableFile):
        store.sync(tmp_path / "none.db")
