"""Frontier: the links that are still to be looked at, in a queue for each host."""

from array import array
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Self

from refs.check.spool import Spool
from refs.model.link import Link

_IN_MEMORY = 30_000


class Frontier:
    """A queue per host: the numbers of its links, the next one last. `left` counts the links of all hosts."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self.spool = Spool(in_memory)
        self.left = 0
        self._queues: dict[str, array[int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.spool.close()

    def fill(self, links: Iterable[tuple[str, Link]]) -> None:
        """Take in pairs of a host and a link, in the order given."""
        queues, add = self._queues, self.spool.add
        number = 0
        for number, (host, link) in enumerate(links, 1):
            add(link)
            queue = queues.get(host)
            if queue is None:
                queue = queues[host] = array("I")
            queue.append(number - 1)
        for queue in queues.values():
            queue.reverse()
        self.left = number
        self.spool.finish()

    def hosts(self) -> list[str]:
        """The hosts, the largest first, since it bounds the time of all."""
        queues = self._queues
        return sorted(queues, key=lambda host: len(queues[host]), reverse=True)

    def count(self, host: str) -> int:
        """How many links of a host are left."""
        queue = self._queues.get(host)
        return 0 if queue is None else len(queue)

    def pop(self, host: str) -> Link | None:
        """The next link of a host, or None when there are no more."""
        queue = self._queues.get(host)
        if queue is None:
            return None
        self.left -= 1
        link = self.spool.read(queue.pop())
        if not queue:
            del self._queues[host]
        return link

    def part(self, hosts: Iterable[str]) -> "Frontier":
        """The frontier of some of the hosts, over the same links."""
        return self._with({host: self._queues[host] for host in hosts})

    def without(self, done: Callable[[Link], bool]) -> "Frontier":
        """The frontier of the links that are not done."""
        read = self.spool.read
        queues = {
            host: array("I", [number for number in queue if not done(read(number))])
            for host, queue in self._queues.items()
        }
        return self._with({host: queue for host, queue in queues.items() if queue})

    def _with(self, queues: dict[str, "array[int]"]) -> "Frontier":
        found = Frontier.__new__(Frontier)
        found.spool, found._queues = self.spool, queues  # noqa: SLF001 -- of our own kind
        found.left = sum(map(len, queues.values()))
        return found
