"""Does anything raise on what chance makes of real files? Bytes are changed, dropped, doubled, cut off; then read and written.

    python benchmarks/mutations.py FOLDER --seconds 60 --seed 1

FOLDER holds bibliography files or answers of services, of any formats. What raises is printed with its file and the end
of its traceback, once a kind.
"""

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from refs.errors import RefsError
from refs.library.converting import read_bytes
from refs.render.formats import WRITERS

LARGEST = 200_000
SLOW = 2.0
ODD = (b"{", b"}", b'"', b"<", b"&#0;", b"\0", b"null", b"[]", b"-", b"\n\n", b"\xff", b"1e999", b"&amp;", b"@", b"%", b"0000")  # fmt: skip


def mutate(data, dice):
    """The bytes with up to a dozen accidents."""
    data = bytearray(data)
    for _turn in range(dice.randint(1, 12)):
        if not data:
            break
        place, kind = dice.randrange(len(data)), dice.random()
        if kind < 0.25:
            data[place] = dice.randrange(256)
        elif kind < 0.5:
            del data[place : place + dice.randint(1, 40)]
        elif kind < 0.7:
            start = dice.randrange(len(data))
            data[place:place] = data[start : start + dice.randint(1, 60)]
        elif kind < 0.85:
            data[place:place] = dice.choice(ODD)
        else:
            del data[place:]
    return bytes(data)


def attempt(data, name):
    """What a file becomes, in every format that is written."""
    try:
        items = read_bytes(data, name, None).items
    except RefsError:
        return
    for write in WRITERS.values():
        write(items)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    dice = random.Random(chosen.seed)
    files = [each for each in chosen.folder.rglob("*") if each.is_file() and each.stat().st_size < LARGEST]
    seen, tried, until = set(), 0, time.monotonic() + chosen.seconds
    while time.monotonic() < until:
        file = dice.choice(files)
        data, began = mutate(file.read_bytes(), dice), time.process_time()
        try:
            attempt(data, file.name)
        except Exception as error:  # noqa: BLE001  # each is what is looked for
            kind = type(error).__name__, str(error)[:60]
            if kind not in seen:
                seen.add(kind)
                print(file)
                traceback.print_exc(limit=-3)
        if time.process_time() - began > SLOW:
            print(f"slow: {file}, {time.process_time() - began:.1f} s")
        tried += 1
    print(f"{tried:,} mutations of {len(files):,} files, {len(seen)} kinds of error")


if __name__ == "__main__":
    main()
