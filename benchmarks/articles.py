"""Predictions for a folder of labelled articles, and how long reading takes.

    python benchmarks/articles.py FOLDER OUT [--only WORD] [--speed]

Writes OUT/NAME.json for each article of FOLDER that has a NAME.json beside it.
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
    given = options.parse_args()
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
