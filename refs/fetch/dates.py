"""Dates as services write them: ISO, compact, words in English; absurd ones are no dates."""

import datetime as dt
import re

from refs.model.date import Date, Parts

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("october", "oct"),
            ("november", "nov"), ("december", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

# 2022-08-20T05:00:00.000-05:00, 2022/8/20, 20220820, 2022-08, 2022
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?![\d])(?:[T\s,].*)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{6})?(?:[T\s].*)?$")
# Aug 20, 2022; August 2022; Aug. 20th, 2022
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b")
# 20 August 2022; 2022 Aug 20
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_YEAR_FIRST = re.compile(r"(\d{4})\s+([A-Za-z]{3,9})\.?(?:\s+(\d{1,2}))?\b")
# 10/05/2023 as the United States write it
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")


def date_of_text(text: str | None) -> Date | None:
    """The date that a text is, or None.

    >>> str(date_of_text("Aug 20, 2022")), str(date_of_text("2022-08-20T05:00:00.000-05:00"))
    ('2022-08-20', '2022-08-20')
    """
    text = (text or "").strip()
    for read in _READERS:
        parts = read(text)
        if parts and is_sane(parts):
            return Date(parts)
    return None


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


def month_number(month: object) -> int | None:
    """1 to 12 for ``Jan``, ``january``, ``01``; None otherwise."""
    text = str(month or "").strip().strip(".").lower()
    number = int(text) if text.isdigit() and len(text) <= 2 else _MONTHS.get(text, 0)
    return number if 1 <= number <= 12 else None


def is_sane(parts: Parts) -> bool:
    """Whether the parts are a day, month or year of printing: 1400 to two years from now."""
    year = parts[0]
    if not 1400 <= year <= dt.datetime.now(dt.UTC).year + 2:
        return False
    try:
        dt.date(year, *((*parts[1:], 1, 1)[:2]))
    except ValueError:
        return False
    return True


def _read_iso(text: str) -> Parts | None:
    found = _ISO.match(text)
    return tuple(int(part) for part in found.group(1, 3, 4) if part) if found else None


def _read_compact(text: str) -> Parts | None:
    found = _COMPACT.match(text)
    return tuple(map(int, found.group(1, 2, 3))) if found else None


def _read_month_first(text: str) -> Parts | None:
    found = _MONTH_FIRST.search(text)
    return _named(found.group(3), found.group(1), found.group(2)) if found else None


def _read_day_first(text: str) -> Parts | None:
    found = _DAY_FIRST.search(text)
    return _named(found.group(3), found.group(2), found.group(1)) if found else None


def _read_year_first(text: str) -> Parts | None:
    found = _YEAR_FIRST.search(text)
    return _named(found.group(1), found.group(2), found.group(3)) if found else None


def _read_american(text: str) -> Parts | None:
    found = _AMERICAN.search(text)
    return (int(found.group(3)), int(found.group(1)), int(found.group(2))) if found else None


def _named(year: str, month: str, day: str | None) -> Parts | None:
    number = month_number(month)
    if number is None:
        return None
    return (int(year), number, int(day)) if day else (int(year), number)


_READERS = (_read_iso, _read_compact, _read_day_first, _read_month_first, _read_year_first, _read_american)


def _int(value: object) -> int | None:
    try:
        return int(str(value))
    except (TypeError, ValueError):
        return None
