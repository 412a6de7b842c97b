"""When a link is due again."""

import datetime as dt
from collections.abc import Sequence

from refs.check.settings import Settings
from refs.model.link import Check, Reason, Verdict

# days until the next look: the first time, and at most
_DAYS = {
    Verdict.ALIVE: (30, 30),
    Verdict.MOVED: (30, 30),
    Verdict.CHANGED: (30, 30),
    Verdict.SOFT_404: (7, 60),
    Verdict.DEAD: (7, 180),
    Verdict.BLOCKED: (7, 60),
    Verdict.UNREACHABLE: (1, 30),
    Verdict.OFFLINE: (0, 0),
    Verdict.SKIPPED: (365, 365),
}


def next_due(history: Sequence[Check], check: Check, settings: Settings | None = None) -> str:
    """When to look again, ISO 8601 UTC: bad links at intervals that double as long as the verdict stays."""
    days = _days(history, check, settings or Settings())
    due = dt.datetime.fromisoformat(check.when) + dt.timedelta(days=days)
    return due.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _days(history: Sequence[Check], check: Check, settings: Settings) -> float:
    if check.verdict is Verdict.SUSPECT:
        return settings.strike_days
    if check.reason is Reason.RATE_LIMIT:
        return 1
    first, most = _DAYS[check.verdict]
    same = 0
    for each in sorted(history, key=lambda each: each.when, reverse=True):
        if each.verdict is not check.verdict:
            break
        same += 1
    return min(first << min(same, 10), most)
