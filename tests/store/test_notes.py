"""Notes and attachments."""

import pytest

from refs.errors import UnreadableFile
from refs.model.item import Item


@pytest.fixture
def library(opened):
    with opened() as store:
        store.add_items([Item(id="a", title="A title")])
        yield store


def test_notes_are_kept_in_order(library):
    library.add_note("a", "first")
    number = library.add_note("a", "second")
    library.remove_note(number)
    assert [each.text for each in library.notes("a")] == ["first"]
    library.undo()
    assert [each.text for each in library.notes("a")] == ["first", "second"]


def test_a_file_is_attached_with_its_checksum(library, tmp_path):
    (tmp_path / "paper.pdf").write_bytes(b"abc")
    found = library.add_attachment("a", "paper.pdf")
    assert (found.place, found.size) == ("paper.pdf", 3)
    assert found.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert library.attachment_trouble(found) is None
    (tmp_path / "paper.pdf").write_bytes(b"abd")
    assert library.attachment_trouble(found) == "changed"
    (tmp_path / "paper.pdf").unlink()
    assert library.attachment_trouble(found) == "missing"


def test_a_url_is_attached_as_it_is(library):
    assert library.add_attachment("a", "https://x.example/a.pdf").is_url


@pytest.mark.parametrize("place", ["../secret", "x/../../secret", "../../../../etc/passwd"])
def test_a_relative_path_does_not_climb_out(library, tmp_path, place):
    (tmp_path / "x").mkdir()
    (tmp_path.parent / "secret").write_text("s")
    with pytest.raises(UnreadableFile, match="leads out"):
        library.add_attachment("a", place)


def test_a_link_that_leads_out_does_not_either(library, tmp_path):
    (tmp_path / "way").symlink_to("/etc")
    with pytest.raises(UnreadableFile, match="leads out"):
        library.add_attachment("a", "way/hostname")


def test_a_missing_file_is_told(library):
    with pytest.raises(UnreadableFile, match="no such file"):
        library.add_attachment("a", "none.pdf")
