"""Files written as a whole or not at all."""

import os
import tempfile
from pathlib import Path

from refs.errors import CannotWrite


def replace_file(path: str | Path, data: bytes) -> None:
    """Put the bytes in the file's place as a whole: a temporary file beside it, then replace."""
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        Path(name).replace(target)
    except OSError as error:
        raise CannotWrite(path, (error.strerror or str(error)).lower()) from error
