"""Pages that stand in place of the page: robot walls and error pages that say 200."""

import re
import tomllib
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from itertools import islice
from urllib.parse import urlsplit

from refs.fetch.webpage.page import Page
from refs.text import squeeze

# Just a moment..., Access Denied, Attention Required! | Cloudflare, 404 - Page not found
_WALL = re.compile(
    r"^(?:just a moment\b|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:robot|human)|"
    r"robot (?:check|or human)|(?:fda|abuse detection) apology$|verify(?:ing)? (?:you are|that you)|please wait|checking your browser|security check|"
    r"pardon our interruption|request (?:rejected|unsuccessful)|forbidden|unauthorized|bot verification|ddos-guard|"
    r"human verification|captcha|one moment, please|client challenge|error$|subscribe to (?:read|continue)(?: reading)?\s*(?:[|–—-]|$)|before you continue(?: to \w+)?$|"
    r"(?:error\s*)?(?:403|404|410|429|500|502|503)\b(?!\s+\w+\s+(?:ways|tips|things)))|"
    r"^(?:\S+\s+){0,3}(?:page|seite|página) (?:was )?(?:not found|nicht gefunden|no encontrada)|^not found",
    re.IGNORECASE,
)
# 302 Found, Error 414 (Request-URI Too Long): a status of HTTP and its words, which servers say by themselves
_STATUS = re.compile(
    r"^(?:error\W*)?(?:"
    + "|".join(rf"{each.value}\W+{re.escape(each.phrase)}" for each in HTTPStatus if each >= 300)
    + ")",
    re.IGNORECASE,
)
# what servers call the page that says where another one is, or that there is none
_SERVER = re.compile(
    r"^(?:handle redirect|object moved|document (?:has )?moved|redirect(?:ing)?(?: to .*)?|moved|"
    r"(?:submitted )?(?:uri|url) too (?:large|long)|wayback machine|bad request|internal server error|"
    r"service unavailable|bad gateway|gateway time-?out)\W*$",
    re.IGNORECASE,
)
# Log in | Some Portal, Sign in to continue
_LOGIN = re.compile(
    r"^(?:please )?(?:log|sign)[ -]?in\b|^(?:anmelden|anmeldung|connexion|iniciar sesión)\b", re.IGNORECASE
)
_LONGEST_TITLE = 120
_LITTLE = 600
"""The letters that a reader sees on a page which holds nothing."""
_SHORT = 2_000
"""The letters that a reader sees on a page which says no more than what it lacks."""
_SMALL = 60_000


# /, /index.html, /en/, /en-us
_HOME = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)(?:\.\w{3,5})?)?$", re.IGNORECASE
)


def is_sent_home(asked: str, there: str) -> bool:
    """Whether the address of a page leads to the home page of the same site, as sites do with what they removed."""
    try:
        first, last = urlsplit(asked), urlsplit(there)
        hosts = {(each.hostname or "").removeprefix("www.") for each in (first, last)}
    except ValueError:
        return False
    goes_home = bool(_HOME.match(last.path)) and not last.query and not last.fragment
    return len(hosts) == 1 and goes_home and not _HOME.match(first.path)


def is_wall(page: Page, data: bytes = b"") -> bool:
    """Whether the title, or a nearly empty page's program, says that this is no page but a wall or an error."""
    title = (page.title or "").strip().lower()
    if title and len(title) < _LONGEST_TITLE:
        if _WALL.search(title) or _STATUS.match(title):
            return True
        if (_says_gone(title) or _SERVER.match(title)) and _seen(page) < _SHORT:
            return True
        if _LOGIN.match(title) and page.root.find(".//input[@type='password']") is not None:
            return True
    if _heads_error(page) or _is_shell(page):
        return True
    return len(data) < _SMALL and any(part in data.lower() for part in _programs()) and _seen(page) < _LITTLE


def _heads_error(page: Page) -> bool:
    """Whether the only heading of the first rank is little more than a sentence for a page that is not there.

    A longer one is where it says besides what has become of the page.
    """
    headings = {block.text.lower() for block in page.all_blocks if block.tag == "h1" and block.text}
    if len(headings) != 1:
        return False
    heading = headings.pop()
    told = (*_sentences(), *(each for each in _gone() if len(each) > _WORDY))
    more = _LONGEST_TITLE if re.search("|".join(_errors()["gone"]), heading) else _MORE
    return any(each in heading and len(heading) < len(each) + more for each in told)


_MORE = 20
_WORDY = 12


_NAME = 3


def _is_shell(page: Page) -> bool:
    """Whether a page is only the shell of a program, which tells no more than its name without JavaScript."""
    told = page.objects or page.meta("og:title", "citation_title", "dc.title", "twitter:title")
    if told or len((page.title or "").split()) > _NAME:
        return False
    asks = (squeeze("".join(map(str, node.itertext()))).lower() for node in page.root.iter("noscript"))
    return any("javascript" in each for each in asks) and not any(
        squeeze(str(block.node.text or "")) for block in page.all_blocks
    )


def _seen(page: Page) -> int:
    """How many letters a reader sees, counted no further than needed."""
    texts = (squeeze(str(text)) for text in page.root.itertext())
    return sum(len(text) for text in islice(texts, _SHORT))


def _says_gone(title: str) -> bool:
    """Whether a title is, begins or ends with words for a page that is not there: ``Error: DOI Not Found``."""
    return any(
        title == words
        or title.startswith((f"{words} |", f"{words} -", f"{words} –"))
        or title.endswith(f" {words}")
        for words in _gone()
    )


@cache
def _gone() -> frozenset[str]:
    return frozenset((*_errors()["titles"], *_errors()["vague_titles"]))


def _sentences() -> list[str]:
    return _errors()["sentences"]


@cache
def _errors() -> dict[str, list[str]]:
    """Titles and sentences of pages that are not there."""
    return tomllib.loads(files("refs.data").joinpath("soft404.toml").read_text("utf-8"))


@cache
def _programs() -> frozenset[bytes]:
    """What the programs of robot walls are called."""
    told = tomllib.loads(files("refs.data").joinpath("walls.toml").read_text("utf-8"))
    return frozenset(
        text.encode() for wall in told["wall"] for text in wall.get("body", ()) if " " not in text
    )
