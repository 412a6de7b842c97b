"""Encodings: the text comes out readable, and the same bytes go back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.article.decode import decode, encode, readable
from refs.article.read import read_article
from refs.article.sniff import detect_format
from refs.errors import UnreadableFile
from refs.model.article import Format

BODY = "Café slept well.[1]\r\n\r\nReferences\r\n1. Dœ J. Sleep. J Rest. 2001;2:3-4.\r\n"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_known_encodings(name):
    data = BODY.encode(name)
    text, encoding = decode(data, "a.txt")
    assert "Café" in text
    assert encode(text, encoding) == data


@pytest.mark.parametrize("name", ["shift_jis", "euc-jp", "iso-8859-2", "windows-1251"])
def test_declared_encodings(name):
    text = f'<meta charset="{name}"><p>' + {
        "shift_jis": "参考文献",
        "euc-jp": "出典",
        "iso-8859-2": "Źródła",
    }.get(name, "Источники")
    data = text.encode(name)
    assert decode(data, "a.html") == (text, name)


def test_mixed_encodings_are_read_and_given_back():
    data = "Café ".encode() * 4 + "naïve".encode("latin-1")
    text, encoding = decode(data, "a.txt")
    assert readable(text).endswith("naïve")
    assert encode(text, encoding) == data


@given(st.binary(max_size=300).filter(lambda data: data.count(0) < 10))
def test_any_bytes_come_back(data):
    try:
        text, encoding = decode(data, "a.txt")
    except UnreadableFile:
        return
    assert encode(text, encoding) == data


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"\xd0\xcf\x11\xe0....", b"\x89PNG....", b"\x00\x01" * 100]
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UnreadableFile, match="cannot be read"):
        decode(data, "a.bin")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.xml", "a"]))
def test_reading_never_fails_otherwise(data, name):
    try:
        article = read_article(data, name)
    except UnreadableFile:
        return
    assert all(0 <= m.span.start <= m.span.end <= len(article.source) for m in article.markers)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.md", b"x", Format.MARKDOWN),
        ("https://example.org/page", b"<!doctype html><html><p>x<p>y", Format.HTML),
        ("-", b"# Title\n\n[^1]: Doe\n- one\n", Format.MARKDOWN),
        ("-", b"Just words.", Format.TEXT),
        ("a.xml", b'<rss xmlns:wp="http://wordpress.org/export/1.2/">', Format.WORDPRESS),
        ("a.bin", b"PK\x03\x04", Format.DOCX),
    ],
)
def test_formats_are_known_by_name_and_content(name, data, expected):
    assert detect_format(name, data) is expected
