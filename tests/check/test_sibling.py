"""Made-up addresses beside a link."""

from refs.check.sibling import sibling_of
from refs.check.target import read_target


def test_siblings_stand_beside():
    sibling = sibling_of(read_target("https://a.org/drugs/x.html?v=1"))
    assert sibling.url.startswith("https://a.org/drugs/")
    assert sibling.url.endswith(".html")
    assert sibling.tail == sibling.url.removeprefix("https://a.org")
