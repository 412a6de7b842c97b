"""Pages that are broken, lie about themselves, or were made to do harm: what can be read is read, nothing raises."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.fetch.webpage.read import read_webpage

TITLE = "<title>Größe der Dinge</title>"
PAGE = "<html><head><title>A page</title>{}</head><body><h1>A page</h1>{}</body></html>"
URL = "https://example.org/a/b"


def read(data, url=URL, charset=None):
    return read_webpage(data if isinstance(data, bytes) else data.encode(), url, charset)


CHARSETS = [
    ("latin-1", "<meta charset=utf-8>", None),
    ("latin-1", "", "utf-8"),
    ("latin-1", "<meta charset=nonsense>", "x-none"),
    ("latin-1", "<meta charset=rot13>", "hex"),
    ("utf-8", "<meta charset=iso-8859-1>", "iso-8859-1"),
    ("utf-16", "", None),
    ("cp1252", '<meta http-equiv=content-type content="text/html; charset=windows-1252">', None),
]


@pytest.mark.parametrize(("real", "meta", "header"), CHARSETS)
def test_a_wrong_charset(real, meta, header):
    assert read(f"{meta}{TITLE}".encode(real), charset=header).items[0].title == "Größe der Dinge"


def test_a_charset_of_another_script():
    page = "<meta charset=shift_jis><title>日本語のページ</title>"
    assert read(page.encode("shift_jis")).items[0].title == "日本語のページ"


def test_one_spoilt_letter_does_not_spoil_the_others():
    page = f"{TITLE}<p>{'ö' * 40}".encode()
    assert read(page[:-1]).items[0].title == "Größe der Dinge"
    assert read(page.replace(b"<p>", b"<p>\xff")).items[0].title == "Größe der Dinge"


DATA = '"@type": "Article", "headline": "A page", "datePublished": "2020-01-02"'
JSONLD = [
    "{" + DATA + ",}",
    "{" + DATA.replace("A page", "A\npage") + "};",
    "<!-- {" + DATA + "} -->",
    "//<![CDATA[\n{" + DATA + "}\n//]]>",
    "{" + DATA.replace('"', "&quot;") + "}",
    "{" + DATA.replace("A page", "A page \\x27") + "}",
    "{" + DATA + '}{"@type": "WebSite", "name": "A site"}',
    "/* the article */ {" + DATA.replace(', "date', ', // as shown\n"date') + "}",
    '[[{"@graph": [{' + DATA + "}]}]]",
]


@pytest.mark.parametrize("data", JSONLD)
def test_broken_data_that_can_be_mended(data):
    reading = read(PAGE.format(f'<script type="application/ld+json">{data}</script>', ""))
    assert (str(reading.items[0].issued), reading.flaws) == ("2020-01-02", ())


HOPELESS = ['{"@type": "Article",', "[" * 100_000, '{"@graph":' * 5_000, '{"a": "b "c" d"}']


@pytest.mark.parametrize("data", HOPELESS, ids=range(len(HOPELESS)))
def test_broken_data_that_cannot_is_one_flaw(data):
    reading = read(PAGE.format(f'<script type="application/ld+json">{data}</script>', ""))
    assert (reading.items[0].title, [str(flaw.code) for flaw in reading.flaws]) == ("A page", ["unread"])


ODD = '{"@type": {"a": 1}, "headline": ["A page"], "author": [["x"], null, 5, {"name": null}], "publisher": [1], "datePublished": NaN}'


def test_data_of_other_types_than_promised():
    item = read(PAGE.format(f'<script type="application/ld+json">{ODD}</script>', "")).items[0]
    assert (item.title, item.author, item.issued) == ("A page", (), None)


ABSURD = [
    "0001-01-01T00:00:00Z", "-0001-11-30T00:00:00+00:00", "0000-00-00 00:00:00", "1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00",
    "9999-12-31", "20222-01-01", "2020-13-45", "2020-02-30", "3031-01-01", "99999999999999999999", "9999999999", "now", "{{ date }}",
]  # fmt: skip


@pytest.mark.parametrize("date", ABSURD)
def test_an_absurd_date_is_none(date):
    page = PAGE.format(f'<meta property="article:published_time" content="{date}">', "")
    assert read(page).items[0].issued is None


def test_an_absurd_date_gives_way_to_one_that_is_not():
    page = PAGE.format(
        '<meta name=date content="1970-01-01">', "<time datetime=2020-01-02>2 January 2020</time>"
    )
    assert str(read(page).items[0].issued) == "2020-01-02"


def test_titles_with_markup():
    math = '<h1>Growth of <math><mi>x</mi><annotation encoding="tex">\\x</annotation></math> in <i>y</i></h1>'
    assert read(f"<title>Growth of x in y</title>{math}").items[0].title == "Growth of x in y"
    code = "<h1>A true<script>var x = 1</script> title<style>.a{color:red}</style> of it</h1>"
    assert read(f"<title>A true title of it</title>{code}").items[0].title == "A true title of it"
    assert read("<title>&lt;script&gt;x&lt;/script&gt; A page</title>").items[0].title == "x A page"
    assert read("<title>Hy\u00adphens and\u200b breaks</title>").items[0].title == "Hyphens and breaks"


def test_entities_are_not_expanded():
    names = "".join(f'<!ENTITY a{n + 1} "&a{n};&a{n};&a{n};">' for n in range(20))
    bomb = f'<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">{names}]><title>&a20; and more</title>'
    assert len(read(bomb).items[0].title) < 50
    outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><title>&x; A page</title>'
    assert "root:" not in read(outside).items[0].title


ADDRESSES = [
    (PAGE.format('<link rel=canonical href="http://[::1">', ""), URL),
    (PAGE.format('<meta property="og:url" content="http://[bad">', ""), None),
    ('<title>A page</title><h1><a href="http://[bad">A page</a></h1>', URL),
    (PAGE.format("", ""), "http://[bad"),
]


@pytest.mark.parametrize(("page", "url"), ADDRESSES)
def test_an_address_that_is_none(page, url):
    assert read(page, url).items[0].title == "A page"


NO_PAGES = [b"", b"\x00\xff<<<", b"%PDF-1.4", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b'{"title": "A"}', b"Just words",
            b"<frameset><frame src=a></frameset>", b'<?xml version="1.0"?><rss><channel><title>A</title></channel></rss>']  # fmt: skip


@pytest.mark.parametrize("data", NO_PAGES, ids=range(len(NO_PAGES)))
def test_what_is_no_page_gives_no_item_and_one_flaw(data):
    reading = read(data)
    assert (reading.items, len(reading.flaws)) == ((), 1)


WALLS = [
    "<title>Just a moment...</title><body>Enable JavaScript and cookies to continue</body>",
    "<title>Attention Required! | Cloudflare</title>",
    "<title>example.org</title><script>var dd={'host':'geo.captcha-delivery.com'}</script>",
    "<html><head></head><body><iframe src='/_Incapsula_Resource?x=1'></iframe></body></html>",
    "<title>Access to this page has been denied</title><div id=px-captcha></div>",
    "<title>Error: DOI Not Found</title><h1>DOI Not Found</h1>",
    "<title>Oops | A Fine Site</title><p>Sorry.</p>",
    "<title>301 Moved Permanently</title><h1>Moved Permanently</h1>",
    "<title>302 Found</title><p>The document has moved <a href=/b>here</a>.</p>",
    "<title>WHO | A Fine Organisation</title><h1>This page cannot be found</h1>"
    + "<p>A menu of many words.</p>" * 90,
    "<title>Error 414 (Request-URI Too Long)!!1</title>",
    "<title>Handle Redirect</title><a href='https://example.org/x'>https://example.org/x</a>",
    "<title>Object moved</title><h2>Object moved to here.</h2>",
]


@pytest.mark.parametrize("page", WALLS)
def test_a_wall_is_one_finding_about_the_page(page):
    reading = read(page)
    assert (reading.items, [flaw.variable for flaw in reading.flaws]) == ((), ["page"])


def test_a_long_page_about_what_is_not_found_is_a_page():
    words = "<p>" + "Many words about tables that cannot be found. " * 80 + "</p>"
    assert read(f"<title>Why files are not found</title>{words}").items[0].title == "Why files are not found"
    assert read(f"<title>Table not found</title>{words}").items[0].title == "Table not found"


HUGE = [
    b"<title>A page</title>" + b"<div>" * 100_000 + b"x",
    b"<title>A page</title>" + b'<p class="author">By <br>' * 40_000,
    b"<title>A page</title><h1>" + b"Long - title | " * 50_000 + b"</h1>",
    b"<title>A page</title>" + b"<meta name=author content='Ada, '>" * 50_000,
    b"<title>A page</title><p class='" + b"author " * 300_000 + b"'>x</p>",
]


@pytest.mark.parametrize("page", HUGE, ids=range(len(HUGE)))
def test_a_huge_page_takes_no_long_time(page):
    started = time.process_time()
    assert read(page).items[0].title == "A page"
    assert time.process_time() - started < 3


PIECES = ["<title>", "</title>", "<h1>", "</h1>", "<h2 class=headline>", "<p class=byline>", "By ", "Ada Byron", " and ", ", ", "MD", "(", ")", ": ", " | ", " - ", "™", "\u00ad",
          "<meta name=author content='", "<meta property='og:title' content='", "<meta name=date content='", "'>", "<time datetime='", "2020-01-02", "May 5, ", "0", "99999",
          "<script type='application/ld+json'>", "</script>", '{"@type": "Article", "author": ', '{"name": ', '"Jane Doe"', "[", "]", "}", "null", "<a rel=author href='http://[x'>", "</a>",
          "<div class='comments nav'>", "</div>", "&lt;i&gt;", "&#0;", "<!--", "-->", "<svg>", "<math>", "\x00", "日本"]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.sampled_from([None, URL, "http://[bad", "https://www.mayoclinic.org/x", ""]),
)
def test_no_page_raises(pieces, url):
    reading = read("".join(pieces), url)
    assert len(reading.items) <= 1
    assert reading.items or reading.flaws
