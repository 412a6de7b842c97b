"""The reference lists of a page."""

from collections.abc import Sequence
from dataclasses import replace

from refs.article.bare import bare_listings, is_credible
from refs.article.block import Block, Page
from refs.article.entry import clean, entries_of, is_structured
from refs.article.headed import headed_listings, trim
from refs.article.linked import linked_listings
from refs.article.listing import Listing, covered_blocks
from refs.article.words import is_weak_heading
from refs.model.article import ListEntry

_STRONG = 2.2


def find_listings(page: Page, cited: frozenset[int]) -> list[Listing]:
    """The reference lists of a page, in order, copies left out; `cited` are the numbers that the text seems to cite."""
    announced = _apart(
        [
            *_recorded(page),
            *_marked(page.blocks),
            *_notes(page.blocks),
            *linked_listings(page.blocks),
            *_worthy(page.blocks, cited),
        ]
    )
    found = announced or bare_listings(page.blocks, cited)[:1]
    return _without_copies(sorted(found, key=lambda listing: min(listing.covered, default=0)))


def _recorded(page: Page) -> list[Listing]:
    """The entries that the front matter holds."""
    entries = [
        ListEntry(raw=each.raw, span=each.span, position=0, key=each.key, text=each.raw, data=each.data)
        for each in page.bibliography
    ]
    return (
        [Listing(entries, covered_blocks(page.blocks, range(len(page.blocks)), entries), linked=True)]
        if entries
        else []
    )


def _marked(blocks: Sequence[Block]) -> list[Listing]:
    """The bibliography that a word processor keeps."""
    indices = [
        index for index, block in enumerate(blocks) if "bibliography" in block.roles and block.text.strip()
    ]
    entries = trim(entries_of([blocks[index] for index in indices])) if indices else []
    return [Listing(entries, covered_blocks(blocks, indices, entries), linked=True)] if entries else []


def _notes(blocks: Sequence[Block]) -> list[Listing]:
    """The footnotes of Markdown."""
    indices = [index for index, block in enumerate(blocks) if block.name is not None and block.text.strip()]
    entries = entries_of([blocks[index] for index in indices])
    return [Listing(entries, set(indices), linked=True)] if entries else []


def _worthy(blocks: Sequence[Block], cited: frozenset[int]) -> list[Listing]:
    return [
        listing
        for listing in headed_listings(blocks)
        if is_credible(listing, cited) or _is_announced(listing, blocks)
    ]


def _is_announced(listing: Listing, blocks: Sequence[Block]) -> bool:
    """Whether the heading speaks for the list: the stronger the heading, the less the entries must look like references."""
    if listing.heading is None:
        return True
    words = clean(blocks[listing.heading].text)
    if is_weak_heading(words):
        return listing.fraction >= 0.6 and listing.mean >= _STRONG
    marked = listing.is_numbered or any(is_structured(blocks[index]) for index in listing.covered)
    return listing.fraction >= 0.3 or (marked and len(listing.entries) > 1 and listing.mean >= 0)


def _apart(listings: Sequence[Listing]) -> list[Listing]:
    """The listings that share no block with one before, the whole of a list before its part."""
    taken: set[int] = set()
    kept = []
    for listing in listings:
        if any(listing.covered < other.covered for other in listings):
            continue
        if listing.covered and not listing.covered & taken:
            taken |= listing.covered
            kept.append(listing)
    return kept


def _without_copies(listings: Sequence[Listing]) -> list[Listing]:
    """The listings whose words have not come before."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for listing in listings:
        if listing.words() not in seen:
            seen.add(listing.words())
            kept.append(listing)
    return kept


def numbered_in_place(listings: Sequence[Listing]) -> list[Listing]:
    """The listings with positions counted through all of them."""
    position, counted = 0, []
    for listing in listings:
        entries = []
        for entry in listing.entries:
            position += 1
            entries.append(replace(entry, position=position))
        counted.append(replace(listing, entries=entries))
    return counted
