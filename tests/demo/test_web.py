import http.client
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refs.demo import routes
from refs.demo.answer import Request
from refs.demo.pages import pages
from refs.demo.web import Visit, Web, small_web

MAYO = "https://www.mayoclinic.org/drugs-supplements/clonazepam-oral-route/description/drg-20072102"
SEROTONIN = "https://my.clevelandclinic.org/health/articles/22572-serotonin"


def test_services_keep_their_live_names_behind_the_gateway(web):
    assert web.services.gateway == web.address
    assert web.services.crossref == "https://api.crossref.org"


def test_a_hundred_clients_at_once_get_a_hundred_answers(ask):
    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(lambda _: ask(MAYO).status, range(100)))
    assert statuses == [200] * 100


def test_visits_remember_what_was_asked(web, ask):
    ask(MAYO, "HEAD")
    assert list(web.visits) == [Visit("HEAD", MAYO, 200)]


def test_closing_does_not_wait_for_slow_pages_nor_idle_clients():
    with small_web() as web:
        place = urlsplit(web.address).netloc
        idle = http.client.HTTPConnection(place, timeout=10)
        idle.connect()
        sleeper = threading.Thread(target=_sleep_on, args=(place,))
        sleeper.start()
        time.sleep(0.1)
        started = time.monotonic()
    sleeper.join(5)
    idle.close()
    assert time.monotonic() - started < 2
    assert not sleeper.is_alive()


def test_a_closed_web_leaves_its_port():
    with small_web() as web:
        port = urlsplit(web.address).port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=1)


def test_serving_forever_ends_when_the_web_is_closed():
    web = Web()
    server = threading.Thread(target=web.serve_forever)
    server.start()
    while not web.is_serving:
        time.sleep(0.01)
    web.close()
    server.join(5)
    assert not server.is_alive()


def test_a_web_that_never_started_closes_too():
    Web().close()


def test_head_has_the_headers_of_get_and_no_body(ask):
    head, get = ask(MAYO, "HEAD"), ask(MAYO)
    assert head.body == b""
    assert head.headers["content-length"] == str(len(get.body))
    assert head.headers["etag"] == get.headers["etag"]


def test_a_page_that_the_client_has_already_is_not_sent_again(ask):
    first = ask(MAYO)
    assert ask(MAYO, If_None_Match=first.headers["etag"]).status == 304
    assert ask(MAYO, If_Modified_Since=first.headers["last-modified"]).status == 304
    assert ask(MAYO, If_Modified_Since="Tue, 01 Jan 2019 00:00:00 GMT").status == 200
    assert ask(MAYO, If_Modified_Since="last week").status == 200


@pytest.mark.parametrize(
    ("wanted", "status", "start", "end"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=5-", 206, 5, None),
        ("bytes=99999999-", 416, 0, 0),
        ("lines=1-2", 200, 0, None),
    ],
)
def test_a_range_is_cut_out(ask, wanted, status, start, end):
    whole, part = ask(MAYO), ask(MAYO, Range=wanted)
    assert part.status == status
    assert part.body == whole.body[start:end]


def test_some_months_later_a_page_has_changed_and_another_is_gone(web, ask):
    label = "https://www.accessdata.fda.gov/drugsatfda_docs/label/2021/017533s061lbl.pdf"
    before = ask(SEROTONIN), ask(label)
    web.let_time_pass()
    after = ask(SEROTONIN), ask(label)
    web.turn_back()
    assert [each.status for each in before] == [200, 200]
    assert [each.status for each in after] == [200, 404]
    assert before[0].headers["etag"] != after[0].headers["etag"]
    assert ask(SEROTONIN).body == before[0].body


def test_a_host_that_nobody_has_is_out_of_reach(ask):
    reply = ask("https://nowhere.test/<script>")
    assert reply.status == 523
    assert "<script>" not in reply.text


def test_a_browser_finds_every_host_under_the_bare_address(web, ask):
    reply = ask(web.url("https://doi.org/10.7759/cureus.15816"))
    assert reply.status == 302
    assert reply.headers["location"].startswith("/www.cureus.com/articles/")
    assert ask(web.address + reply.headers["location"]).status == 200
    assert ask(web.address + "/example.org").headers["location"] == "/example.org/"
    assert ask(web.address + "/nothing").status == 404


def test_it_works_as_a_proxy(web):
    connection = http.client.HTTPConnection(urlsplit(web.address).netloc, timeout=10)
    connection.request("GET", "http://www.example.com/")
    assert connection.getresponse().status == 200
    connection.close()


def test_the_button_lets_time_pass(web, ask):
    assert ask(web.address + "/-/later", "POST").headers["location"] == "/"
    assert web.later
    assert "Go back in time" in ask(web.address + "/").text
    ask(web.address + "/-/now", "POST")
    assert not web.later


def test_asking_for_the_button_does_not_press_it(web, ask):
    assert ask(web.address + "/-/later").status == 404
    assert not web.later


def _sleep_on(place):
    connection = http.client.HTTPConnection(place, timeout=10)
    connection.request("GET", "/asleep", headers={"Host": "playground.example"})
    try:
        connection.getresponse().read()
    except (http.client.HTTPException, OSError):
        pass
    finally:
        connection.close()


HOSTS = sorted({"127.0.0.1", "nowhere.test", *routes.HOSTS, *(page.host for page in pages())})
ODD = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)
PATHS = st.one_of(
    ODD, st.sampled_from(["works", "api/handles/", "web/2020/", "drug/label.json", "cdx/search/cdx"])
)
FIELDS = st.sampled_from(
    ["url", "rows", "limit", "search", "term", "id", "ids", "db", "bibkeys", "filter", "closest"]
)


@given(st.sampled_from(HOSTS), st.lists(PATHS, max_size=3), st.dictionaries(FIELDS, ODD, max_size=3))
@settings(max_examples=300)
def test_whatever_is_asked_there_is_an_answer(host, path, query):
    request = Request("GET", host, "/" + "/".join(path), query)
    with closing(Web()) as web:
        assert 200 <= web.answer(request).status <= 523
