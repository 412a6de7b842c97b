"""robots.txt, for those who ask for it (RFC 9309)."""

from collections import OrderedDict
from collections.abc import Generator
from typing import TYPE_CHECKING

from refs.check.answer import Answer
from refs.check.chase import Command, chase
from refs.check.settings import Settings
from refs.check.target import Target

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

_NAME = "refs-check"
_LIMIT = 512_000
_REMEMBERED = 4096


class Robots:
    """The rules of hosts, each read once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._rules: OrderedDict[str, RobotFileParser] = OrderedDict()

    def allow(self, target: Target) -> Generator[Command, Answer, bool]:
        """Whether the host of a target lets us ask for it."""
        key = f"{target.scheme}://{target.host}"
        rules = self._rules.get(key)
        if rules is None:
            rules = self._rules[key] = yield from self._read(target)
            if len(self._rules) > _REMEMBERED:
                self._rules.popitem(last=False)
        return rules.can_fetch(_NAME, target.url)

    def _read(self, target: Target) -> Generator[Command, Answer, "RobotFileParser"]:
        """The rules; none at all where there is no file, everything forbidden while the server fails (2.3.1)."""
        from urllib.robotparser import RobotFileParser  # noqa: PLC0415 -- brings half of the standard library's network

        base = target.url[: len(target.url) - len(target.tail)]
        place = Target(f"{base}/robots.txt", target.scheme, target.host, "/robots.txt", target.name)
        trail = yield from chase(place, "GET", _LIMIT, self._settings)
        answer, rules = trail.answer, RobotFileParser()
        if answer.error is None and answer.status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
        elif answer.error is not None or answer.status != 200:
            rules.parse([])
        else:
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        return rules
