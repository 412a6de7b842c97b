"""Whether every published style loads and renders real works: counts, the slowest, and what went wrong.

    python benchmarks/styles.py --items 40

A dependent style is loaded through its parent; what it renders is what its parent renders, so that each parent
renders once.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from real_items import real_items

from refs.model.citation import Citation, Cite
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import load_locale, load_style, style_names
from refs.render.document import render_document

SLOW = 0.030


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--items", type=int, default=40, help="0: only load")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--every", type=int, default=1, help="only every so many-th style")
    chosen = options.parse_args()
    items = [read_item(each) for each in real_items(chosen.items, chosen.seed)] if chosen.items else []
    citations = [Citation((Cite(item.id, "12"),), note=at) for at, item in enumerate(items, 1)]
    names = style_names()[:: chosen.every]
    loads: list[tuple[float, str]] = []
    failed: dict[str, str] = {}
    rendered = 0
    for at, name in enumerate(names, 1):
        began = time.process_time()
        try:
            style = load_style(name)
            loads.append((time.process_time() - began, name))
            if items and style.info.parent is None:
                render_document(style, load_locale(style.default_locale or "en-US"), items, citations)
                rendered += 1
        except Exception as error:  # noqa: BLE001 a benchmark tells of every failure and goes on
            failed[name] = f"{type(error).__name__}: {error}"
        if at % 1000 == 0:
            print(f"{at}/{len(names)}", file=sys.stderr, flush=True)
    report(names, loads, failed, rendered, len(items))


def report(names, loads, failed, rendered, items) -> None:
    print(
        f"{len(loads)} of {len(names)} styles load; {rendered} independent ones rendered {items} works and citations"
    )
    print(f"failed: {len(failed)}")
    for name, error in sorted(failed.items()):
        print(f"   {name}: {error[:200]}")
    spent = sorted(loads, reverse=True)
    slow = sum(1 for seconds, _ in spent if seconds > SLOW)
    mean = sum(seconds for seconds, _ in spent) / max(1, len(spent))
    print(f"load, CPU: mean {1000 * mean:.1f} ms; {slow} take more than {1000 * SLOW:.0f} ms; the slowest:")
    for seconds, name in spent[:8]:
        print(f"   {1000 * seconds:6.1f} ms  {name}")


if __name__ == "__main__":
    main()
