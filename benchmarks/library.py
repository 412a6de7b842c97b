"""How fast a library is, on made-up but realistic references.

    python benchmarks/library.py                  10,000 and 100,000 items, and the peers that are installed
    python benchmarks/library.py --million        the same at 1,000,000 items (some minutes, 3 GB of disk)
    python benchmarks/library.py --folder DIR     keep the files, and use those that are there

papis and pubs are measured where they are on the PATH (each in an environment of its own).
Each line is a question, the answer, and the bar. Seconds are of the wall clock; with other work on the machine the
processor seconds in brackets say more.
"""

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import Maker, write

from refs.library.importing import Source, import_file
from refs.parse.csl.csljson import read_item
from refs.parse.query import parse_query
from refs.render.csljson import encode_item
from refs.store import Store

WHEN = "2026-01-01T00:00:00Z"
SHOW = """
import json, sys
from refs.parse.csl.csljson import read_item
from refs.render.csljson import encode_item
from refs.store import Store
with Store(sys.argv[1], encode_item, lambda text: read_item(json.loads(text))) as store:
    print(store.get_stored(sys.argv[2]).item.title)
"""


def open_store(path):
    """The library of a file."""
    return Store(path, encode_item, lambda text: read_item(json.loads(text)))


def say(question, answer, bar=""):
    """One line of the result."""
    print(f"{question:<58} {answer:>26}   {bar}", flush=True)


def processor():
    """Processor seconds of this process and those it waited for."""
    found = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in found)


def sources(folder, number, form):
    """The file of so many references, made when it is not there."""
    path = folder / f"{number}.{'bib' if form == 'bibtex' else 'json'}"
    if not path.exists():
        write(path, number, form, duplicates=0.02)
    return path


def measure_import(folder, number, form, bar):
    """The time to import a file into a new library, which stays in the folder."""
    source, target = sources(folder, number, form), folder / f"{number}-{form}.db"
    for old in folder.glob(f"{target.name}*"):
        old.unlink()
    started, spent = time.perf_counter(), processor()
    with open_store(target) as store:
        for done in import_file(store, Source(source, form, WHEN)):
            last = done
    seconds, spent = time.perf_counter() - started, processor() - spent
    memory = (
        max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        / 1024
    )
    say(f"import {number:,} from {form}: items/s", f"{number / seconds:,.0f}", bar)
    say("  seconds, of the processor in brackets", f"{seconds:.1f} ({spent:.1f})", "120 s a million")
    say(
        "  found twice; MB on disk; MB of memory, the larger process",
        f"{len(last.duplicates):,}; {target.stat().st_size / 1e6:,.0f}; {memory:,.0f}",
        "2,500 MB; 300 MB",
    )
    return target


def times(function, arguments):
    """Milliseconds of each call."""
    found = []
    for each in arguments:
        started = time.perf_counter()
        function(each)
        found.append((time.perf_counter() - started) * 1000)
    return found


