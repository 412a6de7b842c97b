"""The same loop in several processes of this machine, so that all its cores work.

Hosts are never split between processes, so each is asked as politely as by one. A process hands its checks on a few
at a time; when it is lost, another one does what was not handed on. The links lie in one file that all of them read.
"""

import os
import pickle
import signal
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from queue import Empty, Queue
from subprocess import PIPE, Popen
from threading import Thread
from typing import Any

from refs.check.frontier import Frontier
from refs.check.history import History, no_history
from refs.check.plan import Bonds, spread
from refs.check.registry.ask import asked_hosts
from refs.check.settings import Settings
from refs.errors import RefsError
from refs.garbage import fewer_collections
from refs.model.link import Check, Link

_TRIES = 5
_LEAST_IN_FLIGHT = 32
# nothing that is imported is garbage
_START = "import gc, sys; gc.disable(); sys.path[:] = {path!r}; from refs.check.worker import work; work()"

Row = tuple[Any, ...]
Heard = Queue[tuple["_Part", list[Row] | None]]


class ProcessesLost(RefsError):
    """Processes that check were lost again and again."""

    def __init__(self, links: int) -> None:
        super().__init__(
            f"The process that checked {links:,} links was lost {_TRIES} times. Try --processes 1, which shows why."
        )
        self.links = links


def count_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def check_in(
    processes: int, links: Iterable[Link], history: History = no_history, settings: Settings | None = None
) -> Iterator[Check]:
    """A check for each link, made by so many processes; `history` and the clock of `settings` go to each, pickled.

    One process does it where the system cannot copy processes.
    """
    settings = settings or Settings()
    if processes < 2 or not hasattr(os, "fork"):
        from refs.check.checker import Checker  # noqa: PLC0415 -- the caller of several only writes

        yield from Checker(None, settings).check(links, history)
        return
    share = max(_LEAST_IN_FLIGHT, settings.concurrency // processes)
    with Frontier(in_memory=0) as frontier:
        team = _Team(replace(settings, concurrency=share), history, frontier.spool.fileno())
        try:
            team.call(processes)  # they come while the links are shared out
            parts = _share_out(frontier, links, settings, processes)
            with fewer_collections():
                yield from team.run(parts)
        finally:
            team.stop()


def _share_out(frontier: Frontier, links: Iterable[Link], settings: Settings, count: int) -> list[Frontier]:
    """The links, in parts of about one size."""
    bonds = Bonds()
    frontier.fill((bonds.join(*asked_hosts(link, settings)), link) for link in links)
    groups = bonds.groups(frontier.hosts())
    sizes = {name: sum(map(frontier.count, hosts)) for name, hosts in groups.items()}
    return [frontier.part(host for name in names for host in groups[name]) for names in spread(sizes, count)]


class _Part:
    """A part of the links, and the hashes of the URLs whose checks were handed on."""

    def __init__(self, frontier: Frontier, turn: int) -> None:
        self.frontier, self.turn = frontier, turn
        self.told = array("q")
        self.is_done = False

    def listen(self, pipe: int, heard: Heard) -> None:
        """Pass on what a process says; the end is None."""
        with os.fdopen(pipe, "rb") as words, suppress(EOFError, pickle.UnpicklingError):
            while rows := pickle.load(words):  # noqa: S301 -- our own words
                heard.put((self, rows))
            self.is_done = True
        heard.put((self, None))

    def take(self, rows: list[Row]) -> Iterator[Check]:
        """The checks that were handed on."""
        for row in rows:
            self.told.append(hash(row[0]))
            yield Check(*row)

    def rest(self) -> Frontier:
        """The links whose checks were not handed on."""
        told = Counter(self.told)

        def is_told(link: Link) -> bool:
            number = hash(link.url)
            told[number] -= 1
            return told[number] >= 0

        return self.frontier.without(is_told)


class _Group:
    """A process that copies itself to do several parts, and our ends of the pipes that their checks come by."""

    def __init__(self, count: int, file: int) -> None:
        pipes = [os.pipe() for _number in range(count)]
        self.ears, self._mouths = [ear for ear, _mouth in pipes], [mouth for _ear, mouth in pipes]
        self._popen = Popen(  # noqa: S603 -- this very Python
            [sys.executable, "-S", "-c", _START.format(path=sys.path)],
            stdin=PIPE,
            pass_fds=(file, *self._mouths),
            process_group=0,
        )
        for mouth in self._mouths:
            os.close(mouth)

    def begin(self, frontiers: list[Frontier], settings: Settings, history: History) -> None:
        """Hand the parts over; there may be fewer of them than pipes."""
        parts = list(zip(self._mouths, frontiers, strict=False))
        with suppress(BrokenPipeError), self._popen.stdin as pipe:  # type: ignore[union-attr]
            pickle.dump((settings, history, parts), pipe)

    def kill(self) -> None:
        """End it and its copies."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._popen.pid, signal.SIGKILL)

    def close(self) -> None:
        """Wait for its end, which is near, and give its pipe back."""
        with suppress(OSError):
            self._popen.stdin.close()  # type: ignore[union-attr]
        self._popen.wait()


class _Team:
    """The processes of one check."""

    def __init__(self, settings: Settings, history: History, file: int) -> None:
        self._settings, self._history, self._file = settings, history, file
        self._groups: list[_Group] = []
        self._at_work: dict[_Part, Thread] = {}
        self._heard: Heard = Queue()
        self._is_done = False

    def call(self, count: int) -> None:
        """Start so many processes, which then wait for their parts."""
        self._groups.append(_Group(count, self._file))

    def run(self, frontiers: list[Frontier]) -> Iterator[Check]:
        """The checks of all parts, each made by a process of its own."""
        if not frontiers:
            return
        self._heard = Queue(4 * max(1, len(frontiers)))
        self._begin([_Part(frontier, 0) for frontier in frontiers], self._settings)
        while self._at_work:
            part, rows = self._heard.get()
            if rows is None:
                self._part_with(part)
            else:
                yield from part.take(rows)
        self._is_done = True

    def stop(self) -> None:
        """End the processes that are still there."""
        if not self._is_done:
            for group in self._groups:
                group.kill()
        for thread in self._at_work.values():
            while thread.is_alive():
                self._drop_one()
        for group in self._groups:
            group.close()
        self._at_work.clear()
        self._groups.clear()

    def _begin(self, parts: list[_Part], settings: Settings) -> None:
        group = self._groups[-1]
        for part, ear in zip(parts, group.ears, strict=False):
            thread = Thread(target=part.listen, args=(ear, self._heard), daemon=True)
            self._at_work[part] = thread
            thread.start()
        for ear in group.ears[len(parts) :]:
            os.close(ear)
        group.begin([part.frontier for part in parts], settings, self._history)

    def _part_with(self, part: _Part) -> None:
        self._at_work.pop(part).join()
        if part.is_done:
            return
        rest = part.rest()
        if not rest.left:
            return
        if part.turn + 1 >= _TRIES:
            raise ProcessesLost(rest.left)
        self.call(1)
        # the process before may have asked the same hosts a moment ago
        self._begin([_Part(rest, part.turn + 1)], replace(self._settings, begin_gently=True))

    def _drop_one(self) -> None:
        try:
            self._heard.get(timeout=0.05)
        except Empty:
            return
