"""Files reach the disk whole or not at all, and are read within bounds."""

import io
import sys

import pytest

from refs import files
from refs.errors import CannotWrite, UnreadableFile
from refs.files import read_beginning, read_file, write_file


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o600)
    write_file(path, b"new")
    assert (read_file(path), path.stat().st_mode & 0o777) == (b"new", 0o600)
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_what_a_check_refuses_is_not_put_in_place(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def refuse(data):
        raise KeyError(data)

    with pytest.raises(KeyError):
        write_file(path, b"new", refuse)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(CannotWrite, match=r"none/a\.txt cannot be written: no such file or directory"):
        write_file(tmp_path / "none" / "a.txt", b"x")


def test_what_is_too_large_or_no_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 3)
    path = tmp_path / "a.txt"
    path.write_text("four")
    assert read_beginning(path, 2) == b"fo"
    with pytest.raises(UnreadableFile, match="larger than"):
        read_file(path)
    for place in (tmp_path, tmp_path / "none", "nul\0"):
        with pytest.raises(UnreadableFile):
            read_file(place)


def test_a_dash_is_stdin(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert read_file("-") == b"words"
