"""Predictions for a folder of labelled articles, and how long reading takes.

    python benchmarks/articles.py FOLDER OUT [--only WORD] [--speed]

Writes OUT/NAME.json for each article of FOLDER that has a NAME.json beside it; with --speed it only says how long
1 MB of HTML and 1,000 articles of 50 kB take to read.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from refs.article.output import article_to_json
from refs.article.read import read_article


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--only", default="")
    options.add_argument("--speed", action="store_true")
    given = options.parse_args()
    if given.speed:
        print(speed(given.folder))
        return
    given.out.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    for path in sorted(given.folder.iterdir()):
        if path.suffix == ".json" or not path.with_suffix(".json").exists() or given.only not in path.name:
            continue
        article = read_article(path.read_bytes(), str(path))
        target = given.out / (path.stem + ".json")
        target.write_text(
            json.dumps(article_to_json(article, fields_of()), ensure_ascii=False, indent=1), "utf-8"
        )
    print(f"{time.perf_counter() - begun:.2f} s")


def speed(folder):
    """CPU seconds for 1 MB of HTML, and for 1,000 articles of 50 kB of the formats of the folder."""
    articles = [path for path in sorted(folder.glob("[0-9]*")) if path.suffix in {".txt", ".md", ".html"}]
    page = next(path for path in articles if path.suffix == ".html" and path.stat().st_size > 40_000)
    begun = time.process_time()
    read_article(page.read_bytes() * (1_000_000 // page.stat().st_size + 1), "a.html")
    one = time.process_time() - begun
    total = size = 0
    for path in articles:
        data = path.read_bytes()
        data = (data + b"\n\n") * (50_000 // len(data) + 1)
        begun = time.process_time()
        read_article(data, str(path))
        total += time.process_time() - begun
        size += len(data)
    return f"1 MB of HTML: {one:.2f} s; 1,000 articles of 50 kB: {total / size * 50_000 * 1000:.0f} s"


def fields_of():
    """The fields of an entry by the reference parser, where that is there."""
    try:
        from refs.parse.reference import parse_reference
    except ImportError:
        return None
    from refs.render.csljson import csl_of

    def fields(entry):
        if entry.data is not None:
            return json.loads(entry.data)
        found = csl_of(parse_reference(entry.text).item)
        if "URL" not in found and len(entry.links) == 1 and entry.links[0].startswith("http"):
            found["URL"] = entry.links[0]
        return found

    return fields


if __name__ == "__main__":
    main()
