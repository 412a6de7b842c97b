"""Interrupted, crowded out, locked, read-only: nothing that was reported is lost, nothing is half done."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from refs.errors import CannotWrite, LibraryBusy, LibraryUnwritable, NewerLibrary
from refs.model.item import Item, ItemType
from refs.store import database

ROOT = Path(__file__).parents[2]
WORK = textwrap.dedent("""
    import sys
    sys.path.insert(0, {root!r})
    import json
    from refs.model.item import Item
    from refs.parse.csl.csljson import read_item
    from refs.render.csljson import encode_item
    from refs.store import Store

    def say(line):
        print(line, flush=True)
    if sys.argv[1] == "migrate":
        say("start")
        for n in range(100_000):
            Store(f"{path}.{{n}}", encode_item, lambda text: read_item(json.loads(text))).close()
            say(n)
    store = Store({path!r}, encode_item, lambda text: read_item(json.loads(text)))
    start = int(sys.argv[2])
    def page(n):
        return Item(id=f"k{{n}}", title=f"The page with the number {{n}} of a long list", URL=f"https://x.example/{{n}}")
    if sys.argv[1] == "import":
        for n in range(start, start + 100_000, 50):
            store.add_items([page(m) for m in range(n, n + 50)], force=True)
            say(n + 50)
    if sys.argv[1] == "bulk":
        batches = ([store._prepare_item(page(m)) for m in range(n, n + 600)] for n in range(start, start + 600_000, 600))
        done = start
        for added in store.add_prepared(batches, force=True, seconds=0.1):
            done += len(added)
            say(done)
    if sys.argv[1] == "merge":
        for n in range(start, start + 100_000, 2):
            store.add_items([page(n), page(n + 1)], force=True)
            store.add_tags([f"k{{n + 1}}"], [f"t{{n}}"])
            say(f"two {{n}}")
            store.merge(f"k{{n}}", [f"k{{n + 1}}"])
            say(f"one {{n}}")
            store.undo()
            say(f"two {{n}}")
