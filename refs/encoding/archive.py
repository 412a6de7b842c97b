"""Files within an archive."""

import io
import zipfile
import zlib

_LARGEST = 100_000_000
_ZIP = b"PK\x03\x04"


def unpacked(data: bytes) -> bytes:
    """The one XML file of a zip archive, as programs back up their projects; more than 100 MB, and other bytes, stay."""
    if not data.startswith(_ZIP):
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [each for each in archive.namelist() if each.lower().endswith(".xml")]
            if len(names) != 1:  # none, or a document of an office
                return data
            with archive.open(names[0]) as file:
                text = file.read(_LARGEST + 1)
                return text if len(text) <= _LARGEST else data
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return data
