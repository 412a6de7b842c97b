"""A web of hostile and honest behaviours on loopback, and what a checker should say of each.

Every behaviour is a function of an `Exchange`; `CASES` names the URL and the right verdict. The server may be run by
hand to see what other programs say: ``python tests/check/server.py`` prints the URLs and serves until it is stopped.
"""

import gzip
import secrets
import socket
import ssl
import struct
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path

CERTIFICATES = Path(__file__).parent / "certificates"
WORDS = (
    "The quick brown fox explains to the lazy dog how a medicine is taken, what it does and when to stop. "
)
ARTICLE = "".join(f"Paragraph {number}: {WORDS}" for number in range(6))


@dataclass
class Exchange:
    """One request, and the connection to answer it on."""

    connection: socket.socket
    method: str
    path: str
    headers: dict[str, str]
    times: int
    web: "Web"
    open: bool = True

    def send(self, data):
        self.connection.sendall(data)

    def answer(self, status=200, body="", kind="text/html; charset=utf-8", **headers):
        data = body if isinstance(body, bytes) else body.encode()
        lines = [f"HTTP/1.1 {status} Words", f"Content-Length: {len(data)}"]
        if kind:
            lines.append(f"Content-Type: {kind}")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode()
        self.send(head if self.method == "HEAD" else head + data)

    def redirect(self, place, status=302, **headers):
        self.answer(status, "", Location=place, **headers)

    def reset(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.open = False

    def close(self):
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
        self.open = False


def page(title="A page of use", text=ARTICLE, head="", heading=None):
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body><h1>{heading or title}</h1><p>{text}</p></body></html>"


@dataclass(frozen=True)
class Case:
    """A URL (a path, or a whole URL with ``{tls:good}`` and the like) and what is right to say of it.

    `there` is what a reader with a browser finds: the page (True), no page (False), or nobody can tell (None).
    `past` are earlier checks as (days ago, verdict, reason, fingerprint).
    """

    name: str
    url: str
    verdict: str
    reason: str
    there: bool | None = None
    content: bool = True
    past: tuple = ()
    settings: dict = field(default_factory=dict)


# HTTP/2: settings, then the first stream is reset with an internal error (RFC 9113, 6.4)
BROKEN_STREAM = bytes.fromhex("000000040000000000 00000403000000000100000002")
BEHAVIOURS = {}
CASES = []


def case(name, verdict, reason, there=None, *, path=None, query="", **options):
    """Register a behaviour together with its case."""

    def register(behave):
        place = path or f"/{name.replace(' ', '-')}/page.html"
        BEHAVIOURS[place] = behave
        CASES.append(Case(name, place + query, verdict, reason, there, **options))
        return behave

    return register


def at(path):
    """Register a behaviour that is only a step of others."""

    def register(behave):
        BEHAVIOURS[path] = behave
        return behave

    return register


# honest pages


@case("plain page", "alive", "ok", True)
@case("page by head", "alive", "ok", True, content=False)
@case("fragment present", "alive", "ok", True, query="#dose")
@case("fragment missing", "changed", "fragment-missing", None, query="#overdose")
@case("fragment of the top", "alive", "ok", True, query="#top")
@case("text fragment present", "alive", "ok", True, query="#:~:text=The%20quick%20brown,lazy%20dog")
@case("text fragment missing", "changed", "fragment-missing", None, query="#:~:text=the%20slow%20brown%20fox")
@case("credentials in the url", "alive", "ok", True, path="/secret/page.html", query="?a=1")
@case("never seen before", "alive", "ok", True, past=())
def honest(x):
    x.answer(body=page(text=f'<span id="dose">{x.path}</span> {ARTICLE}'))


@case("blanks and umlauts in the path", "alive", "ok", True, path="/a%20b/%C3%BCber.html")
def odd_path(x):
    x.answer(body=page())


CASES.append(Case("blanks and umlauts unquoted", "/a b/über.html", "alive", "ok", True))


@case("pdf", "alive", "ok", True, path="/doc/label.pdf")
def pdf(x):
    x.answer(body=b"%PDF-1.7\n" + bytes(2000), kind="application/pdf")


@case("no content type", "alive", "ok", True)
def no_type(x):
    x.answer(body=page(), kind=None)


@case("wrong charset", "alive", "ok", True)
def wrong_charset(x):
    x.answer(
        body=page("Überdosis", "Für Ärzte. " + ARTICLE).encode("latin-1"), kind="text/html; charset=utf-8"
    )


@case("unknown charset", "alive", "ok", True)
def unknown_charset(x):
    x.answer(body=page().encode(), kind="text/html; charset=martian")


@case("utf-16 page", "alive", "ok", True)
def utf16(x):
    x.answer(body=page().encode("utf-16"))


@case("gzip", "alive", "ok", True)
def zipped(x):
    x.answer(body=gzip.compress(page().encode()), Content_Encoding="gzip")


@case("chunked", "alive", "ok", True)
def chunked(x):
    data = page().encode()
    x.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    if x.method != "HEAD":
        x.send(f"{len(data):x}\r\n".encode() + data + b"\r\n0\r\n\r\n")


@case("http 1.0 without length", "alive", "ok", True)
def old_http(x):
    x.send(
        b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"
        + (b"" if x.method == "HEAD" else page().encode())
    )
    x.close()


@case("slow but honest", "alive", "ok", True)
def slow(x):
    time.sleep(0.4)
    x.answer(body=page())


@case("204", "alive", "ok", True)
def nothing_to_say(x):
    x.send(b"HTTP/1.1 204 No Content\r\n\r\n")


@case("article about 404 errors", "alive", "ok", True)
def about_errors(x):
    x.answer(
        body=page(
            "How to read the page not found message of a browser", "A 404 error is a message. " + ARTICLE * 3
        )
    )


@case("coding that nobody knows", "alive", "ok", True)
def odd_coding(x):
    x.answer(body=page(), Content_Encoding="utf-8")


@case("fragment with a written percent sign", "alive", "ok", True, query="#at%2050")
def percent_fragment(x):
    x.answer(body=page(text=f'<b id="at%2050">here</b> {ARTICLE}'))


@case("heading in a template", "alive", "ok", True)
def hidden_heading(x):
    x.answer(body=f"<title>Doses</title><template><h1>Page not found</h1></template><h1>Doses</h1>{ARTICLE}")


@case("article called 404", "alive", "ok", True)
def year_404(x):
    x.answer(body=page("404 – An Encyclopedia", "The year 404 was a leap year. " + ARTICLE * 3))


@case("article called page not found", "alive", "ok", True)
def named_like_an_error(x):
    x.answer(body=page("Page not found: memory in old age", ARTICLE * 3, heading="Memory in old age"))


@case("abstract of something not found", "alive", "ok", True)
def short_abstract(x):
    x.answer(body=page("Case 12", "The record of the patient could not be found, the source does not exist."))


@case("drawn by script", "alive", "ok", True, path="/app/one")
@at("/app/*")
def shell(x):
    x.answer(body="<title>App</title><div id=root></div><script src=/app.js></script>")


# great bodies


@case("one megabyte", "alive", "ok", True)
def great(x):
    x.answer(body=page(text=ARTICLE * 1500))


@case("endless body", "alive", "ok", True)
def endless(x):
    x.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page().encode())
    with suppress(OSError):
        while x.method != "HEAD" and not x.web.over:
            x.send(b"<p>more and more words</p>" * 400)
    x.close()


