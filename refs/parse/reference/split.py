"""A pasted list of references, cut into its pieces."""

from refs.segment.piece import Piece
from refs.segment.split import split_list


def split_references(text: str) -> list[Piece]:
    """The references of a list, each without its label, with its place in the text and its printed number."""
    return list(split_list(text))


__all__ = ["Piece", "split_references"]
