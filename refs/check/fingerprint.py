"""Fingerprints: a 64-bit simhash of a text, and how far two of them are apart."""

import math
from operator import add

_BITS = 64
_VOTES = int.from_bytes(b"\x01" * _BITS, "little")
_FULL = 255
_MAX_WORDS = 20_000


def fingerprint(text: str) -> str | None:
    """The simhash of the word triples of a text as 16 hexadecimal digits; None for an empty text.

    Each bit is a vote of all triples. A triple votes with the lowest bits of the 64 bytes of its hash; the votes
    are counted in 64 bytes of one long integer, which are emptied before any of them is full.
    """
    from hashlib import blake2b  # noqa: PLC0415 -- a check by HEAD reads no text

    words = text.lower().split()[:_MAX_WORDS]
    if not words:
        return None
    shingles = (
        [" ".join(words)]
        if len(words) < 3
        else list(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
    )
    counts = [0] * _BITS
    for start in range(0, len(shingles), _FULL):
        votes = 0
        for shingle in shingles[start : start + _FULL]:
            digest = blake2b(shingle.encode("utf-8", "surrogatepass")).digest()
            votes += int.from_bytes(digest, "little") & _VOTES
        counts = list(map(add, counts, votes.to_bytes(_BITS, "little")))
    half = len(shingles)
    return f"{sum(1 << place for place, count in enumerate(counts) if 2 * count > half):016x}"


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def drift(one: str, other: str) -> float:
    """The share of the text that differs, 0.0 to 1.0, as the angle between the two texts tells it."""
    return round(1 - max(0.0, math.cos(math.pi * distance(one, other) / _BITS)), 3)
