"""Blocks: what two items share when they are worth comparing, as small hashes in an index.

A hash is the kind of block times 2**32 plus a CRC of the words; two works in one block by accident cost one
comparison, nothing else.
"""

from collections.abc import Iterator
from zlib import crc32

from refs.store.traits import Traits

_TITLE, _PLACE, _START, _END = (kind << 32 for kind in range(1, 5))
_HEAD = 40


def blocks_of(traits: Traits) -> tuple[int, ...]:
    """The hashes of an item: the head of its title, its volume, page and year, its first name, year and first words.

    A typing error spoils one of them, seldom all.
    """
    return tuple(_hashes(traits))


def _hashes(traits: Traits) -> Iterator[int]:
    title, year = traits.title, traits.year
    letters = title.replace(" ", "")
    if len(letters) > 7:
        yield _TITLE + _hash(letters[:_HEAD])
        if len(letters) > _HEAD:
            yield _END + _hash(letters[-_HEAD:])
    if traits.volume and traits.pages[0]:
        yield _PLACE + _hash(f"{traits.volume} {traits.pages[0]} {year}")
    if traits.first_name and letters:
        yield _START + _hash(f"{traits.first_name} {title[:12]}")
    if not letters:
        yield _END + _hash(f"{' '.join(sorted(traits.names))} {traits.container} {year}")


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))
