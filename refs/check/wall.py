"""Robot walls: whether an answer is a refusal to talk to programs."""

from refs.check.answer import Answer
from refs.check.page import Page
from refs.check.tables import Wall, walls

_SMALL = 20_000


def find_wall(answer: Answer, page: Page) -> str | None:
    """The name of the wall that an answer shows, or None."""
    title = (page.title or "").lower()
    source = page.source.lower()
    return next((wall.name for wall in walls() if _shows(wall, answer, title, source)), None)


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
