"""Report: what a check, a lint and a build have to tell, as plain rows for any writer."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One reference of one article with the verdict on its link.

    `repair` is what a person can do about it, in one sentence; `new_url` the address to put in, where there is one.
    """

    article: str
    citation: str
    url: str | None = None
    number: int | None = None
    verdict: str | None = None
    reason: str | None = None
    evidence: str | None = None
    repair: str | None = None
    new_url: str | None = None
    status: int | None = None
    milliseconds: int | None = None
    first_retrieved: str | None = None
    last_verified: str | None = None
    accessed: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class ReportFlaw:
    """Something wrong with an article or an item that is not the link's fault."""

    article: str
    code: str
    message: str
    number: int | None = None
    text: str | None = None
    repair: str | None = None


@dataclass(frozen=True, slots=True)
class ReportBibliography:
    """The entries of one article in one style; with `html` they are markup of our own making, else plain text."""

    style: str
    entries: tuple[str, ...]
    article: str | None = None
    html: bool = False


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """How many links had each verdict after the check of a day (ISO 8601)."""

    when: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report shows; `summary` counts links by verdict."""

    title: str
    generated: str
    summary: Mapping[str, int] = field(default_factory=dict)
    rows: tuple[ReportRow, ...] = ()
    flaws: tuple[ReportFlaw, ...] = ()
    bibliographies: tuple[ReportBibliography, ...] = ()
    trend: tuple[TrendPoint, ...] = ()
    notes: tuple[str, ...] = ()
