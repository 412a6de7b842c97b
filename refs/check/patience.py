"""Retry-After: how long a server asks to wait."""

import datetime as dt

from refs.check.answer import Answer


def read_retry_after(answer: Answer, now: dt.datetime) -> float | None:
    """The seconds that ``Retry-After`` names, as a number or a date (RFC 9110, 10.2.3); None where it is absent."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 -- few answers ask to wait until a date

    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=dt.UTC)
    return max(0.0, (when - now).total_seconds())
