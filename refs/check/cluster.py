"""The same loop on many machines, through Dask ``distributed`` (``pip install refs[cluster]``).

Shards hold whole hosts, so that no host is asked from two machines. A shard is done in parts, one after the other:
the checks of a part come back when it is done, so a worker that is lost costs its part and repeats only that.
"""

import socket
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from refs.check.checker import Checker
from refs.check.history import History, no_history
from refs.check.plan import parts_of, shard
from refs.check.registry.ask import asked_hosts
from refs.check.settings import Settings
from refs.errors import RefsError
from refs.model.link import Check, Link

if TYPE_CHECKING:
    from distributed import Client

PART = 1_000
_TRIES = 5

Past = dict[str, Sequence[Check]]


class NoCluster(RefsError):
    """The cluster cannot be used."""

    def __init__(self, address: str, trouble: str) -> None:
        super().__init__(
            f"The cluster {address} cannot be used: {trouble}. Try --cluster local, or check the scheduler's address."
        )
        self.address = address


def check_on(
    address: str,
    links: Iterable[Link],
    history: History = no_history,
    settings: Settings | None = None,
    *,
    part: int = PART,
) -> Iterator[Check]:
    """A check for each link, made by the workers of a cluster (``tcp://host:8786``, ``local`` or ``local:4``)."""
    with open_cluster(address) as client:
        yield from check_with(client, links, history, settings or Settings(), part=part)


def check_with(
    client: "Client", links: Iterable[Link], history: History, settings: Settings, *, part: int = PART
) -> Iterator[Check]:
    """The same with a client that is open already."""
    from distributed import as_completed  # noqa: PLC0415 -- an extra, and heavy

    hosts = partial(asked_hosts, settings=settings)
    shards = [deque(parts_of(each, part)) for each in shard(links, _count_threads(client), hosts)]
    running: dict[Any, tuple[deque[list[Link]], list[Link], int]] = {}
    finished = as_completed()

    def submit(queue: deque[list[Link]], chosen: list[Link], turn: int) -> None:
        past = {link.url: checks for link in chosen if (checks := tuple(history(link.url)))}
        # the turn is part of the key, so that a part that failed is not answered from the scheduler's memory
        future = client.submit(
            check_part, chosen, past, settings, pure=False, key=f"refs-{id(queue)}-{len(queue)}-{turn}"
        )
        running[future] = (queue, chosen, turn)
        finished.add(future)

    for queue in shards:
        submit(queue, queue.popleft(), 0)
    for future in finished:
        queue, chosen, turn = running.pop(future)
        if future.status != "finished":
            if turn + 1 >= _TRIES:
                raise NoCluster(
                    client.scheduler.address, f"a part of {len(chosen)} links was lost {_TRIES} times"
                )
            submit(queue, chosen, turn + 1)
            continue
        checks = future.result()
        future.release()
        if queue:
            submit(queue, queue.popleft(), 0)
        yield from checks


def _count_threads(client: "Client") -> int:
    """How many parts can run at once."""
    threads: int = sum(client.nthreads().values())
    return max(1, threads)


def check_part(links: list[Link], past: Past, settings: Settings) -> list[Check]:
    """What a worker does: the ordinary loop over some links."""
    # the part before may have asked the same hosts a moment ago
    settings = replace(settings, machine=settings.machine or socket.gethostname(), begin_gently=True)
    return list(Checker(None, settings).check(links, lambda url: past.get(url, ())))


@contextmanager
def open_cluster(address: str) -> Iterator["Client"]:
    """A client of the cluster at an address; ``local`` starts one of processes here."""
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 -- an extra, and heavy
    except ImportError as error:
        raise NoCluster(address, "distributed is not installed (pip install 'refs[cluster]')") from error
    kind, _, number = address.partition(":")
    if kind != "local":
        try:
            client = Client(address, timeout=10)
        except (OSError, ValueError) as error:
            raise NoCluster(address, str(error)) from error
        with client:
            yield client
        return
    workers = int(number) if number.isdecimal() and int(number) else 4
    with (
        LocalCluster(
            n_workers=workers, threads_per_worker=2, dashboard_address=None, processes=True
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client
