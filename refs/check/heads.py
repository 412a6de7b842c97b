"""Heads: HEAD requests to http:// on bare sockets, which cost a fraction of what a libcurl transfer costs.

Only what goes as usual is done here. A host that cannot be connected to, that breaks off, or that answers in anything
but well-formed HTTP/1 is left to libcurl from then on: the question is asked anew, and libcurl finds the words.
"""

import errno
import socket
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from refs.check.address import read_address
from refs.check.answer import ACCEPT, Answer, Request
from refs.check.header import is_whole, read_head
from refs.check.poller import READ, WRITE, Poller
from refs.model.link import Reason

if TYPE_CHECKING:
    from refs.check.settings import Settings

Token = Any
_LONGEST_TAIL = 4096
_REMEMBERED_HOSTS = 20_000
_SWEEP = 0.25  # seconds between two looks for what has taken too long


class Connection:
    """A socket to one host, and the question that is on it if there is one."""

    __slots__ = (
        "addresses",
        "began",
        "data",
        "host",
        "is_connecting",
        "is_reused",
        "request",
        "sent",
        "socket",
        "token",
    )

    def __init__(self, opened: socket.socket, host: str) -> None:
        self.socket, self.host = opened, host
        self.request: Request | None = None
        self.token: Token = None
        self.addresses: tuple[str, ...] = ()
        self.is_connecting, self.is_reused = True, False
        self.data = b""
        self.began = self.sent = 0.0


