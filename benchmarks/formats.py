"""How well the formats are read: every file of a collection, field by field where an expected output stands beside it.

    python benchmarks/formats.py FOLDER [--show N] [--only FORMAT] [--files] [--match REGEX] [--zotero URL]

FOLDER holds a MANIFEST.tsv with the columns ``file`` and ``oracle_file``. Prints files, items and flaws for each
format, the fields that agree with the expected outputs, the fields that survive a round trip, and the time. An
expected output is what the manifest names, or the same stem in another format beside the file (what an exporter
wrote, against what it wrote it from). It is read by refs' own readers: Zotero's items by the table
refs/model/zotero.py (Zotero's schema, "csl"), JabRef's BibTeX by refs/model/bibtex.py.

With ``--zotero``, the address of a Zotero translation server, the same files are read by Zotero: how far it agrees
with the expected outputs, and, over all files, how far refs agrees with it.
"""

import argparse
import csv
import re
import time
import urllib.error
import urllib.request
from collections import Counter, defaultdict
from pathlib import Path

from agreement import SKIPPED, UNTOLD, compare

from refs.encoding import decode
from refs.errors import UnreadableFile
from refs.fetch.readers import READERS
from refs.library.detecting import form_of
from refs.parse.formats import parse_text
from refs.render.formats import WRITERS


def main():
    arguments = _arguments()
    table = defaultdict(Counter)
    misses = defaultdict(list)
    for row in _manifest(arguments.folder):
        if arguments.match and not re.search(arguments.match, row["file"]):
            continue
        path = arguments.folder / row["file"]
        format = _format_of(path)  # noqa: A001
        if arguments.only and format != arguments.only:
            continue
        score = Counter()
        if format is None:
            score["files"] = 1
        else:
            _judge(path, row, arguments, format, score, misses[format])
        table[format or "unknown"].update(score)
        if arguments.files:
            print(_line_of(row["file"], format or "unknown", score))
    _print(table)
    if arguments.zotero:
        _print_peer(table)
    if arguments.show:
        for found in misses.values():
            print(*found[: arguments.show], sep="\n")


def _judge(path, row, arguments, format, score, misses):  # noqa: A002
    items = _read(path, format, score)
    oracle = _oracle(path, row, arguments.folder)
    peer = _zotero(path, arguments.zotero) if arguments.zotero else None
    by_bibtex = path.suffix != ".bib" and path.with_suffix(".bib").is_file()
    skipped = SKIPPED | (UNTOLD.get(format, set()) if by_bibtex else set())
    months = path.suffix != ".bib"
    if oracle is not None:
        score["oracles"] += 1
        compare(items, oracle, score, misses, path.name, skipped, months=months)
    if peer is not None:
        if oracle is not None:
            _add(score, "zotero", compare_apart(peer, oracle, path.name, skipped, months))
        _add(score, "both", compare_apart(items, peer, path.name, SKIPPED, months))
    if format in WRITERS:
        _round_trip(items, format, score)


def compare_apart(items, oracle, name, skipped, months):
    """The score of one comparison alone."""
    score = Counter()
    compare(items, oracle, score, [], name, skipped, months=months)
    return score


def _add(score, name, other):
    score.update({f"{name} {what}": other[what] for what in ("agree", "fields")})


def _zotero(path, url):
    """The items that Zotero reads in a file; None where it takes it for nothing of its own."""
    request = urllib.request.Request(
        f"{url.rstrip('/')}/import", path.read_bytes(), {"Content-Type": "text/plain; charset=utf-8"}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return parse_text(decode(answer.read()), "zotero-json").items or None
    except (urllib.error.HTTPError, TimeoutError):
        return None


def _format_of(path):
    try:
        return form_of(path.read_bytes(), path.name)
    except UnreadableFile:
        return None


def _line_of(name, format, score):  # noqa: A002
    told = f"{score['items']} items, {score['flaws']} flaws"
    agree = _percent(score["agree"], score["fields"])
    return f"{format:12} {name}: {told}{', ' + agree if agree else ''}"


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many disagreements of each format")
    parser.add_argument("--only", help="one format")
    parser.add_argument("--match", help="only files whose names match")
    parser.add_argument("--zotero", metavar="URL", help="a translation server that reads the files too")
    parser.add_argument("--files", action="store_true", help="print a line for each file")
    return parser.parse_args()


def _manifest(folder):
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines, delimiter="\t") if (folder / row["file"]).is_file()]


