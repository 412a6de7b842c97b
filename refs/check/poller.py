"""Poller: waiting for many sockets at once; epoll where there is one, else what the system has."""

import select
import selectors
from typing import Protocol

READ, WRITE, ERROR = 1, 2, 4
_EPOLL_READ, _EPOLL_WRITE, _EPOLL_ERROR = 0x001 | 0x002, 0x004, 0x008 | 0x010


class Poller(Protocol):
    """Sockets by number; `events` masks are READ and WRITE."""

    def set(self, fd: int, events: int) -> None:
        """Watch a socket for these events."""

    def drop(self, fd: int) -> None:
        """Watch it no longer."""

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        """The sockets that are ready, each with READ, WRITE or ERROR."""

    def close(self) -> None:
        """Give the descriptor back."""


def open_poller() -> Poller:
    """The best poller of this system."""
    return EpollPoller() if hasattr(select, "epoll") else SelectorPoller()


class EpollPoller:
    """Linux: no limit of 1,024 descriptors, and no cost for the idle ones."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._known: set[int] = set()

    def set(self, fd: int, events: int) -> None:
        """Watch a socket for these events."""
        mask = (select.EPOLLIN if events & READ else 0) | (select.EPOLLOUT if events & WRITE else 0)
        if fd in self._known:
            try:
                self._epoll.modify(fd, mask)
            except FileNotFoundError:  # closed and opened again behind our back
                self._epoll.register(fd, mask)
            return
        self._known.add(fd)
        try:
            self._epoll.register(fd, mask)
        except FileExistsError:
            self._epoll.modify(fd, mask)

    def drop(self, fd: int) -> None:
        """Watch it no longer."""
        self._known.discard(fd)
        try:
            self._epoll.unregister(fd)
        except (OSError, ValueError):
            return

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        """The sockets that are ready."""
        return [(fd, _from_epoll(mask)) for fd, mask in self._epoll.poll(seconds, 1024)]

    def close(self) -> None:
        """Give the descriptor back."""
        self._epoll.close()


class SelectorPoller:
    """Everywhere else: kqueue or select, by the standard library."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

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
