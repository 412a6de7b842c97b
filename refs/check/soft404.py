"""Soft 404s: a page that answers 200 and is not there."""

from urllib.parse import parse_qsl, unquote

from refs.check.fingerprint import distance
from refs.check.page import Page
from refs.check.tables import soft404
from refs.check.target import Target
from refs.model.link import Reason

Finding = tuple[Reason, str]
_SHORT = 250
_SHELL = 25
_NEAR = 6


def judge_redirect(start: Target, end: Target) -> Finding | None:
    """What is wrong with where the redirects ended: at the home page, a login, a search, an error page."""
    if start.tail == end.tail or _depth(start) == 0:
        return None
    table = soft404()
    path = _path(end)
    if _names(path, table.error_paths) and not _names(_path(start), table.error_paths):
        return Reason.ERROR_PAGE, f"redirected to the error page {end.shown}"
    if _names(path, table.login_paths) and not _names(_path(start), table.login_paths):
        return Reason.REDIRECT_LOGIN, f"redirected to the login {end.shown}"
    if path in table.home_paths and not end.fragment.startswith(("!", "/")) and not _carries_path(start, end):
        return Reason.REDIRECT_HOME, f"redirected to the home page {end.shown}"
    if (
        path.rpartition("/")[2] in table.search_paths
        and _path(start).rpartition("/")[2] not in table.search_paths
    ):
        return Reason.REDIRECT_SEARCH, f"redirected to a search {end.shown}"
    return None


def judge_words(page: Page) -> Finding | None:
    """What the title, the heading or a short text says."""
    table = soft404()
    for part in _title_parts(page.title):
        if part in table.titles or part.startswith(("404 ", "404:", "error 404")):
            return Reason.ERROR_PAGE, f"the title says “{page.title}”"
    heading = _plain(page.heading)
    said = filter(heading.__contains__, table.sentences)
    if heading in table.titles or any(2 * len(each) >= len(heading) for each in said):
        return Reason.ERROR_PAGE, f"the heading says “{page.heading}”"
    if page.words > _SHORT:
        return None
    sentence = next(filter(_plain(page.all_text).__contains__, table.sentences), None)
    return (Reason.ERROR_PAGE, f"the page says “{sentence}”") if sentence else None


def is_shell(page: Page) -> bool:
    """Whether the page is drawn by scripts, so that its text says nothing."""
    return page.words < _SHELL and page.scripts > 0


def sibling_of(target: Target) -> Target:
    """A made-up address beside this one."""
    import secrets  # noqa: PLC0415 -- loads OpenSSL's hashes, which a check by HEAD does not need

    folder, _, last = target.tail.partition("?")[0].rstrip("/").rpartition("/")
    made = f"{folder}/no-such-page-{secrets.token_hex(6)}{_suffix(last)}"
    base = target.url[: len(target.url) - len(target.tail)]
    return Target(base + made, target.scheme, target.host, made, target.name)


def same_page(page: Page, print_: str | None, other: Page, other_print: str | None) -> bool:
    """Whether two pages are the same one, made-up address or not."""
    if page.title != other.title or is_shell(page):
        return False
    if print_ is None or other_print is None:
        return print_ == other_print
    return distance(print_, other_print) <= _NEAR


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:] if dot > 0 and len(name) - dot <= 6 else ""


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").strip(" .!:")


def _title_parts(title: str | None) -> list[str]:
    if not title:
        return []
    text = _plain(title)
    for mark in ("|", " - ", " – ", " — ", "»", "::", ": ", "·"):
        text = text.replace(mark, "\0")
    return [part.strip(" .!?") for part in text.split("\0")]


def _names(path: str, known: frozenset[str]) -> bool:
    first, last = path.partition("/")[0], path.rpartition("/")[2].partition(".")[0]
    return path in known or last in known or first in known


def _path(target: Target) -> str:
    return unquote(target.tail.partition("?")[0]).lower().strip("/")


def _depth(target: Target) -> int:
    path = _path(target)
    return 0 if path in soft404().home_paths and "?" not in target.tail else 1


def _carries_path(start: Target, end: Target) -> bool:
    """Whether the query of the end still names what was asked for."""
    last = _path(start).rpartition("/")[2]
    return any(last and last in value.lower() for _name, value in parse_qsl(end.tail.partition("?")[2]))