def _read(path, format, score):  # noqa: A002
    start = time.process_time()
    try:
        reading = _reading(path, format)
    except Exception as error:  # noqa: BLE001  # the bar is that none does
        print(f"raised: {path.name}: {type(error).__name__}: {error}")
        score.update(files=1, raised=1)
        return ()
    taken = time.process_time() - start
    score.update(files=1, items=len(reading.items), flaws=len(reading.flaws), microseconds=int(taken * 1e6))
    if taken > 1:
        print(f"slow: {path.name} took {taken:.1f} s for {len(reading.items)} items")
    return reading.items


def _reading(path, format):  # noqa: A002
    data = path.read_bytes()
    return READERS[format](data, None) if format in READERS else parse_text(decode(data), format)


def _oracle(path, row, folder):
    """The items of the expected output, read by our own readers."""
    name = row.get("oracle_file") or ""
    stem = re.sub(r"\.(?:csl\.)?[^.]+$", "", path.name)
    beside = [path.with_name(stem + suffix) for suffix in _BESIDE.get(path.suffix, ())]
    for other in [folder / name, *beside] if name else beside:
        if other.is_file():
            format = _format_of(other)  # noqa: A001
            return _reading(other, format).items if format else None
    return None


_BESIDE = {
    ".bib": (".json",),
    ".biblatex": (".csl.json",),
    ".xml": (".bib",),
    ".yaml": (".json",),
}
"""The suffix of a file and that of what tells, under the same stem, what is in it."""


def _round_trip(items, format, score):  # noqa: A002
    again = parse_text(WRITERS[format](items), format).items
    for first, second in zip(items, again, strict=False):
        for field, value in (("id", first.id), *first.filled(), ("custom", first.custom)):
            score["written"] += 1
            score["back"] += getattr(second, field) == value
    score["lost"] += len(items) - len(again)


def _print(table):
    print(
        f"{'format':13}{'files':>6}{'raised':>7}{'items':>7}{'flaws':>6}{'oracles':>8}{'fields':>7}{'agree':>9}{'round trip':>12}{'µs/item':>9}"
    )
    rows = sorted(table.items())
    others = (score for format, score in rows if format != "bibtex")  # noqa: A001
    for format, score in [*rows, ("not bibtex", sum(others, Counter()))]:  # noqa: A001
        print(
            f"{format:13}{score['files']:6}{score['raised']:7}{score['items']:7}{score['flaws']:6}{score['oracles']:8}{score['fields']:7}"
            f"{_percent(score['agree'], score['fields']):>9}{_percent(score['back'], score['written']):>12}"
            f"{score['microseconds'] / max(1, score['items']):9.0f}"
        )


def _print_peer(table):
    print(f"\n{'':13}{'expected outputs':>26}{'refs and Zotero':>26}")
    print(f"{'format':13}{'refs':>13}{'Zotero':>13}{'fields':>13}{'agree':>13}")
    for format, score in sorted(table.items()):  # noqa: A001
        if score["both fields"]:
            print(
                f"{format:13}{_percent(score['agree'], score['fields']):>13}{_percent(score['zotero agree'], score['zotero fields']):>13}"
                f"{score['both fields']:13}{_percent(score['both agree'], score['both fields']):>13}"
            )


def _percent(part, whole):
    return f"{100 * part / whole:.2f} %" if whole else ""


if __name__ == "__main__":
    main()
