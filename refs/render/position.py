"""Positions of cites: first, subsequent, ibid, near note (CSL 1.0.2, "Choose", position)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from refs.model.citation import Citation, CitationMode, Cite
from refs.render.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT


@dataclass(slots=True)
class Placed:
    """Where one cite stands."""

    position: int = FIRST
    near_note: bool = False
    first_note: int = 0


def place_cites(citations: Sequence[Citation], near: int) -> list[list[Placed]]:
    """The place of every cite of the document, citation by citation; text and notes count apart."""
    placed: list[list[Placed]] = [[] for _ in citations]
    for in_note in (False, True):
        rows = [at for at, each in enumerate(citations) if bool(each.note) is in_note]
        walker = _Walker([citations[at] for at in rows], near)
        for at, places in zip(rows, walker.walk(), strict=True):
            placed[at] = places
    return placed


class _Walker:
    """Goes through the citations of the text, or of the notes."""

    def __init__(self, citations: Sequence[Citation], near: int) -> None:
        self.citations, self.near = citations, near
        self.first: dict[str, int] = {}
        self.latest: dict[str, int] = {}
        self.in_note = Counter(each.note for each in citations)

    def walk(self) -> list[list[Placed]]:
        placed = []
        before: Citation | None = None
        for citation in self.citations:
            places = []
            for at, cite in enumerate(citation.cites):
                places.append(self.place(citation, at, cite, before))
                self.first.setdefault(cite.id, citation.note)
                self.latest[cite.id] = citation.note
            placed.append(places)
            before = citation
        return placed

    def place(self, citation: Citation, at: int, cite: Cite, before: Citation | None) -> Placed:
        if cite.position is not None:
            number = _NUMBERS.get(cite.position, IBID_WITH_LOCATOR)
            return Placed(number, cite.near_note, cite.first_note or self.first.get(cite.id, 0))
        if cite.id not in self.first or citation.mode is CitationMode.AUTHOR_ONLY:
            return Placed()
        near = citation.note == 0 or citation.note - self.latest[cite.id] <= self.near
        first = self.first[cite.id]
        place = Placed(SUBSEQUENT, near, first if first != citation.note else 0)
        previous = self.previous(citation, at, cite, before)
        if previous is not None:
            place.position = _ibid(previous, cite)
        return place

    def previous(self, citation: Citation, at: int, cite: Cite, before: Citation | None) -> Cite | None:
        """The cite right before, when it is to the same item and may be followed by ibid."""
        if at:
            previous = citation.cites[at - 1]
            return previous if previous.id == cite.id else None
        if before is None or not before.cites or citation.note - before.note > 1:
            return None
        if before.note != citation.note and self.in_note[before.note] > 1:
            return None
        if before.note == citation.note:
            return before.cites[0] if before.cites[-1].id == cite.id else None
        return before.cites[-1] if {each.id for each in before.cites} == {cite.id} else None


_NUMBERS = {"first": FIRST, "subsequent": SUBSEQUENT, "ibid": IBID}


def _ibid(previous: Cite, cite: Cite) -> int:
    if not previous.locator:
        return IBID_WITH_LOCATOR if cite.locator else IBID
    if not cite.locator:
        return SUBSEQUENT
    same = previous.locator == cite.locator and (previous.label or "page") == (cite.label or "page")
    return IBID if same else IBID_WITH_LOCATOR