@case("gzip bomb", "alive", "ok", True)
def bomb(x):
    x.answer(body=BOMB, Content_Encoding="gzip")


BOMB = gzip.compress(page().encode() + b"<p>zero " * 8_000_000)


@case("fragment deep in a long page", "alive", "ok", True, query="#deep")
def deep(x):
    x.answer(body=page(text=ARTICLE * 200 + '<b id="deep">here</b>'))


# redirects


@at("/new/page.html")
@at("/deep/er/page.html")
@at("/für/seite.html")
def new_place(x):
    x.answer(body=page("The new place"))


@case("301", "moved", "permanent-redirect", True)
def moved_301(x):
    x.redirect("/new/page.html", 301)


@case("301 by head", "moved", "permanent-redirect", True, content=False)
def moved_head(x):
    x.redirect("/new/page.html", 301)


@case("308", "moved", "permanent-redirect", True)
def moved_308(x):
    x.redirect("/new/page.html", 308)


@case("302", "alive", "ok", True)
def found_302(x):
    x.redirect("/new/page.html", 302)


@case("303", "alive", "ok", True)
def other_303(x):
    x.redirect("/new/page.html", 303)


@case("307", "alive", "ok", True)
def temporary_307(x):
    x.redirect("/new/page.html", 307)


@case("301 then 301", "moved", "permanent-redirect", True)
def chain_301(x):
    x.redirect("/301/page.html", 301)


@case("302 then 301", "alive", "ok", True)
def chain_302(x):
    x.redirect("/301/page.html", 302)


@case("301 then 302", "moved", "permanent-redirect", True)
def chain_mixed(x):
    x.redirect("/302/page.html", 301)


