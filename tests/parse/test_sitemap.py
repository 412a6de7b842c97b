import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.parse.sitemap import Sitemap, parse_sitemap

URLSET = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc> https://a.example/1 </loc></url><url><loc>https://a.example/2</loc></url></urlset>"""
INDEX = b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"
RSS = b"<rss><channel><link>https://a.example/</link><item><link>https://a.example/p</link></item></channel></rss>"
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://a.example/feed"/>'
    b'<entry><link href="https://a.example/p"/></entry></feed>'
)
CASES = [
    (URLSET, Sitemap(("https://a.example/1", "https://a.example/2"))),
    (INDEX, Sitemap(("https://a.example/s.xml",), is_index=True)),
    (RSS, Sitemap(("https://a.example/", "https://a.example/p"))),
    (ATOM, Sitemap(("https://a.example/p",))),
    (b"<html><body>hello</body></html>", None),
    (b"", None),
]


@pytest.mark.parametrize(("data", "expected"), CASES)
def test_addresses_are_listed_once(data, expected):
    assert parse_sitemap(data) == expected


def test_entities_are_not_expanded():
    bomb = b'<!DOCTYPE u [<!ENTITY a "https://evil.example/">]><urlset><url><loc>&a;</loc></url></urlset>'
    assert parse_sitemap(bomb).urls == ()


@given(st.binary(max_size=300))
def test_never_raises(data):
    parse_sitemap(b"<urlset>" + data)
