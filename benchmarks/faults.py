"""Ten thousand pages that are all alive, 5 % random faults, three rounds days apart: is any called dead?

    python benchmarks/faults.py --urls 10000

The server resets, says 503 or stays silent at random. The history of each round is handed to the next.
"""

import argparse
import asyncio
import datetime as dt
import random
import socket
import struct
import sys
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from refs.check.checker import Checker
from refs.check.settings import Settings
from refs.model.link import Link

GOOD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"
BUSY = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


class Shaky(asyncio.Protocol):
    """A page for every path, and a fault for one request in twenty."""

    dice, share = random.Random(3), 0.05

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        for _request in range(data.count(b"\r\n\r\n")):
            kind = self.dice.choice("rst") if self.dice.random() < self.share else ""
            if kind == "r":
                connection = self.transport.get_extra_info("socket")
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.transport.abort()
                return
            if kind == "t":
                return  # and never an answer
            self.transport.write(BUSY if kind == "s" else GOOD)


def serve():
    ready, place = threading.Event(), []

    async def run():
        names = [f"127.1.0.{number}" for number in range(1, 101)]
        server = await asyncio.get_running_loop().create_server(Shaky, names, 18_437)
        place.append(server.sockets[0].getsockname()[1])
        ready.set()
        await server.serve_forever()

    threading.Thread(target=lambda: asyncio.run(run()), daemon=True).start()
    ready.wait()
    return place[0]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--urls", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--share", type=float, default=0.05)
    arguments = parser.parse_args()
    Shaky.share = arguments.share
    port = serve()
    names = [f"127.1.0.{number}" for number in range(1, 101)]
    links = [Link(f"http://{names[number % 100]}:{port}/{number}") for number in range(arguments.urls)]
    history, start = defaultdict(list), dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    for turn in range(arguments.rounds):
        began = time.perf_counter()
        moment = start + dt.timedelta(days=4 * turn)
        settings = Settings(
            allow_private=frozenset(names),
            content=False,
            delay=0,
            per_host=4,
            timeout=1.0,
            retry_delay=0.2,
            known_good=(),
            clock=lambda moment=moment: moment,
        )
        counts = Counter()
        for check in Checker(None, settings).check(links, lambda url: history[url]):
            history[check.url].append(check)
            counts[str(check.verdict)] += 1
        print(f"round {turn + 1}: {dict(counts)} in {time.perf_counter() - began:.1f} s", flush=True)
    dead = sum(str(check.verdict) in {"dead", "suspect"} for checks in history.values() for check in checks)
    print(f"{dead} called dead or suspect")
    sys.exit(1 if dead else 0)


if __name__ == "__main__":
    main()
