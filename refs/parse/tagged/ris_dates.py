"""Dates of RIS → Date."""

import re

from refs.model.date import Date
from refs.parse.dates import read_date, read_in_year
from refs.parse.words import month_number, season_number

# 2020/02/03/spring, 2020///, 1998
_DATE = re.compile(r"(-?\d{1,4})(?:/(\w*))?(?:/(\d*))?(?:/(.*))?$")
# to 2020-04, behind the slashes
_END = re.compile(r"to(?: (\d{1,4}(?:-\d\d){0,2}))?$")


def read_ris_date(text: str) -> Date | None:
    """The Date of ``YYYY/MM/DD/other info``, of ISO 8601, or of words; the other info may be a season or an end."""
    text = text.strip().rstrip("/").strip() if text.strip().strip("/") else ""
    if not text:
        return None
    found = _DATE.match(text)
    if found is None or len(found[1]) < 3 or len(found[2] or "") == 4:
        return read_in_year(text, "") or read_date(text)
    if not int(found[1]):
        return None
    parts = [int(found[1])]
    month = month_number(found[2]) if found[2] else None
    if month:
        parts.append(month)
        if found[3] and 1 <= int(found[3]) <= 31:
            parts.append(int(found[3]))
    other = (found[4] or "").strip()
    if end := _END.match(other):
        return Date(tuple(parts), tuple(int(part) for part in (end[1] or "0").split("-")))
    return Date(tuple(parts), season=season_number(other))
