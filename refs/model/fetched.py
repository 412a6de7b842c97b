"""Fetched: what a service answered about one identifier, and the notices that hang on the work."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from refs.model.date import Date
from refs.model.flaw import Flaw
from refs.model.identifier import Identifier
from refs.model.item import Item
from refs.model.reading import Reading


class Outcome(StrEnum):
    """What came of asking; only `MISSING` says something about the work itself."""

    FOUND = "found"
    MISSING = "missing"
    NOT_NOW = "not-now"
    UNSUPPORTED = "unsupported"


class NoticeKind(StrEnum):
    """The kinds of notice, the worst first."""

    RETRACTION = "retraction"
    EXPRESSION_OF_CONCERN = "expression-of-concern"
    CORRECTION = "correction"
    NEWER_LABEL = "newer-label"
    NEWER_VERSION = "newer-version"
    PREPRINT_PUBLISHED = "preprint-published"
    UPDATED = "updated"
    MODIFIED = "modified"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader of the work should be told: a retraction, a newer edition.

    `identifier` names the notice or the newer work, `label` is the source's own word for it.
    """

    kind: NoticeKind
    source: str
    identifier: Identifier | None = None
    date: Date | None = None
    label: str | None = None


_SEVERITY = {kind: place for place, kind in enumerate(NoticeKind)}


def sort_notices(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices without repeats, the worst first, the latest first among equals."""
    found = _without_hearsay(list(dict.fromkeys(notices)))
    found.sort(key=lambda notice: notice.date.parts if notice.date else (), reverse=True)
    return tuple(sorted(found, key=lambda notice: _SEVERITY[notice.kind]))


def _without_hearsay(notices: list[Notice]) -> list[Notice]:
    """The notices without those that name no notice where another of the same kind does."""
    named = {notice.kind for notice in notices if notice.identifier}
    return [notice for notice in notices if notice.identifier or notice.kind not in named]


@dataclass(frozen=True, slots=True)
class SourceReading(Reading):
    """A Reading with the notices of each item, by the item's id."""

    notices: Mapping[str, tuple[Notice, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer to one identifier: an item when the outcome is `FOUND`, and what else was learned.

    `source` is the service that answered, `detail` a sentence for the reader where there is no item. `stands_in` is
    true where it answered for one that knows more and could not.
    """

    outcome: Outcome
    item: Item | None = None
    notices: tuple[Notice, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    source: str = ""
    detail: str = ""
    identifier: Identifier | None = None
    stands_in: bool = False

    @property
    def worst(self) -> Notice | None:
        """The gravest notice, or None."""
        return self.notices[0] if self.notices else None