@case("relative location", "moved", "permanent-redirect", True, path="/deep/one/page.html")
def relative(x):
    x.redirect("../er/page.html", 301)


@case("location in raw utf-8", "moved", "permanent-redirect", True)
def raw_location(x):
    x.send("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: /für/seite.html\r\n\r\n".encode())


@case("redirect loop of two", "unreachable", "redirect-loop", False)
def loop_a(x):
    x.redirect("/loop/b.html")


@at("/loop/b.html")
def loop_b(x):
    x.redirect("/redirect-loop-of-two/page.html")


@case("redirect to itself", "unreachable", "redirect-loop", False)
def loop_self(x):
    x.redirect(x.path)


@case("endless redirects", "unreachable", "too-many-redirects", False, path="/far/0")
@at("/far/*")
def far(x):
    x.redirect(f"/far/{int(x.path.rpartition('/')[2]) + 1}")


@case("redirect without location", "unreachable", "http-error", False)
def nowhere(x):
    x.answer(302, "")


@case("redirect to mail", "unreachable", "protocol", False)
def to_mail(x):
    x.redirect("mailto:someone@example.org")


@case("redirect to a private address", "skipped", "private-address")
def to_private(x):
    x.redirect("http://10.1.2.3/admin")


@case("redirect to cloud metadata", "skipped", "private-address")
def to_metadata(x):
    x.redirect("http://169.254.169.254/latest/meta-data/")


@case("redirect to a file", "unreachable", "protocol", False)
def to_file(x):
    x.redirect("file:///etc/passwd")


@case("meta refresh", "alive", "ok", True)
def refresh(x):
    x.answer(
        body='<title>Moving</title><meta http-equiv="Refresh" content="0; URL=/new/page.html"><p>Moving.</p>'
    )


@case("refresh by a header", "alive", "ok", True)
def refresh_header(x):
    x.answer(Refresh="0; url=/new/page.html")


@case("refresh for readers without scripts", "alive", "ok", True)
def refresh_noscript(x):
    x.answer(
        body='<title>App</title><noscript><meta http-equiv="refresh" content="0; url=/none"></noscript><div id=root></div><script src=/app.js></script>'
    )


@case("redirect to an item with the number 404", "moved", "permanent-redirect", True)
def to_number(x):
    x.redirect("/node/404", 301)


@case("redirect to an article about errors", "moved", "permanent-redirect", True)
def to_article(x):
    x.redirect("/topics/error", 301)


@at("/node/404")
@at("/topics/error")
def about_error(x):
    x.answer(body=page("Errors of medication", ARTICLE * 3))


@case("cookie needed", "alive", "ok", True)
def cookie(x):
    if "seen=1" in x.headers.get("cookie", ""):
        x.answer(body=page())
    else:
        x.redirect(x.path, Set_Cookie="seen=1; Path=/; HttpOnly")


@case("consent page sets a cookie", "alive", "ok", True)
def consent(x):
    if "consent=yes" in x.headers.get("cookie", ""):
        x.answer(body=page())
    else:
        x.redirect("/consent/ask?back=/consent-page-sets-a-cookie/page.html")


@at("/consent/ask")
def consent_ask(x):
    x.redirect(x.path.partition("back=")[2], Set_Cookie="consent=yes")


# HEAD lies


@case("head says 404", "alive", "ok", True, content=False)
def head_404(x):
    x.answer(404 if x.method == "HEAD" else 200, page())


@case("head says 405", "alive", "ok", True, content=False)
def head_405(x):
    x.answer(405 if x.method == "HEAD" else 200, page(), Allow="GET")


@case("head says 500", "alive", "ok", True, content=False)
def head_500(x):
    x.answer(500 if x.method == "HEAD" else 200, page())


@case("head says 403", "alive", "ok", True, content=False)
def head_403(x):
    x.answer(403 if x.method == "HEAD" else 200, page())


@case("head resets", "alive", "ok", True, content=False)
def head_resets(x):
    x.reset() if x.method == "HEAD" else x.answer(body=page())


@case("head hangs", "alive", "ok", True, content=False)
def head_hangs(x):
    if x.method == "HEAD":
        x.web.sleep(5)
    else:
        x.answer(body=page())


@case("head is sent home", "alive", "ok", True, content=False)
def head_home(x):
    x.redirect("/") if x.method == "HEAD" else x.answer(body=page())


@case("head has a body", "alive", "ok", True, content=False)
def head_body(x):
    x.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello")
    x.close()


@case("head is fine but get is gone", "suspect", "not-found", False)
def get_404(x):
    x.answer(200 if x.method == "HEAD" else 404, page("Not found"))


