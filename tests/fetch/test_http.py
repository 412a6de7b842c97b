import pytest

from refs.errors import RefusedAddress
from refs.fetch.address import is_private, require_public
from refs.fetch.cache import FolderCache, cache_key
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
    first = web.http(cache=cache).get(URL, params={"mailto": "a@example.org"})
    offline = web.http(cache=cache, offline=True)
    again = offline.get(URL, params={"mailto": "b@example.org"})
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
