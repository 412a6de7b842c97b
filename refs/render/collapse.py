"""Cites of one citation joined: grouped by author, collapsed, ranged (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from collections.abc import Sequence
from dataclasses import dataclass

from refs.model.style import CitationPart
from refs.render import marks
from refs.render.punctuation import seamed


@dataclass(slots=True)
class Piece:
    """One rendered cite.

    `follows` says that its names are those of the cite before; `collapsed`, that it has none of its own to show.
    `number` is set when the text is nothing but a citation number or year-suffix, and stands in sequences by it.
    """

    text: str
    names: str = ""
    locator: bool = False
    follows: bool = False
    collapsed: bool = False
    number: int | None = None
    lettered: bool = False
    suffix_only: bool = False
    prefixed: str = ""
    suffixed: str = ""


class Joiner:
    """Joins the cites of a citation as the style's citation options say."""

    def __init__(self, part: CitationPart, *, in_text: bool, numeric: bool, range_delimiter: str) -> None:
        self.part = part
        self.collapse, self.collapses = part.collapse, bool(part.collapse)
        self.commas = in_text and not numeric
        self.range_delimiter = seamed(range_delimiter or "–")
        self.delimiter = seamed(part.layout.delimiter)
        self.groups = in_text and bool(
            part.cite_group_delimiter is not None
            or part.collapse in ("year", "year-suffix", "year-suffix-ranged")
        )
        self.drops_names = part.collapse in ("year", "year-suffix", "year-suffix-ranged")
        self.drops_years = (
            part.collapse in ("year-suffix", "year-suffix-ranged") and part.disambiguate_add_year_suffix
        )
        self.ranges = part.collapse in ("citation-number", "year-suffix-ranged")

    def join(self, pieces: Sequence[Piece]) -> str:
        """The citation."""
        out: list[str] = []
        at = 0
        while at < len(pieces):
            end = self._run_end(pieces, at) if self.ranges else at
            if end - at >= 2:
                out.append(self._before(pieces, at))
                out.append(pieces[at].text + self.range_delimiter + pieces[end].text)
                at = end + 1
            else:
                out.append(self._before(pieces, at) + pieces[at].text)
                at += 1
        return "".join(out)

    def _run_end(self, pieces: Sequence[Piece], start: int) -> int:
        """The last of the pieces whose numbers follow one another from here."""
        end = start
        while (
            end + 1 < len(pieces)
            and pieces[end].number is not None
            and not pieces[end].suffixed
            and not pieces[end + 1].prefixed
            and not pieces[end + 1].suffixed
            and pieces[end + 1].number == (pieces[end].number or 0) + 1
            and (pieces[end + 1].suffix_only or not pieces[end + 1].lettered)
        ):
            end += 1
        return end

    def _before(self, pieces: Sequence[Piece], at: int) -> str:
        if at == 0:
            return ""
        delimiter = self._delimiter(pieces, at)
        before, piece = pieces[at - 1], pieces[at]
        if before.suffixed and before.suffixed[-1] in ";.,":
            blank = delimiter.find(" ")
            return delimiter[blank:] if blank >= 0 else ""
        if not before.suffixed and piece.prefixed and piece.prefixed[0] in ";.,":
            return ""
        return delimiter

    def _delimiter(self, pieces: Sequence[Piece], at: int) -> str:
        part, before, piece = self.part, pieces[at - 1], pieces[at]
        if piece.suffix_only and before.lettered and not before.locator:
            for each in (part.cite_group_delimiter, part.year_suffix_delimiter):
                if each is not None:
                    return seamed(each)
            return self.delimiter
        if part.after_collapse_delimiter is not None and (piece.number is None or piece.lettered):
            return seamed(self._after_collapse(before, piece))
        if piece.follows and part.cite_group_delimiter is not None:
            return seamed(part.cite_group_delimiter)
        if piece.collapsed and self.drops_names and self.commas:
            return seamed(", ")
        return self.delimiter

    def _after_collapse(self, before: Piece, piece: Piece) -> str:
        after = self.part.after_collapse_delimiter or ""
        if before.locator or (not piece.collapsed and (before.collapsed or self.collapse != "year-suffix")):
            return after
        return self.part.layout.delimiter


def only_suffix(text: str) -> bool:
    """Whether the text is a year-suffix and nothing else."""
    start, end = text.find(marks.YEAR_SUFFIX), text.find(marks.YEAR_SUFFIX_END)
    return start >= 0 and not marks.bare(text[:start] + text[end:]).strip()


def only_number(text: str, number: int) -> bool:
    """Whether the text is a citation number, with nothing but brackets and dots about it."""
    return bool(number) and "".join(each for each in marks.bare(text) if each.isalnum()) == str(number)


def suffix_number(letters: str) -> int:
    """The number of a year-suffix, from 1.

    >>> suffix_number("ab")
    28
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 96
    return number
