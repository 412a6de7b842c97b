import http.client

import pytest

from refs.demo.pages import Page, pages
from refs.demo.shelf import names
from refs.model.link import Verdict

QUICK = [page for page in pages() if page.seconds < 2 and not page.cut]


@pytest.mark.parametrize("page", QUICK, ids=lambda page: page.url)
def test_a_page_answers_as_the_table_says(ask, page: Page):
    reply = ask(page.url)
    assert reply.status == page.status
    assert reply.headers.get("location", "") == page.location
    if page.head:
        assert ask(page.url, "HEAD").status == page.head


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.url)
def test_the_table_names_verdicts_and_files_that_exist(page: Page):
    verdicts = page.shows.split(" → ")
    assert all(Verdict(each) for each in verdicts)
    assert {page.file, page.later.get("file", "")} - {""} <= names("pages")


def test_no_page_stands_in_the_table_twice():
    urls = [page.url for page in pages()]
    assert len(urls) == len(set(urls))


def test_a_connection_may_break(ask):
    with pytest.raises(http.client.RemoteDisconnected):
        ask("https://playground.example/cut")


def test_a_known_host_has_no_other_pages(ask):
    assert ask("https://www.mayoclinic.org/no-such-page").status == 404


def test_a_soft_404_is_the_same_for_every_address(ask):
    first = ask("https://evsexplore.semantics.cancer.gov/evsexplore/concept/ncim/C1585742")
    assert first.status == 200
    assert ask("https://evsexplore.semantics.cancer.gov/whatever").body == first.body


def test_a_missing_slash_is_put_right(ask):
    reply = ask("https://www.ncbi.nlm.nih.gov/books/NBK556010")
    assert (reply.status, reply.headers["location"]) == (301, "https://www.ncbi.nlm.nih.gov/books/NBK556010/")


def test_a_query_is_part_of_an_address(ask):
    setid = "acbce0e8-5098-4785-943b-8bdb5ff17fab"
    assert ask(f"https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={setid}").status == 200
    assert ask("https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=none").status == 404


def test_plain_http_is_sent_to_https(ask):
    reply = ask("http://www.aafp.org/afp/2000/0401/p2121.html", X_Forwarded_Proto="http")
    assert (reply.status, reply.headers["location"]) == (301, "https://www.aafp.org/afp/2000/0401/p2121.html")


def test_robots_are_welcome(ask):
    assert ask("https://medlineplus.gov/robots.txt").text == "User-agent: *\nAllow: /\n"
