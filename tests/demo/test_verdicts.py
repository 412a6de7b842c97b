"""The checker finds in the small web what its table says: the same code as live, only the address differs."""

import datetime as dt

import pytest

from refs.demo.pages import pages
from refs.demo.web import small_web
from refs.model.link import Link

checker = pytest.importorskip("refs.check.checker")
settings = pytest.importorskip("refs.check.settings")

START = dt.datetime(2025, 8, 1, tzinfo=dt.UTC)
LEFT_OUT = {
    "https://playground.example/asleep": "it would take a time-out",
    "https://playground.example/slow": "it would take five seconds",
    "https://playground.example/to-private": "behind a gateway no address is looked up",
    "https://www.deadiversion.usdoj.gov/schedules/orangebook/c_cs_alpha.pdf": "the text of a PDF is not compared",
}
PAGES = [page for page in pages() if "*" not in page.url and page.url not in LEFT_OUT]


@pytest.fixture(scope="module")
def seen():
    """What three checks found: on the first day, a week later, and when some months have passed."""
    history = {}
    with small_web() as web:
        for days in (0, 7, 180):
            web.later = days > 100
            for check in look(web, START + dt.timedelta(days=days), history):
                history.setdefault(check.url, []).append(check)
    return history


def look(web, when, history):
    rules = settings.Settings(
        services=web.services, timeout=5, retry_delay=0.01, patience=1, clock=lambda: when, delay=0.0
    )
    links = [Link(page.url) for page in PAGES]
    return list(checker.Checker(settings=rules).check(links, lambda url: tuple(history.get(url, ()))))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.url)
def test_the_first_and_the_last_check_find_what_the_table_says(seen, page):
    first, last = page.shows.split(" → ")[0], page.shows.split(" → ")[-1]
    verdicts = [check.verdict.value for check in seen[page.url]]
    assert (verdicts[0], verdicts[-1]) == (first, last)
