"""The same loop in several processes of this machine, so that all its cores work.

Hosts are never split between processes, so each is asked as politely as by one. A process hands its checks on a few
at a time; when it is lost, another one does what was not handed on.
"""

import os
import pickle
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from queue import Empty, Queue
from subprocess import PIPE, Popen
from threading import Thread

from refs.check.checker import Checker, no_history
from refs.check.examine import History
from refs.check.plan import parts_of, shard
from refs.check.registry.ask import asked_hosts
from refs.check.settings import Settings
from refs.check.worker import Row
from refs.errors import RefsError
from refs.model.link import Check, Link

_PART = 1_000
_TRIES = 5
_LEAST_IN_FLIGHT = 32
_START = "import sys; sys.path[:] = {path!r}; from refs.check.worker import work; work()"

Heard = Queue[tuple["_Process", list[Row] | None]]


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
    """A check for each link, made by so many processes; `history` and the clock of `settings` go to each, pickled."""
    settings = settings or Settings()
    if processes < 2:
        yield from Checker(None, settings).check(links, history)
        return
    share = max(_LEAST_IN_FLIGHT, settings.concurrency // processes)
    team = _Team(replace(settings, concurrency=share), history)
    try:
        team.call(processes)  # they come while the links are shared out
        yield from team.run(shard(links, processes, partial(asked_hosts, settings=settings), in_turns=False))
    finally:
        team.stop()


class _Process:
    """One process: the links it was given, and the hashes of the URLs whose checks it has handed on."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.turn = 0
        self.told = array("q")
        self.popen = Popen(  # noqa: S603 -- this very Python
            [sys.executable, "-c", _START.format(path=sys.path)], stdin=PIPE, stdout=PIPE
        )

    def give(self, links: list[Link], turn: int) -> None:
        """Note what it is to do, and for which time that is tried."""
        self.links, self.turn = links, turn

    @property
    def left(self) -> list[Link]:
        """The links whose checks were not handed on."""
        told, left = Counter(self.told), []
        for link in self.links:
            number = hash(link.url)
            if told[number]:
                told[number] -= 1
            else:
                left.append(link)
        return left

    def talk(self, greeting: bytes, heard: Heard) -> None:
        """Hand the links over, then pass on what is heard; the end is None."""
        try:
            self._tell(greeting)
            while rows := pickle.load(self.popen.stdout):  # type: ignore[arg-type]  # noqa: S301 -- our own words
                heard.put((self, rows))
        except (OSError, EOFError, pickle.UnpicklingError):
            self.popen.kill()
        heard.put((self, None))

    def _tell(self, greeting: bytes) -> None:
        with self.popen.stdin as pipe:  # type: ignore[union-attr]
            pipe.write(greeting)
            for part in parts_of(self.links, _PART):
                pickle.dump([(link.url, link.identifier) for link in part], pipe)
            pickle.dump(None, pipe)

    def close(self) -> None:
        """Wait for its end, which is near, and give its pipes back."""
        for pipe in (self.popen.stdin, self.popen.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self.popen.wait()

    def take(self, rows: list[Row]) -> Iterator[Check]:
        """The checks that were handed on."""
        for row in rows:
            self.told.append(hash(row[0]))
            yield Check(*row)


class _Team:
    """The processes of one check."""

    def __init__(self, settings: Settings, history: History) -> None:
        self._first = pickle.dumps((settings, history))
        # the process before may have asked the same hosts a moment ago
        self._again = pickle.dumps((replace(settings, begin_gently=True), history))
        self._idle: list[_Process] = []
        self._at_work: dict[_Process, Thread] = {}
        self._heard: Heard = Queue()

    def call(self, count: int) -> None:
        """Start so many processes, which then wait for their links."""
        self._idle += [_Process() for _number in range(count)]

    def run(self, shards: list[list[Link]]) -> Iterator[Check]:
        """The checks of all shards, each shard in a process of its own."""
        self._heard = Queue(4 * max(1, len(shards)))
        for links in shards:
            self._start(links, 0)
        while self._at_work:
            process, rows = self._heard.get()
            if rows is None:
                self._part_with(process)
            else:
                yield from process.take(rows)

    def stop(self) -> None:
        """End the processes that are still there."""
        for process in (*self._at_work, *self._idle):
            process.popen.kill()
        for thread in self._at_work.values():
            while thread.is_alive():
                self._drop_one()
        for process in (*self._at_work, *self._idle):
            process.close()
        self._at_work.clear()
        self._idle.clear()

    def _start(self, links: list[Link], turn: int) -> None:
        process = self._idle.pop() if self._idle else _Process()
        process.give(links, turn)
        greeting = self._again if turn else self._first
        thread = Thread(target=process.talk, args=(greeting, self._heard), daemon=True)
        self._at_work[process] = thread
        thread.start()

    def _part_with(self, process: _Process) -> None:
        self._at_work.pop(process).join()
        process.close()
        if len(process.told) == len(process.links):
            return
        left = process.left
        if process.turn + 1 >= _TRIES:
            raise ProcessesLost(len(left))
        self._start(left, process.turn + 1)

    def _drop_one(self) -> None:
        try:
            self._heard.get(timeout=0.05)
        except Empty:
            return
