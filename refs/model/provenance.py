"""Provenance: where one field of an item came from."""

from dataclasses import dataclass

PERSON = "person"
"""The source of what a person set; no refetch overwrites it."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which source gave a field, by which tag of its answer, and when (ISO 8601, UTC)."""

    source: str
    tag: str | None = None
    when: str | None = None
    confidence: float | None = None

    @property
    def by_person(self) -> bool:
        """Whether a person set the field."""
        return self.source == PERSON
