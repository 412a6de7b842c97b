"""Transport: how one answer is asked for; tests hand in another.

libcurl's multi interface is driven by its own sockets and timer (``socket_action``), not by ``select``. Redirects are
not followed here: each hop is a request of its own. The socket is opened only to an address that was judged.
"""

import socket
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import pycurl

from refs.check.address import is_private_text, read_address
from refs.check.answer import Answer, Request
from refs.check.certificate import find_certificates, read_certificate
from refs.check.failure import read_failure
from refs.check.header import read_headers
from refs.check.poller import open_poller
from refs.model.link import Reason

if TYPE_CHECKING:
    from refs.check.dns import Lookup, Resolver
    from refs.check.settings import Settings

Token = Any
_REMEMBERED_NAMES = 20_000
_ACCEPT = "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"


class Transport(Protocol):
    """Where requests go in and answers come out, in any order, each with the token of its request."""

    def start(self, request: Request, token: Token) -> None:
        """Ask; the answer comes by `wait`."""

    def wait(self, seconds: float) -> list[tuple[Token, Answer]]:
        """What has come, waiting at most so long for the first."""

    def close(self) -> None:
        """Drop what is under way."""


class CurlTransport:
    """libcurl on epoll, with the DNS stage before it."""

    def __init__(self, settings: "Settings") -> None:
        self._settings = settings
        self._gateway = settings.services.gateway
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
        self._multi.setopt(pycurl.M_TIMERFUNCTION, self._set_timer)
        self._multi.setopt(pycurl.M_MAXCONNECTS, settings.concurrency * 2)
        self._poller = open_poller()
        self._alarm: float | None = None
        self._idle: list[_Slot] = []
        self._busy: set[_Slot] = set()
        self._slots: dict[pycurl.Curl, _Slot] = {}
        self._ready: deque[tuple[Token, Answer]] = deque()
        self._names: dict[str, Lookup] = {}
        self._asked: dict[str, list[tuple[Request, Token]]] = {}
        self._resolver: Resolver | None = None

    def start(self, request: Request, token: Token) -> None:
        """Ask, after the host's address is known and judged."""
        if self._gateway is not None:
            return self._send(request, token, ())
        name = request.target.name
        if (name[-1].isdigit() or ":" in name or name[:2] == "0x") and read_address(name) is not None:
            return self._start_at(request, token, name)
        known = self._names.get(name)
        if known is not None:
            return self._start_known(request, token, known)
        return self._look_up(name, request, token)

    def wait(self, seconds: float) -> list[tuple[Token, Answer]]:
        """The answers that have come."""
        if not self._ready:
            self._turn(seconds)
        found = list(self._ready)
        self._ready.clear()
        return found

    def close(self) -> None:
        """Drop transfers, sockets and the DNS thread."""
        for slot in self._busy:
            self._multi.remove_handle(slot.curl)
        self._multi.close()
        for slot in (*self._busy, *self._idle):
            slot.close_copies()
            slot.curl.close()
        self._poller.close()
        if self._resolver is not None:
            self._resolver.close()

    def _start_at(self, request: Request, token: Token, name: str) -> None:
        if name not in self._settings.allow_private and is_private_text(name):
            detail = f"{name} is {read_address(name)}"
            self._ready.append((token, Answer(error=Reason.PRIVATE_ADDRESS, detail=detail)))
            return
        self._send(request, token, ())

    def _look_up(self, name: str, request: Request, token: Token) -> None:
        waiting = self._asked.setdefault(name, [])
        waiting.append((request, token))
        if len(waiting) > 1:
            return
        if self._resolver is None:
            from refs.check.dns import Resolver  # noqa: PLC0415 -- literal addresses need no asyncio

            self._resolver = Resolver(self._settings)
            self._poller.set(self._resolver.wake, 1)
        self._resolver.ask(name)

    def _take_names(self) -> None:
        for lookup in self._resolver.collect() if self._resolver else ():
            if len(self._names) >= _REMEMBERED_NAMES:
                self._names.clear()
            self._names[lookup.name] = lookup
            for request, token in self._asked.pop(lookup.name, ()):
                self._start_known(request, token, lookup)

    def _start_known(self, request: Request, token: Token, lookup: "Lookup") -> None:
        if lookup.reason is None:
            self._send(request, token, lookup.addresses)
            return
        if lookup.reason is Reason.DNS_NO_ANSWER:
            self._names.pop(lookup.name, None)
        self._ready.append((token, Answer(error=lookup.reason, detail=lookup.detail)))

    def _send(self, request: Request, token: Token, addresses: tuple[str, ...]) -> None:
        slot = self._idle.pop() if self._idle else self._new_slot()
        slot.prepare(request, token, addresses)
        self._busy.add(slot)
        self._multi.add_handle(slot.curl)

    def _new_slot(self) -> "_Slot":
        slot = _Slot(self._settings, self._poller.note_opened)
        self._slots[slot.curl] = slot
        return slot

    def _turn(self, seconds: float) -> None:
        wake = self._resolver.wake if self._resolver else -1
        for fd, ready in self._poller.wait(self._patience(seconds)):
            if fd == wake:
                self._take_names()
            else:
                self._multi.socket_action(fd, ready)
        if self._alarm is not None and self._alarm <= time.monotonic():
            self._alarm = None
            self._multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)
        self._collect()

    def _patience(self, seconds: float) -> float:
        if self._alarm is None:
            return seconds
        return max(0.0, min(seconds, self._alarm - time.monotonic()))

    def _collect(self) -> None:
        more = 1
        while more:
            more, good, bad = self._multi.info_read(1024)
            for curl in good:
                self._finish(curl, 0, "")
            for curl, code, words in bad:
                self._finish(curl, code, words)

    def _finish(self, curl: pycurl.Curl, code: int, words: str) -> None:
        self._multi.remove_handle(curl)
        slot = self._slots[curl]
        self._busy.discard(slot)
        self._ready.append((slot.token, slot.answer(code, words)))
        slot.token = None
        self._idle.append(slot)

    def _watch(self, what: int, fd: int, _multi: object, _data: object) -> None:
        if what == pycurl.POLL_REMOVE:
            self._poller.drop(fd)
        else:
            self._poller.set(fd, what)

    def _set_timer(self, milliseconds: int) -> None:
        self._alarm = None if milliseconds < 0 else time.monotonic() + milliseconds / 1000


