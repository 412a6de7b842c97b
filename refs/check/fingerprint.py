"""Fingerprints: a 64-bit simhash of a text, and how far two of them are apart."""

import math
from collections.abc import Iterator
from hashlib import blake2b

_BITS = 64
_LANE = 16
_MAX_WORDS = 20_000


def fingerprint(text: str) -> str | None:
    """The simhash of the word triples of a text as 16 hexadecimal digits; None for an empty text.

    Each bit is a vote of all triples; the votes are counted in 64 lanes of one long integer, eight bits at a time.
    """
    total, count = 0, 0
    for shingle in _shingles(text.lower().split()[:_MAX_WORDS]):
        digest = blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for place, byte in enumerate(digest):
            total += _SPREAD[byte] << (place * 8 * _LANE)
        count += 1
    if not count:
        return None
    bits = sum(1 << place for place in range(_BITS) if 2 * _lane(total, place) > count)
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def drift(one: str, other: str) -> float:
    """The share of the text that differs, 0.0 to 1.0, as the angle between the two texts tells it."""
    return round(1 - max(0.0, math.cos(math.pi * distance(one, other) / _BITS)), 3)


def _shingles(words: list[str]) -> Iterator[str]:
    if len(words) < 3:
        return iter([" ".join(words)] if words else [])
    return (" ".join(words[place : place + 3]) for place in range(len(words) - 2))


def _lane(total: int, place: int) -> int:
    return total >> (place * _LANE) & (1 << _LANE) - 1


_SPREAD = tuple(sum((byte >> bit & 1) << (bit * _LANE) for bit in range(8)) for byte in range(256))
