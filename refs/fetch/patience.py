"""Patience: whether to ask again after an answer, and when."""

import datetime as dt
import random
from email.utils import parsedate_to_datetime

from refs.fetch.answer import Answer

LONGEST_WAIT = 30.0
"""Seconds; a service that asks for more is not waited for."""

_RETRY = {429, 502, 503, 504}
PASSING = {"no answer in time", "the connection broke"}
"""The troubles that another try may not meet."""


def wait_before_retry(answer: Answer, attempt: int) -> float | None:
    """How long to wait before another try; None when a try would not help."""
    if answer.status == 0:
        return _backoff(attempt) if answer.trouble in PASSING else None
    if answer.status not in _RETRY:
        return None
    return _retry_after(answer.headers.get("retry-after")) or _backoff(attempt)


def long_rest(answer: Answer) -> float | None:
    """For how long a service asks to be left alone, where that is longer than anybody waits."""
    wait = _retry_after(answer.headers.get("retry-after")) if answer.status in _RETRY else None
    return wait if wait is not None and wait > LONGEST_WAIT else None


def _backoff(attempt: int) -> float:
    return float(2**attempt) * random.uniform(0.5, 1.0)  # noqa: S311 - jitter, no secret


def _retry_after(value: str | None) -> float | None:
    """Seconds of a Retry-After header: a number or a date (RFC 9110, 10.2.3)."""
    if not value:
        return None
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:12])
    try:
        then = parsedate_to_datetime(value)
    except ValueError:
        return None
    then = then if then.tzinfo else then.replace(tzinfo=dt.UTC)
    return max(0.0, (then - dt.datetime.now(dt.UTC)).total_seconds())
