"""What is the least that a request costs here, beside what it costs refs?

    python benchmarks/floor.py

CPU microseconds per HEAD on the loopback web of benchmarks/check.py, two connections a host: a bare loop over libcurl
(its sockets on epoll, kept connections, nothing done but counting), a bare loop over sockets, the transport of refs,
and nginx itself. What `refs check` takes beyond is its own: queues, verdicts, history, rows.
"""

import argparse
import os
import select
import socket
import sys
import time
from collections import defaultdict, deque
from pathlib import Path

import pycurl

sys.path.insert(0, str(Path(__file__).parent.parent))
from loopback import hosts, nginx, urls

from refs.check.answer import Request
from refs.check.settings import Settings
from refs.check.target import read_target
from refs.check.transport import CurlTransport

FLYING = 256
EVENTS = {1: 1, 2: 4, 3: 5}


class Line:
    """The URLs that wait, by host; a host is asked by two connections at most."""

    def __init__(self, listing):
        self.queues = defaultdict(deque)
        for url in listing:
            self.queues[url.split("/")[2]].append(url)
        self.pending = deque([*self.queues] * 2)

    def next(self, host=None):
        """The next URL of a host, else one of a host that has a connection to spare; None at the end."""
        while host is None or not self.queues[host]:
            if not self.pending:
                return None
            host = self.pending.popleft()
        return host, self.queues[host].popleft()


def curl(line):  # noqa: C901 -- one loop, laid open
    epoll, known, idle, alarm, busy = select.epoll(), {}, set(), [None], {}

    def watch(what, fd, _multi, _data):
        if what == pycurl.POLL_REMOVE:
            return idle.add(fd)
        idle.discard(fd)
        if known.get(fd) != what:
            (epoll.modify if fd in known else epoll.register)(fd, EVENTS[what])
            known[fd] = what
        return None

    def set_timer(milliseconds):
        alarm[0] = None if milliseconds < 0 else time.monotonic() + milliseconds / 1000

    def ask(handle, host):
        found = line.next(host)
        if found:
            busy[handle] = found[0]
            handle.setopt(pycurl.URL, found[1])
            multi.add_handle(handle)

    multi = pycurl.CurlMulti()
    multi.setopt(pycurl.M_SOCKETFUNCTION, watch)
    multi.setopt(pycurl.M_TIMERFUNCTION, set_timer)
    multi.setopt(pycurl.M_MAXCONNECTS, 2 * FLYING)
    for _number in range(FLYING):
        handle = pycurl.Curl()
        handle.setopt(pycurl.NOBODY, 1)
        handle.setopt(pycurl.DNS_CACHE_TIMEOUT, -1)
        ask(handle, None)
    done = 0
    while busy:
        for fd, mask in epoll.poll(0 if alarm[0] is not None else 1, 1024):
            if fd in idle:
                epoll.unregister(fd)
                known.pop(fd)
                idle.discard(fd)
            else:
                multi.socket_action(fd, (mask & 1) | (mask & 4) >> 1)
        if alarm[0] is not None and alarm[0] <= time.monotonic():
            alarm[0] = None
            multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)
        _left, good, bad = multi.info_read(1024)
        for handle in [*good, *(each[0] for each in bad)]:
            done += handle.getinfo(pycurl.RESPONSE_CODE) > 0
            multi.remove_handle(handle)
            ask(handle, busy.pop(handle))
    multi.close()
    return done


def sockets(line):
    epoll, open_ones, done = select.epoll(), {}, 0

    def ask(host):
        found = line.next(host)
        if found is None:
            return
        if found[0] == host:
            connection = open_ones[fd][0]
        else:
            name, port = found[0].split(":")
            connection = socket.create_connection((name, int(port)))
            epoll.register(connection.fileno(), select.EPOLLIN)
        open_ones[connection.fileno()] = connection, found[0]
        path = found[1].split("/", 3)[3]
        connection.send(f"HEAD /{path} HTTP/1.1\r\nHost: {found[0]}\r\nUser-Agent: floor\r\n\r\n".encode())

    for _number in range(FLYING):
        ask(None)
    while open_ones:
        for fd, _mask in epoll.poll(1, 1024):
            connection, host = open_ones[fd]
            done += connection.recv(65_536).startswith(b"HTTP/1.1 ")
            ask(host)
            if not line.queues[host] and open_ones.get(fd) == (connection, host):
                open_ones.pop(fd)
                epoll.unregister(fd)
                connection.close()
    return done


def transport(line):
    names = frozenset(host.partition(":")[0] for host in line.queues)
    asked = CurlTransport(Settings(allow_private=names))
    busy = done = 0

    def ask(host):
        found = line.next(host)
        if found:
            asked.start(Request(read_target(found[1]), "HEAD", 0), found[0])
        return bool(found)

    for _number in range(FLYING):
        busy += ask(None)
    while busy:
        for host, answer in asked.wait(1):
            done += answer.status > 0
            busy += ask(host) - 1
    asked.close()
    return done


def nginx_seconds():
    total = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = place.read_text().rpartition(")")
        except OSError:
            continue
        if name.endswith("(nginx"):
            total += sum(map(int, rest.split()[11:13])) / os.sysconf("SC_CLK_TCK")
    return total


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--urls", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    names = hosts(200)
    costs, server = defaultdict(list), []
    with nginx(names) as port:
        listing = list(urls(arguments.urls, names, port))
        for _turn in range(arguments.rounds):
            for way in (curl, sockets, transport):
                line, before, began = Line(listing), nginx_seconds(), time.process_time()
                done = way(line)
                costs[way.__name__].append((time.process_time() - began) / done * 1e6)
                server.append((nginx_seconds() - before) / done * 1e6)
    for name, each in costs.items():
        print(f"{name:10} {min(each):5.1f} us a request at best, {max(each):5.1f} at worst")
    print(f"nginx      {min(server):5.1f} us a request at best, {max(server):5.1f} at worst")


if __name__ == "__main__":
    main()
