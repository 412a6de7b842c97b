"""How alike two texts are, from 0 to 100, by rapidfuzz, which is loaded when it is first asked: most runs compare nothing."""

from functools import cache
from typing import Any


def ratio(one: str, other: str, least: float = 0.0) -> float:
    """How much of two texts is the same in the same order; 0 when that is less than the `least`.

    >>> ratio("aspirin", "aspirine") > 90, ratio("aspirin", "heparin", least=80)
    (True, 0.0)
    """
    return float(_fuzz().ratio(one, other, score_cutoff=least))


def ratio_of_part(one: str, other: str) -> float:
    """The ratio of the shorter text and the part of the longer one that is most like it."""
    return float(_fuzz().partial_ratio(one, other))


def ratio_of_words(one: str, other: str) -> float:
    """The ratio of the words of two texts, whatever their order; 100 when one has all words of the other."""
    return float(_fuzz().token_set_ratio(one, other))


@cache
def _fuzz() -> Any:
    from rapidfuzz import fuzz  # noqa: PLC0415 -- see above

    return fuzz
