"""Freshness: whether the retrieval dates of an item are honest, and whether its source has moved on since.

Pure functions over an item and the checks of its link; nothing is asked and nothing is changed.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from refs.check.hostnames import find_host
from refs.model.article import Finding
from refs.model.date import Date
from refs.model.item import Item, ItemType
from refs.model.link import Check, Reason, Verdict

WEB_BEGINS = dt.date(1991, 8, 6)
ONLINE = frozenset(
    {
        ItemType.WEBPAGE,
        ItemType.POST,
        ItemType.POST_WEBLOG,
        ItemType.ENTRY_DICTIONARY,
        ItemType.ENTRY_ENCYCLOPEDIA,
        ItemType.DATASET,
    }
)
"""The types that should have a date of access."""


class DateCode(StrEnum):
    """The codes of findings about retrieval dates."""

    MISSING = "retrieval-missing"
    IMPOSSIBLE = "retrieval-impossible"
    FUTURE = "retrieval-future"
    BEFORE_PUBLICATION = "retrieval-before-publication"
    STALE = "retrieval-stale"
    SOURCE_MODIFIED = "source-modified"
    SUPERSEDED = "source-superseded"
    UNVERIFIED = "retrieval-unverified"


@dataclass(frozen=True, slots=True)
class Policy:
    """What counts as old: `stale` in days (None: never), per host and those under it in `hosts`; `required` asks for a date at all."""

    stale: int | None = 730
    hosts: Mapping[str, int | None] = field(default_factory=dict)
    required: bool = True

    def limit(self, url: str | None) -> int | None:
        """The days after which a retrieval from this URL is old; a host speaks for its subdomains."""
        if not self.hosts:
            return self.stale
        return find_host(self.hosts, urlsplit(url or "").hostname or "", self.stale)


@dataclass(frozen=True, slots=True)
class _Case:
    """What a rule looks at: an item that was retrieved between two days, and its looks, the oldest first."""

    item: Item
    accessed: Date
    first: dt.date
    last: dt.date
    checks: Sequence[Check]
    today: dt.date
    policy: Policy


def judge_dates(
    item: Item, checks: Sequence[Check], today: dt.date, policy: Policy | None = None
) -> tuple[Finding, ...]:
    """What is wrong with the retrieval date of an item, the gravest first."""
    policy = policy or Policy()
    if item.accessed is None:
        found = _missing(item, policy)
        return (found,) if found else ()
    span = span_of(item.accessed)
    if span is None or span[1] < WEB_BEGINS:
        return (_impossible(item.accessed, span),)
    seen = sorted(checks, key=lambda each: each.when)
    case = _Case(item, item.accessed, *span, seen, today, policy)
    return tuple([finding for rule in _RULES if (finding := rule(case)) is not None])


def parse_period(text: str) -> int | None:
    """The days of a period such as ``2y``, ``18m``, ``6w``, ``90d``; None when it is none.

    >>> parse_period("2y"), parse_period("6w"), parse_period("soon")
    (730, 42, None)
    """
    text = text.strip().lower()
    days = {"d": 1, "w": 7, "m": 30, "y": 365}.get(text[-1:])
    number = text[:-1].strip()
    return (
        int(number) * days if days and number.isascii() and number.isdecimal() and len(number) < 6 else None
    )


def touched(item: Item, check: Check, today: dt.date) -> Date | None:
    """The retrieval date that ``--touch`` may print: today, after a look that found the page alive and unchanged."""
    unchanged = check.verdict is Verdict.ALIVE and check.reason in {Reason.OK, Reason.REGISTRY}
    if not unchanged or not (item.URL or item.DOI):
        return None
    return Date((today.year, today.month, today.day))


def last_verified(checks: Sequence[Check]) -> str | None:
    """When a check last saw the page alive; failed, blocked and offline checks do not count."""
    return max((each.when for each in checks if each.verdict.is_good), default=None)


def span_of(date: Date) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that a date may mean; None for no date of the calendar."""
    if not date.parts or not 1 <= date.parts[0] <= 9999:
        return None
    year, month, day = (*date.parts, 0, 0)[:3]
    try:
        first = dt.date(year, month or 1, day or 1)
        last = first if day else _month_end(year, month or 12)
    except ValueError:
        return None
    return first, last


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, 12, 31) if month == 12 else dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def _missing(item: Item, policy: Policy) -> Finding | None:
    if not (policy.required and item.URL and item.type in ONLINE) or item.DOI or item.PMID:
        return None
    dated = item.issued is not None and item.issued.parts
    words = "The retrieval date is missing" + ("." if dated else ", and the page has no date of its own.")
    return Finding(DateCode.MISSING, words, text=item.URL)


