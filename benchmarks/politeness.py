"""Is time lost beyond what slow servers and politeness cost?

    python benchmarks/politeness.py

Slow: every answer takes 50 ms and 256 requests are in flight, so no more than 5,120 a second are possible.
Polite: one connection a host and 0.1 s between requests, so the host with the most requests sets the time.
"""

import argparse
import asyncio
import multiprocessing
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent.parent))
from loopback import hosts, nginx, urls

from refs.check.checker import Checker
from refs.check.settings import Settings
from refs.model.link import Link

PORT = 18_438
DELAY = 0.05
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"


class Slow(asyncio.Protocol):
    """An answer to everything, after a while."""

    def connection_made(self, transport):
        self.write, self.later = transport.write, asyncio.get_running_loop().call_later

    def data_received(self, data):
        for _request in range(data.count(b"\r\n\r\n")):
            self.later(DELAY, self.write, ANSWER)


async def serve(names, ready):
    server = await asyncio.get_running_loop().create_server(Slow, names, PORT, backlog=1000)
    ready.set()
    await server.serve_forever()


def run_server(names, ready):
    asyncio.run(serve(names, ready))


def slow(number):
    names = hosts(200)
    ready = multiprocessing.Event()
    server = multiprocessing.Process(target=run_server, args=(names, ready), daemon=True)
    server.start()
    ready.wait(10)
    links = [Link(f"http://{names[place % 200]}:{PORT}/{place}") for place in range(number)]
    settings = Settings(
        allow_private=frozenset(names), content=False, per_host=2, delay=0, concurrency=256, known_good=()
    )
    began = time.perf_counter()
    done = sum(1 for _check in Checker(None, settings).check(links))
    seconds = time.perf_counter() - began
    server.terminate()
    ideal = 256 / DELAY
    print(f"slow: {done / seconds:,.0f} requests/s of {ideal:,.0f} possible: {done / seconds / ideal:.0%}")


def polite(number):
    names = hosts(50)
    with nginx(names) as port:
        links = [Link(url) for url in urls(number, names, port)]
        settings = Settings(
            allow_private=frozenset(names), content=False, per_host=1, delay=0.1, known_good=()
        )
        asked = Counter()
        began = time.perf_counter()
        for check in Checker(None, settings).check(links):
            # a HEAD that is not believed is followed by a GET
            kind = urlsplit(check.url).path.split("/")[1]
            asked[urlsplit(check.url).netloc] += {"ok": 1, "moved": 2, "gone": 2, "nohead": 2}[kind]
        seconds = time.perf_counter() - began
    bound = max(asked.values()) * 0.1
    print(f"polite: {seconds:.1f} s, bound {bound:.1f} s: {seconds / bound - 1:+.0%}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--slow", type=int, default=30_000)
    parser.add_argument("--polite", type=int, default=2_000)
    arguments = parser.parse_args()
    slow(arguments.slow)
    polite(arguments.polite)


if __name__ == "__main__":
    main()
