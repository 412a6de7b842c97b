"""Poller: waiting for many sockets at once; epoll where there is one, else what the system has."""

import select
import selectors
from contextlib import suppress
from typing import Protocol

READ, WRITE, ERROR = 1, 2, 4
REMOVE = 4
_EPOLL_READ, _EPOLL_WRITE, _EPOLL_ERROR = 0x001 | 0x002, 0x004, 0x008 | 0x010
_TO_EPOLL = {READ: 0x001, WRITE: 0x004, READ | WRITE: 0x005}
_FROM_EPOLL = {0x001: READ, 0x004: WRITE, 0x005: READ | WRITE}


class Poller(Protocol):
    """Sockets by number; `events` masks are READ and WRITE."""

    def heed(self, events: int, fd: int, _multi: object, _data: object) -> None:
        """What libcurl wants of a socket: READ and WRITE, or REMOVE."""

    def set(self, fd: int, events: int) -> None:
        """Watch a socket for these events."""

    def drop(self, fd: int) -> None:
        """Watch it no longer."""

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        """The sockets that are ready, each with READ, WRITE or ERROR."""

    def note_opened(self) -> None:
        """A new socket is there, and may have the number of one that was closed."""

    def close(self) -> None:
        """Give the descriptor back."""


def open_poller() -> Poller:
    """The best poller of this system."""
    return EpollPoller() if hasattr(select, "epoll") else SelectorPoller()


class EpollPoller:
    """Linux: no limit of 1,024 descriptors, and no cost for the idle ones.

    A socket that is dropped stays registered until it is closed or speaks, since a kept connection is mostly
    watched again at once: that saves two system calls a request. What was registered before the last new socket
    was opened is not trusted, as its number may stand for that one now.
    """

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._known: dict[int, int] = {}
        self._idle: set[int] = set()
        self._opened = 0

    def heed(self, events: int, fd: int, _multi: object, _data: object) -> None:
        """What libcurl wants of a socket."""
        if events == REMOVE:
            self._idle.add(fd)
            return
        self._idle.discard(fd)
        if self._known.get(fd) != events | self._opened:
            self.set(fd, events)

    def set(self, fd: int, events: int) -> None:
        """Watch a socket for these events."""
        self._idle.discard(fd)
        state = events | self._opened
        known = self._known.get(fd)
        if known == state:
            return
        self._known[fd] = state
        if known is not None:
            with suppress(FileNotFoundError):
                self._epoll.modify(fd, _TO_EPOLL[events])
                return
        self._epoll.register(fd, _TO_EPOLL[events])

    def drop(self, fd: int) -> None:
        """Watch it no longer."""
        self._idle.add(fd)

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        """The sockets that are ready."""
        ready = self._epoll.poll(seconds, 1024)
        if self._idle and ready:
            ready = [each for each in ready if each[0] not in self._idle or self._silence(each[0])]
        return [(fd, _FROM_EPOLL.get(mask) or _from_epoll(mask)) for fd, mask in ready]

    def _silence(self, fd: int) -> bool:
        """Let a socket go that speaks and is not watched; never ready.

        A number that is closed goes on speaking while a copy of it has the socket open: it stays idle.
        """
        self._known.pop(fd, None)
        try:
            with suppress(FileNotFoundError):
                self._epoll.unregister(fd)
        except OSError:
            return False
        self._idle.discard(fd)
        return False

    def note_opened(self) -> None:
        """A new socket is there, and may have the number of one that was closed."""
        self._opened += 8  # beside the bits of the events

    def close(self) -> None:
        """Give the descriptor back."""
        self._epoll.close()


class SelectorPoller:
    """Everywhere else: kqueue or select, by the standard library."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

    def heed(self, events: int, fd: int, _multi: object, _data: object) -> None:
        """What libcurl wants of a socket."""
        if events == REMOVE:
            self.drop(fd)
        else:
            self.set(fd, events)

    def set(self, fd: int, events: int) -> None:
        """Watch a socket for these events."""
        mask = (selectors.EVENT_READ if events & READ else 0) | (
            selectors.EVENT_WRITE if events & WRITE else 0
        )
        try:
            self._selector.modify(fd, mask)
        except KeyError:
            self._selector.register(fd, mask)

    def drop(self, fd: int) -> None:
        """Watch it no longer."""
        try:
            self._selector.unregister(fd)
        except (KeyError, ValueError, OSError):
            return

    def note_opened(self) -> None:
        """Nothing to do: what is dropped is forgotten at once."""

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        """The sockets that are ready."""
        return [(key.fd, _from_selector(mask)) for key, mask in self._selector.select(seconds)]

    def close(self) -> None:
        """Give the descriptor back."""
        self._selector.close()


def _from_epoll(mask: int) -> int:
    ready = READ if mask & _EPOLL_READ else 0
    if mask & _EPOLL_WRITE:
        ready |= WRITE
    return ready | ERROR if mask & _EPOLL_ERROR else ready


def _from_selector(mask: int) -> int:
    return (READ if mask & selectors.EVENT_READ else 0) | (WRITE if mask & selectors.EVENT_WRITE else 0)