class _Slot:
    """One reusable libcurl handle with what it gathers."""

    __slots__ = (
        "_gateway",
        "_headers",
        "_opened",
        "_plain",
        "_settings",
        "_sockets",
        "_verb",
        "body",
        "curl",
        "limit",
        "lines",
        "private",
        "refused",
        "request",
        "size",
        "token",
    )

    def __init__(self, settings: "Settings", opened: Callable[[], None]) -> None:
        self._settings, self._opened = settings, opened
        self._gateway = settings.services.gateway
        self.curl = pycurl.Curl()
        self.token: Token = None
        self.lines: list[bytes] = []
        self.body: list[bytes] = []
        self._headers: tuple[str, ...] = ()
        self._sockets: list[socket.socket] = []
        self._verb = "GET"
        self._plain = False
        self._set_up()

    def _set_up(self) -> None:
        curl, settings = self.curl, self._settings
        curl.setopt(pycurl.NOSIGNAL, 1)
        curl.setopt(pycurl.USERAGENT, settings.agent)
        curl.setopt(pycurl.FOLLOWLOCATION, 0)
        curl.setopt(pycurl.ACCEPT_ENCODING, "")
        curl.setopt(pycurl.CONNECTTIMEOUT_MS, int(settings.connect_timeout * 1000))
        curl.setopt(pycurl.TIMEOUT_MS, int(settings.timeout * 1000))
        curl.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS | pycurl.PROTO_FTP)
        curl.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS)
        curl.setopt(pycurl.PROXY, "")
        curl.setopt(pycurl.NETRC, pycurl.NETRC_IGNORED)
        curl.setopt(pycurl.OPENSOCKETFUNCTION, self._open_socket)
        curl.setopt(pycurl.HEADERFUNCTION, self.lines.append)
        curl.setopt(pycurl.WRITEFUNCTION, self._write)
        curl.setopt(pycurl.HTTPHEADER, [_ACCEPT])
        curl.setopt(pycurl.CAINFO, settings.certificates or find_certificates())
        curl.setopt(pycurl.OPT_CERTINFO, 1)

    def prepare(self, request: Request, token: Token, addresses: tuple[str, ...]) -> None:
        """Point the handle at a request."""
        curl, target = self.curl, request.target
        self.request, self.token, self.limit, self.size, self.refused = request, token, request.limit, 0, ""
        self.private = self._gateway is not None or target.name in self._settings.allow_private
        self.lines.clear()
        self.body.clear()
        self._set_verb(request.method)
        if request.data is not None:
            curl.setopt(pycurl.POSTFIELDS, request.data)
        self._set_headers(request)
        if request.plain != self._plain:
            self._plain = request.plain
            curl.setopt(
                pycurl.HTTP_VERSION,
                pycurl.CURL_HTTP_VERSION_1_1 if self._plain else pycurl.CURL_HTTP_VERSION_2TLS,
            )
        if addresses:
            places = ",".join(f"[{each}]" if ":" in each else each for each in addresses)
            curl.setopt(pycurl.RESOLVE, [f"+{target.host}:{places}"])
        curl.setopt(pycurl.URL, target.url if self._gateway is None else self._gateway + target.tail)

    def _set_verb(self, verb: str) -> None:
        if verb == self._verb:
            return
        self._verb = verb
        if verb == "HEAD":
            self.curl.setopt(pycurl.NOBODY, 1)
        elif verb == "POST":
            self.curl.setopt(pycurl.NOBODY, 0)
            self.curl.setopt(pycurl.POST, 1)
        else:
            self.curl.setopt(pycurl.NOBODY, 0)
            self.curl.setopt(pycurl.HTTPGET, 1)

    def _set_headers(self, request: Request) -> None:
        headers = request.headers
        if request.cookies:
            headers = (*headers, f"Cookie: {request.cookies}")
        if self._gateway is not None:
            headers = (*headers, *_gateway_headers(request))
        if headers == self._headers:
            return
        self._headers = headers
        own = any(each.lower().startswith("accept:") for each in headers)
        self.curl.setopt(pycurl.HTTPHEADER, list(headers) if own else [_ACCEPT, *headers])

    def _write(self, data: bytes) -> int | None:
        room = self.limit - self.size
        self.size += len(data)
        self.body.append(data[:room])
        return None if len(data) <= room else -1

    def _open_socket(
        self, _purpose: int, address: tuple[int, int, int, tuple[str, int]]
    ) -> socket.socket | int:
        family, kind, protocol, place = address
        if not self.private and is_private_text(_words(place[0])):
            self.refused = _words(place[0])
            return pycurl.SOCKET_BAD
        self._opened()
        opened = socket.socket(family, kind, protocol)
        self._sockets.append(opened)  # libcurl gets a copy of the descriptor; ours is closed afterwards
        return opened

    def close_copies(self) -> None:
        """Close our copies of the sockets that libcurl has taken over."""
        while self._sockets:
            self._sockets.pop().close()

    def answer(self, code: int, words: str) -> Answer:
        """What the handle has gathered."""
        curl = self.curl
        self.close_copies()
        headers, cookies = read_headers(self.lines)
        found = Answer(
            curl.getinfo(pycurl.RESPONSE_CODE),
            headers,
            b"".join(self.body),
            self.size > self.limit,
            milliseconds=int(curl.getinfo(pycurl.TOTAL_TIME) * 1000),
            cookies=cookies,
        )
        if self.request.target.scheme == "https" and self._gateway is None:
            found.certificate_expiry = read_certificate(curl.getinfo(pycurl.INFO_CERTINFO))
        if code and not (code == pycurl.E_WRITE_ERROR and found.cut):
            self._fail(found, code, words)
        return found

    def _fail(self, found: Answer, code: int, words: str) -> None:
        if self.refused:
            found.error, found.detail = (
                Reason.PRIVATE_ADDRESS,
                f"{self.request.target.name} is {self.refused}",
            )
            return
        verify = self.curl.getinfo(pycurl.SSL_VERIFYRESULT)
        found.error, found.detail = read_failure(code, words, self.curl.getinfo(pycurl.OS_ERRNO), verify)


def _gateway_headers(request: Request) -> tuple[str, str]:
    target = request.target
    usual = target.host.endswith((":443", ":80"))
    return (
        f"Host: {target.host.rpartition(':')[0] if usual else target.host}",
        f"X-Forwarded-Proto: {target.scheme}",
    )


def _words(address: str | bytes) -> str:
    return address.decode("ascii", "replace") if isinstance(address, bytes) else address
