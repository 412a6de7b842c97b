"""Opening a file, and what may be wrong with it."""

import sqlite3
import threading

import pytest

from refs.errors import LibraryDamaged, NewerLibrary, NotALibrary
from refs.model.item import Item


def test_a_library_is_made_and_opened_again(opened, path):
    with opened() as store:
        store.add_items([Item(id="a", title="A")])
    with opened() as store:
        assert store.get_item("a").title == "A"
    assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_text_file_is_no_library(opened, path):
    path.write_text("hello " * 1000)
    with pytest.raises(NotALibrary):
        opened()


def test_a_database_of_another_program_is_no_library(opened, path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (id)")
    connection.close()
    with pytest.raises(NotALibrary, match="songs"):
        opened()
    assert sqlite3.connect(path).execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


def test_a_newer_library_is_refused(opened, path):
    opened().close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(NewerLibrary, match="schema 99"):
        opened()


def test_a_truncated_library_is_damaged(opened, path):
    with opened() as store:
        store.add_items([Item(id=f"k{n}", title="A title " * 20) for n in range(500)])
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(LibraryDamaged), opened() as store:
        store.list_items()


def test_a_transaction_is_all_or_nothing(store):
    def add_and_fail():
        with store.transaction():
            store.add_items([Item(id="a", title="A")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    assert store.count() == 0


def test_threads_wait_for_each_other(opened):
    with opened() as store:

        def add(name):
            for number in range(20):
                store.add_items([Item(id=f"{name}{number}", title=f"Title {name} {number}")])

        threads = [threading.Thread(target=add, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert store.count() == 80


def test_two_openings_write_by_turns(opened):
    with opened() as one, opened() as two:
        one.add_items([Item(id="a", title="A")])
        two.add_items([Item(id="a", title="B")])
        assert [each.item.id for each in one.list_items()] == ["a", "aa"]
