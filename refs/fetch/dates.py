"""Dates as services and pages write them: ISO, compact, in words of seven languages; absurd ones are no dates."""

import datetime as dt
import re
from collections.abc import Iterator

from refs.fetch.months import month_number
from refs.model.date import Date, Parts

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

# 2022-08-20T05:00:00.000-05:00, 2022/8/20, 2022-08, 2022
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?![\d])(?:[T\s,+].*)?$")
# Sun Nov 23 16:00:00 EST 2014
_LOGGED = re.compile(
    r"[A-Z][a-z]{2}\s([A-Z][a-z]{2})\s{1,2}(\d{1,2})\s\d\d:\d\d:\d\d\s(?:[A-Z]{2,5}\s)?(\d{4})$"
)
# 1676551869, 1676551869000: seconds or milliseconds since 1970
_CLOCK = re.compile(r"(\d{10})(?:\d{3})?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{6})?(?:[T\s].*)?$")
# one pattern for each way of writing a day in running text
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 2022-08-20, 2022/8/20, 2022.08.20
        r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        # 2022. 8. 20
        r"(?<!\d)(?P<year>\d{4})\.\s(?P<month>\d{1,2})\.\s(?P<day>\d{1,2})(?!\d)",
        # 2022年8月20日
        r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})",
        # 20 August 2022, 20. August 2022, 20 de agosto de 2022, 1er juin 2020, 24 نيسان / أبريل 2020
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s*(?:of\s+|de\s+|-|[^\W\d_]{3,9}\s/\s)?(?P<name>[^\W\d_]{3,11})\.?,?\s*(?:de\s+|del\s+|-)?(?P<year>\d{4})(?!\d)",
        # Aug 20, 2022; August 20th 2022
        r"(?<![^\W_])(?P<name>[^\W\d_]{3,11})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)",
        # 2022 Aug 20, 2022 August, 2022. augusztus 20.
        r"(?<!\d)(?P<year>\d{4})\.?\s+(?P<name>[^\W\d_]{3,11})\.?(?:\s+(?P<day>\d{1,2})(?!\d))?",
        # 20.08.2022
        r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?![\d.]\d)",
        # 10/05/2023: the United States write the month first
        r"(?<![\d/])(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4})(?!\d)",
        # August 2022, Aug. 2022
        r"(?<![^\W_])(?P<name>[^\W\d_]{3,11})\.?,?\s+(?:de\s+)?(?P<year>\d{4})(?!\d)",
    )
)

# /2016/12/05/, /2016/health/12/05/, /2016-12-05-, /20161205; not the ISSN in /2218-1989/4/4/932
_IN_URL = re.compile(
    r"(?<!\d)(?<!\d-)((?:19|20)\d\d)(?:(?:/[A-Za-z_-]{3,20})?/([01]?\d)/([0-3]?\d)(?=/|$|[?.#])|-([01]?\d)-([0-3]?\d)(?!\d)|([01]\d)([0-3]\d)(?!\d))"
)

# /2016/dec/05/
_NAMED_IN_URL = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/([0-3]?\d)(?=/|$)", re.IGNORECASE)

_DIGITS = re.compile(r"\d{4}|\d\.\s?\d{2}(?!\d)")


def date_of_text(text: str | None, *, month_first: bool = True) -> Date | None:
    """The date that a text is, or the first one in it; None where there is none.

    >>> str(date_of_text("Aug 20, 2022")), str(date_of_text("2022-08-20T05:00:00.000-05:00"))
    ('2022-08-20', '2022-08-20')
    """
    text = (text or "").strip()[:400]
    for pattern in (_ISO, _COMPACT):
        if (found := pattern.match(text)) and (parts := _whole(found)) and is_sane(parts):
            return _fuller(text, parts) or Date(parts)
    if found := _LOGGED.match(text):
        return date_of_parts(found.group(3), found.group(1), found.group(2))
    if found := _CLOCK.match(text):
        day = dt.datetime.fromtimestamp(int(found.group(1)), dt.UTC)
        return (
            Date((day.year, day.month, day.day)) if 1994 <= day.year <= dt.datetime.now(dt.UTC).year else None
        )
    return next((date for _, date in dates_in(text, month_first=month_first)), None)


def _fuller(text: str, parts: Parts) -> Date | None:
    """The date that begins a text with the same year and goes on in words: ``2012 Nov 26``."""
    if len(parts) > 1 or len(text) < len("2012 Nov"):
        return None
    return next((date for place, date in dates_in(text) if not place and date.parts[0] == parts[0]), None)


def dates_in(text: str, *, month_first: bool = True) -> Iterator[tuple[int, Date]]:
    """Every date written in a text with its place, the fullest ways of writing first."""
    if not _DIGITS.search(text):
        return
    taken: list[range] = []
    for pattern in _WRITTEN:
        for found in pattern.finditer(text):
            parts = _written(found, month_first=month_first)
            if parts and is_sane(parts) and not any(found.start() in span for span in taken):
                taken.append(range(found.start(), found.end()))
                yield found.start(), Date(parts)


def date_of_url(url: str) -> Date | None:
    """The day in an address.

    >>> str(date_of_url("https://example.org/news/2016/12/05/a-story"))
    '2016-12-05'
    """
    path = url.split("://", 1)[-1]
    for found in _IN_URL.finditer(path):
        date = date_of_text("-".join(part for part in found.groups() if part))
        if date:
            return date
    named = _NAMED_IN_URL.search(path)
    return date_of_parts(*named.groups()) if named and month_number(named[2]) else None


def date_of_parts(year: object, month: object = None, day: object = None) -> Date | None:
    """The date of year, month (number, name or season) and day, as far as they make sense."""
    number = _int(year)
    if number is None or not is_sane((number,)):
        return None
    season = _SEASONS.get(str(month or "").strip().lower())
    if season:
        return Date((number,), season=season)
    parts: Parts = (number, month_number(month) or 0, _int(day) or 0)
    while not parts[-1]:
        parts = parts[:-1]
    return Date(parts if is_sane(parts) else (number,))


def is_sane(parts: Parts) -> bool:
    """Whether the parts are a day, month or year of printing: 1400 to two years from now."""
    year = parts[0]
    if not 1400 <= year <= dt.datetime.now(dt.UTC).year + 2:
        return False
    try:
        dt.date(year, *((*parts[1:], 1, 1)[:2]))
    except (ValueError, OverflowError):
        return False
    return True


def _whole(found: re.Match[str]) -> Parts:
    groups = found.group(1, 3, 4) if found.re is _ISO else found.group(1, 2, 3)
    return tuple(int(part) for part in groups if part)


_MONTHS = 12


def _written(found: re.Match[str], *, month_first: bool) -> Parts | None:
    named = found.groupdict()
    year = int(named["year"])
    if len(named["year"]) == 2:
        year += 2000 if year < 70 else 1900
    if "first" in named:
        first, second = int(named["first"]), int(named["second"])
        month, day = (
            (first, second) if (month_first and first <= _MONTHS) or second > _MONTHS else (second, first)
        )
        return (year, month, day)
    if int(named.get("month") or 0) > _MONTHS >= int(named["day"]):
        return (year, int(named["day"]), int(named["month"]))
    month = month_number(named.get("month") or named.get("name")) or 0
    if not month:
        return None
    return (year, month, int(named["day"])) if named.get("day") else (year, month)


def _int(value: object) -> int | None:
    try:
        return int(value) if isinstance(value, float) else int(str(value))
    except (TypeError, ValueError, OverflowError):
        return None
