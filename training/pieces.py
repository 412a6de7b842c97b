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


def labels_of(tokens: list[Token], marked: list[Span]) -> list[str]:
    """The label of each token: that of the stretch that most of it stands in, a capital where a stretch begins."""
    labels = []
    before = None
    for token in tokens:
        span = _span_of(token, marked)
        label = _label_of(token, span)
        begins = label in "atcpeld" and (span is not before or labels[-1:] == ["n"])
        labels.append(label.upper() if begins else label)
        before = span if label != "K" else before
    return labels


def _span_of(token: Token, marked: list[Span]) -> Span | None:
    best, most = None, 0
    for span in marked:
        overlap = min(token.end, span.end) - max(token.start, span.start)
        if overlap > most:
            best, most = span, overlap
    return best


def _label_of(token: Token, span: Span | None) -> str:
    if span is None:
        return "K" if token.kind and token.kind not in _DATES else "n"
    label = span.kind
    if not token.kind:
        return label
    if token.kind in _DATES and label == "d":
        return "d"
    within = min(token.end, span.end) - max(token.start, span.start) > 0.6 * (token.end - token.start)
    if label in {"t", "c", "a", "p"} and within:
        return label
    return "n" if token.kind in _DATES else "K"
