"""The library as SQL, and back."""

import pytest

from refs.errors import CannotWrite, NotALibrary
from refs.model.item import Item, ItemType
from refs.model.link import Check, Verdict
from refs.store.dumping import load_sql


def fill(store):
    store.add_items(
        [
            Item(id="a", type=ItemType.WEBPAGE, title='It\'s; a\n"title" --', URL="https://x.example/a"),
            Item(id="b'); DROP TABLE items;--", title="Another 😀"),
        ]
    )
    store.add_tags(["a"], ["x;y"])
    store.add_note("a", "line one;\nline two;\n")
    store.add_checks([Check("https://x.example/a", "2026-01-01T00:00:00Z", Verdict.DEAD)])
    store.remove_item("b'); DROP TABLE items;--")


def content(store):
    tables = ("items", "identifiers", "tags", "notes", "links", "checks", "events", "changes")
    return {name: [tuple(row) for row in store.rows(f"SELECT * FROM {name}")] for name in tables}


@pytest.mark.parametrize("by_lines", [True, False])
def test_a_library_comes_back_equal(store, open_store, tmp_path, by_lines):
    fill(store)
    text = "\n".join(store.dump_sql()) + "\n"
    load_sql(text.splitlines(keepends=True) if by_lines else store.dump_sql(), tmp_path / "new.db")
    with open_store(tmp_path / "new.db") as new:
        assert content(new) == content(store)
        assert [each.item.id for each in new.search("title")] == ["a"]
        assert {each.code for each in new.examine()} == {each.code for each in store.examine()}
        new.undo()
        assert new.count() == 2
        assert new.add_items([Item(id="c", title="New")])[0].key == "c"


def test_other_statements_are_refused(tmp_path):
    outside = tmp_path / "outside.db"
    for script in (
        [f"ATTACH '{outside}' AS other;"],
        [f"VACUUM INTO '{outside}';"],
        ["CREATE TABLE songs (id);"],
        ["nonsense;"],
    ):
        with pytest.raises(NotALibrary):
            load_sql(script, tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays(tmp_path):
    (tmp_path / "new.db").write_text("mine")
    with pytest.raises(CannotWrite):
        load_sql([], tmp_path / "new.db")
    assert (tmp_path / "new.db").read_text() == "mine"
