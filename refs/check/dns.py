"""The DNS stage: host names to judged addresses, many at a time, beside the transfers."""

import asyncio
import socket
import threading
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from refs.check.address import is_private_text
from refs.check.lookup import Lookup
from refs.model.link import Reason

if TYPE_CHECKING:
    import aiodns

    from refs.check.settings import Settings

# c-ares: ARES_ENODATA 1, ARES_ENOTFOUND 4, ARES_EBADNAME 8
_NO_NAME = {1: "the name has no address", 4: "no such name", 8: "no possible name"}


SERVERS = "NS:"


class Resolver:
    """Asks in a thread of its own; `wake` is readable when there are answers to collect."""

    def __init__(self, settings: "Settings") -> None:
        self._settings = settings
        self._answers: deque[Lookup] = deque()
        self._ear, self._bell = socket.socketpair()
        self._ear.setblocking(False)
        self._bell.setblocking(False)
        self.wake = self._ear.fileno()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="refs-dns", daemon=True)
        self._resolver: aiodns.DNSResolver | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread.start()

    def ask(self, name: str) -> None:
        """Look a name up; the answer comes by `collect`. ``NS:name`` asks for the name servers of its domain."""
        self._loop.call_soon_threadsafe(self._begin, name)

    def collect(self) -> list[Lookup]:
        """The answers that have come since the last time."""
        with suppress(BlockingIOError):
            self._ear.recv(65_536)
        found = []
        while self._answers:
            found.append(self._answers.popleft())
        return found

    def close(self) -> None:
        """End the thread."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._ear.close()
        self._bell.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        if self._resolver is not None:
            self._loop.run_until_complete(self._resolver.close())
        self._loop.close()

    def _begin(self, name: str) -> None:
        task = self._loop.create_task(self._look(name))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _look(self, name: str) -> None:
        found = await (self._servers(name) if name.startswith(SERVERS) else self._lookup(name))
        self._answers.append(found)
        with suppress(BlockingIOError):  # rung so often that it is heard anyway
            self._bell.send(b"1")

    async def _servers(self, name: str) -> Lookup:
        """The name servers of a domain, or of the next one above that has any."""
        import aiodns  # noqa: PLC0415 -- as below

        domain = name.removeprefix(SERVERS)
        while "." in domain:
            try:
                found = await self._open().query_dns(domain, "NS")
            except aiodns.error.DNSError:
                domain = domain.partition(".")[2]
                continue
            hosts = [str(getattr(row.data, "nsdname", "")) for row in found.answer]
            return Lookup(name, tuple(host.rstrip(".").lower() for host in hosts if host))
        return Lookup(name)

    def _open(self) -> "aiodns.DNSResolver":
        import aiodns  # noqa: PLC0415 -- as below

        if self._resolver is None:
            self._resolver = aiodns.DNSResolver(**self._options())
        return self._resolver

    async def _lookup(self, name: str) -> Lookup:
        import aiodns  # noqa: PLC0415 -- only a check that meets a host name needs it

        try:
            found = await self._open().getaddrinfo(name)
        except aiodns.error.DNSError as error:
            return _failed(name, error)
        return judge_addresses(
            name, [_text(node.addr[0]) for node in found.nodes], self._settings.allow_private
        )

    def _options(self) -> dict[str, Any]:
        options: dict[str, Any] = {"timeout": 3.0, "tries": 3}
        if self._settings.nameservers:
            options["servers"] = list(self._settings.nameservers)
        return options


def judge_addresses(name: str, addresses: list[str], allowed: frozenset[str]) -> Lookup:
    """The public ones of the addresses of a name; all of them when the person allows the name."""
    unique = tuple(dict.fromkeys(addresses))
    if not unique:
        return Lookup(name, reason=Reason.DNS_NO_NAME, detail="the name has no address")
    public = unique if name in allowed else tuple(each for each in unique if not is_private_text(each))
    if not public:
        return Lookup(name, reason=Reason.PRIVATE_ADDRESS, detail=f"{name} is {unique[0]}")
    return Lookup(name, public)


def _failed(name: str, error: Exception) -> Lookup:
    code = error.args[0] if error.args else None
    if code in _NO_NAME:
        return Lookup(name, reason=Reason.DNS_NO_NAME, detail=f"{name}: {_NO_NAME[code]}")
    words = error.args[1] if len(error.args) > 1 else "no answer"
    return Lookup(name, reason=Reason.DNS_NO_ANSWER, detail=f"{name}: {words}")


def _text(address: bytes | str) -> str:
    return address.decode("ascii") if isinstance(address, bytes) else address
