"""How long do ten million links take on 1 … 64 workers? A simulation; nothing is asked of anyone.

    python benchmarks/scale.py --urls 10000000 --hosts 500000 --delay 1 --rate 2000

Links are spread over hosts by Zipf's law. Whole hosts go to workers as `refs.check.plan.shard` deals them. A worker
asks at most `rate` times a second and each host once in `delay` seconds; it prefers the hosts with the most left.
"""

import argparse
from collections import Counter
from heapq import heappop, heappush


def zipf(urls, hosts, exponent):
    """How many links each host has, the largest first."""
    weights = [1 / rank**exponent for rank in range(1, hosts + 1)]
    scale = urls / sum(weights)
    return [max(1, round(weight * scale)) for weight in weights]


def deal(counts, workers):
    """The hosts of each worker: the next largest goes to the one with the least to do."""
    shards = [[] for _number in range(workers)]
    heap = [(0, number) for number in range(workers)]
    for count in counts:
        size, number = heappop(heap)
        shards[number].append(count)
        heappush(heap, (size + count, number))
    return shards


def simulate(counts, rate, delay, steps=400):
    """The seconds that one worker needs, in steps of equal length, the hosts with the most left served first."""
    left = Counter(counts)
    bound = max(sum(counts) / rate, max(counts) * delay)
    step = max(bound / steps, delay)
    seconds = 0.0
    while left:
        room, turn = rate * step, step / delay if delay else float("inf")
        after = Counter()
        for count in sorted(left, reverse=True):
            hosts = left[count]
            each = min(count, turn)
            served = min(hosts, int(room / each)) if each else hosts
            room -= served * each
            if count - each > 0.5:
                after[count - each] += served
            if hosts > served:
                after[count] += hosts - served
        left = +after
        seconds += step
    return seconds


def time_of_share(shards, rate, delay, share):
    """When so many of all requests are done: no worker is faster than its rate, no host than its delay."""
    wanted = share * sum(count * hosts for shard in shards for count, hosts in shard.items())
    low, high = 0.0, 1e9
    while high - low > 1:
        middle = (low + high) / 2
        done = sum(min(rate * middle, _served(shard, middle / delay)) for shard in shards)
        low, high = (low, middle) if done >= wanted else (middle, high)
    return high


def _served(shard, most):
    return sum(min(count, most) * hosts for count, hosts in shard.items())


def words(seconds):
    for size, name in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.1f} {name}"
    return f"{seconds:.0f} s"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--urls", type=int, default=10_000_000)
    parser.add_argument("--hosts", type=int, default=500_000)
    parser.add_argument("--exponent", type=float, default=0.9)
    parser.add_argument("--delay", type=float, default=1.0)
    parser.add_argument("--rate", type=float, default=2_000.0, help="requests a second of one worker")
    parser.add_argument("--per-link", type=float, default=1.3, help="requests for one link")
    arguments = parser.parse_args()
    counts = [
        round(count * arguments.per_link)
        for count in zipf(arguments.urls, arguments.hosts, arguments.exponent)
    ]
    total, largest = sum(counts), counts[0]
    print(
        f"{arguments.urls:,} links on {len(counts):,} hosts, {total:,} requests; the largest host has {largest:,}, so no fewer than {words(largest * arguments.delay)}\n"
    )
    print(
        "| workers | by rate alone | 90 % of the links | all: bound | all: simulated |\n|---:|---:|---:|---:|---:|"
    )
    for workers in (1, 2, 4, 8, 16, 32, 64):
        shards = deal(counts, workers)
        bounds = [max(sum(shard) / arguments.rate, shard[0] * arguments.delay) for shard in shards]
        slowest = shards[bounds.index(max(bounds))]
        seconds = simulate(slowest, arguments.rate, arguments.delay)
        most = time_of_share([Counter(shard) for shard in shards], arguments.rate, arguments.delay, 0.9)
        print(
            f"| {workers} | {words(total / workers / arguments.rate)} | {words(most)} | {words(max(bounds))} | {words(seconds)} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
