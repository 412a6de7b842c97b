"""A check is killed (SIGKILL) at twenty random moments: is anything lost, or checked twice in the round?

    python benchmarks/resume.py --urls 100000 --kills 20

Needs nginx. Each process checks what the library says is still to be done, and keeps its checks 500 at a time.
"""

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from loopback import hosts, nginx, urls

ROOT = Path(__file__).parent.parent
CHILD = """
import sys
from itertools import islice
from refs.check.settings import Settings
from refs.model.link import Link
from refs.store import Store
from refs.check.processes import check_in
from refs.store.past import Past
listing, database, names, processes = sys.argv[1:5]
store = Store(database, encode=str, decode=str)
done = {row["url"] for row in store.rows("SELECT url FROM links JOIN checks ON links.id = link_id")}
left = [Link(url) for url in open(listing).read().split() if url not in done]
settings = Settings(allow_private=frozenset(open(names).read().split()), content=False, delay=0, known_good=())
checks = check_in(int(processes), left, Past(database), settings)
while batch := list(islice(checks, 500)):
    store.add_checks(batch)
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--urls", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    dice, names = random.Random(arguments.seed), hosts(200)
    with nginx(names) as port, tempfile.TemporaryDirectory() as folder:
        listing, database, name_list = f"{folder}/urls.txt", f"{folder}/library.db", f"{folder}/hosts.txt"
        wanted = list(urls(arguments.urls, names, port))
        Path(listing).write_text("\n".join(wanted))
        Path(name_list).write_text("\n".join(names))
        command = [sys.executable, "-c", CHILD, listing, database, name_list, str(arguments.processes)]
        kills, before = 0, 0
        while True:
            process = subprocess.Popen(command, cwd=ROOT)
            if kills < arguments.kills:
                before = wait_for_work(process, database, before, dice.uniform(0, 0.15))
                process.send_signal(signal.SIGKILL)
                kills += 1
            if process.wait() == 0:
                break
        store = sqlite3.connect(database)
        judged = Counter(
            url for (url,) in store.execute("SELECT url FROM links JOIN checks ON links.id = link_id")
        )
        sound = store.execute("PRAGMA integrity_check").fetchone()[0]
    twice = sum(count > 1 for count in judged.values())
    print(
        f"{kills} kills; {len(wanted):,} URLs, {len(judged):,} judged, {twice} of them twice; integrity: {sound}"
    )
    sys.exit(0 if len(judged) == len(wanted) and not twice and sound == "ok" else 1)


def wait_for_work(process, database, before, pause):
    """Let a process do a little, then stop at a random moment; how many checks there are by then."""
    count, until = before, time.monotonic() + 30
    while count <= before and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
        count = count_checks(database)
    time.sleep(pause)
    return count_checks(database)


def count_checks(database):
    if not Path(database).exists():
        return 0
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5) as store:
            return store.execute("SELECT count(*) FROM checks").fetchone()[0]
    except sqlite3.Error:
        return 0


if __name__ == "__main__":
    main()
