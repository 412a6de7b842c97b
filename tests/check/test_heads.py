"""HEADs on bare sockets: what they take on, what they leave to libcurl, and the heads they read."""

import socket
import threading
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.check.answer import Answer, Request
from refs.check.header import is_whole, read_head, read_headers
from refs.check.heads import Heads
from refs.check.poller import open_poller
from refs.check.settings import Settings
from refs.check.target import read_target
from refs.model.link import Reason

FINE = b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "a1"\r\nContent-Length: 99\r\n\r\n'
CLOSE = b"close"  # what a script of answers says to hang up
WAIT = b"wait"


class Script:
    """A server that gives out prepared answers, one for each question, and keeps what it was asked."""

    def __init__(self, answers):
        self._answers = list(answers)
        self.asked, self.connections = [], 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.host = f"127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _place = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._talk(connection)

    def _talk(self, connection):
        with connection, suppress(ConnectionError):
            while self._answers and (question := connection.recv(65_536)):
                self.asked.append(question)
                for each in self._answers.pop(0):
                    if each == CLOSE:
                        return
                    if each == WAIT:
                        time.sleep(0.05)
                    else:
                        connection.sendall(each)
            if not self._answers:
                connection.recv(1)

    def close(self):
        self._listener.close()


class Asker:
    """Heads with a poller of their own; `left` are the questions handed on to libcurl."""

    def __init__(self, **settings):
        self.answers, self.left = {}, []
        self._poller = open_poller()
        self.heads = Heads(Settings(**settings), self._poller, self._take, self._resort)

    def _take(self, token, answer):
        self.answers[token] = answer

    def _resort(self, _request, token, _addresses):
        self.left.append(token)

    def ask(self, url, token, addresses=(), **options):
        request = Request(read_target(url), "HEAD", 0, **options)
        if not self.heads.takes(request):
            self.left.append(token)
            return
        self.heads.start(request, token, addresses)
        until = time.monotonic() + 5
        while token not in self.answers and token not in self.left:
            assert time.monotonic() < until
            self.wait(0.05)

    def wait(self, seconds):
        for fd, _ready in self._poller.wait(self.heads.patience(seconds)):
            if fd in self.heads.connections:
                self.heads.hear(self.heads.connections[fd])
        self.heads.sweep()

    def close(self):
        self.heads.close()
        self._poller.close()


@pytest.fixture
def script():
    running = []

    def start(*answers):
        running.append(Script(answers))
        return running[-1]

    yield start
    for each in running:
        each.close()


@pytest.fixture
def asker():
    running = []

    def start(**settings):
        running.append(Asker(**settings))
        return running[-1]

    yield start
    for each in running:
        each.close()


def test_one_connection_carries_question_after_question(script, asker):
    server, asker = script([FINE], [FINE], [FINE]), asker(contact="me@example.org")
    for number in range(3):
        asker.ask(f"http://{server.host}/a?b={number}", number)
    assert server.connections == 1
    assert [each.status for each in asker.answers.values()] == [200, 200, 200]
    assert asker.answers[2].headers == {"content-type": "text/html", "etag": '"a1"', "content-length": "99"}
    head = server.asked[1].decode().split("\r\n")
    assert head[:3] == [
        "HEAD /a?b=1 HTTP/1.1",
        f"Host: {server.host}",
        "User-Agent: refs-check/1 (me@example.org)",
    ]
    assert server.asked[1].endswith(b"\r\n\r\n")


def test_an_address_that_was_judged_is_asked_and_the_name_is_told(script, asker):
    server, asker = script([FINE]), asker()
    port = server.host.partition(":")[2]
    asker.ask(f"http://drugs.example:{port}/", 1, ("::1", "127.0.0.1"))
    assert asker.answers[1].status == 200
    assert f"Host: drugs.example:{port}\r\n".encode() in server.asked[0]


def test_the_usual_port_is_not_told():
    asker = Asker()
    words = asker.heads._words(Request(read_target("http://drugs.example/x"), "HEAD"))
    assert words.startswith(b"HEAD /x HTTP/1.1\r\nHost: drugs.example\r\nUser-Agent: ")
    asker.close()


def test_cookies_and_headers_go_along(script, asker):
    server, asker = script([b"HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n"]), asker()
    asker.ask(f"http://{server.host}/", 1, cookies="seen=yes", headers=("Accept: */*",))
    assert b"\r\nCookie: seen=yes\r\n" in server.asked[0]
    assert server.asked[0].count(b"Accept: ") == 1
    assert asker.answers[1].cookies == ("a=1", "b=2")


def test_an_answer_may_come_in_pieces(script, asker):
    server, asker = script([FINE[:9], WAIT, FINE[9:-2], WAIT, FINE[-2:]]), asker()
    asker.ask(f"http://{server.host}/", 1)
    assert asker.answers[1].status == 200
    assert asker.answers[1].waited >= 0.05


