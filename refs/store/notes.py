"""Notes on items, and files or pages that belong to them."""

from dataclasses import dataclass
from pathlib import Path

from refs.errors import UnknownName, UnreadableFile, reason_of
from refs.store.items import Items

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, the text, and when it was written."""

    id: int
    text: str
    created: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file (absolute, or relative to the folder of the library) or a URL, with the checksum it had when added."""

    place: str
    sha256: str | None
    size: int | None
    added: str

    @property
    def is_url(self) -> bool:
        """Whether the place is a URL."""
        return self.place.startswith(("http://", "https://"))


class Notes(Items):
    """The tables `notes` and `attachments`."""

    def add_note(self, key: str, text: str) -> int:
        """Put a note on an item; its number."""
        with self.event("note", key):
            found = self._connection.execute(
                "INSERT INTO notes (item_id, text, created) VALUES (?, ?, ?)",
                [self._row_of(key)["id"], text, self.now()],
            )
            return int(found.lastrowid or 0)

    def notes(self, key: str) -> list[Note]:
        """The notes on an item, the oldest first."""
        rows = self.rows(
            "SELECT id, text, created FROM notes WHERE item_id = ? ORDER BY id", [self._row_of(key)["id"]]
        )
        return [Note(*row) for row in rows]

    def remove_note(self, number: int) -> None:
        """Take a note away."""
        with self.event("remove note", str(number)):
            if not self.execute("DELETE FROM notes WHERE id = ?", [number]):
                raise UnknownName("note", str(number))

    def add_attachment(self, key: str, place: str) -> Attachment:
        """Attach a file or URL to an item.

        A relative path counts from the folder of the library and may not leave it; a file elsewhere is named by its
        absolute path. UnreadableFile when there is no such file.
        """
        number = self._row_of(key)["id"]
        found = _url(place, self.now()) or self._file(place)
        with self.event("attach", f"{found.place} to {key}"):
            self._connection.execute(
                "INSERT INTO attachments (item_id, place, sha256, size, added) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (item_id, place) DO UPDATE SET sha256 = excluded.sha256, size = excluded.size",
                [number, found.place, found.sha256, found.size, found.added],
            )
        return found

    def attachments(self, key: str) -> list[Attachment]:
        """What is attached to an item."""
        rows = self.rows(
            "SELECT place, sha256, size, added FROM attachments WHERE item_id = ? ORDER BY id",
            [self._row_of(key)["id"]],
        )
        return [Attachment(*row) for row in rows]

    def remove_attachment(self, key: str, place: str) -> None:
        """Take an attachment off an item; the file itself stays."""
        number = self._row_of(key)["id"]
        with self.event("detach", f"{place} from {key}"):
            if not self.execute("DELETE FROM attachments WHERE item_id = ? AND place = ?", [number, place]):
                raise UnknownName("attachment", place, [each.place for each in self.attachments(key)])

    def attachment_trouble(self, attachment: Attachment) -> str | None:
        """What is wrong with an attached file: it is missing, or it has changed; None when it is as it was."""
        if attachment.is_url:
            return None
        path = self.folder / attachment.place
        if not path.is_file():
            return "missing"
        return None if checksum(path)[0] == attachment.sha256 else "changed"

    def _file(self, place: str) -> Attachment:
        path = (self.folder / place).resolve()
        inside = path.is_relative_to(self.folder.resolve())
        if not inside and not Path(place).is_absolute():
            raise UnreadableFile(
                place,
                "the path leads out of the folder of the library",
                "Give the absolute path of the file.",
            )
        if not path.is_file():
            raise UnreadableFile(place, "there is no such file")
        try:
            sha256, size = checksum(path)
        except OSError as error:
            raise UnreadableFile(place, reason_of(error)) from error
        name = path.relative_to(self.folder.resolve()).as_posix() if inside else str(path)
        return Attachment(name, sha256, size, self.now())


def _url(place: str, now: str) -> Attachment | None:
    return Attachment(place, None, None, now) if place.startswith(("http://", "https://")) else None


def checksum(path: Path) -> tuple[str, int]:
    """The SHA-256 of a file and its size in bytes."""
    import hashlib  # noqa: PLC0415 - loads OpenSSL, which most commands do not need

    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size
