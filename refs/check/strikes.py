"""History: how often a link was missed, when it was last good, and what follows for a new look."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from refs.check.fingerprint import drift, is_comparable
from refs.check.settings import Settings
from refs.model.link import Check, Reason, Verdict

_MISSED = frozenset({Reason.NOT_FOUND, Reason.DNS_NO_NAME})


def judge(history: Sequence[Check], look: Check, settings: Settings) -> Check:
    """The look with the verdict that the history gives it.

    A miss becomes a death after as many strikes as the settings ask for, or at once when the link was dead
    before; a good look is compared with the last good one.
    """
    if not needs_history(look):
        return look
    if look.verdict is Verdict.SUSPECT:
        return _judge_miss(history, look, settings)
    return _judge_drift(history, look, settings)


def needs_history(look: Check) -> bool:
    """Whether the verdict depends on the past: of a miss, and of a page whose text is known."""
    if look.verdict is Verdict.SUSPECT:
        return True
    return look.verdict in {Verdict.ALIVE, Verdict.MOVED} and bool(look.fingerprint)


def last_good(history: Sequence[Check]) -> Check | None:
    """The newest check that found the link alive."""
    return next((each for each in sorted(history, key=_when, reverse=True) if each.verdict.is_good), None)


def count_strikes(history: Sequence[Check], when: str, days: float, reason: Reason) -> int:
    """How many misses of one kind, so many days apart, stand one after the other up to now, this one included.

    Looks that say nothing of the page (blocked, unreachable, offline) neither count nor break the row, nor do misses
    of another kind: a page of a bad day and a name of another one are two accidents.
    """
    if not history:
        return 1
    strikes, last = 1, _moment(when)
    for each in sorted(history, key=_when, reverse=True):
        if each.verdict.is_good or each.verdict is Verdict.SOFT_404:
            break
        if each.reason is reason and is_miss(each) and last - _moment(each.when) >= dt.timedelta(days=days):
            strikes, last = strikes + 1, _moment(each.when)
    return strikes


def is_miss(check: Check) -> bool:
    """Whether a check saw the page missing."""
    return check.verdict in {Verdict.SUSPECT, Verdict.DEAD} and check.reason in _MISSED


def _judge_miss(history: Sequence[Check], look: Check, settings: Settings) -> Check:
    strikes = count_strikes(history, look.when, settings.strike_days, look.reason)
    if _was_dead(history) or strikes >= settings.strikes:
        return replace(look, verdict=Verdict.DEAD)
    return replace(look, evidence=f"{look.evidence or ''} (strike {strikes} of {settings.strikes})".strip())


def _was_dead(history: Sequence[Check]) -> bool:
    if not history:
        return False
    told = [
        each for each in history if each.verdict.is_good or each.verdict in {Verdict.DEAD, Verdict.SUSPECT}
    ]
    return bool(told) and max(told, key=_when).verdict is Verdict.DEAD


def _judge_drift(history: Sequence[Check], look: Check, settings: Settings) -> Check:
    print_ = look.fingerprint or ""
    before = last_good([each for each in history if is_comparable(each.fingerprint or "", print_)])
    if before is None or before.fingerprint is None or look.fingerprint is None:
        return look
    share = drift(before.fingerprint, look.fingerprint)
    if share < settings.drift or look.reason is Reason.FRAGMENT_MISSING:
        return replace(look, drift=share)
    words = f"about {share:.0%} of the text differs from {before.when[:10]}"
    if before.title and look.title and before.title != look.title:
        words += f"; the title was “{before.title[:120]}”"
    verdict = look.verdict if look.verdict is Verdict.MOVED else Verdict.CHANGED
    return replace(
        look,
        verdict=verdict,
        reason=look.reason if verdict is Verdict.MOVED else Reason.CONTENT,
        drift=share,
        evidence=words,
    )


def _when(check: Check) -> str:
    return check.when


def _moment(text: str) -> dt.datetime:
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return dt.datetime.min.replace(tzinfo=dt.UTC)
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
