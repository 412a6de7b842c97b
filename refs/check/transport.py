"""Transport: how one answer is asked for; tests hand in another.

libcurl's multi interface is driven by its own sockets and timer (``socket_action``), not by ``select``. Redirects are
not followed here: each hop is a request of its own. The socket is opened only to an address that was judged.
"""

import time
from typing import TYPE_CHECKING, Any, Protocol

import pycurl

from refs.check.address import is_private_text, read_address
from refs.check.answer import Answer, Request
from refs.check.handle import Handle
from refs.check.heads import Heads
from refs.check.lookup import Lookup
from refs.check.poller import READ, open_poller
from refs.model.link import Reason

if TYPE_CHECKING:
    from refs.check.dns import Resolver
    from refs.check.settings import Settings

Token = Any
_REMEMBERED_NAMES = 20_000
_SWEEPERS = 64  # one handle in so many


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
        self._poller = open_poller()
        self._multi = pycurl.CurlMulti()
        self._add_handle, self._remove_handle = self._multi.add_handle, self._multi.remove_handle
        self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._poller.heed)
        self._multi.setopt(pycurl.M_TIMERFUNCTION, self._set_timer)
        self._multi.setopt(pycurl.M_MAXCONNECTS, settings.concurrency * 2)
        self._alarm: float | None = None
        self._idle: list[Handle] = []
        self._slots: dict[pycurl.Curl, Handle] = {}
        self._ready: list[tuple[Token, Answer]] = []
        self._names: dict[str, Lookup] = {}
        self._expiries: dict[str, str] = {}
        self._asked: dict[str, list[tuple[Request, Token]]] = {}
        self._resolver: Resolver | None = None
        self._heads = Heads(settings, self._poller, self._deliver, self._transfer)

    def start(self, request: Request, token: Token) -> None:
        """Ask, after the host's address is known and judged. The method NS asks DNS for the name servers."""
        if request.method == "NS":
            return self._ask_servers(request, token)
        if self._gateway is not None:
            return self._transfer(request, token, ())
        name = request.target.name
        known = self._names.get(name) or self._note_literal(name)
        if known is None:
            return self._look_up(name, request, token)
        if known.reason is not None:
            return self._start_known(request, token, known)
        return self._send(request, token, known.addresses)

    def wait(self, seconds: float) -> list[tuple[Token, Answer]]:
        """The answers that have come."""
        if not self._ready:
            self._turn(seconds)
        found, self._ready = self._ready, []
        return found

    def close(self) -> None:
        """Drop transfers, sockets and the DNS thread."""
        for slot in set(self._slots.values()).difference(self._idle):
            self._multi.remove_handle(slot.curl)
        self._multi.close()
        for slot in self._slots.values():
            slot.close_copies()
            slot.curl.close()
        self._heads.close()
        self._poller.close()
        if self._resolver is not None:
            self._resolver.close()

    def _note_literal(self, name: str) -> Lookup | None:
        """The lookup of a name that is an address already, which libcurl reads by itself; None for other names."""
        if not (name[-1].isdecimal() or ":" in name or name[:2] == "0x") or read_address(name) is None:
            return None
        if name in self._settings.allow_private or not is_private_text(name):
            found = Lookup(name)
        else:
            found = Lookup(name, reason=Reason.PRIVATE_ADDRESS, detail=f"{name} is {read_address(name)}")
        self._note(found)
        return found

    def _note(self, lookup: Lookup) -> None:
        if len(self._names) >= _REMEMBERED_NAMES:
            self._names.clear()
        self._names[lookup.name] = lookup

    def _ask_servers(self, request: Request, token: Token) -> None:
        if self._gateway is not None:
            self._ready.append((token, Answer()))
            return
        self._look_up(f"NS:{request.target.name}", request, token)

    def _look_up(self, name: str, request: Request, token: Token) -> None:
        waiting = self._asked.setdefault(name, [])
        waiting.append((request, token))
        if len(waiting) > 1:
            return
        if self._resolver is None:
            from refs.check.dns import Resolver  # noqa: PLC0415 -- literal addresses need no asyncio

            self._resolver = Resolver(self._settings)
            self._poller.set(self._resolver.wake, READ)
        self._resolver.ask(name)

    def _take_names(self) -> None:
        for lookup in self._resolver.collect() if self._resolver else ():
            self._note(lookup)
            for request, token in self._asked.pop(lookup.name, ()):
                self._start_known(request, token, lookup)

    def _start_known(self, request: Request, token: Token, lookup: Lookup) -> None:
        if request.method == "NS":
            self._ready.append((token, Answer(headers={"name-servers": " ".join(lookup.addresses)})))
            return
        if lookup.reason is None:
            self._send(request, token, lookup.addresses)
            return
        if lookup.reason is Reason.DNS_NO_ANSWER:
            self._names.pop(lookup.name, None)
        self._ready.append((token, Answer(error=lookup.reason, detail=lookup.detail)))

    def _send(self, request: Request, token: Token, addresses: tuple[str, ...]) -> None:
        if self._heads.takes(request):
            self._heads.start(request, token, addresses)
        else:
            self._transfer(request, token, addresses)

    def _deliver(self, token: Token, answer: Answer) -> None:
        self._ready.append((token, answer))

    def _transfer(self, request: Request, token: Token, addresses: tuple[str, ...]) -> None:
        slot = self._idle.pop() if self._idle else self._new_slot()
        slot.prepare(request, token, addresses)
        self._add_handle(slot.curl)

    def _new_slot(self) -> "Handle":
        sweeps = len(self._slots) % _SWEEPERS == 0
        slot = Handle(self._settings, self._poller.note_opened, sweeps=sweeps)
        self._slots[slot.curl] = slot
        return slot

    def _turn(self, seconds: float) -> None:
        wake = self._resolver.wake if self._resolver else -1
        act, heads = self._multi.socket_action, self._heads
        connections = heads.connections
        for fd, ready in self._poller.wait(heads.patience(self._patience(seconds))):
            if fd in connections:
                heads.hear(connections[fd])
            elif fd == wake:
                self._take_names()
            else:
                act(fd, ready)
        heads.sweep()
        if self._alarm is not None and self._alarm <= time.monotonic():
            self._alarm = None
            act(pycurl.SOCKET_TIMEOUT, 0)
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
        self._remove_handle(curl)
        slot = self._slots[curl]
        answer = slot.answer(code, words)
        if slot.is_secure:
            self._note_certificate(slot.request.target.host, answer)
        self._ready.append((slot.token, answer))
        slot.token = None
        self._idle.append(slot)

    def _note_certificate(self, host: str, answer: Answer) -> None:
        """A certificate is told once a connection; later answers on it bear its date too."""
        if answer.certificate_expiry is None:
            answer.certificate_expiry = self._expiries.get(host)
            return
        if len(self._expiries) >= _REMEMBERED_NAMES:
            self._expiries.clear()
        self._expiries[host] = answer.certificate_expiry

    def _set_timer(self, milliseconds: int) -> None:
        self._alarm = None if milliseconds < 0 else time.monotonic() + milliseconds / 1000
