import contextlib
import socket
import threading

import pytest

from refs.errors import RefusedAddress
from refs.fetch.address import is_private, require_public
from refs.fetch.cache import FolderCache, Kept, cache_key, cache_of_person
from refs.fetch.http import Http, user_agent
from refs.fetch.pace import Pace
from refs.model.fetched import Outcome
from refs.model.services import Services

URL = "https://api.crossref.org/works/10.5555/x"
HERE = "api.crossref.org/works/10.5555/x"


def test_a_request_says_who_asks_and_where_it_was_meant_to_go(web):
    web.answers[HERE] = (200, "{}", {"Content-Type": "application/json; charset=utf-8"})
    answer = web.http(contact="desk@example.org").get(URL)
    path, headers = web.asked[0]
    assert (answer.status, answer.content_type, answer.charset, path) == (
        200,
        "application/json",
        "utf-8",
        HERE,
    )
    assert headers["X-Forwarded-Proto"] == "https"
    assert headers["User-Agent"] == user_agent("desk@example.org")
    assert "mailto:desk@example.org" in headers["User-Agent"]


def test_a_busy_service_is_asked_again_after_the_time_it_names(web):
    web.answers[HERE] = [(429, "", {"Retry-After": "7"}), (503, "", {}), (200, "{}", {})]
    slept = []
    assert web.http(sleep=slept.append).get(URL).status == 200
    assert 7.0 in slept
    assert len(web.asked) == 3


def test_a_wait_that_is_too_long_is_not_waited_for(web):
    web.answers[HERE] = (429, "", {"Retry-After": "3600"})
    answer = web.http().get(URL)
    assert (answer.status, answer.outcome, len(web.asked)) == (429, Outcome.NOT_NOW, 1)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_refusal_is_not_asked_again(web, status):
    web.answers[HERE] = (status, "no", {})
    web.http().get(URL)
    assert len(web.asked) == 1


def test_a_huge_body_is_cut(web):
    web.answers[HERE] = (200, b"x" * 300_000, {})
    answer = web.http(max_bytes=1000).get(URL)
    assert (len(answer.body), answer.truncated) == (1000, True)


def test_redirects_are_followed_to_other_hosts(web):
    web.answers[HERE] = (302, "", {"Location": "http://other.example/a?b=c"})
    web.answers["other.example/a?b=c"] = (200, "there", {})
    answer = web.http().get(URL)
    assert (answer.body, answer.url) == (b"there", "http://other.example/a?b=c")


def test_a_redirect_to_a_private_address_is_refused(web):
    web.answers[HERE] = (302, "", {"Location": "http://169.254.169.254/latest/meta-data"})
    with pytest.raises(RefusedAddress, match=r"169\.254\.169\.254"):
        web.http().get(URL)


def test_an_endless_redirect_ends(web):
    web.answers[HERE] = (302, "", {"Location": URL})
    assert web.http().get(URL).trouble == "too many redirects"


def test_a_name_that_leads_to_a_private_address_is_refused_before_anything_is_sent(web):
    port = web.base.rsplit(":", 1)[1]
    http = Http(keys={}, sleep=lambda _: None)
    with pytest.raises(RefusedAddress):
        http.get(f"http://localhost.localdomain:{port}/") if _resolves() else http.get(
            f"http://127.0.0.1:{port}/"
        )
    assert web.asked == []


def _resolves():
    import socket

    try:
        return socket.gethostbyname("localhost.localdomain").startswith("127.")
    except OSError:
        return False


def test_a_private_address_can_be_allowed_by_name(web):
    web.answers["127.0.0.1"] = (200, "mine", {})
    http = Http(keys={}, allow_private={"127.0.0.1"})
    assert http.get(f"{web.base}/").body == b"mine"


def test_nobody_answering_is_an_answer():
    http = Http(Services(crossref="http://127.0.0.1:1"), keys={}, retries=0)
    answer = http.get("http://127.0.0.1:1/works/10.5555/x")
    assert (answer.status, answer.outcome, answer.trouble) == (0, Outcome.NOT_NOW, "no connection")


