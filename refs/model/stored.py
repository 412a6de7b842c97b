"""What a library knows of an item beyond the work itself."""

from dataclasses import dataclass
from enum import StrEnum

from refs.model.item import Item


@dataclass(frozen=True, slots=True)
class Stored:
    """An item with its library data.

    `missing` names the variables that are wanted and not known; an item with any is unresolved. The three dates of
    retrieval are ISO 8601: when it was first read, when a check last saw it alive, and what is printed.
    """

    item: Item
    created: str
    modified: str
    first_retrieved: str | None = None
    last_verified: str | None = None
    accessed: str | None = None
    missing: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def is_unresolved(self) -> bool:
        """Whether something that a bibliography needs is missing."""
        return bool(self.missing)


class AddOutcome(StrEnum):
    """What became of an item that was to be added."""

    ADDED = "added"
    PRESENT = "present"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: under which key the work now stands.

    PRESENT is the same work by an identifier, DUPLICATE by likeness (`score` 0 to 100); neither was written.
    `wanted` is the key asked for, when another item had it and the item was added under a longer one.
    """

    key: str
    outcome: AddOutcome = AddOutcome.ADDED
    wanted: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
