"""Articles written to disk: to a temporary file, read back, and only then put in the place of the old one."""

import os
import tempfile
from pathlib import Path

from refs.article.read import read_articles
from refs.errors import CannotWrite, RefsError

BACKUP = ".bak"


def save_article(path: Path, data: bytes, *, backup: bool = True) -> Path | None:
    """Write an article that can be read back; the backup's path, if one was kept.

    Raises CannotWrite when it cannot be read back or the place cannot be written; the old file is then as it was.
    """
    kept = path.with_name(path.name + BACKUP) if backup and path.exists() else None
    temporary = _written(path, data)
    try:
        read_articles(temporary.read_bytes(), str(path))
        if kept is not None:
            kept.write_bytes(path.read_bytes())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except RefsError as error:
        raise CannotWrite(path, f"it could not be read back ({error})") from error
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)
    return kept


def _written(path: Path, data: bytes) -> Path:
    """A temporary file beside the place, with the data in it and on the disk."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
    return Path(name)