@case("head redirects in a circle", "alive", "ok", True, content=False)
def head_loops(x):
    x.redirect(x.path) if x.method == "HEAD" else x.answer(body=page())


# statuses


@case("404", "suspect", "not-found", False)
@case("404 by head", "suspect", "not-found", False, content=False)
@case(
    "404 third strike",
    "dead",
    "not-found",
    False,
    past=((8, "suspect", "not-found"), (4, "suspect", "not-found")),
)
@case(
    "404 twice on one day",
    "suspect",
    "not-found",
    False,
    past=((0.1, "suspect", "not-found"), (0.05, "suspect", "not-found")),
)
@case(
    "404 after blocks",
    "suspect",
    "not-found",
    False,
    past=((9, "blocked", "robot-wall"), (4, "blocked", "robot-wall")),
)
@case("404 of a dead link", "dead", "not-found", False, past=((5, "dead", "not-found"),))
@case(
    "404 after a good look",
    "suspect",
    "not-found",
    False,
    past=((9, "suspect", "not-found"), (6, "alive", "ok"), (4, "suspect", "not-found")),
)
def gone_404(x):
    x.answer(404, page("Not found"))


@case(
    "404 only to strangers",
    "alive",
    "ok",
    True,
    past=((8, "suspect", "not-found"), (4, "suspect", "not-found")),
)
def picky_404(x):
    x.answer(200 if x.headers.get("accept") == "*/*" else 404, page())


@case("410", "dead", "gone", False)
def gone_410(x):
    x.answer(410, page("Gone"))


def _status(name, number, verdict, reason, there=None):
    @case(name, verdict, reason, there)
    def behave(x, number=number):
        x.answer(number, f"<title>{number}</title>")


for _row in (
    ("400", 400, "unreachable", "http-error", False),
    ("401", 401, "blocked", "login"),
    ("402", 402, "blocked", "login"),
    ("403", 403, "blocked", "robot-wall"),
    ("405 to all", 405, "blocked", "method"),
    ("406", 406, "blocked", "robot-wall"),
    ("418", 418, "blocked", "robot-wall"),
    ("429 for ever", 429, "blocked", "rate-limit"),
    ("451", 451, "blocked", "legal"),
    ("999", 999, "blocked", "robot-wall"),
    ("500", 500, "unreachable", "server-error", False),
    ("502", 502, "unreachable", "server-error", False),
    ("503 for ever", 503, "unreachable", "server-error", False),
    ("521", 521, "unreachable", "server-error", False),
):
    _status(*_row)


@case("429 with seconds", "alive", "ok", True)
def wait_seconds(x):
    x.answer(429, "", Retry_After="1") if x.times == 1 else x.answer(body=page())


@case("429 with a date", "alive", "ok", True)
def wait_date(x):
    x.answer(429, "", Retry_After=formatdate(time.time() + 1.2, usegmt=True)) if x.times == 1 else x.answer(
        body=page()
    )


@case("429 without a word", "alive", "ok", True)
def wait_untold(x):
    x.answer(429, "") if x.times == 1 else x.answer(body=page())


@case("503 with a long wait", "unreachable", "server-error", None)
def maintenance(x):
    x.answer(503, "", Retry_After="86400")


@case("429 with a long wait", "blocked", "rate-limit", None)
def long_wait(x):
    x.answer(429, "", Retry_After="86400")


@case("503 once", "alive", "ok", True)
def hiccup(x):
    x.answer(503, "") if x.times == 1 else x.answer(body=page())


@case("reset once", "alive", "ok", True)
def reset_once(x):
    x.reset() if x.times == 1 else x.answer(body=page())


# failures


@case("reset", "unreachable", "reset", False)
def reset(x):
    x.reset()


@case("reset in the body", "unreachable", "reset", False)
def reset_late(x):
    x.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n" + page().encode())
    time.sleep(0.05)
    x.reset()


@case("truncated", "unreachable", "truncated", False)
def truncated(x):
    x.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n" + page().encode())
    x.close()


@case("empty reply", "unreachable", "empty", False)
def empty_reply(x):
    x.close()


@case("empty body", "soft-404", "empty", False)
def empty_body(x):
    x.answer(body="")


@case("silence", "unreachable", "timeout", False)
def silence(x):
    x.web.sleep(6)


@case("dripping headers", "unreachable", "timeout", False)
def drip(x):
    x.send(b"HTTP/1.1 200 OK\r\n")
    with suppress(OSError):
        for number in range(60):
            x.send(f"X-{number}: drip\r\n".encode())
            x.web.sleep(0.1)


