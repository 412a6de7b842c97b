"""Robot walls: whether an answer is a refusal to talk to programs."""

from functools import cache

from refs.check.answer import Answer
from refs.check.page import SITE_MARKS, Page, count_words, title_parts
from refs.check.tables import Wall, wall_places, walls
from refs.check.target import Target

_SMALL = 20_000
_FEW = 60
_LONG = 250


def find_wall(answer: Answer, page: Page) -> str | None:
    """The name of the wall that an answer shows, or None."""
    source = page.source.lower()
    if not _may_show(answer, page, source):
        return None
    sight = _Sight(answer, page, source)
    return next((wall.name for wall in walls() if sight.shows(wall)), None)


def is_wall_place(start: Target, end: Target) -> bool:
    """Whether redirects have ended where a robot wall stands."""
    if start.tail == end.tail and start.name == end.name:
        return False
    path = end.tail.partition("?")[0].lower().strip("/")
    known = wall_places()
    return end.name in known or path in known or path.rpartition("/")[2] in known


def _may_show(answer: Answer, page: Page, source: str) -> bool:
    """Whether any word or header of any wall is there at all: most answers have none."""
    words, names, servers = _signs(answer.status, len(source) <= _SMALL, page.words < _FEW)
    if not names.isdisjoint(answer.headers) or (source and any(map(source.__contains__, words))):
        return True
    server = answer.headers.get("server", "").lower()
    return any(each in server for each in servers)


@cache
def _signs(
    status: int, is_small: bool, is_bare: bool
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words, headers and servers of the walls that may have this status, size and number of words."""
    possible = [
        wall
        for wall in walls()
        if (not wall.status or status in wall.status)
        and (is_small or not wall.small)
        and (is_bare or not wall.few)
    ]
    words = frozenset(word for wall in possible for word in (*wall.title, *wall.body, *wall.text))
    headers = [pair for wall in possible for pair in wall.header]
    names = frozenset(name for name, _value in headers if name != "server")
    servers = frozenset(value for name, value in headers if name == "server")
    return words, names, servers


class _Sight:
    """An answer as the rows of the table look at it."""

    __slots__ = ("_answer", "_page", "_parts", "_source", "_title", "_words")

    def __init__(self, answer: Answer, page: Page, source: str) -> None:
        self._answer, self._page, self._source = answer, page, source
        self._title = (page.title or "").lower()
        self._parts = (self._title, *title_parts(page.title, SITE_MARKS))
        self._words = -1

    def shows(self, wall: Wall) -> bool:
        """Whether every test of a row holds; a page that is there and has a text of its own needs a header that says so."""
        if wall.status and self._answer.status not in wall.status:
            return False
        if wall.small and len(self._source) > _SMALL:
            return False
        if not self._has_headers(wall) or not self._has_words(wall):
            return False
        if wall.few and self._count() >= _FEW:
            return False
        return bool(wall.header) or not self._is_there or self._page.text.count(" ") < _LONG

    @property
    def _is_there(self) -> bool:
        return self._answer.status < 300

    def _has_headers(self, wall: Wall) -> bool:
        headers = self._answer.headers
        return all(name in headers and value in headers[name].lower() for name, value in wall.header)

    def _has_words(self, wall: Wall) -> bool:
        if wall.title and not any(map(self._is_titled, wall.title)):
            return False
        if wall.body and not any(map(self._source.__contains__, wall.body)):
            return False
        return not wall.text or any(map(self._page.all_text.lower().__contains__, wall.text))

    def _is_titled(self, words: str) -> bool:
        """Whether the title says so: of a page that is there and has some text, in so many words."""
        if words not in self._title:
            return False
        if not self._is_there or self._count() < _FEW:
            return True
        return any(words in part and 3 * len(words) >= 2 * len(part) for part in self._parts)

    def _count(self) -> int:
        """How many words are seen, counted when it is first asked."""
        if self._words < 0:
            self._words = self._page.words or (count_words(self._source) if self._source else 0)
        return self._words
