"""The loop: politeness, patience, offline, whole hosts, registries, many links."""

import datetime as dt
import json
import random
import time
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from check_server import page

from refs.check.answer import Answer
from refs.check.checker import Checker
from refs.check.settings import HostRule, Settings
from refs.model.link import Check, Link, Reason, Verdict
from refs.model.services import LIVE

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def _ago(days):
    return (NOW - dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def run(web, settings_for):
    def check(links, history=lambda _url: (), **changes):
        settings = settings_for(web, clock=lambda: NOW, **changes)
        links = [link if isinstance(link, Link) else Link(web.base + link) for link in links]
        return {
            each.url.removeprefix(web.base): each for each in Checker(None, settings).check(links, history)
        }

    return check


def test_every_link_gets_one_check(run, serve):
    serve("/many/*", lambda x: x.answer(body=page()))
    paths = [f"/many/{number}.html" for number in range(300)]
    assert set(run(paths, content=False)) == set(paths)


def test_one_connection_and_a_gap_hold(web, run, serve):
    serve("/polite/*", lambda x: x.answer(body=page()))
    host = web.base.removeprefix("http://")
    run([f"/polite/{number}" for number in range(6)], content=False, hosts={host: HostRule(1, 0.1)})
    times = [when for when, _method, path, _headers in web.log if path.startswith("/polite/")]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) == 5
    assert min(gaps) > 0.08


def test_no_more_connections_than_allowed(web, run, serve):
    flying, most = Counter(), []

    def behave(x):
        flying["now"] += 1
        most.append(flying["now"])
        x.web.sleep(0.03)
        flying["now"] -= 1
        x.answer(body=page())

    serve("/few/*", behave)
    run([f"/few/{number}" for number in range(20)], content=False, per_host=3)
    assert max(most) <= 3


def test_retry_after_holds_the_whole_host(web, run, serve):
    serve(
        "/busy/*",
        lambda x: (
            x.answer(429, "", Retry_After="1") if len(_asked(web, "/busy/")) == 1 else x.answer(body=page())
        ),
    )
    found = run([f"/busy/{number}" for number in range(5)], content=False, per_host=1)
    assert {each.verdict for each in found.values()} == {Verdict.ALIVE}
    times = _asked(web, "/busy/")
    assert times[1] - times[0] > 0.9


def _asked(web, start):
    return [when for when, _method, path, _headers in web.log if path.startswith(start)]


def test_without_a_network_nothing_is_concluded(web, run):
    closed = web.bases["closed"]
    dead = [Check(f"{closed}/x", _ago(days), Verdict.SUSPECT, Reason.DNS_NO_NAME) for days in (9, 5)]
    found = run(
        [Link(f"{closed}/x"), Link("http://gone.invalid/x")],
        lambda _url: dead,
        known_good=(f"{closed}/good",),
    )
    assert {each.verdict for each in found.values()} == {Verdict.OFFLINE}
    assert {each.reason for each in found.values()} == {Reason.NO_NETWORK}


def test_behind_something_that_denies_everything_nothing_is_concluded(web, run, serve):
    serve("/denied/*", lambda x: x.answer(404, "not here"))
    dead = [Check("x", _ago(days), Verdict.SUSPECT, Reason.NOT_FOUND) for days in (9, 5)]
    (check,) = run(["/denied/x"], lambda _url: dead, known_good=(f"{web.base}/denied/good",)).values()
    assert (check.verdict, check.reason) == (Verdict.OFFLINE, Reason.NO_NETWORK)


def test_when_a_whole_host_is_missing_nothing_of_it_is_dead(run, serve):
    serve("/lost/*", lambda x: x.answer(404, "gone"))
    past = [Check("x", _ago(days), Verdict.SUSPECT, Reason.NOT_FOUND) for days in (9, 5)]
    found = run([f"/lost/{number}" for number in range(8)], lambda _url: past)
    assert {each.verdict for each in found.values()} == {Verdict.SUSPECT}
    assert "all that was asked of this host" in found["/lost/0"].evidence


def test_when_something_of_the_host_is_there_the_rest_is_dead(run, serve):
    serve("/lost/*", lambda x: x.answer(404, "gone") if "found" not in x.path else x.answer(body=page()))
    past = [Check("x", _ago(days), Verdict.SUSPECT, Reason.NOT_FOUND) for days in (9, 5)]
    found = run(
        ["/lost/found", *(f"/lost/{number}" for number in range(8))],
        lambda url: () if "found" in url else past,
    )
    assert Counter(str(each.verdict) for each in found.values()) == {"alive": 1, "dead": 8}


def test_robots_are_asked_when_wanted(run, serve):
    serve("/robots.txt", lambda x: x.answer(body="User-agent: *\nDisallow: /private/\n", kind="text/plain"))
    serve("/private/x", lambda x: x.answer(body=page()))
    found = run(["/private/x", "/plain-page/page.html"], robots=True)
    assert found["/private/x"].reason is Reason.ROBOTS
    assert found["/plain-page/page.html"].verdict is Verdict.ALIVE
    assert run(["/private/x"])["/private/x"].verdict is Verdict.ALIVE


