"""Word: what a registry says of an identifier."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """`found` is None when the registry did not say. `url` is where it sends a reader."""

    found: bool | None
    detail: str = ""
    url: str | None = None


SILENT = Word(None)
