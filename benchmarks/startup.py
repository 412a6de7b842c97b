"""How long the program takes to start: whole processes, medians of so many runs.

    python benchmarks/startup.py [--runs 15]

Bars: ``refs --version`` 80 ms; ``refs search`` 250 ms at 10,000 items. The peer of each is Python itself.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORDS = [
    "clonazepam",
    "anxiety",
    "sleep",
    "panic",
    "disorder",
    "withdrawal",
    "seizure",
    "review",
    "trial",
    "adults",
    "tablet",
    "misuse",
]


def items(count: int) -> list[dict[str, object]]:
    return [
        {
            "id": f"item{number}",
            "type": "article-journal",
            "title": " ".join(WORDS[(number * step) % len(WORDS)] for step in (1, 3, 5, 7)) + f" {number}",
            "author": [{"family": f"Family{number % 997}", "given": "A. B."}],
            "container-title": f"Journal {number % 50}",
            "issued": {"date-parts": [[1980 + number % 45]]},
            "DOI": f"10.1234/refs.{number}",
        }
        for number in range(count)
    ]


def median(command: list[str], runs: int) -> float:
    took = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=os.environ)
        took.append(time.perf_counter() - began)
    return 1000 * statistics.median(took[1:])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15)
    runs = options.parse_args().runs
    refs = [sys.executable, "-m", "refs"]
    bare = median([sys.executable, "-c", "pass"], runs)
    print(f"{'python -c pass':<42}{bare:8.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder) / "items.json", Path(folder) / "library.db"
        source.write_text(json.dumps(items(10_000)))
        began = time.perf_counter()
        subprocess.run(
            [*refs, "-L", str(library), "add", str(source)], check=True, capture_output=True, cwd=ROOT
        )
        took = time.perf_counter() - began
        print(f"{'refs add of 10,000 items, whole process':<42}{took:8.2f} s  ({10_000 / took:,.0f} items/s)")
        for name, words in (
            ("refs --version", ["--version"]),
            ("refs --help", ["--help"]),
            ("refs search, 10,000 items", ["-L", str(library), "search", "clonazepam", "sleep"]),
            ("refs show, 10,000 items", ["-L", str(library), "show", "item77"]),
            ("refs list --limit 20, 10,000 items", ["-L", str(library), "list", "--limit", "20"]),
        ):
            took = median([*refs, *words], runs)
            print(f"{name:<42}{took:8.1f} ms  ({took / bare:.1f} × python)")
        sys.path.insert(0, str(ROOT))
        from refs import Library

        with Library.open(library) as opened:
            took_in_process = []
            for query in (f"{a} {b}" for a in WORDS for b in WORDS if a < b):
                began = time.perf_counter()
                opened.search(query)
                took_in_process.append(1000 * (time.perf_counter() - began))
        print(
            f"{'search in process, median of ' + str(len(took_in_process)):<42}{statistics.median(took_in_process):8.1f} ms"
        )


if __name__ == "__main__":
    main()