class Heads:
    """Asks and hears; `deliver` takes an answer, `resort` a question that is libcurl's after all."""

    def __init__(
        self,
        settings: "Settings",
        poller: Poller,
        deliver: Callable[[Token, Answer], None],
        resort: Callable[[Request, Token, tuple[str, ...]], None],
    ) -> None:
        self.connections: dict[int, Connection] = {}
        self._poller, self._deliver, self._resort = poller, deliver, resort
        self._idle: dict[str, list[Connection]] = {}
        self._odd: set[str] = set()
        self._most = 2 * settings.concurrency
        self._timeout, self._connect_timeout = settings.timeout, settings.connect_timeout
        self._next_sweep = 0.0
        self._agent = f"User-Agent: {settings.agent}\r\nAccept-Encoding: deflate, gzip, br\r\n"
        self._usual = f"{self._agent}{ACCEPT}\r\n\r\n"

    def takes(self, request: Request) -> bool:
        """Whether a question is one for bare sockets."""
        target = request.target
        return (
            request.method == "HEAD"
            and target.scheme == "http"
            and target.host not in self._odd
            and not request.plain
            and "@" not in target.url  # credentials are libcurl's to send
            and len(target.tail) <= _LONGEST_TAIL
        )

    def start(self, request: Request, token: Token, addresses: tuple[str, ...]) -> None:
        """Ask one of the addresses, which were judged; none are given where the name is an address itself."""
        host = request.target.host
        idle = self._idle.get(host)
        if idle:
            connection = idle.pop()
            if not idle:
                del self._idle[host]
        else:
            opened = self._open(request, addresses)
            if opened is None:
                self._give_up(request, token, addresses)
                return
            connection = opened
        connection.request, connection.token, connection.addresses = request, token, addresses
        connection.began = time.monotonic()
        if not connection.is_connecting:
            self._send(connection, request)

    def hear(self, connection: Connection) -> None:
        """Go on with a connection that is ready."""
        request = connection.request
        if request is None:  # kept, and closed by the other side
            self._drop_idle(connection)
        elif connection.is_connecting:
            self._go_on(connection, request)
        else:
            self._read(connection, request)

    def patience(self, seconds: float) -> float:
        """How long may be waited before the next `sweep`."""
        return min(seconds, _SWEEP) if self.connections else seconds

    def sweep(self) -> None:
        """Answer for what has taken too long."""
        moment = time.monotonic()
        if moment < self._next_sweep:
            return
        self._next_sweep = moment + _SWEEP
        for connection in list(self.connections.values()):
            most = self._connect_timeout if connection.is_connecting else self._timeout
            if connection.request is not None and moment - connection.began > most:
                self._time_out(connection, moment, most)

    def close(self) -> None:
        """Drop all connections."""
        for connection in self.connections.values():
            connection.socket.close()
        self.connections.clear()
        self._idle.clear()

    # asking

    def _open(self, request: Request, addresses: tuple[str, ...]) -> Connection | None:
        """A connection that is there or under way; None where it fails at once."""
        if len(self.connections) >= self._most:
            self._drop_oldest()
        target = request.target
        # a broken IPv6 would cost the time of a connection that is tried, and here only one address is
        address = next((each for each in addresses if ":" not in each), None) or (
            addresses[0] if addresses else str(read_address(target.name))
        )
        try:
            opened = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
        except OSError:
            return None
        opened.setblocking(False)
        code = opened.connect_ex((address, target.port))
        if code not in {0, errno.EINPROGRESS, errno.EWOULDBLOCK}:
            opened.close()
            return None
        connection = self.connections[opened.fileno()] = Connection(opened, target.host)
        connection.is_connecting = code != 0
        self._poller.note_opened()
        self._poller.set(opened.fileno(), WRITE if connection.is_connecting else READ)
        return connection

    def _go_on(self, connection: Connection, request: Request) -> None:
        if connection.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            self._fail(connection, request)
            return
        connection.is_connecting = False
        self._poller.set(connection.socket.fileno(), READ)
        self._send(connection, request)

    def _send(self, connection: Connection, request: Request) -> None:
        words = self._words(request)
        connection.sent = time.monotonic()
        try:
            is_sent = connection.socket.send(words) == len(words)
        except OSError:
            is_sent = False
        if not is_sent:
            self._lose(connection, request)

    def _words(self, request: Request) -> bytes:
        target = request.target
        rest = self._usual
        if request.headers or request.cookies:
            own = any(each.lower().startswith("accept:") for each in request.headers)
            cookies = (f"Cookie: {request.cookies}",) if request.cookies else ()
            lines = (*(() if own else (ACCEPT,)), *request.headers, *cookies)
            rest = "\r\n".join((f"{self._agent}{lines[0]}", *lines[1:], "", ""))
        return f"HEAD {target.tail} HTTP/1.1\r\nHost: {target.host.removesuffix(':80')}\r\n{rest}".encode()

    # hearing

    def _read(self, connection: Connection, request: Request) -> None:
        try:
            data = connection.socket.recv(65_536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose(connection, request)
            return
        if connection.data:
            data = connection.data + data
        if data[-4:] != b"\r\n\r\n" and not is_whole(data):
            connection.data = data
            return
        head = read_head(data)
        if head is None:
            self._fail(connection, request)
            return
        moment = time.monotonic()
        answer = Answer(
            head.status,
            head.headers,
            milliseconds=int((moment - connection.began) * 1000),
            waited=moment - connection.sent,
            cookies=head.cookies,
        )
        token = connection.token
        if head.is_last:
            self._drop(connection)
        else:
            self._keep(connection)
        self._deliver(token, answer)

    def _keep(self, connection: Connection) -> None:
        connection.request = connection.token = None
        connection.data = b""
        connection.is_reused = True
        idle = self._idle.get(connection.host)
        if idle is None:
            self._idle[connection.host] = [connection]
        else:
            idle.append(connection)

    # what goes wrong

    def _lose(self, connection: Connection, request: Request) -> None:
        """A kept connection may have been closed while we asked: then a new one is asked."""
        if not connection.is_reused or connection.data:
            self._fail(connection, request)
            return
        token, addresses = connection.token, connection.addresses
        self._drop(connection)
        self.start(request, token, addresses)

    def _fail(self, connection: Connection, request: Request) -> None:
        token, addresses = connection.token, connection.addresses
        self._drop(connection)
        self._give_up(request, token, addresses)

    def _give_up(self, request: Request, token: Token, addresses: tuple[str, ...]) -> None:
        self._note_odd(request.target.host)
        self._resort(request, token, addresses)

    def _note_odd(self, host: str) -> None:
        if len(self._odd) >= _REMEMBERED_HOSTS:
            self._odd.clear()
        self._odd.add(host)

    def _time_out(self, connection: Connection, moment: float, most: float) -> None:
        request, token = connection.request, connection.token
        assert request is not None  # noqa: S101 -- only what is asked can take too long
        words = "connection" if connection.is_connecting else "answer"
        answer = Answer(
            error=Reason.TIMEOUT,
            detail=f"no {words} within {most:g} seconds",
            milliseconds=int((moment - connection.began) * 1000),
            waited=moment - connection.began,
        )
        self._drop(connection)
        self._note_odd(request.target.host)
        self._deliver(token, answer)

    def _drop(self, connection: Connection) -> None:
        fd = connection.socket.fileno()
        del self.connections[fd]
        self._poller.drop(fd)
        connection.socket.close()

    def _drop_idle(self, connection: Connection) -> None:
        idle = self._idle[connection.host]
        idle.remove(connection)
        if not idle:
            del self._idle[connection.host]
        self._drop(connection)

    def _drop_oldest(self) -> None:
        idle = next(iter(self._idle.values()), None)
        if idle is not None:
            self._drop_idle(idle[0])
