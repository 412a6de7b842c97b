"""Destination: where redirects end, told by its path: at home, at a login, in a search, on an error page."""

from functools import lru_cache
from urllib.parse import parse_qsl, unquote

from refs.check.tables import soft404
from refs.check.target import Target
from refs.model.link import Reason

Finding = tuple[Reason, str]


def judge_redirect(start: Target, end: Target) -> Finding | None:
    """What is wrong with where the redirects ended: at the home page, a login, a search, an error page."""
    if start.name == end.name and (start.tail == end.tail or _keeps_name(start.tail, end.tail)):
        return None
    here, there = _path(start.tail), _path(end.tail)
    if here in soft404().home_paths and _is_start(start):
        return None
    if _is_error_page(there) and not _is_error_page(here):
        return Reason.ERROR_PAGE, f"redirected to the error page {end.shown}"
    if _is_login(there, end.name) and not _is_login(here, start.name):
        return Reason.REDIRECT_LOGIN, f"redirected to the login {end.shown}"
    is_home = there in soft404().home_paths and not end.fragment.startswith(("!", "/"))
    if _is_search(here, there) or (is_home and _has_question(start, end)):
        return Reason.REDIRECT_SEARCH, f"redirected to a search {end.shown}"
    if is_home and start.tail != end.tail and not _names_page(here, end):
        return Reason.REDIRECT_HOME, f"redirected to the home page {end.shown}"
    return None


def _keeps_name(here: str, there: str) -> bool:
    """Whether the last part of the path is still the same, as of most pages that moved, and in no folder of errors or logins."""
    last = here.rpartition("/")[2]
    if not last or last != there.rpartition("/")[2] or "?" in there:
        return False
    folder = there[1:].partition("/")[0].lower()
    return folder not in soft404().error_folders and folder not in soft404().login_paths


@lru_cache(maxsize=256)
def _path(tail: str) -> str:
    """The path in small letters, without the language that it may begin with."""
    path = unquote(tail.partition("?")[0]).lower().strip("/")
    found = soft404().languages.match(path)
    return path[found.end() :] if found else path


def _is_start(target: Target) -> bool:
    return "?" not in target.tail and not target.fragment.startswith(("!", "/"))


def _is_error_page(path: str) -> bool:
    """Whether a path is that of an error page; what may also name an article has to stand alone or be a file."""
    table = soft404()
    folder, _, last = path.rpartition("/")
    stem, dot, _suffix = last.partition(".")
    if (
        path in table.error_paths
        or stem in table.error_paths
        or folder.partition("/")[0] in table.error_folders
    ):
        return True
    return stem in table.vague_error_paths and (not folder or bool(dot))


def _is_login(path: str, name: str) -> bool:
    table = soft404()
    first, last = path.partition("/")[0], path.rpartition("/")[2].partition(".")[0]
    return (
        not table.login_paths.isdisjoint((path, first, last)) or name.partition(".")[0] in table.login_hosts
    )


def _is_search(here: str, there: str) -> bool:
    known, last = soft404().search_paths, there.rpartition("/")[2]
    return (last in known or last.partition(".")[0] in known) and here.rpartition("/")[2] not in known


def _has_question(start: Target, end: Target) -> bool:
    """Whether the query of a home page asks for words that were not asked for before."""
    new = set(_query(end)) - set(_query(start))
    return any(name.lower() in soft404().search_keys for name, _value in new)


def _names_page(path: str, end: Target) -> bool:
    """Whether the query of the end names a page, or still what was asked for."""
    last, known = path.rpartition("/")[2], soft404().page_keys
    return any(name.lower() in known or (last and last in value.lower()) for name, value in _query(end))


def _query(target: Target) -> list[tuple[str, str]]:
    return parse_qsl(target.tail.partition("?")[2])
