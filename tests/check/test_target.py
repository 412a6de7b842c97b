"""URLs as people write them, addresses, headers, cookies, waiting, the frontier."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.check.address import is_private_text, read_address
from refs.check.answer import Answer
from refs.check.certificate import read_expiry
from refs.check.cookies import Cookies
from refs.check.failure import read_failure
from refs.check.frontier import Frontier
from refs.check.header import read_headers
from refs.check.patience import read_retry_after
from refs.check.target import MAX_URL, Refusal, host_of, join_target, read_target
from refs.model.link import Link, Reason


@pytest.mark.parametrize(
    ("url", "ready", "host"),
    [
        (
            "https://www.mayoclinic.org/x?a=1#dose",
            "https://www.mayoclinic.org/x?a=1",
            "www.mayoclinic.org:443",
        ),
        ("HTTP://Example.ORG", "http://example.org/", "example.org:80"),
        ("http://example.org:8080?x", "http://example.org:8080/?x", "example.org:8080"),
        (
            "https://bücher.example/über uns",
            "https://xn--bcher-kva.example/%C3%BCber%20uns",
            "xn--bcher-kva.example:443",
        ),
        ("https://example.org/a%20b%C3%BC", "https://example.org/a%20b%C3%BC", "example.org:443"),
        (" https://example.org/a\n", "https://example.org/a", "example.org:443"),
        ("https://a:b@example.org/x", "https://a:b@example.org/x", "example.org:443"),
        ("http://[2001:db8::1]/x", "http://[2001:db8::1]/x", "[2001:db8::1]:80"),
        ("ftp://ftp.example.org/x", "ftp://ftp.example.org/x", "ftp.example.org:21"),
        ("https://example.org./x", "https://example.org/x", "example.org:443"),
        (
            "https://doi.org/10.1002/(SICI)1097<1::AID>3.0.CO;2-#",
            "https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0.CO;2-",
            "doi.org:443",
        ),
    ],
)
def test_urls_are_made_ready(url, ready, host):
    target = read_target(url)
    assert (target.url, target.host) == (ready, host)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mailto:a@example.org", Reason.SCHEME),
        ("data:text/html,x", Reason.SCHEME),
        ("file:///etc/passwd", Reason.SCHEME),
        ("example.org", Reason.BAD_URL),
        ("", Reason.BAD_URL),
        ("http://", Reason.BAD_URL),
        ("http://exa mple.org/", Reason.BAD_URL),
        ("http://example.org:port/", Reason.BAD_URL),
        ("http://[::1/", Reason.BAD_URL),
        ("http://" + "a" * 300 + ".org/", Reason.BAD_URL),
        ("http://example.org/" + "a" * MAX_URL, Reason.BAD_URL),
    ],
)
def test_urls_that_are_not_asked_for(url, reason):
    refusal = read_target(url)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is reason


@given(st.text(max_size=200))
def test_any_text_is_a_target_or_a_refusal(text):
    for url in (text, f"https://example.org/{text}", f"http://{text}/"):
        target = read_target(url)
        if not isinstance(target, Refusal):
            assert target.url.isascii()
            join_target(target, text)
            found = host_of(url)
            assert found is None or found[0] == target.host


def test_credentials_are_not_shown():
    assert read_target("https://a:secret@example.org/x@y").shown == "https://example.org/x@y"


def test_a_fragment_lives_on_over_a_redirect():
    start = read_target("https://example.org/a#dose")
    assert join_target(start, "/b").fragment == "dose"
    assert join_target(start, "/b#c").fragment == "c"


@pytest.mark.parametrize(
    ("name", "private"),
    [
        ("8.8.8.8", False),
        ("2606:4700::1111", False),
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("100.64.0.1", True),
        ("169.254.169.254", True),
        ("192.168.1.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("255.255.255.255", True),
        ("::1", True),
        ("fe80::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:10.0.0.1", True),
        ("64:ff9b::a00:1", True),
        ("2002:7f00:1::", True),
        ("0x7f000001", True),
        ("0177.0.0.1", True),
        ("127.1", True),
        ("no address", True),
    ],
)
def test_private_addresses(name, private):
    assert is_private_text(name) == private


def test_old_forms_of_addresses():
    assert str(read_address("0x7f.1")) == "127.0.0.1"
    assert str(read_address("3232235777")) == "192.168.1.1"
    assert read_address("08.8.8.8") is None
    assert read_address("1.2.3.4.5") is None
    assert read_address("example.org") is None


def test_headers_of_the_last_answer_count():
    lines = [
        b"HTTP/1.1 103 Early Hints\r\n",
        b"Link: </x>\r\n",
        b"\r\n",
        b"HTTP/1.1 200 OK\r\n",
        b'ETag: "a"\r\n',
        b"Set-Cookie: a=1\r\n",
        b"Set-Cookie: b=2\r\n",
        b"\r\n",
    ]
    assert read_headers(lines) == ({"etag": '"a"', "set-cookie": "b=2"}, ("a=1", "b=2"))


def test_cookies_stay_with_their_domain():
    cookies, here = Cookies(), read_target("https://www.example.org/")
    cookies.take(
        here,
        Answer(
            cookies=("a=1; Path=/", "b=2; Domain=example.org", "c=3; Domain=evil.example", "d=4; domain=org")
        ),
    )
    assert cookies.header(here) == "a=1; b=2"
    assert cookies.header(read_target("https://other.example.org/")) == "b=2"
    assert cookies.header(read_target("https://evil.example/")) == ""


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        ("Sun, 22 Nov 2026 04:01:00 GMT", 60),
        ("Sun, 22 Nov 2026 03:00:00 GMT", 0),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("9" * 40, 999_999_999),
    ],
)
def test_retry_after(text, seconds):
    now = dt.datetime(2026, 11, 22, 4, tzinfo=dt.UTC)
    assert read_retry_after(Answer(headers={"retry-after": text}), now) == seconds


@pytest.mark.parametrize(
    ("code", "words", "number", "verify", "reason"),
    [
        (60, "certificate has expired", 0, 10, Reason.TLS_EXPIRED),
        (60, "self-signed certificate", 0, 18, Reason.TLS_SELF_SIGNED),
        (
            60,
            "SSL: no alternative certificate subject name matches target host name",
            0,
            0,
            Reason.TLS_WRONG_HOST,
        ),
        (60, "unable to get local issuer certificate", 0, 20, Reason.TLS_CHAIN),
        (7, "Failed to connect", 111, 0, Reason.REFUSED),
        (7, "Failed to connect", 113, 0, Reason.TIMEOUT),
        (28, "Operation timed out", 0, 0, Reason.TIMEOUT),
        (56, "Recv failure: Connection reset by peer", 104, 0, Reason.RESET),
        (52, "Empty reply from server", 0, 0, Reason.EMPTY),
        (18, "end of response with 9 bytes missing", 0, 0, Reason.TRUNCATED),
        (9999, "", 0, 0, Reason.PROTOCOL),
    ],
)
def test_failures_of_libcurl(code, words, number, verify, reason):
    assert read_failure(code, words, number, verify)[0] is reason


def test_certificate_dates():
    assert read_expiry("Jan  5 12:00:00 2027 GMT") == "2027-01-05T12:00:00Z"
    assert read_expiry("2027-01-05 12:00:00 GMT") == "2027-01-05T12:00:00Z"
    assert read_expiry("some day") is None


@pytest.mark.parametrize("in_memory", [0, 100, 1000])
def test_the_frontier_gives_back_each_host_in_its_order(in_memory):
    dice = random.Random(3)
    links = [
        (
            f"h{dice.randrange(20)}",
            Link(f"https://x/{number}\0ä", None if number % 3 else f"doi:10.1/{number}"),
        )
        for number in range(500)
    ]
    with Frontier(in_memory) as frontier:
        frontier.fill(links)
        assert frontier.left == 500
        counts = [frontier.count(host) for host in frontier.hosts()]
        assert counts == sorted(counts, reverse=True)
        for host in frontier.hosts():
            given_back = []
            while (link := frontier.pop(host)) is not None:
                given_back.append(link)
            assert given_back == [link for each, link in links if each == host]
        assert frontier.left == 0