@case("dripping body", "unreachable", "timeout", False)
def drip_body(x):
    x.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nContent-Type: text/html\r\n\r\n")
    with suppress(OSError):
        for _number in range(60):
            x.send(b".")
            x.web.sleep(0.1)


@case("no http at all", "unreachable", "protocol", False)
def garbage(x):
    x.send(b"SSH-2.0-OpenSSH_9.9\r\n")
    x.close()


@case("head that breaks off", "unreachable", "truncated", False)
@case("head that breaks off, by head", "unreachable", "truncated", False, content=False)
def half_head(x):
    x.send(b"HTTP/1.1 200 OK\r\nContent-Ty")
    x.close()


@case("status line without a number", "unreachable", "protocol", False)
def no_number(x):
    x.send(b"HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n")
    x.close()


@case("huge header", "unreachable", "too-large", False)
def huge_header(x):
    with suppress(OSError):
        x.send(b"HTTP/1.1 200 OK\r\nX-Huge: " + b"a" * 400_000 + b"\r\n\r\n")
    x.close()


@case("endless headers", "unreachable", "too-large", False)
def endless_headers(x):
    x.send(b"HTTP/1.1 200 OK\r\n")
    with suppress(OSError):
        while not x.web.over:
            x.send(b"X-More: and more\r\n" * 500)


@case("bad chunk", "unreachable", "protocol", False)
def bad_chunk(x):
    x.send(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nzz\r\nno hex\r\n"
    )
    x.close()


@case("bad gzip", "unreachable", "protocol", False)
def bad_gzip(x):
    x.answer(body=b"this is not gzip at all", Content_Encoding="gzip")


# robot walls


@case("cloudflare challenge", "blocked", "robot-wall")
def cloudflare(x):
    x.answer(403, page("Just a moment...", "Checking"), Server="cloudflare", Cf_Mitigated="challenge")


@case("cloudflare without its header", "blocked", "robot-wall")
def cloudflare_503(x):
    x.answer(503, page("Just a moment...", "Checking your browser"), Server="cloudflare")


@case("akamai", "blocked", "robot-wall")
def akamai(x):
    x.answer(
        403,
        page("Access Denied", "Reference #18.2d351ab8 https://errors.edgesuite.net/18.2d"),
        Server="AkamaiGHost",
    )


@case("wall that says 404", "blocked", "robot-wall")
def wall_404(x):
    x.answer(404, page("Access to this page has been denied.", '<div id="px-captcha"></div>'))


@case("datadome", "blocked", "robot-wall")
def datadome(x):
    x.answer(
        403,
        '<title>x.org</title><script src="https://ct.captcha-delivery.com/c.js"></script>',
        X_DataDome="protected",
    )


@case("perimeterx with 200", "blocked", "robot-wall")
def perimeterx(x):
    x.answer(body=page("Please verify", '<div id="px-captcha"></div>'))


@case("incapsula with 200", "blocked", "robot-wall")
def incapsula(x):
    x.answer(
        body='<html><script src="/_Incapsula_Resource?SWJIYLWA=7"></script>Incapsula incident ID: 7-8</html>'
    )


@case("captcha with 200", "blocked", "robot-wall")
def captcha(x):
    x.answer(body=page("Are you a robot?", "Tick the box."))


@case("access denied with 200", "blocked", "robot-wall")
def denied(x):
    x.answer(body=page("Access Denied", "You are not welcome."))


@case("aws puzzle with 202", "blocked", "robot-wall")
@case("aws puzzle with 202 by head", "blocked", "robot-wall", content=False)
def aws_puzzle(x):
    x.answer(202, "" if x.method == "HEAD" else "<script>AwsWafIntegration.checkForceRefresh()</script>")


@case("aws puzzle without a body", "blocked", "robot-wall")
def aws_header(x):
    x.answer(202, x_amzn_waf_action="challenge")


@case("sucuri by script", "blocked", "robot-wall")
def sucuri(x):
    x.answer(body="<title>You are being redirected...</title><script>var sucuri_cloudproxy_js='';</script>")


@case("f5 by script", "blocked", "robot-wall")
def f5(x):
    x.answer(body='<script>window["bobcmn"]="1"</script><script src="/TSPD/08a?type=8"></script>')


@case("fastly by script", "blocked", "robot-wall")
def fastly(x):
    x.answer(body=page("Client Challenge", "A part of this site could not load."))


@case("wordfence with 503", "blocked", "robot-wall")
def wordfence(x):
    x.answer(503, page("Your access to this site has been limited", "Generated by Wordfence"))


