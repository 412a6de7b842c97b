"""When a link is due again."""

import datetime as dt
from collections.abc import Callable, Sequence

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


def is_due(
    verdict: Verdict | None,
    checked: str | None,
    moment: str,
    history: Callable[[], Sequence[Check]],
    settings: Settings | None = None,
) -> bool:
    """Whether a link with this last verdict, of that time, is to be looked at now (`moment`, ISO 8601 UTC).

    The `history` is asked only where the time to the next look grows with the checks that said the same.
    """
    if verdict is None or checked is None:
        return True
    first, most = _DAYS.get(verdict, (0, 1))
    if first == most:
        return _after(checked, first) <= moment
    seen = history()
    return not seen or next_due(seen[:-1], seen[-1], settings) <= moment


def next_due(history: Sequence[Check], check: Check, settings: Settings | None = None) -> str:
    """When to look again, ISO 8601 UTC: bad links at intervals that double as long as the verdict stays."""
    return _after(check.when, _days(history, check, settings or Settings()))


def _after(moment: str, days: float) -> str:
    due = dt.datetime.fromisoformat(moment) + dt.timedelta(days=days)
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
