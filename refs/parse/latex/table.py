"""The commands that refs/data/latex.tsv knows, read when the first rare one is met."""

from functools import cache
from pkgutil import get_data


def character_of(name: str) -> str | None:
    r"""The character that a command sets, or the accent that it puts on its argument; None for any other.

    >>> character_of("textdoublepipe"), character_of("emph")
    ('ǂ', None)
    """
    return _table().get(name)


@cache
def _table() -> dict[str, str]:
    text = (get_data("refs.data", "latex.tsv") or b"").decode("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return dict(line.split("\t", 1) for line in lines)
