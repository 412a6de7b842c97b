"""Doubt: what is not concluded yet, since our network or a whole host may be to blame."""

from collections.abc import Iterator
from dataclasses import replace

from refs.check.classify import NETWORK
from refs.check.history import History
from refs.check.reach import Reach, offline
from refs.check.settings import Settings
from refs.check.strikes import judge, needs_history
from refs.model.link import Check, Reason, Verdict

_WHOLE_HOST = 5


class Doubts:
    """Looks go in, checks come out, some of them later.

    A failure of the network is kept, `waiting`, until it is known whether we have one; a death by 404 until something
    else of its host was found, or until the end.
    """

    def __init__(self, settings: Settings, history: History, reach: Reach) -> None:
        self._settings, self._history, self._reach = settings, history, reach
        self.waiting: list[tuple[Check, str]] = []
        self._deaths: dict[str, list[Check]] = {}
        self._missed: dict[str, int] = {}
        self._answered: set[str] = set()

    def conclude(self, look: Check, host: str) -> list[Check]:
        """The check that a look at a link of this host makes, or nothing while there is doubt."""
        if look.verdict is Verdict.ALIVE and not look.fingerprint and host in self._answered:
            return [look]
        real = self._note_good(host) if look.verdict.is_good else []
        if _needs_network(look) and self._reach.concerns(host):
            state = self._reach.state
            if state is None:
                self.waiting.append((look, host))
                return []
            if state is False:
                return [offline(look)]
        return [*real, *self._judge(look, host)]

    def settle(self, online: bool) -> list[Check]:
        """The checks of the failures that waited for word of our network."""
        looks, self.waiting = self.waiting, []
        if not online:
            return [offline(look) for look, _host in looks]
        return [check for look, host in looks for check in self._judge(look, host)]

    def end(self) -> Iterator[Check]:
        """The deaths that are left: concluded, unless the whole host failed."""
        for host, checks in self._deaths.items():
            whole = self._missed[host] >= _WHOLE_HOST
            yield from map(_spare, checks) if whole else checks
        self._deaths.clear()

    def _note_good(self, host: str) -> list[Check]:
        """A host that has something: the deaths kept back are real."""
        if host in self._answered:
            return []
        self._answered.add(host)
        return self._deaths.pop(host, [])

    def _judge(self, look: Check, host: str) -> list[Check]:
        check = judge(self._history(look.url), look, self._settings) if needs_history(look) else look
        if look.reason is not Reason.NOT_FOUND:
            return [check]
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
