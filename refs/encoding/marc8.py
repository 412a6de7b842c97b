"""MARC-8, the encoding of catalogues before Unicode: Latin letters whose accents stand in front of them."""

import re
import unicodedata

# the leader of a record, with a blank where Unicode has an "a"
_LEADER = re.compile(rb"\d{5}[^\x1e]{4} [^\x1e]{10}45")
_SIGNS = {
    0xA1: "ŁØĐÞÆŒʹ·♭®±ƠƯ",
    0xAE: "ʼ",
    0xB0: "ʻłøđþæœʺı£ð",
    0xBC: "ơư",
    0xC0: "°ℓ℗©♯¿¡ß€",
}
_ACCENTS = {
    0xE0: "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\ufe20\ufe21\u0315\u030b\u0310",
    0xF0: "\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23",
    0xFE: "\u0313",
}
"""Rows of the extended Latin set (ANSEL, ANSI/NISO Z39.47), each from its first byte on."""
_CHARACTERS = {
    first + place: character
    for rows in (_SIGNS, _ACCENTS)
    for first, row in rows.items()
    for place, character in enumerate(row)
}
_UNSEEN = (0x88, 0x89, 0x8D, 0x8E)
"""Marks of what is not sorted, and joiners."""
_TABLE = {byte: _CHARACTERS.get(byte, "\ufffd") for byte in range(0x80, 0x100)} | dict.fromkeys(_UNSEEN, "")
# accents, and the letter that they stand on
_ACCENTED = re.compile(f"([{''.join(_ACCENTS.values())}]+)([^{''.join(_ACCENTS.values())}\x1d-\x1f])")
# to subscripts, superscripts and other alphabets, and back
_ESCAPE = re.compile(r"\x1b(?:[gbps]|[(,)$-]*[!-~])")


def is_marc8(data: bytes) -> bool:
    """Whether some bytes are MARC records that say so, and are no UTF-8 all the same."""
    if not _LEADER.match(data.lstrip()[:24]):
        return False
    if b"\x1b" in data:
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def decode(data: bytes) -> str:
    r"""The text of some bytes in MARC-8; letters of other alphabets than Latin are lost.

    >>> decode(b"M\xe8uller, \xe2Elo\xe8ise \xb2"), decode(b"H\x1bb2\x1bsO")
    ('Müller, Éloïse ø', 'H2O')
    """
    text = _ESCAPE.sub("", data.decode("latin-1").translate(_TABLE))
    return unicodedata.normalize("NFC", _ACCENTED.sub(r"\2\1", text))
