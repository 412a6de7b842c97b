"""An article's list and markers in another style."""

from collections.abc import Callable, Sequence

from refs.article.edit import Edit, real_edits
from refs.article.slot import Slot, slots_of
from refs.model.article import Article, Format, ListEntry, Marker

EntryText = Callable[[ListEntry], str]
CitationText = Callable[[Marker, tuple[int, ...], tuple[int, ...]], str]
LabelText = Callable[[int], str]
_PLAIN = {Format.TEXT, Format.MARKDOWN}


def restyle(
    article: Article,
    *,
    entry: EntryText,
    citation: CitationText | None = None,
    order: Sequence[int] | None = None,
    label: LabelText | None = None,
) -> tuple[Edit, ...]:
    """The edits that write every entry and marker anew, in the format of the article.

    `entry` writes an entry; `order` lists the positions as they shall stand; `label` writes what stands before an
    entry, where labels are text. `citation` is given a marker, the positions of its entries and their numbers in the
    new order, and writes the marker.
    """
    slots = slots_of(article)
    positions = [slot.entry.position for slot in slots]
    order = list(order) if order is not None else positions
    if sorted(order) != sorted(positions):
        message = f"the order {order} is not one of the positions {positions}"
        raise ValueError(message)
    by_position = {slot.entry.position: slot for slot in slots}
    edits = [
        edit
        for number, (slot, position) in enumerate(zip(slots, order, strict=True), 1)
        for edit in _slot_edits(article, slot, number, entry(by_position[position].entry), label)
    ]
    if citation is not None:
        edits += _marker_edits(
            article, citation, {position: number for number, position in enumerate(order, 1)}
        )
    return real_edits(article.source, edits)


def _slot_edits(article: Article, slot: Slot, number: int, text: str, label: LabelText | None) -> list[Edit]:
    edits = [Edit(slot.body.start, slot.body.end, text)]
    if label is not None and article.format in _PLAIN:
        edits.append(Edit(slot.outer.start, slot.body.start, label(number)))
    return edits


def _marker_edits(article: Article, citation: CitationText, new: dict[int, int]) -> list[Edit]:
    position_of = {entry.number or entry.position: entry.position for entry in article.entries}
    by_key = {entry.key: entry.position for entry in article.entries if entry.key}
    edits = []
    for marker in article.markers:
        found = [position_of.get(number) for number in marker.numbers] or [
            by_key.get(key) for key in marker.keys
        ]
        positions = tuple(position for position in found if position is not None)
        if positions and len(positions) == len(found):
            text = citation(marker, positions, tuple(new[position] for position in positions))
            edits.append(Edit(marker.span.start, marker.span.end, text))
    return edits