def test_offline_answers_from_the_cache_with_its_date(web, tmp_path):
    web.answers[HERE] = (200, '{"a": 1}', {"Content-Type": "application/json"})
    cache = FolderCache(tmp_path)
    first = web.http(cache=cache).get(URL, service="crossref", params={"mailto": "a@example.org"})
    offline = web.http(cache=cache, offline=True)
    again = offline.get(URL, service="crossref", params={"mailto": "b@example.org"})
    assert (again.body, again.when) == (first.body, first.when)
    assert offline.get("https://example.org/").outcome is Outcome.NOT_NOW
    assert len(web.asked) == 1


def test_an_old_answer_is_asked_for_conditionally(web, tmp_path):
    web.answers[HERE] = [(200, "body", {"ETag": '"1"'}), (304, "", {})]
    http = web.http(cache=FolderCache(tmp_path), fresh_for=0)
    http.get(URL)
    answer = http.get(URL)
    assert web.asked[1][1]["If-None-Match"] == '"1"'
    assert (answer.status, answer.body) == (200, b"body")


def test_the_cache_forgets_keys_and_addresses():
    assert "secret" not in cache_key("https://api.fda.gov/drug/label.json?search=a&api_key=secret", "x")


def test_the_cache_holds_no_keys(web, tmp_path):
    web.answers["api.fda.gov/"] = (200, "{}", {})
    web.http(cache=FolderCache(tmp_path)).get(
        "https://api.fda.gov/drug/label.json", service="openfda", params={"search": "a", "api_key": "secret"}
    )
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) == 1
    assert b"secret" not in kept[0]


def test_pages_that_differ_in_a_key_are_two_pages(web, tmp_path):
    web.answers |= {"example.org/p?key=1": (200, "one", {}), "example.org/p?key=2": (200, "two", {})}
    http = web.http(cache=FolderCache(tmp_path))
    assert [http.get(f"https://example.org/p?key={key}").body for key in "12"] == [b"one", b"two"]


def test_a_cache_that_cannot_be_written_or_read_is_none(web, tmp_path):
    web.answers[HERE] = (200, "body", {})
    file = tmp_path / "file"
    file.write_text("no folder")
    assert web.http(cache=FolderCache(file)).get(URL).body == b"body"
    cache = FolderCache(tmp_path)
    web.http(cache=cache).get(URL)
    (kept,) = (path for path in tmp_path.glob("??/*"))
    kept.write_bytes(b"damaged")
    assert web.http(cache=cache, offline=True).get(URL).status == 0


def test_the_cache_does_not_grow_without_bound(tmp_path):
    cache = FolderCache(tmp_path, largest=10, most=3)
    for number in range(9):
        cache.save(str(number), Kept(URL, 200, b"x" * 5, "2026-01-01T00:00:00Z"))
    cache.save("large", Kept(URL, 200, b"x" * 11, "2026-01-01T00:00:00Z"))
    cache.prune()
    assert len(list(tmp_path.glob("??/*"))) == 3
    assert cache.load("large") is None


def test_each_person_has_a_cache_unless_it_is_off(monkeypatch, tmp_path):
    monkeypatch.setenv("REFS_CACHE", str(tmp_path))
    kept = Kept(URL, 200, b"x", "2026-01-01T00:00:00Z")
    cache_of_person().save("a", kept)
    assert cache_of_person().load("a") == kept
    assert cache_of_person("http://127.0.0.1:1").load("a") is None
    monkeypatch.setenv("REFS_CACHE", "off")
    assert cache_of_person() is None


def test_what_a_secret_opens_is_not_kept_and_the_secret_goes_to_no_other_host(web, tmp_path):
    web.answers["api.zotero.org/"] = (302, "", {"Location": "https://elsewhere.example/"})
    web.answers["elsewhere.example/"] = (200, "[]", {})
    http = web.http(cache=FolderCache(tmp_path))
    http.get("https://api.zotero.org/users/7", service="zotero", secrets={"Zotero-API-Key": "secret"})
    assert [headers.get("Zotero-API-Key") for _, headers in web.asked] == ["secret", None]
    assert not list(tmp_path.rglob("*"))


def test_a_subscribers_token_is_shown_to_crossref_alone(web):
    http = Http(Services(gateway=web.base), keys={"crossref": "token"}, sleep=lambda _: None)
    http.get(URL, service="crossref")
    http.get("https://api.datacite.org/dois/10.5555/x", service="datacite")
    told = [headers.get("Crossref-Plus-API-Token") for _, headers in web.asked]
    assert told == ["Bearer token", None]


