"""Dates → the date fields of BibTeX and biblatex."""

from collections.abc import Iterator

from refs.model.date import SEASONS, Date, Parts, with_months

MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = tuple(name.capitalize() for name in MACROS)


def render_edtf(date: Date) -> str:
    """The date in ISO 8601-2 (EDTF), as biblatex takes it; words when there are only words."""
    if not date.parts:
        return date.literal or ""
    mark = "~" if date.circa else ""
    first = _iso(date.parts)
    if date.season and len(date.parts) == 1:
        first = f"{first}-{date.season + 20}"
    if not date.end:
        return first + mark
    return f"{first}{mark}/" + ("" if date.end == (0,) else _iso(date.end) + mark)


_LAST_YEAR = 9999
"""The last year that needs no letter before it."""


def _iso(parts: Parts) -> str:
    year, *rest = parts
    sign = "-" if year < 0 else ""
    if abs(year) > _LAST_YEAR:
        return "-".join([f"Y{year}", *(f"{part:02d}" for part in rest)])
    return sign + "-".join([f"{abs(year):04d}", *(f"{part:02d}" for part in rest)])


def year_fields(date: Date) -> Iterator[tuple[str, str, bool]]:
    """Year, month and day as (field, value, whether the value is a macro)."""
    if not date.parts:
        yield "year", date.literal or "", False
        return
    date = with_months(date)
    yield "year", _year(date), False
    if date.season:
        yield "month", SEASONS[date.season - 1].lower(), False
    elif len(date.parts) == len(date.end) == 3 and date.parts[:2] == date.end[:2]:
        yield "month", f"{_NAMES[date.parts[1] - 1]} {date.parts[2]}--{date.end[2]}", False
    elif len(date.parts) > 1:
        first, last = date.parts[1], date.end[1] if len(date.end) > 1 else None
        ranged = (
            last is not None and date.end[0] == date.parts[0] and (len(date.end), len(date.parts)) == (2, 2)
        )
        yield ("month", f"{first}--{last}", False) if ranged else ("month", MACROS[first - 1], True)
    if len(date.parts) > 2 and not date.end:
        yield "day", str(date.parts[2]), False


def _year(date: Date) -> str:
    text = str(date.parts[0])
    if len(date.parts) == 1 and len(date.end) == 1 and date.end[0] > date.parts[0] >= 1000:
        return f"{text}--{date.end[0]}"
    return f"c. {text}" if date.circa else text


def says_all(date: Date) -> bool:
    """Whether year, month and day say the whole date, so that no date field is needed."""
    if not date.parts or not date.end:
        return not (date.circa and date.season) and len(date.parts) >= 0 and _is_countable(date)
    if date.circa or date.season or date.parts[0] < 1000:
        return False
    if len(date.parts) == len(date.end) == 1:
        return date.end[0] > date.parts[0]
    if len(date.parts) == len(date.end) == 3:
        return date.parts[:2] == date.end[:2]
    return len(date.parts) == len(date.end) == 2 and date.parts[0] == date.end[0]


def _is_countable(date: Date) -> bool:
    """Whether a reader would take the year for a year again."""
    return not date.parts or not date.circa or date.parts[0] >= 100
