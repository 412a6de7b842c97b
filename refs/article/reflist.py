"""The reference lists of a page."""

from collections.abc import Sequence
from dataclasses import replace

from refs.article.bare import bare_listings, is_credible
from refs.article.block import Block, Page
from refs.article.headed import headed_listings
from refs.article.linked import linked_listings
from refs.article.listing import Listing, covered_blocks
from refs.model.article import ListEntry


def find_listings(page: Page, cited: frozenset[int]) -> list[Listing]:
    """The reference lists of a page, in order, copies left out; `cited` are the numbers that the text seems to cite."""
    announced = _apart([*_recorded(page), *linked_listings(page.blocks), *_worthy(page.blocks, cited)])
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


def _worthy(blocks: Sequence[Block], cited: frozenset[int]) -> list[Listing]:
    return [
        listing
        for listing in headed_listings(blocks)
        if listing.fraction >= 0.3 or is_credible(listing, cited)
    ]


def _apart(listings: Sequence[Listing]) -> list[Listing]:
    """The listings that share no block with one before."""
    taken: set[int] = set()
    kept = []
    for listing in listings:
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
