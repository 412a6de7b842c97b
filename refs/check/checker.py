"""The loop: links in, checks out, many at a time, each host in its own time."""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from fnmatch import fnmatchcase
from functools import partial
from heapq import heappop, heappush
from itertools import count
from typing import Any

from refs.check.answer import Answer, Request
from refs.check.chase import Pause
from refs.check.doubt import Doubts
from refs.check.examine import Examiner
from refs.check.frontier import Frontier
from refs.check.history import History, no_history
from refs.check.host import Host
from refs.check.memory import keep_freed_memory
from refs.check.reach import Reach, offline
from refs.check.registry.ask import ask_many, asked_hosts, find_registered, registry_rules
from refs.check.registry.ncbi import BATCH
from refs.check.registry.word import Word
from refs.check.settings import Settings
from refs.check.target import Refusal, Target, read_target
from refs.check.transport import CurlTransport, Transport
from refs.garbage import fewer_collections
from refs.model.identifier import Identifier, Scheme
from refs.model.link import Check, Link, Reason

_BEGUN = 1 << 40


class Checker:
    """Checks links with one transport and one set of settings."""

    def __init__(self, transport: Transport | None = None, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._transport = transport

    def check(self, links: Iterable[Link], history: History = no_history) -> Iterator[Check]:
        """A check for each link, as they come in; the order is that of the answers."""
        with Frontier() as frontier:
            frontier.fill((asked_hosts(link, self.settings)[0], link) for link in links)
            yield from self.check_frontier(frontier, history)

    def check_frontier(self, frontier: Frontier, history: History = no_history) -> Iterator[Check]:
        """The same for links that stand in line already, each with its host."""
        if self.settings.content:
            keep_freed_memory()
        if self._transport is not None:
            yield from _Run(self.settings, self._transport, history).run(frontier)
            return
        with closing(CurlTransport(self.settings)) as transport:
            yield from _Run(self.settings, transport, history).run(frontier)

    def check_one(self, link: Link, history: History = no_history) -> Check:
        """The check of one link."""
        return next(iter(self.check([link], history)))


class _Job:
    """A dialogue under way: the generator, what its end is for, the link when it is about one, and who is asked."""

    __slots__ = ("at", "dialogue", "done", "link", "request")

    def __init__(
        self, dialogue: Generator[Any, Answer, Any], done: Callable[[Any], None], link: Link | None = None
    ) -> None:
        self.dialogue, self.done, self.link = dialogue, done, link
        self.request: Request | None = None
        self.at: Host | None = None


class _Run:
    """One pass over a set of links."""

    def __init__(self, settings: Settings, transport: Transport, history: History) -> None:
        self._settings, self._transport = settings, transport
        self._examiner = Examiner(settings, history)
        self._reach = Reach(settings)
        self._rules = {} if settings.services.gateway else registry_rules(settings)
        self._hosts: dict[str, Host] = {}
        self._ready: list[tuple[int, int, Host]] = []
        self._held: list[Host] = []
        self._clock: list[tuple[float, int, Host | tuple[_Job, float]]] = []
        self._numbers = count()
        self._began = time.monotonic()
        self._jobs = 0
        self._room = 4 * settings.concurrency + BATCH
        self._flying = 0
        self._checks: list[Check] = []
        self._doubts = Doubts(settings, history, self._reach)
        self._looking = False
        self._eutils = _host_of(settings.services.eutils)

    def run(self, frontier: Frontier) -> Iterator[Check]:
        self._frontier = frontier
        self._waiting_hosts = deque(frontier.hosts())
        with fewer_collections():
            yield from self._loop()
        yield from self._doubts.end()

    def _loop(self) -> Iterator[Check]:
        while True:
            self._start_more()
            if self._checks:
                yield from self._checks
                self._checks.clear()
                continue
            if not self._jobs and not self._frontier.left:
                return
            for job, answer in self._transport.wait(self._idle_time()):
                self._take(job, answer)
            self._ring()

    # starting

    def _is_excluded(self, url: str) -> bool:
        if not self._settings.excluded:
            return False
        return any(fnmatchcase(url, pattern) for pattern in self._settings.excluded)

    def _start_more(self) -> None:
        most = self._settings.concurrency
        moment = time.monotonic()
        self._examiner.tick()
        if self._held and self._has_room():
            for held in self._held:
                self._push(held)
            self._held.clear()
        while self._flying < most:
            host = self._next_host()
            if host is None:
                return
            if host.active >= host.limit:
                continue
            if host.free_at > moment:
                self._queue_at(host, host.free_at)
                continue
            if not host.waiting and not self._begin_next(host):
                continue
            if host.waiting:
                self._send(host)
            if not host.queued and host.active < host.limit:
                self._push(host)

    def _begin_next(self, host: Host) -> bool:
        """Begin the next link of a host, which stands in line meanwhile; False when there is none, or no room."""
        host.queued = True
        if not self._has_room():
            self._held.append(host)
            return False
        found = self._open(host)
        host.queued = False
        if not found:
            self._forget(host)
        return found

    def _has_room(self) -> bool:
        """Whether new links may be begun: what is begun and waits is bounded too."""
        return self._jobs < self._room

    def _next_host(self) -> Host | None:
        """The host whose turn it is: the one with most left, so that no few hosts are left over at the end."""
        if self._waiting_hosts and self._is_turn_of_new() and self._has_room():
            return self._host(self._waiting_hosts.popleft())
        if not self._ready:
            return None
        host = heappop(self._ready)[2]
        host.queued = False
        return host

    def _is_turn_of_new(self) -> bool:
        if not self._ready:
            return True
        return (
            len(self._hosts) < 2 * self._settings.concurrency
            and self._frontier.count(self._waiting_hosts[0]) > -self._ready[0][0]
        )

    def _host(self, key: str) -> Host:
        host = self._hosts.get(key)
        if host is None:
            host = self._hosts[key] = Host(key, self._rules.get(key) or self._settings.rule(key))
            if self._settings.begin_gently:
                host.hold(self._began + host.delay)
        return host

    def _queue(self, host: Host) -> None:
        if not host.queued and host.active < host.limit:
            self._push(host)

    def _push(self, host: Host) -> None:
        """Let a host stand in line; one that waits to go on with what is begun comes before all others."""
        host.queued = True
        left = _BEGUN if host.waiting else self._frontier.count(host.key)
        heappush(self._ready, (-left, next(self._numbers), host))

    def _queue_at(self, host: Host, moment: float) -> None:
        host.queued = True
        heappush(self._clock, (moment, next(self._numbers), host))

    def _forget(self, host: Host) -> None:
        """Let a host go that has nothing left, once nobody has to wait for it any more."""
        if host.active or host.waiting:
            return
        if host.free_at > time.monotonic():
            self._queue_at(host, host.free_at)
        else:
            self._hosts.pop(host.key, None)

    def _open(self, host: Host) -> bool:
        """Begin the next link of a host; False when it has none left."""
        link = self._frontier.pop(host.key)
        if link is None:
            return False
        if self._settings.known_good and self._reach.state is False and self._reach.concerns(host.key):
            self._checks.append(offline(self._examiner.blank_look(link)))
        elif host.key == self._eutils:
            self._open_batch([link, *self._pop_more(host)])
        else:
            self._open_one(link)
        return True

    def _pop_more(self, host: Host) -> Iterator[Link]:
        for _turn in range(BATCH - 1):
            link = self._frontier.pop(host.key)
            if link is None:
                return
            yield link

    def _open_one(self, link: Link, *, registry: bool = True) -> None:
        target = read_target(link.url)
        if isinstance(target, Refusal):
            self._checks.append(self._examiner.refused_look(link, target))
            return
        if self._is_excluded(link.url):
            self._checks.append(
                self._examiner.refused_look(link, Refusal(Reason.EXCLUDED, "excluded by the settings"))
            )
            return
        identifier = find_registered(link, target.name) if registry and self._settings.registries else None
        if identifier is None:
            dialogue = self._examiner.examine_page(link, target)
        else:
            dialogue = self._examiner.examine(link, target, identifier)
        self._begin(_Job(dialogue, partial(self._conclude, target.host), link))

    def _open_batch(self, links: list[Link]) -> None:
        """Begin many links that E-utilities judges, in one call for each of its databases."""
        groups: dict[Scheme, list[tuple[Link, Identifier]]] = {}
        for link in links:
            target = read_target(link.url)
            name = target.name if isinstance(target, Target) else ""
            identifier = find_registered(link, name)
            if identifier is None or identifier.scheme not in {Scheme.PMID, Scheme.PMCID}:
                self._open_one(link)
            else:
                groups.setdefault(identifier.scheme, []).append((link, identifier))
        for pairs in groups.values():
            dialogue = ask_many([identifier for _link, identifier in pairs], self._settings)
            self._begin(_Job(dialogue, partial(self._take_words, pairs)))

    def _take_words(self, pairs: list[tuple[Link, Identifier]], words: list[Word]) -> None:
        for (link, _identifier), word in zip(pairs, words, strict=True):
            if word.found is None:
                self._open_one(link, registry=False)
            else:
                self._checks.append(self._examiner.registry_look(link, word))

    # going on

    def _begin(self, job: _Job) -> None:
        self._jobs += 1
        self._advance(job, None)

    def _advance(self, job: _Job, answer: Answer | None) -> None:
        try:
            command = job.dialogue.send(answer)  # type: ignore[arg-type]
        except StopIteration as stop:
            self._jobs -= 1
            job.done(stop.value)
            return
        except Exception as error:
            if job.link is None:
                raise
            self._jobs -= 1
            self._checks.append(self._examiner.failed_look(job.link, error))
            return
        if type(command) is Pause:
            self._pause(job, command)
            return
        key = command.target.host
        host = self._hosts.get(key) or self._host(key)
        job.request, job.at = command, host
        host.waiting.append(job)
        if not host.queued and host.active < host.limit:
            self._push(host)

    def _pause(self, job: _Job, pause: Pause) -> None:
        until = time.monotonic() + pause.seconds
        if pause.host is not None:
            self._host(pause.host).hold(until)
        heappush(self._clock, (until, next(self._numbers), (job, until)))

    def _send(self, host: Host) -> None:
        job = host.waiting.popleft()
        host.begin()
        self._flying += 1
        self._transport.start(job.request, job)

    def _take(self, job: _Job, answer: Answer) -> None:
        self._flying -= 1
        host, request = job.at, job.request
        assert host is not None and request is not None  # noqa: S101, PT018 -- a job in the transport has both
        host.end(answer.waited)
        if self._settings.known_good:
            self._reach.note(answer, request.target)
        self._advance(job, answer)
        if not host.queued and host.active < host.limit:
            self._push(host)

    def _idle_time(self) -> float:
        if self._ready and self._flying < self._settings.concurrency:
            return 0.0
        if not self._clock:
            return 1.0
        return min(1.0, max(0.0, self._clock[0][0] - time.monotonic()))

    def _ring(self) -> None:
        """Wake what was to wait until now."""
        moment = time.monotonic()
        while self._clock and self._clock[0][0] <= moment:
            sleeper = heappop(self._clock)[2]
            if isinstance(sleeper, Host):
                sleeper.queued = False
                self._queue(sleeper)
            else:
                self._advance(sleeper[0], None)

    # concluding

    def _conclude(self, host: str, look: Check) -> None:
        self._checks += self._doubts.conclude(look, host)
        if self._doubts.waiting and not self._looking:
            self._looking = True
            self._begin(_Job(self._reach.look(), self._settle))

    def _settle(self, online: bool) -> None:
        self._looking = False
        self._checks += self._doubts.settle(online)


def _host_of(base: str) -> str:
    target = read_target(base)
    return target.host if isinstance(target, Target) else ""
