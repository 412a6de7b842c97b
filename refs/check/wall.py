"""Robot walls: whether an answer is a refusal to talk to programs."""

from functools import cache

from refs.check.answer import Answer
from refs.check.page import Page
from refs.check.tables import Wall, walls

_SMALL = 20_000


def find_wall(answer: Answer, page: Page) -> str | None:
    """The name of the wall that an answer shows, or None."""
    source = page.source.lower()
    if not _may_show(answer, source):
        return None
    title = (page.title or "").lower()
    return next((wall.name for wall in walls() if _shows(wall, answer, title, source)), None)


def _may_show(answer: Answer, source: str) -> bool:
    """Whether any word or header of any wall is there at all: most answers have none."""
    words, names, servers = _signs(answer.status, len(source) <= _SMALL)
    if not names.isdisjoint(answer.headers) or any(map(source.__contains__, words)):
        return True
    server = answer.headers.get("server", "").lower()
    return any(each in server for each in servers)


@cache
def _signs(status: int, is_small: bool) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words, headers and servers of the walls that may have this status and size."""
    possible = [
        wall
        for wall in walls()
        if (not wall.status or status in wall.status) and (is_small or not wall.small)
    ]
    words = frozenset(word for wall in possible for word in (*wall.title, *wall.body))
    headers = [pair for wall in possible for pair in wall.header]
    names = frozenset(name for name, _value in headers if name != "server")
    servers = frozenset(value for name, value in headers if name == "server")
    return words, names, servers


def _shows(wall: Wall, answer: Answer, title: str, source: str) -> bool:
    if wall.status and answer.status not in wall.status:
        return False
    if wall.small and len(source) > _SMALL:
        return False
    if not all(value in answer.headers.get(name, "\0").lower() for name, value in wall.header if value):
        return False
    if not all(name in answer.headers for name, _value in wall.header):
        return False
    if wall.title and not any(each in title for each in wall.title):
        return False
    return not wall.body or any(each in source for each in wall.body)