def test_the_end_does_not_wait_for_the_gap_of_a_host(run):
    began = time.monotonic()
    run(["/plain-page/page.html"], content=False, delay=5)
    assert time.monotonic() - began < 2


def test_excluded_links_are_skipped(web, run):
    found = run(["/plain-page/page.html"], excluded=("*/plain-page/*",))
    assert found["/plain-page/page.html"].reason is Reason.EXCLUDED
    del web


def test_credentials_are_in_no_evidence(web, run, serve):
    serve("/to/secret", lambda x: x.redirect("/plain-page/page.html", 301))
    url = web.base.replace("http://", "http://someone:word@") + "/to/secret"
    (check,) = run([Link(url)]).values()
    assert "word" not in repr(replace(check, url=""))


def test_under_random_faults_nothing_dies(web, run, serve):
    dice = random.Random(11)

    def behave(x):
        fault = dice.random() if dice.random() < 0.05 else 1
        if fault < 0.4:
            x.reset()
        elif fault < 0.8:
            x.answer(503, "")
        elif fault < 1:
            x.web.sleep(0.6)
            x.reset()
        else:
            x.answer(body=page())

    serve("/shaky/*", behave)
    paths = [f"/shaky/{number}" for number in range(300)]
    past = {}
    for turn in range(3):
        for url, check in run(
            paths, lambda url: past.get(url, ()), content=False, timeout=0.5, retries=2, retry_delay=0.02
        ).items():
            past.setdefault(web.base + url, []).append(replace(check, when=_ago(9 - 4 * turn)))
    assert not [
        each for checks in past.values() for each in checks if each.verdict in {Verdict.DEAD, Verdict.SUSPECT}
    ]


# registries


@pytest.fixture
def registry(web, serve, run):
    services = replace(
        LIVE,
        doi=web.base,
        eutils=f"{web.base}/eutils",
        dailymed=f"{web.base}/dailymed",
        openfda=f"{web.base}/fda",
    )
    return lambda links, **changes: run(links, services=services, **changes)


def _json(value, status=200):
    return lambda x: x.answer(status, json.dumps(value), kind="application/json")


def test_a_registered_doi_is_alive_whatever_its_page_says(registry, serve):
    values = [
        {"index": 1, "type": "URL", "data": {"format": "string", "value": "https://publisher.example/10"}}
    ]
    serve("/api/handles/10.1000/x1", _json({"responseCode": 1, "handle": "10.1000/X1", "values": values}))
    (check,) = registry([Link("https://doi.org/10.1000/X1")]).values()
    assert (check.verdict, check.reason, check.final_url) == (
        Verdict.ALIVE,
        Reason.REGISTRY,
        "https://publisher.example/10",
    )


def test_an_unknown_doi_is_dead_at_once(registry, serve):
    serve("/api/handles/10.1000/none", _json({"responseCode": 100, "handle": "10.1000/none"}, 404))
    (check,) = registry([Link("https://doi.org/10.1000/none")]).values()
    assert (check.verdict, check.reason) == (Verdict.DEAD, Reason.REGISTRY)


def test_a_link_with_an_identifier_is_judged_by_it(web, registry, serve):
    serve("/api/handles/10.1000/x2", _json({"responseCode": 1, "handle": "10.1000/x2", "values": []}))
    (check,) = registry([Link(f"{web.base}/404/page.html", "doi:10.1000/x2")]).values()
    assert check.reason is Reason.REGISTRY


def test_a_silent_registry_leaves_it_to_the_page(web, registry, serve):
    serve("/api/handles/10.1000/x3", lambda x: x.answer(500, "sorry"))
    (check,) = registry([Link(f"{web.base}/plain-page/page.html", "doi:10.1000/x3")]).values()
    assert (check.verdict, check.reason) == (Verdict.ALIVE, Reason.OK)


def test_many_pmids_are_one_question(web, registry, serve):
    numbers = [str(20_000_000 + number) for number in range(40)]
    result = {number: {"uid": number, "title": f"Paper {number}"} for number in numbers[:-1]}
    result[numbers[-1]] = {"uid": numbers[-1], "error": "cannot get document summary"}
    before = len(_asked(web, "/eutils/esummary.fcgi"))
    serve("/eutils/esummary.fcgi", _json({"result": {"uids": numbers, **result}}))
    found = registry([Link(f"https://pubmed.ncbi.nlm.nih.gov/{number}/") for number in numbers])
    assert Counter(str(each.verdict) for each in found.values()) == {"alive": 39, "dead": 1}
    assert len(_asked(web, "/eutils/esummary.fcgi")) - before == 1