@case("cookies wanted with 200", "blocked", "robot-wall")
def cookies_wanted(x):
    x.answer(body=page("Example Health", "Please enable cookies in your browser to go on."))


@case("sent to a captcha", "blocked", "robot-wall")
@case("sent to a captcha by head", "blocked", "robot-wall", content=False)
def to_captcha(x):
    x.redirect("/showcaptcha?back=1")


@at("/showcaptcha")
def ask_captcha(x):
    x.answer(body=page("Вы не робот?", "Подтвердите"))


@case("login at every address", "blocked", "login", path="/members/one.html")
@at("/members/*")
def members(x):
    x.answer(body=page("Members", f'<form>Name <input type="password" name="word"></form> {ARTICLE}'))


# what looks like a wall


@case("article about captchas", "alive", "ok", True)
def about_captchas(x):
    x.answer(body=page("Are you a robot? A history of the captcha", ARTICLE * 3))


@case("article about refusals", "alive", "ok", True)
def about_refusals(x):
    x.answer(body=page("Access denied: who gets no treatment", ARTICLE))


@case("captcha in a form of comments", "alive", "ok", True)
def comment_captcha(x):
    x.answer(body=page("Doses", f'{ARTICLE}<form>Comment <div class="g-recaptcha"></div></form>'))


@case("page with the script of a wall", "alive", "ok", True)
def wall_script(x):
    x.answer(body=page("Doses", f'{ARTICLE}<script src="/_Incapsula_Resource?SWJIYLWA=7&ns=1"></script>'))


@case("page with the mark of a wall", "alive", "ok", True)
def wall_mark(x):
    x.answer(body=page("Doses", f'{ARTICLE}<script>window._pxAppId = "PX1"</script>'), X_DataDome="protected")


@case("404 with the script of a wall", "suspect", "not-found", False)
def wall_script_404(x):
    x.answer(404, page("Not found", f'Try the menu. {ARTICLE}<script>window._pxAppId = "PX1"</script>'))


# soft 404s


@case("title says 404", "soft-404", "error-page", False)
def title_404(x):
    x.answer(body=page("404 - Page not found | Example Health"))


@case("heading says not found", "soft-404", "error-page", False)
def heading_404(x):
    x.answer(body=page("Example Health", ARTICLE * 4, heading="Page not found"))


@case("text says not found", "soft-404", "error-page", False)
def text_404(x):
    x.answer(
        body=page("Example Health", "Sorry, we can’t find the page you are looking for. Try the search.")
    )


@case("text says so in german", "soft-404", "error-page", False)
def text_german(x):
    x.answer(
        body=page(
            "Beispiel",
            "Die Seite wurde nicht gefunden: Seite nicht gefunden.",
            heading="Seite nicht gefunden",
        )
    )


@case("title says so in korean", "soft-404", "error-page", False)
def title_korean(x):
    x.answer(body=page("페이지를 찾을 수 없습니다 | 병원", ARTICLE, heading="병원"))


@case("title says so in czech", "soft-404", "error-page", False)
def title_czech(x):
    x.answer(body=page("Stránka nenalezena - Klinika", ARTICLE, heading="Klinika"))


@case("text says the requested document is gone", "soft-404", "error-page", False)
def text_document(x):
    x.answer(body=page("Viewer", "The document you requested is no longer available."))


@case("heading of an application server", "soft-404", "error-page", False)
def tomcat(x):
    x.answer(body=page("Error report", "Try again.", heading="HTTP Status 404 – Not Found"))


@case("plain text says so", "soft-404", "error-page", False)
def text_plain(x):
    x.answer(body="File not found.", kind="text/plain")


@case("account suspended", "soft-404", "error-page", False)
def suspended(x):
    x.answer(body=page("Account Suspended", "Contact your hosting provider."))


@case("database error with 200", "unreachable", "server-error", False)
def no_database(x):
    x.answer(body=page("Error", "", heading="Error establishing a database connection"))


@case("sent to the home page of a country", "soft-404", "redirect-home", False)
def to_country(x):
    x.redirect("/en-us/home", 301)


@case("sent to a search on the home page", "soft-404", "redirect-search", False)
def to_home_search(x):
    x.redirect("/?s=page")


@case("sent to the home page", "soft-404", "redirect-home", False)
def to_home(x):
    x.redirect("/", 301)


@case("sent to the home page by head", "soft-404", "redirect-home", False, content=False)
def to_home_head(x):
    x.redirect("/index.html")


@case("sent to a search", "soft-404", "redirect-search", False)
def to_search(x):
    x.redirect("/search?q=page")


