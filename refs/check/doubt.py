"""Doubt: what is not concluded yet, since our network or a whole host may be to blame."""

from collections.abc import Iterator
from dataclasses import replace

from refs.check.classify import NETWORK
from refs.check.examine import History
from refs.check.reach import Reach, offline
from refs.check.settings import Settings
from refs.check.strikes import judge
from refs.check.target import Target, host_of, read_target
from refs.model.link import Check, Reason, Verdict

_WHOLE_HOST = 5


class Doubts:
    """Looks go in, checks come out, some of them later.

    A failure of the network is kept until it is known whether we have one; a death by 404 until something else of
    its host was found, or until the end.
    """

    def __init__(self, settings: Settings, history: History, reach: Reach) -> None:
        self._settings, self._history, self._reach = settings, history, reach
        self._waiting: list[Check] = []
        self._deaths: dict[str, list[Check]] = {}
        self._missed: dict[str, int] = {}
        self._answered: set[str] = set()

    @property
    def wait_for_network(self) -> bool:
        """Whether there are looks that wait for word of our network."""
        return bool(self._waiting)

    def conclude(self, look: Check) -> list[Check]:
        """The check that a look makes, or nothing while there is doubt."""
        real = self._note_good(look) if look.verdict.is_good else []
        if look.verdict is Verdict.ALIVE and not look.fingerprint:
            return [*real, look]
        if _needs_network(look):
            state = self._reach.state
            if state is None:
                self._waiting.append(look)
                return []
            if state is False:
                return [offline(look)]
        return [*real, *self._judge(look)]

    def settle(self, online: bool) -> list[Check]:
        """The checks of the failures that waited for word of our network."""
        looks, self._waiting = self._waiting, []
        if not online:
            return [offline(look) for look in looks]
        return [check for look in looks for check in self._judge(look)]

    def end(self) -> Iterator[Check]:
        """The deaths that are left: concluded, unless the whole host failed."""
        for host, checks in self._deaths.items():
            whole = self._missed[host] >= _WHOLE_HOST
            yield from map(_spare, checks) if whole else checks
        self._deaths.clear()

    def _note_good(self, look: Check) -> list[Check]:
        """A host that has something: the deaths kept back are real."""
        host = _find_host(look.url)
        if host in self._answered:
            return []
        self._answered.add(host)
        return self._deaths.pop(host, [])

    def _judge(self, look: Check) -> list[Check]:
        check = judge(self._history(look.url), look, self._settings)
        if look.reason is not Reason.NOT_FOUND:
            return [check]
        host = _find_host(check.url)
        if host in self._answered:
            return [check]
        self._missed[host] = self._missed.get(host, 0) + 1
        if check.verdict is not Verdict.DEAD:
            return [check]
        self._deaths.setdefault(host, []).append(check)
        return []


def _needs_network(look: Check) -> bool:
    """Whether our own network may be to blame: a failure, or a page that something on the way may only deny."""
    if look.reason in {Reason.NOT_FOUND, Reason.GONE}:
        return True
    return look.reason in NETWORK and look.verdict in {Verdict.UNREACHABLE, Verdict.SUSPECT}


def _spare(check: Check) -> Check:
    words = f"{check.evidence or ''}; all that was asked of this host is missing, so nothing is concluded yet"
    return replace(check, verdict=Verdict.SUSPECT, evidence=words.strip("; "))


def _find_host(url: str) -> str:
    if found := host_of(url):
        return found[0]
    target = read_target(url)
    return target.host if isinstance(target, Target) else ""
