"""Every behaviour of the hostile web gets the right verdict."""

import datetime as dt
import sys

import pytest

from refs.check.checker import Checker
from refs.model.link import Check, Link, Reason, Verdict

server = sys.modules["check_server"]  # the conftest has loaded it
NOW = dt.datetime.now(dt.UTC)


def _past(case, url):
    for row in case.past:
        days, verdict, reason, *rest = row
        when = (NOW - dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield Check(url, when, Verdict(verdict), Reason(reason), fingerprint=rest[0] if rest else None)


@pytest.fixture(scope="module")
def checks(web, settings_for):
    """All cases in one run for each manner, as a library would do it."""
    found = {}
    for content in (True, False):
        cases = {web.url(case): case for case in server.CASES if case.content is content}
        checker = Checker(None, settings_for(web, content=content))
        past = {url: tuple(_past(case, url)) for url, case in cases.items()}
        for check in checker.check([Link(url) for url in cases], lambda url, past=past: past.get(url, ())):
            found[cases[check.url].name] = check
    return found


@pytest.mark.parametrize("case", server.CASES, ids=lambda case: case.name)
def test_the_right_verdict(case, checks):
    check = checks[case.name]
    assert (check.verdict, check.reason) == (case.verdict, case.reason), check


def test_there_are_enough_cases():
    assert len({case.name for case in server.CASES}) == len(server.CASES) >= 60


def test_certificates_tell_how_long_they_are_good(checks):
    assert checks["good certificate"].certificate_expiry.startswith("2126-")
    assert checks["301"].hops[0][0] == 301
    assert checks["301 then 301"].final_url.endswith("/new/page.html")
    assert checks["301 then 302"].final_url.endswith("/302/page.html")
