"""Bytes to text and back, byte for byte, whatever the encoding."""

import codecs
import re

from refs.errors import UnreadableFile

LARGEST = 64 * 1024 * 1024
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}encoding=[\"']([\w.:-]{1,40})|<meta[^>]{0,300}charset=[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAFE = re.compile(
    r"(?:utf|iso|latin|windows|cp|ascii|us-ascii|shift|sjis|euc|gb|big5|koi8|mac|tis|hz)[\w.:-]*$",
    re.IGNORECASE,
)
ESCAPED = "utf-8+bytes"
"""The name for UTF-8 with stray bytes kept as surrogates."""


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The text and the name of its encoding, such that `encode` gives the same bytes again."""
    if len(data) > LARGEST:
        raise UnreadableFile(path, f"it is larger than {LARGEST // 1024 // 1024} MB", "Split it first.")
    refuse_binary(data, path)
    for name in (*_by_mark(data), *_declared(data), "utf-8"):
        text = _exactly(data, name)
        if text is not None:
            return text, name
    if _is_mostly_utf8(data):
        return data.decode("utf-8", "surrogateescape"), ESCAPED
    text = _exactly(data, "cp1252")
    return (text, "cp1252") if text is not None else (data.decode("latin-1"), "latin-1")


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a text; what the encoding lacks is written as a character reference."""
    if encoding == ESCAPED:
        return text.encode("utf-8", "surrogateescape")
    return text.encode(encoding, "xmlcharrefreplace")


def refuse_binary(data: bytes, path: str) -> None:
    """Raise for what is no text: a PDF, an old Word file, an image."""
    for magic, name, step in (
        (b"%PDF-", "it is a PDF", "Save it as text, HTML or Word first."),
        (b"\xd0\xcf\x11\xe0", "it is an old Word file", "Save it as .docx first."),
        (b"\x89PNG", "it is an image", "Give the article as text."),
        (b"\xff\xd8\xff", "it is an image", "Give the article as text."),
        (b"{\\rtf", "it is an RTF file", "Save it as .docx or HTML first."),
    ):
        if data.startswith(magic):
            raise UnreadableFile(path, name, step)
    head = data[:8192]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    strange = len(head) - len(head.translate(None, _CONTROLS))
    if head.count(0) > max(16, len(head) // 10) or strange > max(16, len(head) // 25):
        raise UnreadableFile(path, "it is a binary file", "Give the article as text, HTML or Word.")


_CONTROLS = bytes([*range(1, 9), 11, *range(14, 27), *range(28, 32), 127])
"""Bytes that no text has in number; NUL is counted apart, since UTF-16 without a mark is full of them."""


def _by_mark(data: bytes) -> list[str]:
    return [name for mark, name in _BOMS if data.startswith(mark)]


def _declared(data: bytes) -> list[str]:
    match = _DECLARED.search(data, 0, 4096)
    name = (match[1] or match[2]).decode("ascii", "replace") if match else ""
    return [name] if name and _SAFE.match(name) and not name.lower().startswith("utf-16") else []


def _exactly(data: bytes, name: str) -> str | None:
    """The text, if the encoding is known and gives the same bytes back."""
    try:
        text = data.decode(name)
        return text if text.encode(name) == data else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _is_mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= each <= "\udcff" for each in text)
    proper = sum(each > "\x7f" for each in text) - stray
    return proper > stray


_STRAY = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def readable(text: str) -> str:
    """The text with stray bytes read as Windows-1252, fit for display and JSON."""
    return text.translate(_STRAY) if not text.isascii() else text
