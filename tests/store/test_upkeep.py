"""Backup, doctor, figures."""

import sqlite3

import pytest

from refs.errors import CannotWrite
from refs.model.item import Item, ItemType
from refs.parse.query import parse_query


def fill(store, number=3):
    store.add_items(
        Item(id=f"k{n}", type=ItemType.WEBPAGE, title=f"A page about {n}", URL=f"https://x.example/{n}")
        for n in range(number)
    )


def test_a_backup_is_a_library(opened, path, tmp_path):
    with opened() as store:
        fill(store)
        store.backup(tmp_path / "copy.db")
        store.remove_item("k0")
    path.unlink()
    (tmp_path / "copy.db").rename(path)
    with opened() as store:
        assert store.count() == 3
        assert store.examine() == [each for each in store.examine() if each.code == "unchecked"]


def test_a_backup_is_not_written_over_the_library_or_into_nothing(opened, path, tmp_path):
    with opened() as store:
        for place in (path, tmp_path / "none" / "copy.db"):
            with pytest.raises(CannotWrite):
                store.backup(place)


def test_a_sound_library_has_only_advice(store):
    fill(store)
    assert [(each.code, each.message) for each in store.examine()] == [
        ("unchecked", "links that were never checked: 3")
    ]


def test_the_doctor_makes_good_what_was_changed_from_outside(opened, path):
    with opened() as store:
        fill(store)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE items SET csl = replace(csl, 'page', 'leaf') WHERE key = 'k1'")
    connection.execute("INSERT INTO tags (item_id, tag) VALUES (99, 'x')")
    connection.execute("DELETE FROM search_data WHERE id > 10")
    connection.commit()
    connection.close()
    with opened() as store:
        assert {"stale", "orphan", "search-index"} <= {each.code for each in store.examine()}
        store.examine(repair=True)
        assert {each.code for each in store.examine()} == {"unchecked"}
        assert [each.item.id for each in store.search(parse_query("leaf"))] == ["k1"]


def test_the_doctor_looks_at_attachments(opened, tmp_path):
    with opened() as store:
        fill(store, 1)
        (tmp_path / "a.pdf").write_bytes(b"a")
        store.add_attachment("k0", "a.pdf")
        (tmp_path / "a.pdf").unlink()
        assert "attachment-missing" in {each.code for each in store.examine()}


def test_compacting_gives_room_back(opened, path):
    with opened() as store:
        fill(store, 2_000)
        for number in range(1, 1_000):
            store.execute("DELETE FROM items WHERE key = ?", [f"k{number}"])
        store.compact()
        size = path.stat().st_size
        assert store.count() == 1_001
        assert store.examine()[0].code == "unchecked"
    assert size < 3_000_000


def test_figures(store):
    fill(store)
    store.add_tags(["k0", "k1"], ["x"])
    stats = store.stats()
    assert (stats.items, stats.links, stats.unresolved) == (3, 3, 0)
    assert (stats.types, stats.tags, stats.verdicts) == ({"webpage": 3}, {"x": 2}, {"unchecked": 3})
    assert stats.bytes > 0
