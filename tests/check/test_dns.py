"""The DNS stage: names, failures, private addresses, and many at a time."""

import time

import pytest

from refs.check.checker import Checker
from refs.check.dns import judge_addresses
from refs.model.link import Link, Reason, Verdict

PUBLIC = "192.88.99.1"


@pytest.fixture
def check(web, names, settings_for):
    def run(table, *urls, **changes):
        place = names(table, delay=changes.pop("dns_delay", 0.0))
        settings = settings_for(web, nameservers=(f"127.0.0.1:{place.port}",), **{"retries": 0, **changes})
        found = {each.url: each for each in Checker(None, settings).check([Link(url) for url in urls])}
        return [found[url] for url in urls]

    return run


def _port(web):
    return web.base.rpartition(":")[2]


def test_a_name_leads_to_its_page(web, check):
    (found,) = check(
        {"a.test": ["127.0.0.1"]},
        f"http://a.test:{_port(web)}/plain-page/page.html",
        allow_private=frozenset({"a.test", "127.0.0.1"}),
    )
    assert found.verdict is Verdict.ALIVE, found


def test_an_idn_is_asked_for_in_ascii(web, check):
    names = frozenset({"xn--bcher-kva.test", "127.0.0.1"})
    (found,) = check(
        {"xn--bcher-kva.test": ["127.0.0.1"]},
        f"http://bücher.test:{_port(web)}/plain-page/page.html",
        allow_private=names,
    )
    assert found.verdict is Verdict.ALIVE, found


def test_no_such_name_is_a_strike(check):
    (found,) = check({}, "http://gone.test/x")
    assert (found.verdict, found.reason) == (Verdict.SUSPECT, Reason.DNS_NO_NAME)


def test_a_failing_name_server_blames_nobody(check):
    (found,) = check({"broken.test": 2}, "http://broken.test/x")
    assert (found.verdict, found.reason) == (Verdict.UNREACHABLE, Reason.DNS_NO_ANSWER)


def test_a_public_name_with_a_private_address_is_refused(web, check):
    (found,) = check({"inside.test": ["127.0.0.1"]}, f"http://inside.test:{_port(web)}/plain-page/page.html")
    assert (found.verdict, found.reason) == (Verdict.SKIPPED, Reason.PRIVATE_ADDRESS)
    assert "127.0.0.1" in found.evidence


def test_a_redirect_to_a_private_name_is_refused(web, check):
    url = f"http://127.0.0.1:{_port(web)}/to-inside/page.html"
    from check_server import BEHAVIOURS

    BEHAVIOURS["/to-inside/page.html"] = lambda x: x.redirect("http://inside.test/admin")
    (found,) = check({"inside.test": ["10.0.0.7"]}, url)
    assert found.reason is Reason.PRIVATE_ADDRESS


def test_only_the_public_addresses_of_a_name_are_used():
    assert judge_addresses("mixed.test", ["10.0.0.7", PUBLIC], frozenset()).addresses == (PUBLIC,)
    assert judge_addresses("mixed.test", ["10.0.0.7"], frozenset()).reason is Reason.PRIVATE_ADDRESS
    assert judge_addresses("mixed.test", ["10.0.0.7"], frozenset({"mixed.test"})).addresses == ("10.0.0.7",)


def test_many_new_names_wait_for_dns_together(web, check):
    hosts = [f"h{number}.test" for number in range(100)]
    table = {host: ["127.0.0.1"] for host in hosts}
    urls = [f"http://{host}:{_port(web)}/plain-page/page.html" for host in hosts]
    began = time.monotonic()
    found = check(table, *urls, dns_delay=0.1, content=False, allow_private=frozenset([*hosts, "127.0.0.1"]))
    assert all(each.verdict is Verdict.ALIVE for each in found)
    assert time.monotonic() - began < 3  # one after the other it would be ten seconds


def test_a_domain_with_a_parking_name_server(web, check, serve):
    serve("/for/you", lambda x: x.answer(body="<title>kept.test</title><p>Shoes, loans and flights.</p>"))
    table = {"www.kept.test": ["127.0.0.1"], "kept.test": ["NS ns1.bodis.com"]}
    url = f"http://www.kept.test:{_port(web)}/for/you"
    (found,) = check(table, url, allow_private=frozenset({"www.kept.test", "127.0.0.1"}))
    assert (found.verdict, found.reason) == (Verdict.SOFT_404, Reason.PARKED)
    assert found.evidence == "the domain www.kept.test is parked: its name server is ns1.bodis.com"