def percentile(values, share):
    """The value below which so large a share lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def queries(seed=7):
    """Searches as people write them: words of titles, names, fields, identifiers."""
    maker, chance, found = Maker(1), random.Random(seed), []
    items = list(maker.items(300))
    for item in chance.sample(items, 200):
        words = item["title"].replace(":", "").split()
        family, year = item["author"][0]["family"], item["issued"]["date-parts"][0][0]
        found.append(
            chance.choice(
                (
                    " ".join(words[:3]),
                    chance.choice(words),
                    f"{family} {words[-1]}",
                    f"author:{family} year:{year}",
                    f"author:{family} year:>{year - 5} {words[1]}",
                    f"{max(words, key=len)[:5]}* {words[-1]}",
                    f'"{words[0]} {words[1]}"',
                    f"{words[2]} -{words[3]} type:book",
                    item.get("DOI", item["id"]),
                    "clinical treatment",
                    "patients",
                )
            )
        )
    return found


def measure_search(path):
    """The time of searches, list pages and additions."""
    with open_store(path) as store:
        asked = queries()
        found = times(lambda query: store.search(parse_query(query), limit=50), asked)
        slow = max(zip(found, asked, strict=True))
        say(
            "search, p50 and p95 in ms",
            f"{statistics.median(found):.1f} and {percentile(found, 0.95):.1f}",
            "20 and 60",
        )
        say("  the slowest", f"{slow[0]:.0f} ms: {slow[1]}")
        pages = [
            {"limit": 50, "offset": offset, "order": order}
            for order in ("key", "newest", "year")
            for offset in (0, 50, 5_000)
        ]
        found = times(lambda page: store.list_items(**page), pages)
        say("a page of the list, the slowest, in ms", f"{max(found):.1f}", "30")
        new = [read_item(item) for item in Maker(99).items(50)]
        found = times(lambda item: store.add_items([item]), new)
        say(
            "add one, with the look for duplicates: median, p95 in ms",
            f"{statistics.median(found):.1f} and {percentile(found, 0.95):.1f}",
            "20",
        )
        return store.list_items(limit=1)[0].item.id


def measure_show(path, key):
    """The time of a whole process that opens the library and shows one item."""
    found = times(
        lambda _: subprocess.run(
            [sys.executable, "-c", SHOW, str(path), key], check=True, capture_output=True
        ),
        range(7),
    )
    say("open and show one item, as a whole process, median in ms", f"{statistics.median(found):.0f}", "150")


def measure_duplicates(path):
    """The time to look for duplicates in the whole library."""
    code = f"import sys; sys.path[:0] = {sys.path!r}\nfrom library import *\nwith open_store({str(path)!r}) as store: print(len(store.duplicates()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    started, spent = time.perf_counter(), processor()
    answer = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    say(
        "duplicates over all: seconds (of the processor); clusters",
        f"{time.perf_counter() - started:.0f} ({processor() - spent:.0f}); {answer[0]}",
        "600 s",
    )
    say("  MB of memory", answer[1], "1,000 MB")


def measure_peer(folder):
    """sqlite-utils itself: the same objects into one bare table with full-text search, and no look for duplicates."""
    from sqlite_utils import Database

    number = 10_000
    path = folder / "peer.db"
    path.unlink(missing_ok=True)
    started = time.perf_counter()
    rows = (
        {"id": item["id"], "title": item["title"], "csl": json.dumps(item)}
        for item in json.loads(sources(folder, number, "csljson").read_text())
    )
    table = Database(path)["items"]
    table.insert_all(rows, pk="id", replace=True)
    table.enable_fts(["title"])
    say(
        "peer: sqlite-utils, a bare table of 10,000: items/s",
        f"{number / (time.perf_counter() - started):,.0f}",
    )


PEERS = {
    "papis": (
        (),
        ("papis", "-l", "{folder}", "bibtex", "read", "{source}", "import", "--all"),
        ("papis", "-l", "{folder}", "list", "--all"),
    ),
    "pubs": (
        ("pubs", "-c", "{folder}/conf", "init", "-p", "{folder}/pubs"),
        ("pubs", "-c", "{folder}/conf", "import", "{source}"),
        ("pubs", "-c", "{folder}/conf", "list"),
    ),
}
"""What makes a library, imports a file and lists the items."""


def measure_programs(folder, number=1_000):
    """The seconds that refs, papis and pubs take as whole processes to import and to list, those that are installed."""
    source = sources(folder, number, "bibtex")
    refs = (sys.executable, "-m", "refs", "-L", "{folder}/refs.db")
    programs = {"refs": ((), (*refs, "import", "{source}"), (*refs, "list", "--limit", str(number)))}
    for name, commands in (programs | PEERS).items():
        if name in PEERS and not shutil.which(name):
            say(f"peer: {name}", "is not installed here")
            continue
        place = folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        try:
            took = [run(command, folder=place, source=source) for command in commands if command]
        except subprocess.CalledProcessError as error:
            say(f"peer: {name}", "does not run here", error.stderr.decode().strip().splitlines()[-1][:60])
            continue
        say(
            f"{name}, a whole process: import {number:,}, and list them, s",
            f"{took[-2]:.1f} and {took[-1]:.1f}",
        )


def run(command, **places):
    """The seconds of a program."""
    own = {name: str(places["folder"]) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    started = time.perf_counter()
    subprocess.run(
        [part.format(**places) for part in command], check=True, capture_output=True, env=os.environ | own
    )
    return time.perf_counter() - started


def main():
    """Ask everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        folder.mkdir(exist_ok=True)
        sizes = (1_000_000,) if options.million else (10_000, 100_000)
        for number in sizes:
            path = measure_import(folder, number, "csljson", "15,000")
            key = measure_search(path)
            measure_show(path, key)
            measure_duplicates(path)
        measure_import(folder, 10_000, "bibtex", "3,000")
        measure_peer(folder)
        measure_programs(folder)


if __name__ == "__main__":
    main()