def _impossible(date: Date, span: tuple[dt.date, dt.date] | None) -> Finding:
    if date.literal and not date.parts:
        words = f"“{date.literal}” is no date."
    elif span is None:
        words = f"{date} is no day of the calendar."
    else:
        words = f"Retrieved {date}, before there was a web."
    return Finding(DateCode.IMPOSSIBLE, words, text=str(date))


def _future(case: _Case) -> Finding | None:
    # a day of grace, since it is tomorrow somewhere
    if case.first <= case.today + _DAY:
        return None
    words = f"Retrieved {case.accessed}, which is still to come."
    return Finding(DateCode.FUTURE, words, text=str(case.accessed))


_DAY = dt.timedelta(days=1)


def _before_publication(case: _Case) -> Finding | None:
    issued = span_of(case.item.issued) if case.item.issued else None
    if issued is None or issued[0] <= case.last:
        return None
    words = f"Retrieved {case.accessed}, before the source was published ({case.item.issued})."
    return Finding(DateCode.BEFORE_PUBLICATION, words, text=str(case.accessed))


def _stale(case: _Case) -> Finding | None:
    limit, age = case.policy.limit(case.item.URL), (case.today - case.last).days
    if limit is None or age <= limit:
        return None
    verified = last_verified(case.checks)
    seen = f"; last seen alive {verified[:10]}" if verified else "; never checked since"
    return Finding(
        DateCode.STALE, f"Retrieved {case.accessed}, {age:,} days ago{seen}.", text=str(case.accessed)
    )


def _modified(case: _Case) -> Finding | None:
    return _seen_changed(case) or _said_changed(case)


def _seen_changed(case: _Case) -> Finding | None:
    last = case.last.isoformat()
    changed = [each for each in case.checks if each.reason is Reason.CONTENT and each.when[:10] > last]
    if not changed:
        return None
    latest = changed[-1]
    share = f" (about {latest.drift:.0%})" if latest.drift else ""
    words = f"The page has changed{share} since it was retrieved {case.accessed}: seen {latest.when[:10]}."
    return Finding(DateCode.SOURCE_MODIFIED, words, text=latest.url)


def _said_changed(case: _Case) -> Finding | None:
    stated = _stated_change(case)
    if stated is None or stated <= case.last:
        return None
    words = f"The page says it was modified {stated}, after it was retrieved {case.accessed}."
    return Finding(DateCode.SOURCE_MODIFIED, words, text=case.item.URL)


def _stated_change(case: _Case) -> dt.date | None:
    """The date of change that the newest good look carries; a server's clock at the time of the look is none."""
    good = [each for each in case.checks if each.verdict.is_good and each.last_modified]
    if not good:
        return None
    found = _read_day(good[-1].last_modified or "")
    return found if found is None or found.isoformat() < good[-1].when[:10] else None


def _superseded(case: _Case) -> Finding | None:
    evidence = case.checks[-1].evidence if case.checks else None
    newer = (evidence or "").partition("; newer label of ")[2].partition(" (strike ")[0]
    if not newer:
        return None
    return Finding(DateCode.SUPERSEDED, f"A newer label is out: {newer}.", text=newer.partition(": ")[2])


def _unverified(case: _Case) -> Finding | None:
    """A printed retrieval on a day when a check found the page missing."""
    day = case.accessed.to_day()
    seen = [each for each in case.checks if each.when[:10] == day.isoformat()] if day else []
    if any(each.verdict.is_good for each in seen) or not any(each.verdict in _MISSING for each in seen):
        return None
    words = f"Retrieved {day}, when a check found the page {seen[-1].verdict}."
    return Finding(DateCode.UNVERIFIED, words, text=case.item.URL)


_MISSING = frozenset({Verdict.DEAD, Verdict.SOFT_404, Verdict.SUSPECT})


def _read_day(text: str) -> dt.date | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 -- costs half the start-up of this file

    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError):
        return None


_RULES: tuple[Callable[[_Case], Finding | None], ...] = (
    _future,
    _before_publication,
    _unverified,
    _superseded,
    _modified,
    _stale,
)
