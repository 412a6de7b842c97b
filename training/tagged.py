"""Measures the features on tagged references: trains on four fifths of a file and labels the rest.

    python training/tagged.py FILE.xml [--seed 1] [--seeds 3]

The file holds ``<sequence><author>…</author><title>…</title>…</sequence>`` elements. Words between blanks are
counted; one is right when it gets the name of the element that it stands in. Beside the features of the reader, the
model gets what the four fifths themselves teach of each word: the pairs that it forms, its ends, and in which
elements it stands in other references. With several seeds, each parts the file anew; the mean is told too.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pycrfsuite
from lxml import etree

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from lexicon import Lexicon, core_of  # noqa: E402 - the folder is no package

from refs.parse.reference.features import features_of, word_of  # noqa: E402
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


class Example(NamedTuple):
    """One reference: its tokens as words, their features, labels (B- where an element begins) and places."""

    words: list[str]
    rows: list[list[bytes]]
    labels: list[str]
    places: list[tuple[int, int]]

    @property
    def seen(self) -> list[tuple[str, str]]:
        """The words, each with the name of its element."""
        return [(word, label[2:]) for word, label in zip(self.words, self.labels, strict=True)]


def example_of(tagged: Tagged) -> Example:
    """The tokens of a reference with their features and labels."""
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
    words = [token.text for token in tokens]
    for row, told in zip(rows, _spelling(words), strict=True):
        row.extend(told)
    return Example(words, rows, _labels(tagged, tokens), [(token.start, token.end) for token in tokens])


def _spelling(words: list[str]) -> list[list[bytes]]:
    """The pairs that each word forms with its neighbours, and its beginnings and ends."""
    cores = ["", *(core_of(word) for word in words), ""]
    return [
        [
            each.encode()
            for each in (
                f"b-{before}|{core}",
                f"b+{core}|{after}",
                f"f1{core[:1]}",
                f"f2{core[:2]}",
                f"f4{core[:4]}",
                f"g1{core[-1:]}",
                f"g4{core[-4:]}",
            )
        ]
        for before, core, after in zip(cores, cores[1:], cores[2:], strict=False)
    ]


def rows_with(lexicon: Lexicon, example: Example, own: list[tuple[str, str]]) -> list[list[bytes]]:
    """The features of an example with what the lexicon says of its words."""
    told = lexicon.features(example.words, own)
    return [row + [each.encode() for each in more] for row, more in zip(example.rows, told, strict=True)]


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
    options.add_argument("--seeds", type=int, default=1, help="how many seeds, from the first on")
    given = options.parse_args()
    examples = [example_of(tagged) for tagged in read_tagged(given.file) if tagged]
    shares = [measure(examples, seed) for seed in range(given.seed, given.seed + given.seeds)]
    print(f"mean of {len(shares)} seeds: words right {sum(shares) / len(shares):.4f}")


def measure(examples: list[Example], seed: int) -> float:
    """The share of words that are right in a fifth of the examples, by a model of the others."""
    examples = [*examples]
    random.Random(seed).shuffle(examples)
    cut = len(examples) // 5
    held, seen = examples[:cut], examples[cut:]
    began = time.process_time()
    lexicon = Lexicon(example.seen for example in seen)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS)
    for example in seen:
        trainer.append(rows_with(lexicon, example, example.seen), example.labels)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "tagged.crfsuite"
        trainer.train(str(model))
        share = _score(held, lexicon, model)
    print(f"seed {seed}: {len(seen)} seen, {time.process_time() - began:.0f} s", flush=True)
    return share


def _score(held: list[Example], lexicon: Lexicon, model: Path) -> float:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    total, whole, counts = Counter[bool](), Counter[bool](), Counter[tuple[str, str]]()
    for example in held:
        guessed = tagger.tag(rows_with(lexicon, example, []))
        right = []
        last = -2
        for label, guess, (start, end) in zip(example.labels, guessed, example.places, strict=True):
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
    return total[True] / total.total()


if __name__ == "__main__":
    main()
