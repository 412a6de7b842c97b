"""Labelled text: a reference as pieces, each with the label that its tokens should get."""

from typing import NamedTuple

from refs.parse.reference.span import Span
from refs.parse.reference.tokens import Token

# a author, e editor, t title, c container, p publisher, l place, d issue date, v volume, i issue, g pages, n the rest,
# K what rules read


class Piece(NamedTuple):
    """A stretch of text and its label, or none."""

    text: str
    label: str = ""


def join(pieces: list[Piece]) -> tuple[str, list[Span]]:
    """The text, and where each label stands."""
    spans = []
    at = 0
    for piece in pieces:
        if piece.label:
            spans.append(Span(at, at + len(piece.text), piece.label))
        at += len(piece.text)
    return "".join(piece.text for piece in pieces), spans


_DATES = {"date", "paren-date"}


def label_of(token: Token, marked: list[Span]) -> str:
    """The label that most of a token stands in."""
    best, most = "n", 0
    for span in marked:
        overlap = min(token.end, span.end) - max(token.start, span.start)
        if overlap > most:
            best, most = span.kind, overlap
    if token.kind and best not in {"t", "c", "a", "p"}:
        return "d" if token.kind in _DATES and best == "d" else ("n" if token.kind in _DATES else "K")
    if token.kind and most < (token.end - token.start) * 0.6:
        return "K"
    return best
