"""The bytes of a file → its text."""

import codecs

from refs.encoding import marc8
from refs.encoding.archive import unpacked
from refs.encoding.declared import declared


def decode(data: bytes) -> str:
    r"""The text of a file: in UTF-8, UTF-16 or UTF-32 with its mark, in what its head declares, else in Windows-1252.

    Of an archive it is the XML in it.

    >>> decode(b"\xef\xbb\xbfM\xc3\xbcller"), decode(b"M\xfcller")
    ('Müller', 'Müller')
    """
    data = unpacked(data)
    if marc8.is_marc8(data):
        return marc8.decode(data)
    return data.decode(encoding_of(data), "replace").removeprefix("\ufeff")


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
    if named := declared(data):
        return named
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return "utf-8" if whole > 2 * broken else "cp1252"
