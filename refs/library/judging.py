"""What is wrong with the retrieval dates and the editions of items, as their looks and their notices tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refs.check.freshness import Policy, judge_dates, parse_period
from refs.errors import BadPeriod
from refs.library.notices import notice_findings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from refs.library.holdings import Holdings
    from refs.model.article import Finding
    from refs.model.item import Item
    from refs.model.link import Check

_SAME = {"notice-newer-label": "source-superseded", "notice-modified": "source-modified"}
"""Notices that a check has found as well, and tells better."""


def judge_item(item: Item, checks: Sequence[Check], today: dt.date, policy: Policy) -> tuple[Finding, ...]:
    """The notices of an item, then what is wrong with its retrieval date, each said once."""
    found = judge_dates(item, checks, today, policy)
    told = {finding.code for finding in found}
    return (*(each for each in notice_findings(item) if _SAME.get(each.code) not in told), *found)


def policy_of(library: Holdings, stale: str | None = None) -> Policy:
    """What counts as an old retrieval here: as asked for, or as the house says, host by host; raises BadPeriod."""
    house = library.configuration
    hosts = {name: _days(host.stale) for name, host in house.hosts.items() if host.stale is not None}
    return Policy(stale=_days(house.stale if stale is None else stale), hosts=hosts)


def _days(stale: str) -> int | None:
    if stale in {"", "never"}:
        return None
    days = parse_period(stale)
    if days is None:
        raise BadPeriod(stale)
    return days