def test_a_registry_that_knows_nothing_at_all_is_not_believed(registry, serve):
    numbers = [str(30_000_000 + number) for number in range(6)]
    result = {number: {"uid": number, "error": "cannot get document summary"} for number in numbers}
    serve("/eutils/esummary.fcgi", _json({"result": {"uids": numbers, **result}}))
    found = registry([Link(f"https://pubmed.ncbi.nlm.nih.gov/{number}/") for number in numbers])
    assert not any(each.verdict is Verdict.DEAD for each in found.values())


def test_a_setid_by_dailymed(registry, serve):
    setid = "1a550c33-456a-4833-814e-8591aea7c688"
    row = {"setid": setid, "title": "SILIQ (BRODALUMAB)", "spl_version": 21, "published_date": "May 25, 2026"}
    serve("/dailymed/spls.json", _json({"data": [row]}))
    (check,) = registry([Link(f"https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={setid}")]).values()
    assert (check.verdict, check.reason) == (Verdict.ALIVE, Reason.REGISTRY)
    assert "version 21" in check.evidence


LABEL = "https://www.accessdata.fda.gov/drugsatfda_docs/label/2017/021121s038lbl.pdf"
NEWER = "http://www.accessdata.fda.gov/drugsatfda_docs/label/2023/021121s049lbl.pdf"


@pytest.mark.parametrize("identifier", [None, f"fda-label:{LABEL}", "fda:021121"])
@pytest.mark.parametrize(
    ("status", "body", "verdict", "reason"),
    [
        (200, b"%PDF-1.7", Verdict.ALIVE, Reason.OK),
        (403, b"", Verdict.ALIVE, Reason.REGISTRY),
        (404, b"/apology_objects/abuse-detection-apology.html", Verdict.ALIVE, Reason.REGISTRY),
        (404, b"not here", Verdict.SUSPECT, Reason.NOT_FOUND),
    ],
)
def test_a_label_by_the_list_of_the_fda_and_its_file(
    web, run, serve, identifier, status, body, verdict, reason
):
    documents = [
        {"url": LABEL.replace("https", "http"), "type": "Label", "date": "20170104"},
        {"url": NEWER, "type": "Label", "date": "20231016"},
    ]
    serve("/drug/drugsfda.json", _json({"results": [{"submissions": [{"application_docs": documents}]}]}))
    serve(
        "/drugsatfda_docs/label/2017/021121s038lbl.pdf",
        lambda x: x.answer(status, body, kind="application/pdf"),
    )
    (check,) = run([Link(LABEL, identifier)], services=replace(LIVE, gateway=web.base)).values()
    assert (check.verdict, check.reason) == (verdict, reason)
    assert f"newer label of 2023-10-16: {NEWER}" in check.evidence


def test_a_gateway_answers_for_every_host(web, run, serve):
    serve(
        "/gate",
        lambda x: (
            x.redirect(f"{x.web.base}/gated") if x.headers["host"] == "www.example.org" else x.answer(404)
        ),
    )
    serve(
        "/gated",
        lambda x: x.answer(body=page(text=f"{x.headers['host']} over {x.headers['x-forwarded-proto']}")),
    )
    services = replace(LIVE, gateway=web.base)
    (check,) = run(
        [Link("https://www.example.org/gate")], services=services, allow_private=frozenset()
    ).values()
    assert check.verdict is Verdict.ALIVE
    assert check.final_url == "https://www.example.org/gated"
    assert check.hops == ((302, "https://www.example.org/gate"),)


def test_many_paused_links_do_not_stop_the_loop(run, serve):
    serve("/later/*", lambda x: x.answer(503, "") if x.times == 1 else x.answer(body=page()))
    found = run([f"/later/{number}" for number in range(250)], concurrency=2, content=False, retry_delay=0.01)
    assert Counter(str(each.verdict) for each in found.values()) == {"alive": 250}


class Broken:
    """A transport whose answers cannot be made out."""

    def __init__(self):
        self.waiting = []

    def start(self, request, token):
        self.waiting.append((token, Answer(200, None, b"x")))

    def wait(self, _seconds):
        found, self.waiting = self.waiting, []
        return found

    def close(self):
        pass


def test_one_answer_that_breaks_us_costs_one_link():
    (check,) = Checker(Broken(), Settings(known_good=())).check([Link("https://www.example.org/x")])
    assert (check.verdict, check.reason) == (Verdict.UNREACHABLE, Reason.PROTOCOL)
    assert check.evidence.startswith("could not be made out: AttributeError")


def test_the_own_network_needs_no_internet(web, run, serve):
    serve("/gone/*", lambda x: x.answer(410, "gone"))
    links = [Link(f"{web.base}/gone/x"), Link(f"{web.bases['closed']}/x"), Link("http://gone.invalid/x")]
    found = run(links, known_good=("http://nowhere.invalid/",))
    verdicts = {url.rpartition("/")[0]: str(each.verdict) for url, each in found.items()}
    assert verdicts == {"/gone": "dead", web.bases["closed"]: "unreachable", "http://gone.invalid": "offline"}
