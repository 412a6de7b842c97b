"""Articles written to disk: read back first, and only then put in the place of the old one."""

from pathlib import Path

from refs.article.read import read_articles
from refs.errors import CannotWrite, RefsError
from refs.files import read_file, write_file

BACKUP = ".bak"


def save_article(path: Path, data: bytes, *, backup: bool = True) -> Path | None:
    """Write an article that can be read back; the backup's path, if one was kept.

    Raises CannotWrite when it cannot be read back or the place cannot be written; the old file is then as it was.
    """
    kept = path.with_name(path.name + BACKUP) if backup and path.exists() else None
    old = read_file(path) if kept is not None else b""

    def check(written: bytes) -> None:
        try:
            read_articles(written, str(path))
        except RefsError as error:
            raise CannotWrite(path, f"it could not be read back ({error})") from error
        if kept is not None:
            write_file(kept, old)

    write_file(path, data, check)
    return kept