@case("sent to a login", "soft-404", "redirect-login", False)
def to_login(x):
    x.redirect("/user/login?destination=page")


@case("sent to an error page", "soft-404", "error-page", False)
def to_error(x):
    x.redirect("/errors/404.html")


@at("/")
@at("/index.html")
@at("/en-us/home")
@at("/search")
@at("/user/login")
@at("/errors/404.html")
def front(x):
    x.answer(body=page("Example Health"))


@case("every address shows the same", "soft-404", "error-page", False, path="/same/one.html")
@at("/same/*")
def same(x):
    x.answer(body=page("Example Health", "Our offers of the week. " + ARTICLE))


@case("every address shows the same under a longer name", "soft-404", "error-page", False, path="/longer/one")
@at("/longer/*")
def same_longer(x):
    if x.path.endswith(".htm"):
        x.answer(body=page("Example Health", "Our offers of the week. " + ARTICLE))
    else:
        x.redirect(f"{x.path}.htm", 301)


@case("every address shows the same with another number", "soft-404", "error-page", False, path="/number/one")
@at("/number/*")
def same_number(x):
    x.answer(body=page("Example Health", f"Request {secrets.token_hex(8)}. {ARTICLE * 4}"))


@case("short record in a long frame", "alive", "ok", True, path="/records/one.html")
@at("/records/*")
def record(x):
    own = "Take one capsule in the morning." if "one" in x.path else "Choose a medicine."
    x.answer(body=page("Example Health", f"{own} {ARTICLE * 10}"))


@case("every address is sent to the same", "soft-404", "error-page", False, path="/hub/one.html")
@at("/hub/*")
def hub(x):
    x.redirect("/offers/now.html")


@at("/offers/now.html")
def offers(x):
    x.answer(body=page("Offers", ARTICLE))


@case("query that changes nothing", "alive", "ok", True, path="/show.php", query="?id=17")
def show(x):
    x.answer(body=page("Example Health", "Choose a topic from the list of topics. " + ARTICLE))


@case("parked by its words", "soft-404", "parked", False)
def parked(x):
    x.answer(body=page("example.org", "This domain is for sale. Related searches: insurance, shoes."))


@case("parked by its source", "soft-404", "parked", False)
def parked_source(x):
    x.answer(
        body='<title>example.org</title><script src="https://www.parkingcrew.net/jsparse.php"></script><p>Links</p>'
    )


@case("parked by its script", "soft-404", "parked", False)
def parked_script(x):
    x.answer(body='<script>window.onload=function(){window.location.href="/lander"}</script>')


@case("parked in the name of the domain", "soft-404", "parked", False)
def parked_name(x):
    x.answer(body=page("Make an offer", "127.0.0.1 is for sale."))


@case("article about parked domains", "alive", "ok", True)
def about_parking(x):
    x.answer(
        body=page(
            "What is domain parking?",
            "“This domain is for sale”, says a page with related searches. " + ARTICLE * 3,
        )
    )


# change


@case("changed since", "changed", "content", True, past=((40, "alive", "ok", "3w-ffff0000ffff0000"),))
def changed(x):
    x.answer(body=page())


# what is not asked for, and what cannot be reached

CASES += [
    Case("mail address", "mailto:someone@example.org", "skipped", "scheme"),
    Case("script", "javascript:alert(1)", "skipped", "scheme"),
    Case("telephone", "tel:+123", "skipped", "scheme"),
    Case("no scheme", "www.example.org/page", "skipped", "bad-url"),
    Case("bad port", "http://example.org:99999/", "skipped", "bad-url"),
    Case("no host", "http:///path", "skipped", "bad-url"),
    Case("url of 100 kB", "http://example.org/" + "a" * 100_000, "skipped", "bad-url"),
    Case("private address", "http://192.168.0.1/router", "skipped", "private-address"),
    Case("loopback by another number", "http://127.9.9.9/", "skipped", "private-address"),
    Case("loopback in hexadecimal", "http://0x7f.0x9.9.9/", "skipped", "private-address"),
    Case("loopback as one number", "http://2131298569/", "skipped", "private-address"),
    Case("loopback of ipv6", "http://[::1]/", "skipped", "private-address"),
    Case("loopback inside ipv6", "http://[::ffff:127.0.0.9]/", "skipped", "private-address"),
    Case("cloud metadata", "http://169.254.169.254/latest/", "skipped", "private-address"),
    Case("refused", "{closed}/page.html", "unreachable", "refused", False),
    Case("https on a plain port", "{plain_tls}/page.html", "unreachable", "tls-other", False),
    Case("good certificate", "{tls:good}/tls/page.html", "alive", "ok", True),
    Case("expired certificate", "{tls:expired}/tls/page.html", "unreachable", "tls-expired", False),
    Case(
        "self-signed certificate", "{tls:selfsigned}/tls/page.html", "unreachable", "tls-self-signed", False
    ),
    Case("certificate of another host", "{tls:wrong}/tls/page.html", "unreachable", "tls-wrong-host", False),
    Case("tls without a farewell", "{tls:good}/tls/without-a-farewell.html", "alive", "ok", True),
    Case("http/2 that fails", "{h2}/tls/page.html", "alive", "ok", True),
    Case("certificate of nobody known", "{tls:chain}/tls/page.html", "unreachable", "tls-chain", False),
]


