"""The shelf: the files of ready answers beside this one, read when first asked for."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ANSWERS = Path(__file__).parent / "answers"


@dataclass(frozen=True, slots=True)
class Work:
    """A work that the services know, by each of its names."""

    title: str
    authors: str
    journal: str
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    nbk: str | None = None
    landing: str | None = None

    @property
    def names(self) -> frozenset[str]:
        """Everything that may be typed to find the work, in lower case; a PMCID also without its letters."""
        digits = self.pmcid.removeprefix("PMC") if self.pmcid else None
        found = (self.doi, self.pmid, self.pmcid, digits, self.nbk)
        return frozenset(name.lower() for name in found if name)


@cache
def works() -> tuple[Work, ...]:
    """All works."""
    return tuple(Work(**entry) for entry in read_json("works.json"))


def find_work(name: str, scheme: str | None = None) -> Work | None:
    """The work with this DOI, PMID, PMCID or NBK id, in any letter case."""
    name = name.strip().lower()
    for work in works():
        if name == (getattr(work, scheme) or "").lower() if scheme else name in work.names:
            return work
    return None


@cache
def names(folder: str) -> frozenset[str]:
    """The names of the files in a folder of the shelf."""
    return frozenset(path.name for path in (ANSWERS / folder).iterdir())


@cache
def read_bytes(name: str) -> bytes:
    """The content of a file; the name comes from a table, never from a client."""
    return (ANSWERS / name).read_bytes()


def read_file(folder: str, name: str) -> bytes | None:
    """The content of a file that a client named, or None where the folder has none of that name."""
    return read_bytes(f"{folder}/{name}") if name in names(folder) else None


@cache
def read_json(name: str) -> Any:
    """The decoded content of a JSON file."""
    return json.loads(read_bytes(name))
