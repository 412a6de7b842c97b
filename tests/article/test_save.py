"""Articles reach the disk whole or not at all."""

import pytest

from refs.article.save import save_article
from refs.errors import CannotWrite


def test_the_old_file_is_kept_beside_the_new(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("old")
    assert save_article(path, b"new") == tmp_path / "a.md.bak"
    assert (path.read_text(), (tmp_path / "a.md.bak").read_text()) == ("new", "old")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.md", "a.md.bak"]


def test_no_backup_when_told_or_when_there_was_nothing(tmp_path):
    path = tmp_path / "a.txt"
    assert save_article(path, b"one") is None
    assert save_article(path, b"two", backup=False) is None
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_what_cannot_be_read_back_is_not_written(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    with pytest.raises(CannotWrite, match="could not be read back"):
        save_article(path, b"PK\x03\x04 broken")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(CannotWrite, match="no such file"):
        save_article(tmp_path / "none" / "a.txt", b"x")
