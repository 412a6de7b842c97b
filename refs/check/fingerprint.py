"""Fingerprints: a 64-bit simhash of a text, and how far two of them are apart."""

import math
from functools import lru_cache

_BITS = 64
_ALL = (1 << _BITS) - 1
_LANE = 3 * _BITS
_MAX_WORDS = 20_000
_KIND = "3w-"


def fingerprint(text: str) -> str | None:
    """The simhash of the word triples of a text as ``3w-`` and 16 hexadecimal digits; None for an empty text.

    Each bit is a vote of all triples, by a hash that is put together from those of the words: the first third of that
    of the first word, the second of the second, the last of the third. All triples are one long integer with a lane
    for each of them.
    """
    words = text.lower().split()[:_MAX_WORDS]
    if not words:
        return None
    number = max(1, len(words) - 2)
    hashes = int.from_bytes(b"".join(map(_hash, words)), "little")
    lanes = hashes ^ (hashes >> (_LANE + _BITS)) ^ (hashes >> 2 * (_LANE + _BITS))
    return f"{_KIND}{_majority(_count(lanes & _low(number), number), number // 2):016x}"


def is_comparable(one: str, other: str) -> bool:
    """Whether two fingerprints were made in the same way."""
    return len(one) == len(other)


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ."""
    return (_bits(one) ^ _bits(other)).bit_count()


def drift(one: str, other: str) -> float:
    """The share of the text that differs, 0.0 to 1.0, as the angle between the two texts tells it."""
    return round(1 - max(0.0, math.cos(math.pi * distance(one, other) / _BITS)), 3)


def _bits(print_: str) -> int:
    return int(print_.removeprefix(_KIND), 16)


@lru_cache(maxsize=8192)
def _hash(word: str) -> bytes:
    from hashlib import blake2b  # noqa: PLC0415 -- loads OpenSSL, and a check by HEAD reads no text

    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_LANE // 8).digest()


def _low(lanes: int) -> int:
    return (1 << lanes * _LANE) - 1


def _count(lanes: int, number: int) -> list[int]:
    """How many lanes have each bit, in binary: the first integer has the ones of all the sums, the next the twos.

    The upper half of the lanes is added to the lower half until one lane is left.
    """
    planes, width = [lanes], 1 << (number - 1).bit_length()
    while width > 1:
        width //= 2
        lower, cut = _low(width), width * _LANE
        planes = _add([plane & lower for plane in planes], [plane >> cut for plane in planes])
    return planes


def _add(one: list[int], other: list[int]) -> list[int]:
    """The sums of two rows of numbers that are written in the same way."""
    total, carry = [], 0
    for left, right in zip(one, other, strict=True):
        half = left ^ right
        total.append(half ^ carry)
        carry = (left & right) | (half & carry)
    return [*total, carry]


def _majority(planes: list[int], half: int) -> int:
    """The bits whose sums are above the half."""
    above, equal = 0, _ALL
    for place in reversed(range(len(planes))):
        if half >> place & 1:
            equal &= planes[place]
        else:
            above |= equal & planes[place]
            equal &= ~planes[place]
    return above
