"""The applications for new drugs and biologics that FDA has approved."""

from functools import cache
from importlib.resources import files


def is_new_drug(number: str) -> bool:
    """Whether a number of six digits is an approved NDA or BLA, as far as FDA's list of January 2024 tells.

    >>> is_new_drug("017533"), is_new_drug("208004")  # Klonopin; a generic
    (True, False)
    """
    return number[3:] in _listed().get(number[:3], ())


@cache
def _listed() -> dict[str, frozenset[str]]:
    text = files("refs.data").joinpath("fda_applications.txt").read_text("ascii")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {first: frozenset(rest) for first, *rest in lines}