def test_a_service_that_is_down_is_soon_left_alone_until_it_had_a_rest(web):
    web.answers["api.crossref.org"] = (503, "", {})
    now = [0.0]
    http = web.http(clock=lambda: now[0])
    answers = [http.get(f"{URL}{number}", service="crossref") for number in range(20)]
    assert {answer.outcome for answer in answers} == {Outcome.NOT_NOW}
    assert len(web.asked) == 4 + 1 + 1
    assert "several times" in answers[-1].trouble
    web.answers["api.crossref.org"] = (200, "{}", {})
    now[0] = 61.0
    assert http.get(URL, service="crossref").status == 200
    assert http.get(URL, service="datacite").outcome is Outcome.FOUND


def test_a_service_that_asks_for_an_hour_gets_it(web):
    web.answers[HERE] = (429, "", {"Retry-After": "3600"})
    http = web.http(clock=lambda: 0.0)
    answers = [http.get(f"{URL}{number}", service="crossref") for number in range(5)]
    assert (len(web.asked), {answer.status for answer in answers}) == (1, {429})
    assert "3600" in answers[-1].trouble


def test_failing_pages_do_not_speak_for_their_host(web):
    web.answers["example.org/bad"] = (503, "", {})
    web.answers["example.org/good"] = (200, "good", {})
    http = web.http(retries=0)
    for number in range(5):
        http.get(f"https://example.org/bad{number}")
    assert http.get("https://example.org/good").body == b"good"


@pytest.mark.parametrize("value", ["²", "-5", "soon", "", "9" * 400, "Wed, 99 Oct 2026"])
def test_an_odd_retry_after_is_no_trouble(web, value):
    web.answers[HERE] = (429, "", {"Retry-After": value})
    assert web.http().get(URL).outcome is Outcome.NOT_NOW


@pytest.mark.parametrize("there", ["http://[bad/x", "file:///etc/passwd", "http://", "//:0/x"])
def test_a_redirect_to_no_address_is_an_answer(web, there):
    web.answers[HERE] = (302, "", {"Location": there})
    answer = web.http().get(URL)
    assert (answer.status, answer.outcome) == (0, Outcome.NOT_NOW)


def test_an_address_that_is_none_is_not_asked(web):
    assert web.http().get("http://[bad/x").trouble == "the address cannot be asked"


def test_a_body_that_trickles_in_is_given_up():
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_trickle, args=(server, stop), daemon=True)
        thread.start()
        http = Http(
            Services(gateway=f"http://127.0.0.1:{server.getsockname()[1]}"), keys={}, timeout=0.1, retries=0
        )
        answer = http.get(URL)
        stop.set()
        thread.join()
    assert answer.truncated
    assert len(answer.body) < 100


def _trickle(server, stop):
    connection, _ = server.accept()
    with connection, contextlib.suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not stop.wait(0.02):
            connection.sendall(b" ")


@pytest.mark.parametrize(
    ("limit", "interval"), [("0", "0s"), ("nan", "1s"), ("inf", "1s"), ("1", "1e12s"), ("-1", "-9s")]
)
def test_absurd_limits_do_not_stop_the_pace(limit, interval):
    slept = []
    pace = Pace(10.0, lambda: 0.0, slept.append)
    pace.learn({"x-rate-limit-limit": limit, "x-rate-limit-interval": interval})
    for _ in range(2):
        with pace.turn():
            pass
    assert slept[0] <= 60


def test_the_pace_is_the_one_that_headers_state():
    now, slept = [0.0], []
    pace = Pace(1.0, lambda: now[0], slept.append)
    pace.learn({"x-rate-limit-limit": "5", "x-rate-limit-interval": "1s"})
    for _ in range(3):
        with pace.turn():
            pass
    assert slept == pytest.approx([0.2, 0.4])


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "[::1]", "2130706433", "127.1", "0x7f.1", "localhost"]
)
def test_private_hosts_in_disguise(host):
    with pytest.raises(RefusedAddress):
        require_public(f"http://{host}/", ())


def test_public_addresses_are_not_private():
    assert not is_private("93.184.216.34")
    require_public("https://www.fda.gov/", ())
