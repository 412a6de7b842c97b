"""Files: read within bounds, and written as a whole or not at all; ``-`` is stdin and stdout."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from refs.errors import CannotWrite, UnreadableFile, reason_of

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is read."""


def read_file(path: str | Path) -> bytes:
    """A file's bytes, or stdin's for ``-``; raises UnreadableFile, also where there are more than `LARGEST`."""
    data = read_beginning(path, LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableFile(path, f"it is larger than {LARGEST // 2**20} MB", "Split it first.")
    return data


def read_beginning(path: str | Path, most: int) -> bytes:
    """The first so many bytes of a file, or of stdin; raises UnreadableFile."""
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(most)
        with Path(path).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, reason_of(error)) from error


def write_file(path: str | Path, data: bytes, check: Callable[[bytes], object] | None = None) -> None:
    """Put the bytes in a file's place as a whole, or on stdout; raises CannotWrite.

    They are written beside it, to the disk; what stands there then may be looked at by `check`, which raises where it
    must not be put in place.
    """
    if str(path) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(Path(path), data, check)
    except (OSError, ValueError) as error:
        raise CannotWrite(path, reason_of(error)) from error


def _replace(path: Path, data: bytes, check: Callable[[bytes], object] | None) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    temporary = _written(path, data)
    try:
        if check is not None:
            check(temporary.read_bytes())
        temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _written(path: Path, data: bytes) -> Path:
    """A temporary file beside the place, with the data in it and on the disk."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)
