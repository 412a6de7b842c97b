"""Soft 404s: a page that answers 200 and is not there."""

import re
from urllib.parse import parse_qsl, unquote

from refs.check.fingerprint import distance
from refs.check.page import SITE_MARKS, Page, plain, title_parts
from refs.check.tables import soft404
from refs.check.target import Target
from refs.model.link import Reason

Finding = tuple[Reason, str]
_WORD = re.compile(r"\w+")
_SHORT = 250
_SHELL = 25
_NEAR = 6


def judge_redirect(start: Target, end: Target) -> Finding | None:
    """What is wrong with where the redirects ended: at the home page, a login, a search, an error page."""
    if (start.tail == end.tail and start.name == end.name) or _is_home(start):
        return None
    if _is_error_place(end) and not _is_error_place(start):
        return Reason.ERROR_PAGE, f"redirected to the error page {end.shown}"
    if _is_login(end) and not _is_login(start):
        return Reason.REDIRECT_LOGIN, f"redirected to the login {end.shown}"
    if _is_search(start, end):
        return Reason.REDIRECT_SEARCH, f"redirected to a search {end.shown}"
    if start.tail != end.tail and _is_home_path(end) and not _carries_path(start, end):
        return Reason.REDIRECT_HOME, f"redirected to the home page {end.shown}"
    return None


def judge_words(page: Page) -> Finding | None:
    """What the title, the heading or a short text says; a page with a text of its own has to say it plainly."""
    table = soft404()
    is_short = page.text.count(" ") < _SHORT
    if is_short and (trouble := _find_trouble(page)):
        return Reason.SERVER_ERROR, f"the page says “{trouble}”"
    parts = title_parts(page.title) if is_short else title_parts(page.title, SITE_MARKS)
    for part in parts:
        if part in table.titles or ((is_short or len(parts) == 1) and _is_vague(part)):
            return Reason.ERROR_PAGE, f"the title says “{page.title}”"
    heading = plain(page.heading)
    said = filter(heading.__contains__, table.sentences)
    if (
        heading in table.titles
        or (is_short and _is_404(heading))
        or any(2 * len(each) >= len(heading) for each in said)
    ):
        return Reason.ERROR_PAGE, f"the heading says “{page.heading}”"
    return _judge_text(page) if page.words <= _SHORT else None


def _judge_text(page: Page) -> Finding | None:
    table, text = soft404(), plain(page.all_text)
    sentence = next(filter(text.__contains__, table.sentences), None)
    found = table.missing.search(text)
    if sentence is None and found is not None:
        sentence = found.group()
    return (Reason.ERROR_PAGE, f"the page says “{sentence}”") if sentence else None


def _find_trouble(page: Page) -> str | None:
    """What the title or the heading says of a server in trouble, in so many words."""
    said = (plain(page.title or ""), plain(page.heading))
    return next(
        (each for each in soft404().broken for part in said if each in part and 2 * len(each) >= len(part)),
        None,
    )


def _is_vague(part: str) -> bool:
    return part in soft404().vague_titles or _is_404(part)


def _is_404(text: str) -> bool:
    """Whether a text is the number and nothing of another meaning."""
    words = _WORD.findall(text)
    return "404" in words and soft404().around_404.issuperset(words)


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


def _is_error_place(target: Target) -> bool:
    """Whether a path is that of an error page; what may also name an article has to stand alone or be a file."""
    table, path = soft404(), _local_path(target)
    folder, _, last = path.rpartition("/")
    stem, dot, _suffix = last.partition(".")
    if path in table.error_paths or stem in table.error_paths:
        return True
    if folder.partition("/")[0] in table.error_folders:
        return True
    return stem in table.vague_error_paths and (not folder or bool(dot))


def _is_login(target: Target) -> bool:
    table, path = soft404(), _local_path(target)
    first, last = path.partition("/")[0], path.rpartition("/")[2].partition(".")[0]
    names = {path, first, last, target.name.partition(".")[0]}
    return not names.isdisjoint(table.login_paths) or target.name.partition(".")[0] in table.login_hosts


def _is_search(start: Target, end: Target) -> bool:
    known = soft404().search_paths
    if _local_path(end).rpartition("/")[2] in known and _local_path(start).rpartition("/")[2] not in known:
        return True
    return _is_home_path(end) and any(
        name.lower() in soft404().search_keys
        for name, _value in _query(end)
        if (name, _value) not in _query(start)
    )


def _is_home(target: Target) -> bool:
    return _is_home_path(target) and "?" not in target.tail


def _is_home_path(target: Target) -> bool:
    """Whether a path is that of a home page, in one language or another, and no script's place within it."""
    return _local_path(target) in soft404().home_paths and not target.fragment.startswith(("!", "/"))


def _local_path(target: Target) -> str:
    """The path without the language that it may begin with."""
    path = _path(target)
    found = soft404().languages.match(path)
    return path[found.end() :] if found else path


def _query(target: Target) -> list[tuple[str, str]]:
    return parse_qsl(target.tail.partition("?")[2])


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:] if dot > 0 and len(name) - dot <= 6 else ""


def _path(target: Target) -> str:
    return unquote(target.tail.partition("?")[0]).lower().strip("/")


def _carries_path(start: Target, end: Target) -> bool:
    """Whether the query of the end still names what was asked for."""
    last = _path(start).rpartition("/")[2]
    return any(last and last in value.lower() for _name, value in _query(end))
