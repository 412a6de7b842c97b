"""Two of four workers are killed in the middle of a check: is every URL judged once, is every host left in peace?

    /path/to/peers/bin/python benchmarks/cluster.py          # needs distributed and nginx

The server's log is the witness: no host may be asked sooner than its delay, from whichever worker.
"""

import argparse
import os
import signal
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from loopback import hosts, nginx, urls

from refs.check.cluster import check_with, open_cluster
from refs.check.settings import Settings
from refs.model.link import Link


def kill_later(client, seconds, number):
    def kill():
        time.sleep(seconds)
        places = client.scheduler_info(n_workers=-1)["workers"]
        pids = client.run(os.getpid)
        for place in list(places)[:number]:
            print(f"killing worker {place}, process {pids[place]}", flush=True)
            os.kill(pids[place], signal.SIGKILL)

    threading.Thread(target=kill, daemon=True).start()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--urls", type=int, default=8_000)
    parser.add_argument("--hosts", type=int, default=80)
    parser.add_argument("--delay", type=float, default=0.05)
    parser.add_argument("--kill", type=int, default=2)
    arguments = parser.parse_args()
    names = hosts(arguments.hosts)
    with tempfile.TemporaryDirectory() as folder:
        log = f"{folder}/access.log"
        Path(folder).chmod(0o755)
        with nginx(names, log) as port, open_cluster("local:4") as client:
            links = [Link(url) for url in urls(arguments.urls, names, port)]
            settings = Settings(
                allow_private=frozenset(names),
                content=False,
                per_host=1,
                delay=arguments.delay,
                known_good=(),
            )
            kill_later(client, 2.0, arguments.kill)
            began = time.perf_counter()
            checks = list(check_with(client, links, lambda _url: (), settings, part=50))
            seconds = time.perf_counter() - began
        times = defaultdict(list)
        for line in Path(log).read_text().splitlines():
            when, host, *_rest = line.split()
            times[host].append(float(when))
    judged = Counter(check.url for check in checks)
    gaps = [
        later - earlier
        for each in times.values()
        for earlier, later in zip(sorted(each), sorted(each)[1:], strict=False)
    ]
    short = [gap for gap in gaps if gap < 0.8 * arguments.delay]
    bound = max(len(each) for each in times.values()) * arguments.delay
    print(
        f"{len(links):,} URLs, {len(judged):,} judged, most often {max(judged.values())} time; {seconds:.1f} s, bound by politeness {bound:.1f} s"
    )
    print(
        f"{len(gaps):,} gaps between requests to a host, {len(short)} shorter than 80 % of {arguments.delay} s, shortest {min(gaps):.3f} s"
    )
    print(dict(Counter(str(check.verdict) for check in checks)))
    sys.exit(0 if len(judged) == len(links) == len(checks) and len(short) <= len(gaps) // 1000 else 1)


if __name__ == "__main__":
    main()