def test_a_kept_connection_that_was_closed_is_opened_anew(script, asker):
    server, asker = script([FINE, CLOSE], [FINE]), asker()
    asker.ask(f"http://{server.host}/", 1)
    asker.ask(f"http://{server.host}/", 2)
    assert asker.answers[2].status == 200
    assert (server.connections, asker.left) == (2, [])


def test_a_kept_connection_that_is_closed_meanwhile_is_let_go(script, asker):
    server, asker = script([FINE, CLOSE]), asker()
    asker.ask(f"http://{server.host}/", 1)
    for _turn in range(20):
        asker.wait(0.05)
    assert asker.heads.connections == {}


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
        b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n",
        FINE + b"<title>a body where none was due</title>",
    ],
    ids=["says that it closes", "old", "body"],
)
def test_a_connection_is_not_used_again_where_it_could_not_be(script, asker, answer):
    server, asker = script([answer, CLOSE], [FINE]), asker()
    asker.ask(f"http://{server.host}/", 1)
    assert asker.answers[1].status == 200
    assert asker.heads.connections == {}
    asker.ask(f"http://{server.host}/", 2)
    assert (asker.answers[2].status, server.connections) == (200, 2)


@pytest.mark.parametrize(
    "answer",
    [
        [b"SSH-2.0-OpenSSH_9.2\r\n"],
        [b"HTTP/1.1 100 Continue\r\n\r\n", WAIT, FINE],
        [b"HTTP/1.1 2000 Long\r\n\r\n"],
        [b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n"],
        [b"HTTP/1.1 200 OK\r\nno header at all\r\n\r\n"],
        [b"HTTP/1.1 200 OK\r\nX-A: a\r\n  folded\r\n\r\n"],
        [b"HTTP/1.1 200 OK\r\nX-A: \0\r\n\r\n"],
        [b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 200_000],
        [FINE[:30], CLOSE],
        [CLOSE],
    ],
    ids=["ssh", "interim", "status", "bare", "no header", "folded", "zero", "endless", "cut", "nothing"],
)
def test_what_is_out_of_the_ordinary_is_left_to_libcurl(script, asker, answer):
    server, asker = script(answer, [FINE]), asker()
    asker.ask(f"http://{server.host}/", 1)
    assert (asker.answers, asker.left) == ({}, [1])
    asker.ask(f"http://{server.host}/", 2)
    assert asker.left == [1, 2]
    assert len(server.asked) == 1


def test_a_refused_connection_is_left_to_libcurl(asker):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    asker = asker()
    asker.ask(f"http://127.0.0.1:{port}/", 1)
    assert asker.left == [1]


def test_no_answer_in_time_is_told(script, asker):
    server, asker = script([WAIT] * 40), asker(timeout=0.2)
    asker.ask(f"http://{server.host}/", 1)
    assert asker.answers[1].error is Reason.TIMEOUT
    assert asker.answers[1].detail == "no answer within 0.2 seconds"
    assert asker.heads.connections == {}


def test_connections_are_bounded(script, asker):
    servers = [script([FINE]) for _number in range(6)]
    asker = asker(concurrency=2)
    for number, server in enumerate(servers):
        asker.ask(f"http://{server.host}/", number)
    assert len(asker.answers) == 6
    assert len(asker.heads.connections) <= 4


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("https://drugs.example/", {}),
        ("ftp://drugs.example/", {}),
        ("http://me:secret@drugs.example/", {}),
        ("http://drugs.example/" + "a" * 5000, {}),
        ("http://drugs.example/", {"plain": True}),
    ],
)
def test_what_is_not_taken(asker, url, options):
    assert not asker().heads.takes(Request(read_target(url), "HEAD", 0, **options))


def test_a_page_is_not_taken(asker):
    assert not asker().heads.takes(Request(read_target("http://drugs.example/"), "GET"))


# heads

NAMES = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=12).filter(
    lambda name: name != "connection"
)
VALUES = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=300)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8), st.sampled_from([200, 204, 301, 404, 503, 999]))
def test_a_head_is_read_like_the_lines_of_libcurl(headers, status):
    lines = [f"{name}: {value}\r\n".encode() for name, value in headers]
    start = f"HTTP/1.1 {status} Words\r\n".encode()
    head = read_head(start + b"".join(lines) + b"\r\n")
    assert (head.headers, head.cookies) == read_headers([start, *lines, b"\r\n"])
    assert (head.status, head.is_last) == (status, False)


@given(st.binary(max_size=200) | st.binary(max_size=80).map(lambda rest: FINE[:-4] + rest))
def test_strange_bytes_never_raise(data):
    is_whole(data)
    head = read_head(data)
    assert head is None or 200 <= head.status <= 999


@given(st.integers(0, len(FINE)))
def test_the_start_of_a_head_is_waited_on(length):
    assert is_whole(FINE[:length]) == (length == len(FINE))


def test_an_answer_is_not_taken_for_an_error(script, asker):
    server, asker = script([b"HTTP/1.1 404 Not Found\r\n\r\n"]), asker()
    asker.ask(f"http://{server.host}/", 1)
    assert isinstance(asker.answers[1], Answer)
    assert (asker.answers[1].status, asker.answers[1].error) == (404, None)
