"""Measures the features on tagged references: trains on four fifths of a file and labels the rest.

    python training/tagged.py FILE.xml [--seed 1]

The file holds ``<sequence><author>…</author><title>…</title>…</sequence>`` elements. Words between blanks are
counted; one is right when it gets the name of the element that it stands in.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pycrfsuite
from lxml import etree

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from refs.parse.reference.features import features_of, word_of  # noqa: E402 - the folder is no package
from refs.parse.reference.read import find_spans  # noqa: E402
from refs.parse.reference.tokens import Token, tokenise  # noqa: E402

Tagged = list[tuple[str, str]]
_PARAMETERS = {"c1": 0.05, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": 1}


def read_tagged(path: Path) -> list[Tagged]:
    """The references of a tagged file as (words, element) pairs."""
    tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))
    return [
        [(" ".join((part.text or "").split()), str(part.tag)) for part in sequence if part.text]
        for sequence in tree.getroot()
    ]


def rows_of(tagged: Tagged) -> tuple[list[list[bytes]], list[str], list[tuple[int, int]]]:
    """The features, labels (a capital B where an element begins) and places of the tokens of a reference."""
    text = " ".join(words for words, _ in tagged)
    spans = find_spans(text)
    tokens = []
    for token in tokenise(text, []):
        span = next((span for span in spans if span.start <= token.start < span.end), None)
        tokens.append(Token(token.text, token.start, token.end, span.kind if span else ""))
    rows = features_of(tokens, [word_of(token.text, "") for token in tokens])
    for at, token in enumerate(tokens):
        for sign, near in (("@", at), ("<@", at - 1), (">@", at + 1)):
            if 0 <= near < len(tokens) and tokens[near].kind:
                rows[at].append(f"{sign}{tokens[near].kind}".encode())
                if sign == "@":
                    rows[at].append(f"{sign}{token.kind}{word_of(token.text, '').shape}".encode())
    return rows, _labels(tagged, tokens), [(token.start, token.end) for token in tokens]


def _labels(tagged: Tagged, tokens: list[Token]) -> list[str]:
    bounds, at = [], 0
    for words, label in tagged:
        bounds.append((at, at + len(words), label))
        at += len(words) + 1
    labels, last = [], -1
    for token in tokens:
        number = next(
            (number for number, (start, end, _) in enumerate(bounds) if start <= token.start < end), last
        )
        labels.append(("B-" if number != last else "I-") + bounds[number][2])
        last = number
    return labels


def main() -> None:
    """Print the share of words and of references that are right."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    references = [tagged for tagged in read_tagged(given.file) if tagged]
    random.Random(given.seed).shuffle(references)
    cut = len(references) // 5
    held, seen = references[:cut], references[cut:]
    began = time.process_time()
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS)
    for tagged in seen:
        rows, labels, _ = rows_of(tagged)
        trainer.append(rows, labels)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "tagged.crfsuite"
        trainer.train(str(model))
        _score(held, model)
    print(f"{len(seen)} seen, {time.process_time() - began:.0f} s")


def _score(held: list[Tagged], model: Path) -> None:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    total, whole, counts = Counter[bool](), Counter[bool](), Counter[tuple[str, str]]()
    for tagged in held:
        rows, labels, places = rows_of(tagged)
        guessed = tagger.tag(rows)
        right = []
        last = -2
        for label, guess, (start, end) in zip(labels, guessed, places, strict=True):
            good = label[2:] == guess[2:]
            if start == last:  # a part of the same word
                right[-1] = right[-1] and good
            else:
                right.append(good)
            last = end
            counts[label[2:], guess[2:]] += 1
        total.update(right)
        whole[all(right)] += 1
    print(
        f"{len(held)} held back: words right {total[True] / total.total():.4f}, references right {whole[True] / len(held):.4f}"
    )
    wrong = [(pair, count) for pair, count in counts.most_common() if pair[0] != pair[1]]
    print(wrong[:12])
    for label in sorted({pair[0] for pair in counts}):
        hit = counts[label, label]
        wanted = sum(count for pair, count in counts.items() if pair[0] == label)
        found = sum(count for pair, count in counts.items() if pair[1] == label)
        print(f"  {label:20} {wanted:6} F1 {2 * hit / max(1, wanted + found):.3f}")


if __name__ == "__main__":
    main()