@at("/tls/page.html")
def tls_page(x):
    x.answer(body=page())


@at("/tls/without-a-farewell.html")
def tls_ragged(x):
    x.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page().encode())
    socket.socket(fileno=x.connection.detach()).close()
    x.open = False


@case("redirect to a broken certificate", "unreachable", "tls-expired", False)
def to_expired(x):
    x.redirect(f"{x.web.bases['tls:expired']}/tls/page.html")


class Web:
    """The running servers: `bases` names them, `log` holds (seconds, method, path)."""

    def __init__(self):
        self.over = False
        self.log = []
        self.times = Counter()
        self._lock = threading.Lock()
        self._ending = threading.Event()
        self._listeners = []
        self.bases = {"http": f"http://127.0.0.1:{self._listen()}"}
        for path in sorted(CERTIFICATES.glob("*.pem")):
            if path.stem != "ca":
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(path)
                self.bases[f"tls:{path.stem}"] = f"https://127.0.0.1:{self._listen(context)}"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / "good.pem")
        context.set_alpn_protocols(["h2", "http/1.1"])
        self.bases["h2"] = f"https://127.0.0.1:{self._listen(context)}"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.bases["closed"] = f"http://127.0.0.1:{probe.getsockname()[1]}"
        self.bases["plain_tls"] = self.bases["http"].replace("http:", "https:")

    @property
    def base(self):
        return self.bases["http"]

    def url(self, case):
        """The whole URL of a case."""
        url = case.url
        for name, base in self.bases.items():
            url = url.replace("{" + name + "}", base)
        return self.base + url if url.startswith("/") else url

    def sleep(self, seconds):
        self._ending.wait(seconds)

    def close(self):
        self.over = True
        self._ending.set()
        for listener in self._listeners:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def _listen(self, context=None):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", 0))
        listener.listen(512)
        self._listeners.append(listener)
        threading.Thread(target=self._accept, args=(listener, context), daemon=True).start()
        return listener.getsockname()[1]

    def _accept(self, listener, context):
        while not self.over:
            try:
                connection, _place = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection, context), daemon=True).start()

    def _serve(self, connection, context):
        with suppress(OSError, ValueError), connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(20)
            if context is not None:
                connection = context.wrap_socket(connection, server_side=True)
                if connection.selected_alpn_protocol() == "h2":
                    connection.recv(9999)
                    connection.sendall(BROKEN_STREAM)
            with connection, connection.makefile("rb") as lines:
                while not self.over and self._exchange(connection, lines):
                    pass

    def _exchange(self, connection, lines):
        if lines.peek(1)[:1] == b"\x16":  # somebody speaks TLS to a port that does not
            return False
        first = lines.readline(200_000).decode("latin-1").split()
        if len(first) != 3:
            return False
        headers = {}
        while line := lines.readline(70_000).decode("latin-1").strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        method, path, _version = first
        with self._lock:
            self.times[path] += 1
            self.log.append((time.monotonic(), method, path, headers))
        exchange = Exchange(connection, method, path, headers, self.times[path], self)
        find_behaviour(path)(exchange)
        return exchange.open


def find_behaviour(path):
    bare = path.partition("?")[0]
    return BEHAVIOURS.get(bare) or BEHAVIOURS.get(bare.rpartition("/")[0] + "/*") or not_found


def not_found(x):
    x.answer(404, page("Not found"))


BEHAVIOURS["/für/seite.html"] = new_place
BEHAVIOURS["/f%C3%BCr/seite.html"] = new_place

if __name__ == "__main__":
    web = Web()
    for each in CASES:
        row = (web.url(each)[:300], each.name, each.verdict, each.reason, str(each.there))
        sys.stdout.write("\t".join(row) + "\n")
    sys.stdout.flush()
    with suppress(KeyboardInterrupt):
        while True:
            time.sleep(3600)
