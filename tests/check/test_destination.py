"""Where redirects end, and what that says."""

import pytest

from refs.check.destination import judge_redirect
from refs.check.target import read_target


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ("https://a.org/x/y.html", "https://a.org/", "redirect-home"),
        ("https://a.org/x/y.html", "https://www.a.org/en/index.html", "redirect-home"),
        ("https://a.org/x/y.html", "https://www.a.org/en-us/home", "redirect-home"),
        ("https://a.org/x/y.html", "https://www.a.org/guide/index.html", None),
        ("https://a.org/index.html", "https://a.org/en/", None),
        ("https://a.org/x", "https://a.org/?s=x", "redirect-search"),
        ("https://a.org/x", "https://login.a.org/adfs/ls/", "redirect-login"),
        ("https://a.org/x", "https://a.org/articles/how-to-login-safely", None),
        ("https://a.org/x", "https://a.org/fr/404", "error-page"),
        ("https://a.org/x", "https://a.org/node/404", None),
        ("https://a.org/x", "https://a.org/wiki/Error", None),
        ("https://a.org/x", "https://a.org/missing/children", None),
        ("https://a.org/x", "https://a.org/?p=1234", None),
        ("https://a.org/x", "https://a.org/?error=404", "redirect-home"),
        ("https://a.org/x", "https://a.org/SearchResults.aspx?k=x", "redirect-search"),
        ("https://a.org/x", "https://a.org/404page", "error-page"),
        ("https://a.org/x/y.html", "https://b.org", "redirect-home"),
        ("https://a.org/x/y.html", "https://a.org/?p=y.html", None),
        ("https://a.org/", "https://www.a.org/", None),
        ("https://a.org/x", "https://a.org/login?next=/x", "redirect-login"),
        ("https://a.org/login", "https://a.org/signin", None),
        ("https://a.org/x", "https://a.org/search?q=x", "redirect-search"),
        ("https://a.org/x", "https://a.org/404.html", "error-page"),
        ("https://a.org/x", "https://a.org/new/x", None),
        ("https://a.org/x", "https://a.org/error/x", "error-page"),
        ("https://a.org/x", "https://a.org/Login/x", "redirect-login"),
        ("https://a.org/x", "https://login.a.org/x", "redirect-login"),
        ("https://a.org/x/y.html", "https://a.org/login?next=/x/y.html", "redirect-login"),
    ],
)
def test_where_redirects_end(start, end, reason):
    found = judge_redirect(read_target(start), read_target(end))
    assert (str(found[0]) if found else None) == reason
