"""PDF files by their own metadata: the XMP packet, the Info dictionary, and a DOI on the first pages."""

import re
import zlib
from collections.abc import Iterator

from lxml import etree

from refs.fetch.dates import date_of_text
from refs.fetch.decode import load_xml, words
from refs.fetch.draft import Draft
from refs.fetch.people import name_of
from refs.model.fetched import SourceReading
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import normalise_doi
from refs.model.item import ItemType
from refs.text import squeeze

SERVICE = "pdf"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_PACKET = 500_000
_MOST_STREAM = 2_000_000
_MOST_STREAMS = 40
_INFO = re.compile(
    rb"/(Title|Author|CreationDate|ModDate|Subject)\s*(\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\)){0,2000}\)|<[0-9A-Fa-f\s]{0,4000}>)"
)
_STREAM = re.compile(rb"stream\r?\n")
# (text)Tj and the strings of [(te)-2(xt)]TJ
_SHOWN = re.compile(rb"\(((?:\\.|[^\\()]){0,500})\)")
_DOI = re.compile(
    r"(?:doi\.org/|doi:?\s*)(10\.\d{4,9}/[^\s\"<>]{2,120})|\b(10\.\d{4,9}/[^\s\"<>]{2,120})", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"^(?:untitled|microsoft word\b.*|.*\.(?:docx?|indd|qxd|pdf|tex|dvi|ps)|slide 1|print|title|layout 1)$",
    re.IGNORECASE,
)


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin a PDF."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, url: str | None = None) -> SourceReading:
    """The item that a PDF says it is; none where it says no title."""
    if not is_pdf(data):
        return SourceReading(flaws=(Flaw(FlawCode.UNREAD, "this is no PDF"),))
    draft = Draft(SERVICE, ItemType.DOCUMENT)
    _read_xmp(data, draft)
    _read_info(data, draft)
    doi = draft.get("DOI") or _find_doi(data)
    draft.put("DOI", doi, "text", 0.5)
    draft.identify(f"doi:{doi}" if doi else None)
    draft.put("URL", url, "url")
    draft.identify(url)
    if not (draft.get("title") or doi):
        return SourceReading(
            flaws=(Flaw(FlawCode.MISSING, "the PDF names neither title nor DOI", variable="title"),)
        )
    return SourceReading((draft.item(),))


def _read_xmp(data: bytes, draft: Draft) -> None:
    for packet in _packets(data):
        root, _ = load_xml(packet)
        if root is None:
            continue
        draft.put("title", _real_title(words(root, f".//{_DC}title")), "xmp:dc:title")
        draft.names(
            "author", (name_of(words(each)) for each in _items(root, f"{_DC}creator")), "xmp:dc:creator"
        )
        for name, value in _plain(root):
            if name in {"doi", "DOI"} or (name == "identifier" and "10." in value):
                draft.put("DOI", normalise_doi(value), "xmp:doi")
            if name in {"coverDisplayDate", "publicationDate", "CreateDate"}:
                draft.put("issued", date_of_text(value), f"xmp:{name}")
            if name == "publicationName":
                draft.put("container_title", value, "xmp:prism:publicationName")


def _packets(data: bytes) -> Iterator[bytes]:
    """The first few XMP packets, which are plain XML in the middle of the file."""
    start = 0
    for _ in range(4):
        start = data.find(b"<x:xmpmeta", start)
        end = data.find(b"</x:xmpmeta>", start, start + _MOST_PACKET)
        if start < 0 or end < 0:
            return
        yield data[start : end + len(b"</x:xmpmeta>")]
        start = end


def _items(root: etree._Element, name: str) -> list[etree._Element]:
    found = root.find(f".//{name}")
    return [] if found is None else [each for each in found.iter() if str(each.tag).endswith("}li")]


def _plain(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Every element and attribute that holds plain text, by its local name."""
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        if len(node) == 0 and (text := squeeze(node.text or "")):
            yield str(node.tag).rpartition("}")[2], text
        for name, value in node.attrib.items():
            yield str(name).rsplit("}", 1)[-1], str(value)


def _read_info(data: bytes, draft: Draft) -> None:
    found = {name.decode(): _decode(value) for name, value in _INFO.findall(data[:400_000] + data[-400_000:])}
    draft.put("title", _real_title(found.get("Title")), "Info:Title")
    names = re.split(r"\s*;\s*|\s+and\s+", found.get("Author") or "")
    draft.names("author", (name_of(each) for each in names if each), "Info:Author")
    date = (found.get("CreationDate") or "").removeprefix("D:")[:8]
    draft.put("issued", date_of_text(date), "Info:CreationDate")
    draft.put("DOI", normalise_doi(found.get("Subject") or ""), "Info:Subject")


def _real_title(text: str | None) -> str | None:
    return text if text and len(text) > 3 and not _NO_TITLE.match(text) else None


def _decode(value: bytes) -> str:
    """A PDF string: literal or hexadecimal, UTF-16 with a mark or Latin."""
    raw = (
        bytes.fromhex(re.sub(rb"[^0-9A-Fa-f]", b"", value).decode().ljust(2, "0")[: len(value) // 2 * 2])
        if value[:1] == b"<"
        else _unescape(value[1:-1])
    )
    if raw.startswith(b"\xfe\xff"):
        return squeeze(raw[2:].decode("utf-16-be", "replace"))
    return squeeze(raw.decode("utf-8" if _is_utf8(raw) else "latin-1", "replace"))


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}


def _unescape(raw: bytes) -> bytes:
    octal = re.sub(rb"\\([0-7]{1,3})", lambda found: bytes([int(found.group(1), 8) & 255]), raw)
    return re.sub(
        rb"\\(.)", lambda found: _ESCAPES.get(found.group(1), found.group(1)), octal, flags=re.DOTALL
    )


def _find_doi(data: bytes) -> str | None:
    """The first DOI in the text of the first streams."""
    for text in _texts(data):
        if found := _DOI.search(text):
            return normalise_doi(found.group(1) or found.group(2))
    return None


def _texts(data: bytes) -> Iterator[str]:
    yield data[:20_000].decode("latin-1")
    for count, found in enumerate(_STREAM.finditer(data)):
        if count >= _MOST_STREAMS:
            return
        try:
            plain = zlib.decompressobj().decompress(
                data[found.end() : found.end() + _MOST_STREAM], _MOST_STREAM
            )
        except zlib.error:
            continue
        yield b"".join(_SHOWN.findall(plain)).decode("latin-1")
