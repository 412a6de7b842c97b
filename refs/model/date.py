"""Date: a day, month, year, season or range, exact or circa, or words that are none of these."""

import datetime as dt
from dataclasses import dataclass

_MONTHS = 12
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
"""The names of the seasons, which `Date.season` counts from 1."""
Parts = tuple[int, ...]
"""(year), (year, month) or (year, month, day); a negative year is BC."""


@dataclass(frozen=True, slots=True)
class Date:
    """A CSL date (CSL-JSON schema, "date-variable").

    `parts` holds one to three numbers, or is empty when only `literal` is known. `end` holds the same for a
    range; `(0,)` is a range without end. `season` is 1 (spring) to 4 (winter).
    """

    parts: Parts = ()
    end: Parts = ()
    season: int | None = None
    circa: bool = False
    literal: str | None = None

    @property
    def year(self) -> int | None:
        """The year, negative for BC, or None."""
        return self.parts[0] if self.parts else None

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, or None."""
        return self.parts[1] if len(self.parts) > 1 else None

    @property
    def day(self) -> int | None:
        """The day of the month, or None."""
        return self.parts[2] if len(self.parts) > 2 else None

    @property
    def is_range(self) -> bool:
        """Whether the date has an end."""
        return bool(self.end)

    def __str__(self) -> str:
        """ISO 8601 as far as it is known: ``2023-05-13``, ``2020/2021``, or the literal."""
        if not self.parts:
            return self.literal or ""
        return _iso(self.parts) + (f"/{_iso(self.end)}" if self.end else "")

    def to_day(self) -> dt.date | None:
        """The calendar day, when the date has all three parts and the day exists."""
        if len(self.parts) != 3:
            return None
        try:
            return dt.date(*self.parts)
        except ValueError:
            return None


def date_of(day: dt.date) -> Date:
    """The Date of a calendar day."""
    return Date((day.year, day.month, day.day))


def with_months(date: Date) -> Date:
    """The date for formats that have twelve months: one from 13 to 24 is a season (EDTF: 21 is spring).

    >>> with_months(Date((2020, 21)))
    Date(parts=(2020,), end=(), season=1, circa=False, literal=None)
    """
    ends = [parts for parts in (date.parts, date.end) if len(parts) > 1 and parts[1] > _MONTHS]
    if not ends:
        return date
    parts, end = (each[:1] if each in ends else each for each in (date.parts, date.end))
    season = None if end else (date.parts[1] - _MONTHS - 1) % 4 + 1
    return Date(parts, end, season, date.circa, date.literal)


def _iso(parts: Parts) -> str:
    if parts == (0,):
        return ""
    year, *rest = parts
    sign = "-" if year < 0 else ""
    return sign + "-".join([f"{abs(year):04d}", *(f"{part:02d}" for part in rest)])
