"""Tables by host name, in which a host speaks for those under it."""

from collections.abc import Mapping
from typing import TypeVar

Rule = TypeVar("Rule")


def find_host(table: Mapping[str, Rule], name: str, usual: Rule) -> Rule:
    """What the table says of a host, or else of the nearest host above it, or else what is usual.

    >>> find_host({"nih.gov": 1}, "www.nimh.nih.gov", 2)
    1
    """
    while name:
        if name in table:
            return table[name]
        name = name.partition(".")[2]
    return usual
