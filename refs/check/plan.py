"""Plan: what a check will cost, before it starts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import chain, islice

from refs.check.settings import Settings
from refs.check.target import Target, host_of, read_target
from refs.model.link import Link

_REQUESTS_PER_LINK = 1.3
_RATE = 2_000.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Links, hosts and requests; `seconds` is a lower bound, set by the host named or by the machines."""

    links: int
    hosts: int
    requests: int
    seconds: float
    slowest: str
    slowest_links: int
    machines: int = 1

    def __str__(self) -> str:
        bound = f"at least {_words(self.seconds)}"
        by = (
            f"since {self.slowest} has {self.slowest_links:,} links"
            if self.slowest
            else "by the rate of the machines"
        )
        return (
            f"{self.links:,} links on {self.hosts:,} hosts, about {self.requests:,} requests, {bound}, {by}."
        )


def make_plan(links: Iterable[Link], settings: Settings, machines: int = 1, rate: float = _RATE) -> Plan:
    """The plan for links on so many machines, each of which can ask `rate` times a second.

    No host can be done sooner than its links times its delay, however many machines there are.
    """
    counts = Counter(_host(link.url) for link in links)
    counts.pop("", None)
    total = counts.total()
    requests = round(total * _REQUESTS_PER_LINK)
    slowest, most = max(
        ((host, _seconds(host, count, settings)) for host, count in counts.items()),
        key=lambda each: each[1],
        default=("", 0.0),
    )
    machine_time = requests / (rate * max(1, machines))
    if machine_time >= most:
        return Plan(total, len(counts), requests, machine_time, "", 0, machines)
    return Plan(total, len(counts), requests, most, slowest.rpartition(":")[0], counts[slowest], machines)


class Bonds:
    """Hosts that links bring together, so that one process has to ask all of them."""

    def __init__(self) -> None:
        self._home: dict[str, str] = {}

    def join(self, first: str, *others: str) -> str:
        """Bring hosts together; the first of them."""
        for other in others:
            place, joined = self.find(first), self.find(other)
            if joined != place:
                self._home[joined] = place
        return first

    def find(self, host: str) -> str:
        """The host that stands for all that it was brought together with."""
        home = self._home
        while (parent := home.get(host)) is not None:
            host = parent
        return host

    def groups(self, hosts: Iterable[str]) -> dict[str, list[str]]:
        """The hosts, in lists of those that belong together."""
        groups: dict[str, list[str]] = {}
        for host in hosts:
            groups.setdefault(self.find(host), []).append(host)
        return groups


def spread(sizes: Mapping[str, int], count: int) -> list[list[str]]:
    """The names in so many lists of about one size: each goes to the emptiest, the largest first."""
    lists: list[list[str]] = [[] for _number in range(max(1, count))]
    heap = [(0, number) for number in range(len(lists))]
    for name in sorted(sizes, key=sizes.__getitem__, reverse=True):
        size, number = heappop(heap)
        lists[number].append(name)
        heappush(heap, (size + sizes[name], number))
    return [names for names in lists if names]


def shard(
    links: Iterable[Link], count: int, hosts: Callable[[Link], tuple[str, ...]] | None = None
) -> list[list[Link]]:
    """The links in so many shards of about one size; the links of a host are always in one, in their order.

    `hosts` tells the hosts that a link may lead to, where there are more than that of its URL; hosts that a link
    brings together stay together. Within a shard hosts take turns, so that any part of it keeps many of them busy.
    """
    groups = _group(links, hosts or (lambda link: (_host(link.url),)))
    sizes = {name: len(group) for name, group in groups.items()}
    return [list(_in_turns([groups[name] for name in names])) for names in spread(sizes, count)]


def _group(links: Iterable[Link], hosts: Callable[[Link], tuple[str, ...]]) -> dict[str, list[Link]]:
    """The links by host; those of hosts that a link brings together as one."""
    bonds = Bonds()
    of_host: dict[str, list[Link]] = {}
    for link in links:
        of_host.setdefault(bonds.join(*hosts(link)), []).append(link)
    return {
        name: list(chain.from_iterable(of_host[host] for host in group))
        for name, group in bonds.groups(of_host).items()
    }


def parts_of(links: Iterable[Link], size: int) -> Iterable[list[Link]]:
    """The links in consecutive parts."""
    rest = iter(links)
    while part := list(islice(rest, size)):
        yield part


def _in_turns(groups: list[list[Link]]) -> Iterator[Link]:
    """The links of some hosts spread evenly, so that each host ends with the last part and not before."""
    places = (
        (place / len(group), number, link)
        for number, group in enumerate(groups)
        for place, link in enumerate(group)
    )
    return (link for _place, _number, link in sorted(places, key=lambda each: each[:2]))


def _seconds(host: str, count: int, settings: Settings) -> float:
    return settings.rule(host).delay * count


def _host(url: str) -> str:
    if found := host_of(url):
        return found[0]
    target = read_target(url)
    return target.host if isinstance(target, Target) else ""


def _words(seconds: float) -> str:
    for size, name in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.1f} {name}"
    return f"{seconds:.0f} seconds"
