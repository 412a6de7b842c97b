"""Several processes: the same checks, whole hosts, and nothing lost with a process."""

import os
import signal
import time
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from check_server import page

from refs.check.processes import ProcessesLost, check_in, count_cores
from refs.check.registry.ask import asked_hosts
from refs.check.settings import Settings, now
from refs.model.link import Check, Link, Reason, Verdict

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc")


@pytest.fixture
def many(web, settings_for, serve):
    """Links on two hosts, and settings for them."""
    serve("/many/*", lambda x: x.answer(body=page()))
    port = web.base.rpartition(":")[2]
    links = [
        Link(f"http://{('127.0.0.1', 'localhost')[number % 2]}:{port}/many/{number}") for number in range(400)
    ]
    return links, settings_for(web, clock=now, content=False)


def test_every_link_gets_one_check(many):
    links, settings = many
    found = Counter(check.url for check in check_in(2, links, settings=settings))
    assert found == Counter(link.url for link in links)


def test_a_link_that_stands_twice_gets_two_checks(many):
    links, settings = many
    found = Counter(check.url for check in check_in(2, links[:6] * 2, settings=settings))
    assert set(found.values()) == {2}


def test_the_past_is_known_in_each_process(many, web):
    links, settings = many
    gone = f"{web.base}/404/page.html"
    past = defaultdict(list, {gone: [Check(gone, "2026-01-01T00:00:00Z", Verdict.DEAD, Reason.NOT_FOUND)]})
    checks = {check.url: check for check in check_in(2, [*links, Link(gone)], past.__getitem__, settings)}
    assert checks[gone].verdict is Verdict.DEAD


def test_no_links_are_no_work(capfd):
    assert list(check_in(2, [])) == []
    assert capfd.readouterr() == ("", "")


def test_fewer_hosts_than_processes(many):
    links, settings = many
    mine = [link for link in links if "localhost" in link.url]
    assert len(list(check_in(3, mine, settings=settings))) == len(mine)


@needs_proc
def test_a_lost_process_costs_only_what_it_had_not_handed_on(many, web, serve, workers):
    links, settings = many
    serve("/many/*", lambda x: (x.web.sleep(0.02), x.answer(body=page())))
    found, lost = Counter(), 0
    for check in check_in(2, links, settings=settings):
        found[check.url] += 1
        if sum(found.values()) in {20, 200}:
            os.kill(workers()[0], signal.SIGKILL)
            lost += 1
    assert lost == 2
    assert found == Counter(link.url for link in links)


@needs_proc
def test_who_stops_listening_leaves_no_process(many, workers):
    links, settings = many
    checks = check_in(2, links, settings=settings)
    next(checks)
    checks.close()
    assert workers() == []


def test_a_process_that_cannot_work_is_told(many):
    links, settings = many
    with pytest.raises(ProcessesLost, match="--processes 1"):
        list(check_in(2, links, Unknowing(), settings))


class Unknowing:
    """A history that cannot be made again."""

    def __call__(self, _url):
        return []

    def __reduce__(self):
        return int, ("no number",)


@pytest.fixture
def workers():
    """The processes that this one has started, and those that they have, by number."""

    def look():
        time.sleep(0.01)
        return _children(os.getpid())

    return look


def _children(number):
    try:
        text = Path(f"/proc/{number}/task/{number}/children").read_text()
    except FileNotFoundError:
        return []
    mine = [int(each) for each in text.split()]
    return mine + [each for one in mine for each in _children(one)]


def test_a_link_is_kept_with_its_registry():
    settings = Settings()
    link = Link("https://journal.example/a", "doi:10.1000/x")
    assert asked_hosts(link, settings) == ("doi.org:443", "journal.example:443")


def test_there_is_a_core():
    assert count_cores() >= 1