""")


def page(number):
    return Item(
        id=f"k{number}", type=ItemType.WEBPAGE, title=f"The page with the number {number} of a long list"
    )


def run_and_kill(path, task, start, seconds):
    """What the program had reported when it was killed."""
    code = WORK.format(root=str(ROOT), path=str(path))
    with subprocess.Popen(
        [sys.executable, "-c", code, task, str(start)], stdout=subprocess.PIPE, text=True
    ) as program:
        first = program.stdout.readline()
        time.sleep(seconds)
        program.send_signal(signal.SIGKILL)
        return (first + program.stdout.read()).splitlines()


def is_sound(path):
    connection = sqlite3.connect(path)
    sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    sound = sound and connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    return sound


KILLS = int(os.environ.get("REFS_KILLS", "2"))
"""How often each is killed; ``REFS_KILLS=50`` for the long run."""


def test_what_a_killed_import_reported_is_there(path, open_store):
    chance, start = random.Random(1), 0
    for _ in range(KILLS):
        said = run_and_kill(path, "import", start, chance.uniform(0, 0.25))
        assert is_sound(path)
        with open_store(path) as store:
            reported = int(said[-1])
            assert store.count() % 50 == 0
            assert store.count() >= reported
            assert store.has_key(f"k{reported - 1}")
            start = store.count()


def test_what_a_killed_import_of_many_reported_is_there_and_the_triggers_too(path, open_store):
    chance, start = random.Random(4), 0
    for _ in range(KILLS):
        said = run_and_kill(path, "bulk", start, chance.uniform(0, 0.25))
        assert is_sound(path)
        with open_store(path) as store:
            assert store.count() % 600 == 0
            assert store.count() >= int(said[-1])
            assert store.value("SELECT adding FROM state") == 0
            assert store.value("SELECT count(*) FROM sqlite_master WHERE name = 'search_insert'") == 1
            assert [
                each.code for each in store.examine() if each.code not in ("unresolved", "unchecked")
            ] == []
            start = store.count()


def test_a_killed_merge_or_undo_is_whole_or_not_at_all(path, open_store):
    chance = random.Random(2)
    for turn in range(KILLS):
        said = run_and_kill(path, "merge", turn * 1_000_000, chance.uniform(0, 0.25))
        assert is_sound(path)
        with open_store(path) as store:
            number = int(said[-1].split()[1])
            merged = bool(store.get_stored(f"k{number}").tags)
            assert store.get_item(f"k{number + 1}").id == f"k{number if merged else number + 1}"
            assert store.value("SELECT count(*) FROM recording") == 0
            assert store.value("SELECT count(*) FROM tags WHERE tag = ?", [f"t{number}"]) == 1


def test_a_killed_migration_is_whole_or_not_at_all(tmp_path, open_store):
    chance = random.Random(3)
    for turn in range(KILLS):
        said = run_and_kill(tmp_path / f"{turn}.db", "migrate", 0, chance.uniform(0.1, 0.4))
        made = max([int(line) for line in said[1:]], default=-1)
        for number in (made, made + 1):
            file = tmp_path / f"{turn}.db.{number}"
            with open_store(file) as store:
                assert store.count() == 0
            assert is_sound(file)


def test_a_full_disk_loses_nothing(opened):
    with opened() as store:
        store.add_items([page(number) for number in range(100)])
        pages = store.value("PRAGMA page_count")
        store.rows(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(LibraryUnwritable, match="the disk is full"):
            store.add_items([page(number) for number in range(100, 5_000)])
        assert store.count() == 100
        store.rows("PRAGMA max_page_count = 1000000")
        store.add_items([page(200)])
        assert {each.code for each in store.examine()} <= {"unchecked"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs a file system of its own")
def test_a_full_file_system_loses_nothing(tmp_path, open_store):
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], check=False, capture_output=True
    ).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        with open_store(small / "library.db") as store:
            store.add_items([page(number) for number in range(100)])
            with pytest.raises(LibraryUnwritable):
                store.add_items([page(number) for number in range(100, 20_000)])
            assert store.count() == 100
            with pytest.raises(CannotWrite):
                store.backup(small / "copy.db")
            assert not (small / "copy.db").exists()
        assert is_sound(small / "library.db")
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_locked_library_is_waited_for_then_told(opened, path, monkeypatch):
    monkeypatch.setattr(database, "WAIT_MILLISECONDS", 50)
    with opened() as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy, match="in use by another program"):
            store.add_items([page(1)])
        assert store.count() == 0
        other.execute("COMMIT")
        other.close()
        store.add_items([page(1)])


def test_a_library_that_is_free_soon_is_waited_for(opened, path):
    with opened() as store:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.3, lambda: other.execute("COMMIT"))
        timer.start()
        store.add_items([page(1)])
        timer.join()
        other.close()
        assert store.count() == 1


def test_a_read_only_library_is_read(opened, path, monkeypatch):
    with opened() as store:
        store.add_items([page(1)])
    monkeypatch.setattr(os, "access", lambda *_: False)
    with opened() as store:
        assert store.is_read_only
        assert store.get_item("k1").id == "k1"
        assert [each.item.id for each in store.search("page")] == ["k1"]
        assert list(store.each_link()) == []
        with pytest.raises(LibraryUnwritable, match="read-only"):
            store.add_items([page(2)])


def test_a_folder_that_is_not_there_is_told(open_store, tmp_path):
    with pytest.raises(LibraryUnwritable, match="cannot be written"):
        open_store(tmp_path / "none" / "library.db")


def test_a_clock_that_goes_back_does_no_harm(store, clock):
    store.add_items([page(1)])
    clock.pass_days(-400)
    store.add_items([page(2)])
    store.set_fields(["k1"], {"note": "N"})
    store.undo()
    store.undo()
    assert [each.item.id for each in store.list_items()] == ["k1"]
    assert store.get_item("k1").note is None


def test_a_migration_that_breaks_leaves_the_old_library(opened, path, monkeypatch):
    opened().close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    from refs.store import migrations

    def broken(_):
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr(migrations.migrations, "apply", broken)
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError):
        opened()
    assert path.read_bytes() == before


def test_an_old_library_is_copied_before_it_is_migrated(opened, path, monkeypatch, tmp_path):
    opened().close()
    monkeypatch.setattr(database, "VERSION", 2)
    with opened():
        pass
    assert (tmp_path / "library.db.schema-1").is_file()
    monkeypatch.undo()
    shutil.move(tmp_path / "library.db.schema-1", path)
    with opened() as store:
        assert store.count() == 0


def test_a_newer_library_is_not_touched(opened, path):
    opened().close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 7")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerLibrary):
        opened()
    assert path.read_bytes() == before
