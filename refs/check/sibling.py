"""Siblings: what a host shows at a made-up address beside a link, asked once for each folder."""

import re
from collections import OrderedDict
from collections.abc import Generator
from dataclasses import replace

from refs.check.answer import Answer
from refs.check.chase import Command, Trail, chase
from refs.check.fingerprint import distance, fingerprint
from refs.check.page import Page, read_page
from refs.check.settings import Settings
from refs.check.soft404 import is_shell
from refs.check.target import Target
from refs.model.link import Reason

Finding = tuple[Reason, str]
_REMEMBERED = 4096
# bits of a fingerprint of 64, in which two looks at one page, at two pages, and at one after the other may differ
_NEAR, _FAR, _SLACK = 6, 16, 1
# <input name="pw" type="password">
_PASSWORD = re.compile(r"<input\b[^>]{0,500}type\s*=\s*[\"']?password", re.IGNORECASE)


class _Sibling:
    """What a made-up address showed: a page, or the place it was sent to; `noise` is how far another one was from it."""

    __slots__ = ("location", "noise", "print_", "title", "words")

    def __init__(self, location: str | None, page: Page | None) -> None:
        self.location = location
        self.title = page.title if page else None
        self.words = hash(page.all_text) if page else None
        self.print_ = fingerprint(page.all_text) if page else None
        self.noise: int | None = None


class Siblings:
    """Remembers what hosts show at made-up addresses."""

    def __init__(self, settings: Settings) -> None:
        self._settings = replace(settings, retries=0)
        self._known: OrderedDict[str, _Sibling | None] = OrderedDict()

    def judge(self, target: Target, trail: Trail, page: Page) -> Generator[Command, Answer, Finding | None]:
        """What is wrong with a page that a made-up address beside its link shows too."""
        if target.tail in {"", "/"} or is_shell(page):
            return None
        key = _folder(target)
        if key not in self._known:
            self._known[key] = yield from self._visit(target)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        known = self._known[key]
        if known is None:
            return None
        if known.location is not None:
            return _judge_place(known.location, trail)
        if not (yield from self._is_same(target, page, known)):
            return None
        if _PASSWORD.search(page.source):
            return Reason.LOGIN, "a login, here and at a made-up address beside it"
        return Reason.ERROR_PAGE, "a made-up address beside it shows the same page"

    def _visit(self, target: Target) -> Generator[Command, Answer, _Sibling | None]:
        sibling = sibling_of(target)
        trail = yield from chase(sibling, "GET", self._settings.body_limit, self._settings)
        answer = trail.answer
        if answer.error or answer.status != 200 or not answer.is_page:
            return None
        if sibling.tail.rpartition("/")[2] not in trail.end.tail:
            return _Sibling(trail.end.shown, None)
        page = read_page(answer)  # sent to https:// or to a slash at most
        return None if is_shell(page) else _Sibling(None, page)

    def _is_same(self, target: Target, page: Page, known: _Sibling) -> Generator[Command, Answer, bool]:
        """Whether two pages are the same one: no further from each other than two made-up addresses are.

        Where those show the very same words, a page that differs in one is another page.
        """
        if page.title != known.title:
            return False
        if hash(page.all_text) == known.words:
            return True
        apart = _distance(fingerprint(page.all_text), known.print_)
        if apart > _FAR:
            return False
        if known.noise is None:
            other = yield from self._visit(target)
            known.noise = _noise(known, other)
        return known.noise >= 0 and apart <= max(_NEAR, known.noise + _SLACK)


def sibling_of(target: Target) -> Target:
    """A made-up address beside this one."""
    import secrets  # noqa: PLC0415 -- loads OpenSSL's hashes, which a check by HEAD does not need

    folder, _, last = target.tail.partition("?")[0].rstrip("/").rpartition("/")
    made = f"{folder}/no-such-page-{secrets.token_hex(6)}{_suffix(last)}"
    base = target.url[: len(target.url) - len(target.tail)]
    return Target(base + made, target.scheme, target.host, made, target.name)


def _judge_place(location: str, trail: Trail) -> Finding | None:
    if not trail.hops or trail.end.shown != location:
        return None
    return Reason.ERROR_PAGE, f"a made-up address beside it is sent to {location} too"


def _noise(one: _Sibling, other: _Sibling | None) -> int:
    """How far two made-up addresses are apart; below zero where they show the very same words."""
    if other is None:
        return 0
    return -1 if other.words == one.words else _distance(one.print_, other.print_)


def _distance(print_: str | None, other: str | None) -> int:
    return _FAR + 1 if print_ is None or other is None else distance(print_, other)


def _folder(target: Target) -> str:
    path = target.tail.partition("?")[0]
    return f"{target.scheme}://{target.host}{path.rstrip('/').rpartition('/')[0]}"


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:] if dot > 0 and len(name) - dot <= 6 else ""
