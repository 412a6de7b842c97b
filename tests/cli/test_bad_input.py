"""Every sentence names the thing, the trouble and the next step; nothing raises; nothing is lost."""

import json
import os
import sqlite3
import subprocess
import sys

import pytest

from refs.store.database import APPLICATION_ID


def _is_one_sentence(done) -> bool:
    lines = done.stderr.strip().splitlines()
    return done.exit_code == 1 and len(lines) == 1 and lines[0].startswith("Error: ")


def test_a_text_file_is_no_library(refs, tmp_path):
    (tmp_path / "library.db").write_text("Dear diary, today I read about benzodiazepines." * 50)
    done = refs("list")
    assert _is_one_sentence(done), done.output
    assert "is not a refs library" in done.stderr
    assert (tmp_path / "library.db").read_text().startswith("Dear diary")


def test_another_programs_database_is_left_alone(refs, tmp_path):
    with sqlite3.connect(tmp_path / "library.db") as other:
        other.execute("CREATE TABLE photos (id INTEGER)")
    other.close()
    done = refs("add", "NBK556010")
    assert _is_one_sentence(done), done.output
    assert "photos" in done.stderr


def test_a_newer_library_asks_for_an_upgrade(refs, tmp_path):
    with sqlite3.connect(tmp_path / "library.db") as newer:
        newer.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        newer.execute("PRAGMA user_version = 999")
        newer.execute("CREATE TABLE items (id INTEGER)")
    newer.close()
    done = refs("list")
    assert _is_one_sentence(done), done.output
    assert "newer refs" in done.stderr


def test_no_library_yet_says_how_to_make_one(refs):
    done = refs("list")
    assert _is_one_sentence(done), done.output
    assert "refs add" in done.stderr


def test_a_missing_article(refs):
    done = refs("ingest", "nowhere.txt")
    assert _is_one_sentence(done), done.output
    assert "nowhere.txt cannot be read: no such file or directory" in done.stderr


def test_a_binary_article(refs, tmp_path):
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 64)
    done = refs("ingest", "photo.txt")
    assert _is_one_sentence(done), done.output
    assert "it is a binary file" in done.stderr


def test_offline_nothing_is_asked_and_nothing_concluded(refs, web):
    refs("add", "NBK556010")
    visits = len(web.visits)
    done = refs("--offline", "check")
    assert "1 offline" in done.stderr
    assert len(web.visits) == visits


def test_a_folder_is_no_article(refs, tmp_path):
    (tmp_path / "folder").mkdir()
    done = refs("ingest", "folder")
    assert _is_one_sentence(done), done.output


def test_an_unknown_item_gets_a_hint(refs):
    refs("add", "NBK556010")
    done = refs("show", "basit2032")
    assert _is_one_sentence(done), done.output
    assert "Did you mean 'basit2023'?" in done.stderr


def test_an_unknown_style_gets_a_hint(refs):
    refs("add", "NBK556010")
    done = refs("bib", "--style", "apaa")
    assert _is_one_sentence(done), done.output
    assert "Did you mean 'apa'?" in done.stderr


def test_a_misspelt_command_gets_a_hint(refs):
    done = refs("chekc")
    assert done.exit_code == 2
    assert "Did you mean 'check'?" in done.stderr


def test_a_period_that_is_none(refs):
    refs("add", "NBK556010")
    done = refs("check", "--stale", "soon")
    assert _is_one_sentence(done), done.output


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_no_permission(refs, tmp_path):
    (tmp_path / "secret.txt").write_text("text")
    (tmp_path / "secret.txt").chmod(0)
    assert "permission denied" in refs("ingest", "secret.txt").stderr


WRONG = [
    (("check", "--changed-since", "yesterday"), 2, "'yesterday' is no day"),
    (("check", "--fail-on", "deed"), 2, "'deed' is none of none, retracted, alive"),
    (("check", "--delay", "-1"), 2, "-1.0 is not in the range"),
    (("check", "--watch", "0h"), 1, "'0h' is no length of time"),
    (("check", "--cluster", "nonsense"), 1, "The cluster nonsense cannot be used"),
    (("list", "--article", "nope.txt"), 1, "No article is called 'nope.txt'. Read it first"),
    (("add", "."), 1, ". cannot be read: it is a folder."),
    (("-L", ".", "list"), 1, "is not a refs library (a folder)"),
    (("edit", "basit2023", "--set", "title"), 1, "'title' sets nothing. Write FIELD=VALUE"),
    (("merge", "basit2023", "NBK556010"), 2, "Name the item to keep"),
    (("dupes", "basit2023"), 2, "Name two or more items with --distinct, and none without"),
    (("dupes", "--distinct", "basit2023"), 2, "Name two or more items with --distinct"),
    (("tag", "spring"), 2, "Name the items that the tag 'spring' is for"),
    (("cite", "basit2023", "--style", "ama"), 1, "or 'american-medical-association'?"),
]


@pytest.mark.parametrize(("words", "code", "sentence"), WRONG)
def test_what_makes_no_sense_is_told(refs, words, code, sentence):
    refs("add", "NBK556010")
    done = refs(*words)
    assert (done.exit_code, sentence in done.stderr) == (code, True), done.stderr


def test_nothing_found_is_said_so(refs):
    refs("add", "NBK556010")
    for words in (("search", "zzzz"), ("where", "NBK556010"), ("dupes",), ("styles", "zzzz")):
        done = refs(*words)
        assert (done.exit_code, done.stdout, done.stderr.endswith(".\n")) == (0, "", True)
    assert refs("search", "zzzz", "--json").stdout == "[]\n"


def test_numbers_that_json_does_not_have_are_no_numbers(refs, tmp_path):
    (tmp_path / "a.json").write_text('[{"id": "a", "title": "T", "custom": {"score": NaN, "more": [1e999]}}]')
    assert refs("import", "a.json").stdout == "a.json: 1 added, 0 known\n"
    assert json.loads(refs("export").stdout)[0]["custom"] == {"score": None, "more": [None]}


def test_an_interrupted_import_keeps_what_it_told(web, tmp_path):
    from refs.demo.examples import example_folder

    text = "10.1176/appi.ps.201800321\nNBK556010\nPMC8583742\nPMC8294026"
    environment = os.environ | {
        "REFS_GATEWAY": web.address,
        "PYTHONPATH": str(example_folder().parent),
        "PYTHONUNBUFFERED": "1",
    }
    program = subprocess.Popen(
        [sys.executable, "-m", "refs", "-L", str(tmp_path / "library.db"), "add", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    program.stdin.write(text)
    program.stdin.close()
    told = program.stdout.readline().split()[1]
    program.kill()
    program.wait()
    program.stdout.close()
    with sqlite3.connect(tmp_path / "library.db") as found:
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert (told,) in found.execute("SELECT key FROM items").fetchall()
    found.close()
