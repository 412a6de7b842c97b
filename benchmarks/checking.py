"""What does `refs check --quick` cost beyond the asking, on a library of many items with a past?

    python benchmarks/checking.py                       # 20,000 items, three checks before
    python benchmarks/checking.py --items 100000 --past 24

Needs nginx. Prints the processor seconds of this process for each part of the last check: looking (asking is mostly done
by the other processes), the table of what is not alive, and judging the dates, that in microseconds an item too.
"""

import argparse
import io
import random
import sys
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import itertools

from loopback import hosts, nginx, urls

from refs.cli.check import COLUMNS
from refs.cli.output import print_rows
from refs.library import Library
from refs.library.configuration import Configuration
from refs.model.date import Date
from refs.model.item import Item, ItemType

WORDS = [
    "fever",
    "cold",
    "dose",
    "sleep",
    "study",
    "review",
    "trial",
    "guide",
    "patient",
    "adult",
    "child",
    "risk",
    "care",
    "pain",
]
KINDS = (ItemType.WEBPAGE, ItemType.WEBPAGE, ItemType.ARTICLE_JOURNAL, ItemType.REPORT)


def items(number, names, port):
    """Works with a printed link and a date of access, a third of them old."""
    dice = random.Random(3)
    for place, url in enumerate(urls(number, names, port)):
        accessed = Date((dice.randrange(2024, 2027), dice.randrange(1, 11), dice.randrange(1, 28)))
        title = f"{' '.join(dice.choices(WORDS, k=6))} {place}"
        abstract = " ".join(dice.choices(WORDS, k=60))
        yield Item(
            id=f"k{place}",
            type=dice.choice(KINDS),
            title=title,
            URL=url,
            accessed=accessed,
            issued=Date((dice.randrange(1995, 2024),)),
            abstract=abstract,
        )


def check(library, allow):
    """The seconds of looking, of the table and of judging, and the sum."""
    run = library.check(quick=True, delay=0.0, allow=allow)
    moments = [time.process_time()]
    rows = run.rows(lambda _step: None, everything=False)
    moments.append(time.process_time())
    with redirect_stdout(io.StringIO()):
        print_rows(rows, COLUMNS)
    moments.append(time.process_time())
    for _line in run.judge(20):
        pass
    moments.append(time.process_time())
    return [after - before for before, after in itertools.pairwise(moments)], run.sentence


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=int, default=20_000)
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--past", type=int, default=3)
    arguments = parser.parse_args()
    names = hosts(arguments.hosts)
    house = Configuration(known_good=[])
    with (
        nginx(names) as port,
        tempfile.TemporaryDirectory() as folder,
        Library.open(f"{folder}/library.db", configuration=house) as library,
    ):
        library.store.add_items(items(arguments.items, names, port), force=True)
        for _turn in range(arguments.past + 1):
            (looking, table, judging), sentence = check(library, names)
        print(sentence)
        print(f"looking {looking:.2f} s, table {table:.2f} s, judging {judging:.2f} s", end="; ")
        print(f"{1e6 * judging / arguments.items:.0f} µs an item")


if __name__ == "__main__":
    main()
