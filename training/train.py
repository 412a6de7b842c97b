"""Trains the reference model: synthetic references from the pool, templates and styles, and labelled strings.

nice python training/train.py [--count 12000] [--seed 7] [--tagged FILE.xml] [--out refs/data/reference.crfsuite]
"""

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pycrfsuite

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from articles import make_article, make_book  # noqa: E402 - the folder is no package
from noise import spoil  # noqa: E402
from pages import make_chapter, make_label, make_page, make_weekly  # noqa: E402
from pieces import Piece, join, labels_of  # noqa: E402
from styles import print_in_styles  # noqa: E402
from templates import print_record  # noqa: E402

from refs.parse.reference.clean import clean_text  # noqa: E402
from refs.parse.reference.features import features_of  # noqa: E402
from refs.parse.reference.read import find_spans  # noqa: E402
from refs.parse.reference.span import Span  # noqa: E402
from refs.parse.reference.tokens import tokenise  # noqa: E402

Record = dict[str, Any]
_SHARES = {
    "page": 0.34,
    "weekly": 0.09,
    "article": 0.18,
    "book": 0.03,
    "statpearls": 0.05,
    "label": 0.04,
    "video": 0.01,
}
_PARAMETERS = {
    "c1": 0.05,
    "c2": 0.02,
    "max_iterations": 90,
    "feature.minfreq": 2,
    "feature.possible_transitions": 1,
}


def read_pool() -> list[Record]:
    """The records of the pool."""
    return [json.loads(line) for line in (HERE / "pool.jsonl").read_text().splitlines()]


def make_record(pool: list[Record], rng: random.Random) -> Record:
    """A record of a random kind."""
    kind = rng.choices([*_SHARES, "pool"], [*_SHARES.values(), 1 - sum(_SHARES.values())])[0]
    if kind == "pool":
        return rng.choice(pool)
    if kind == "page":
        return make_page(rng)
    if kind == "weekly":
        return make_weekly(rng)
    if kind == "article":
        return make_article(pool, rng)
    if kind == "book":
        return make_book(pool, rng)
    if kind == "video":
        return make_page(rng) | {"type": "video"}
    return make_chapter(rng) if kind == "statpearls" else make_label(rng)


def borrow_title(record: Record, pool: list[Record], rng: random.Random) -> Record:
    """The record, sometimes with the title of another work, so that no word belongs to pages alone."""
    return (
        record | {"title": rng.choice(pool)["title"]}
        if record["type"] in {"webpage", "report"} and rng.random() < 0.2
        else record
    )


def make_references(count: int, rng: random.Random) -> list[list[Piece]]:
    """Synthetic references as pieces."""
    pool = read_pool()
    made = []
    while len(made) < count:
        pieces = print_record(borrow_title(make_record(pool, rng), pool, rng), rng)
        if pieces:
            made.append(spoil(pieces, rng))
    return made


_TAGGED = re.compile(r"<(?P<label>[a-z])>(?P<text>.*?)</(?P=label)>")


def read_labelled(path: Path) -> list[list[Piece]]:
    """The references of a file that were labelled by hand, as pieces."""
    made = []
    for line in path.read_text().splitlines():
        pieces, at = [], 0
        for found in _TAGGED.finditer(line):
            pieces += [Piece(line[at : found.start()]), Piece(found["text"], found["label"])]
            at = found.end()
        made.append([piece for piece in [*pieces, Piece(line[at:])] if piece.text])
    return made


def make_styled(count: int, rng: random.Random) -> list[list[Piece]]:
    """Synthetic references in published styles as pieces."""
    pool = read_pool()
    records = [make_record(pool, rng) for _ in range(1_500)]
    return [spoil(pieces, rng) for pieces in print_in_styles(records, count, rng)]


def label_reference(text: str, marked: list[Span]) -> tuple[list[list[bytes]], list[str]]:
    """The features and labels of a reference."""
    clean = clean_text(text)
    tokens = tokenise(clean.text, find_spans(clean.text))
    if clean.text != text:
        marked = [Span(_place(clean, span.start), _place(clean, span.end), span.kind) for span in marked]
    return features_of(tokens), labels_of(tokens, marked)


def _place(clean: Any, origin: int) -> int:
    """The offset in the plain text of an offset in the original."""
    at = 0
    for start, first in zip(clean.starts, clean.origins, strict=True):
        if first <= origin:
            at = start + origin - first
    return at


_WORDS = (b"w=", b"x=", b"<w", b">w")


def forget_words(rows: list[list[bytes]], rng: random.Random) -> list[list[bytes]]:
    """The features with some words left out, so that the model learns from form as well."""
    if rng.random() < 0.5:
        return rows
    return [
        row if rng.random() < 0.6 else [each for each in row if not each.startswith(_WORDS)] for row in rows
    ]


def train(
    examples: list[tuple[list[list[bytes]], list[str]]], out: Path, parameters: dict[str, float]
) -> None:
    """Write the model learnt from the examples."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in examples:
        if features:
            trainer.append(features, labels)
    trainer.set_params(parameters)
    trainer.train(str(out))


def main() -> None:
    """Train and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=12_000)
    options.add_argument("--styled", type=int, default=6_000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--labelled", type=Path, nargs="*", default=[HERE / "labelled.txt"])
    options.add_argument("--repeats", type=int, default=5, help="how often each labelled reference is used")
    options.add_argument("--c1", type=float, default=_PARAMETERS["c1"])
    options.add_argument("--c2", type=float, default=_PARAMETERS["c2"])
    options.add_argument("--out", type=Path, default=HERE.parent / "refs/data/reference.crfsuite")
    options.add_argument(
        "--show", type=int, default=0, help="only print so many references with their labels"
    )
    given = options.parse_args()
    rng = random.Random(given.seed)
    references = make_references(given.count, rng) + make_styled(given.styled, rng)
    if given.show:
        for pieces in rng.sample(references, given.show):
            print("".join(f"‹{piece.label}:{piece.text}›" if piece.label else piece.text for piece in pieces))
        return
    if not given.show:
        references += [
            spoil(pieces, rng) if at else pieces
            for at in range(given.repeats)
            for path in given.labelled
            for pieces in read_labelled(path)
        ]
    began = time.process_time()
    examples = [label_reference(*join(pieces)) for pieces in references]
    print(f"{len(examples)} references, {time.process_time() - began:.0f} s to make features")
    print(Counter(label for _, labels in examples for label in labels).most_common())
    examples = [(forget_words(rows, rng), labels) for rows, labels in examples]
    train(examples, given.out, _PARAMETERS | {"c1": given.c1, "c2": given.c2})
    print(f"{given.out}: {given.out.stat().st_size:,} bytes, {time.process_time() - began:.0f} s")


if __name__ == "__main__":
    main()
