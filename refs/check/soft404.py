"""Soft 404s: a page that answers 200 and is not there."""

import re

from refs.check.page import SITE_MARKS, Page, plain, title_parts
from refs.check.tables import soft404
from refs.model.link import Reason

Finding = tuple[Reason, str]
_WORD = re.compile(r"\w+")
_SHORT = 250
_SHELL = 25


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
    if sentence is None and any(map(text.__contains__, table.missing_signs)):
        found = table.missing.search(text)
        sentence = found and found.group()
    return (Reason.ERROR_PAGE, f"the page says “{sentence}”") if sentence else None


def _find_trouble(page: Page) -> str | None:
    """What the title or the heading says of a server in trouble, in so many words."""
    title, heading = plain(page.title or ""), plain(page.heading)
    for words in filter(f"{title}\n{heading}".__contains__, soft404().broken):
        if any(words in said and 2 * len(words) >= len(said) for said in (title, heading)):
            return words
    return None


def _is_vague(part: str) -> bool:
    return part in soft404().vague_titles or _is_404(part)


def _is_404(text: str) -> bool:
    """Whether a text is the number and nothing of another meaning."""
    if "404" not in text or "page 404" in text:
        return False
    return soft404().around_404.issuperset(_WORD.findall(text))


def is_shell(page: Page) -> bool:
    """Whether the page is drawn by scripts, so that its text says nothing."""
    return page.words < _SHELL and page.scripts > 0
