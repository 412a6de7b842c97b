"""Lookup: the addresses that a host name stands for, judged."""

from dataclasses import dataclass

from refs.model.link import Reason


@dataclass(frozen=True, slots=True)
class Lookup:
    """The addresses of a name, or why there are none."""

    name: str
    addresses: tuple[str, ...] = ()
    reason: Reason | None = None
    detail: str = ""
