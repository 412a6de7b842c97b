"""Positions of cites: first, subsequent, ibid, near note (CSL 1.0.2, "Choose", position)."""

from collections.abc import Sequence
from dataclasses import dataclass

from refs.model.citation import Citation, Cite
from refs.render.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT


@dataclass(slots=True)
class Placed:
    """Where one cite stands."""

    position: int = FIRST
    near_note: bool = False
    first_note: int = 0


def place_cites(citations: Sequence[Citation], near: int) -> list[list[Placed]]:
    """The place of every cite of the document, citation by citation."""
    seen: dict[str, tuple[int, int]] = {}
    placed: list[list[Placed]] = []
    before: Citation | None = None
    for citation in citations:
        places = []
        for at, cite in enumerate(citation.cites):
            places.append(_place(citation, at, cite, before, seen, near))
            if cite.id not in seen:
                seen[cite.id] = (citation.note, citation.note)
            else:
                seen[cite.id] = (seen[cite.id][0], citation.note)
        placed.append(places)
        before = citation
    return placed


def _place(
    citation: Citation,
    at: int,
    cite: Cite,
    before: Citation | None,
    seen: dict[str, tuple[int, int]],
    near: int,
) -> Placed:
    if cite.position is not None:
        number = {"first": FIRST, "subsequent": SUBSEQUENT, "ibid": IBID}.get(
            cite.position, IBID_WITH_LOCATOR
        )
        return Placed(number, cite.near_note, cite.first_note or seen.get(cite.id, (0, 0))[0])
    if cite.id not in seen:
        return Placed()
    first, latest = seen[cite.id]
    distance = citation.note - latest
    place = Placed(SUBSEQUENT, near_note=citation.note == 0 or distance <= near, first_note=first)
    previous = _previous(citation, at, cite, before)
    if previous is not None:
        place.position = _ibid(previous, cite)
    return place


def _previous(citation: Citation, at: int, cite: Cite, before: Citation | None) -> Cite | None:
    """The cite right before, when it is to the same item and may be followed by ibid."""
    if at:
        previous = citation.cites[at - 1]
        return previous if previous.id == cite.id else None
    if before is None or not before.cites or citation.note - before.note > 1:
        return None
    ids = {each.id for each in before.cites}
    return before.cites[-1] if ids == {cite.id} else None


def _ibid(previous: Cite, cite: Cite) -> int:
    if not previous.locator:
        return IBID_WITH_LOCATOR if cite.locator else IBID
    if not cite.locator:
        return SUBSEQUENT
    same = previous.locator == cite.locator and (previous.label or "page") == (cite.label or "page")
    return IBID if same else IBID_WITH_LOCATOR
