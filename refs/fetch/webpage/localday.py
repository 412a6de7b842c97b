"""The day on which a page came out where it came out, when its data tell the moment in Greenwich time."""

import datetime as dt
import re

from refs.fetch.webpage.dateline import dateline_of
from refs.fetch.webpage.page import Page
from refs.model.date import Date

Found = tuple[str, Date]
Told = tuple[str, Date, str]

GREENWICH = ("Z", "+00:00", "+0000")
"""How moments end that are told in Greenwich time."""
# 2023-05-18T02:10:00, 2019-11-18 20:58:46
_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)")
_ZONES = dt.timedelta(hours=14)
_NOON = 12
_MADE = ("json-ld:uploadDate", "json-ld:dateCreated")


def local_day(first: Told, others: list[Told], page: Page) -> Found | None:
    """The day before or after the one that Greenwich had, as other data tell it with the local hour, or a reader sees it.

    >>> first = ("a", Date((2023, 5, 18)), "2023-05-18T02:10:00Z")
    >>> str(local_day(first, [("b", Date((2023, 5, 17)), "2023-05-17T22:10:00-04:00")], Page("", None))[1])
    '2023-05-17'
    """
    moment = _moment(first[2])
    if moment is None or not first[2].endswith(GREENWICH):
        return None
    for tag, date, raw in others:
        if tag not in _MADE and not raw.endswith(GREENWICH) and _is_same(moment, date, raw):
            return tag, date
    if moment.hour >= _NOON:
        return None
    seen = dateline_of(page)
    return seen if seen and seen[0] == "dateline" and _days(moment, seen[1]) == -1 else None


def _is_same(moment: dt.datetime, date: Date, raw: str) -> bool:
    """Whether another day, its neighbour, is that of the same moment by a clock elsewhere."""
    days = _days(moment, date)
    local = _moment(raw)
    if local is None:
        return days == -1 and moment.hour < _NOON
    return abs(days) == 1 and abs(local - moment) <= _ZONES


def _days(moment: dt.datetime, date: Date) -> int:
    """How many days a date is behind a moment; none where it is no day."""
    day = date.to_day()
    return (day - moment.date()).days if day else 0


def _moment(text: str) -> dt.datetime | None:
    """The moment by the clock that a text tells, as if its zone were Greenwich's."""
    found = _MOMENT.match(text)
    if found is None:
        return None
    year, month, day, hour, minute = map(int, found.groups())
    try:
        return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)
    except ValueError:
        return None
