"""Damage of the kinds that copying and scraping do."""

import random
import re

from pieces import Piece

_LINK_WORDS = (
    " CrossRef",
    " PubMed Google Scholar",
    " View Article",
    "external icon",
    " ↩",
    " [Crossref]",
    " [PMC free article]",
)


def spoil(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """The pieces, often as they were, sometimes numbered, run together, or with other quotes."""
    if rng.random() < 0.13:
        number = rng.randint(1, 99)
        pieces = [
            Piece(
                rng.choice([f"{number}. ", f"[{number}] ", f"({number}) ", f"{number}) ", "↑ ", "• ", "^ "])
            ),
            *pieces,
        ]
    if rng.random() < 0.05:
        pieces = [
            Piece(re.sub(r"([.:]) (?=[A-Zh“\"])", r"\1", piece.text), piece.label)
            if not piece.label
            else piece
            for piece in pieces
        ]
    if rng.random() < 0.25:
        pieces = [Piece(piece.text.translate(_STRAIGHT), piece.label) for piece in pieces]
    elif rng.random() < 0.15:
        pieces = [Piece(re.sub(r"(?<=\w)'(?=\w)", "’", piece.text), piece.label) for piece in pieces]
    if rng.random() < 0.04:
        pieces = [*pieces, Piece(rng.choice(_LINK_WORDS))]
    if rng.random() < 0.04 and pieces:
        last = pieces[-1]
        pieces = [*pieces[:-1], Piece(last.text.rstrip(".") if not last.label else last.text, last.label)]
    if rng.random() < 0.02:
        pieces = [
            Piece(piece.text.replace(", ", ",") if piece.label == "a" else piece.text, piece.label)
            for piece in pieces
        ]
    if rng.random() < 0.02:
        pieces = [
            Piece(piece.text.replace(". ", ", ") if not piece.label else piece.text, piece.label)
            for piece in pieces
        ]
    return [piece for piece in pieces if piece.text]


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-"})
