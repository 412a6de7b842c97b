"""The patience with one host."""

import time

from refs.check.answer import Request
from refs.check.host import Host
from refs.check.settings import HostRule, Settings
from refs.check.target import read_target
from refs.check.transport import CurlTransport


def test_the_delay_counts_from_the_beginning():
    host = Host("a.example:80", HostRule(1, 10.0))
    host.begin()
    assert 9.9 < host.free_at - time.monotonic() <= 10.0


def test_an_answer_as_fast_as_ever_adds_nothing():
    host = Host("a.example:80", HostRule(1, 10.0))
    host.end(0.5)
    host.free_at = 0.0
    host.end(0.5)
    assert 9.4 < host.free_at - time.monotonic() <= 9.5


def test_a_request_that_came_late_is_followed_later():
    host = Host("a.example:80", HostRule(1, 10.0))
    host.end(0.1)
    host.free_at = 0.0
    host.end(3.0)  # this one lay somewhere; it may have come in a tenth of a second ago
    assert 9.8 < host.free_at - time.monotonic() <= 9.91


def test_without_a_delay_nobody_waits():
    host = Host("a.example:80", HostRule(2, 0))
    host.begin()
    host.end(3.0)
    assert (host.active, host.free_at) == (0, 0.0)


def test_a_request_that_was_sent_late_did_not_wait_long(web, serve):
    serve("/late", lambda x: (x.web.sleep(0.1), x.answer()))
    transport = CurlTransport(Settings(allow_private=frozenset({"127.0.0.1"})))
    transport.start(Request(read_target(f"{web.base}/late")), None)
    time.sleep(0.3)  # the machine has other things to do
    answers = []
    while not answers:
        answers = transport.wait(1)
    transport.close()
    ((_token, answer),) = answers
    assert 0.09 < answer.waited < 0.29
