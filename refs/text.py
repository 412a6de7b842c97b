"""Letter case, quotes, Unicode: str in, str out."""

import codecs
import html
import io
import re
import unicodedata
import zipfile
import zlib
from html.entities import html5


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms, for comparing.

    >>> fold("Ångström ﬁle")
    'angstrom file'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")


def without_entities(text: str) -> str:
    """The text with the character that each whole entity of HTML stands for; ``&copy=`` of an address is none.

    >>> without_entities("Tides &amp; fjords, &#233;t&eacute;")
    'Tides & fjords, été'
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    known = found[0][1] == "#" or found[0][1:] in html5
    return html.unescape(found[0]) if known else found[0]


def squeeze(text: str) -> str:
    r"""The text with every run of white space as one blank, trimmed.

    >>> squeeze("  two\n words ")
    'two words'
    """
    return " ".join(text.split())


_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_RUN = re.compile(r"[\t\r\n\f\v]|  ")


def one_line(text: str) -> str:
    r"""The text with every run of ASCII blanks as one, trimmed; other blanks mean something and stay.

    >>> one_line(" 5\u2009mg\n a day ")
    '5\u2009mg a day'
    """
    text = text.strip(" \t\r\n\f\v")
    return _BLANKS.sub(" ", text) if _RUN.search(text) else text


def decode(data: bytes) -> str:
    r"""The text of a file: in UTF-8, UTF-16 or UTF-32 with its mark, in what its head declares, else in Windows-1252.

    Of an archive it is the XML in it.

    >>> decode(b"\xef\xbb\xbfM\xc3\xbcller"), decode(b"M\xfcller")
    ('Müller', 'Müller')
    """
    data = unpacked(data)
    return data.decode(encoding_of(data), "replace").removeprefix("\ufeff")


_LARGEST = 100_000_000
_ZIP = b"PK\x03\x04"


def unpacked(data: bytes) -> bytes:
    """The one XML file of a zip archive, as programs back up their projects; all other bytes as they are."""
    if not data.startswith(_ZIP):
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [each for each in archive.namelist() if each.lower().endswith(".xml")]
            if len(names) != 1:  # none, or a document of an office
                return data
            with archive.open(names[0]) as file:
                return file.read(_LARGEST)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return data


def encoding_of(data: bytes, *, whole: bool = True) -> str:
    r"""The name of the encoding that `decode` takes for some bytes; those of a beginning need not be `whole`.

    >>> encoding_of("Müller".encode("utf-16")), encoding_of("Mü".encode()[:-1], whole=False), encoding_of(b"M\xfcller")
    ('utf-16', 'utf-8', 'cp1252')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
    except UnicodeDecodeError:
        return _unmarked(data)
    return "utf-8"


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _unmarked(data: bytes) -> str:
    """The likeliest encoding of bytes that are no UTF-8: every second byte empty means UTF-16.

    A few broken bytes in a text that is UTF-8 for the rest do not make it Windows-1252.
    """
    sample = data[:2000]
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    if sample[0::2].count(0) > len(sample) // 4:
        return "utf-16-be"
    if declared := _declared(data):
        return declared
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return "utf-8" if whole > 2 * broken else "cp1252"


# % Encoding: ISO8859_15, -*- coding: latin-9-unix -*-, <?xml version="1.0" encoding="koi8-r"?>
_DECLARED = re.compile(rb"(?i:encoding|coding)\s{0,3}[:=]\s{0,3}[\"']?([A-Za-z][\w.-]{2,30})")
_HEAD = 400
_LINE_ENDS = ("-unix", "-dos", "-mac")


def _declared(data: bytes) -> str | None:
    """The encoding that the head of a file names, when Python knows it and it can be that of these bytes."""
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    for ending in _LINE_ENDS:
        name = name.removesuffix(ending)
    try:
        codec = codecs.lookup(name.replace("latin-", "latin"))
        data.decode(codec.name)
    except (LookupError, UnicodeDecodeError):
        return None
    return None if codec.name.startswith("utf") else codec.name


def whole(text: str) -> str:
    r"""The text with each lone half of a surrogate pair as U+FFFD: JSON may hold such halves, UTF-8 cannot.

    >>> whole("a \ud83d b") == "a \ufffd b"
    True
    """
    if is_whole(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_whole(text: str) -> bool:
    """Whether the text is free of lone halves of surrogate pairs."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


_TAG = re.compile(r"</?(?:i|b|em|strong|sup|sub|sc|span|jats:[a-z-]+)\b[^<>]{0,200}>", re.IGNORECASE)


def strip_tags(text: str) -> str:
    """The text without the rich-text tags that CSL-JSON allows.

    >>> strip_tags("CO<sub>2</sub> and 1 < 2")
    'CO2 and 1 < 2'
    """
    return _TAG.sub("", text) if "<" in text else text


def counted(number: int, noun: str) -> str:
    """A number of things; the noun is that of one of them.

    >>> counted(1, "link"), counted(20000, "link"), counted(0, "entry")
    ('1 link', '20,000 links', '0 entries')
    """
    if number != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun}"
