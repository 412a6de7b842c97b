"""A cluster: refused with a sentence where there is none, and the same checks where there is one."""

import importlib.util

import pytest

from refs.check.cluster import NoCluster, check_on, check_part
from refs.model.link import Check, Link, Reason, Verdict

HAVE = importlib.util.find_spec("distributed") is not None


def test_a_part_is_checked_with_its_past(web, settings_for):
    url = f"{web.base}/404/page.html"
    past = {url: [Check(url, "2026-01-01T00:00:00Z", Verdict.DEAD, Reason.NOT_FOUND)]}
    (check,) = check_part([Link(url)], past, settings_for(web))
    assert check.verdict is Verdict.DEAD
    assert check.machine


@pytest.mark.skipif(HAVE, reason="distributed is installed")
def test_without_distributed_it_says_what_to_install():
    with pytest.raises(NoCluster, match=r"pip install 'refs\[cluster\]'"):
        next(check_on("local", [Link("https://www.example.org/")]))


@pytest.mark.skipif(not HAVE, reason="distributed is not installed")
def test_an_address_where_nobody_is():
    with pytest.raises(NoCluster, match=r"tcp://127\.0\.0\.1:1"):
        next(check_on("tcp://127.0.0.1:1", [Link("https://www.example.org/")]))
