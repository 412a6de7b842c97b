"""The day on which an entry says that it was retrieved."""

import datetime as dt
import re

# English, its short form, German, French, Spanish
_NAMES = (
    ("january", "jan", "januar", "janvier", "enero"),
    ("february", "feb", "februar", "février", "febrero"),
    ("march", "mar", "märz", "mars", "marzo"),
    ("april", "apr", "april", "avril", "abril"),
    ("may", "may", "mai", "mai", "mayo"),
    ("june", "jun", "juni", "juin", "junio"),
    ("july", "jul", "juli", "juillet", "julio"),
    ("august", "aug", "august", "août", "agosto"),
    ("september", "sep", "september", "septembre", "septiembre", "sept"),
    ("october", "oct", "oktober", "octobre", "octubre"),
    ("november", "nov", "november", "novembre", "noviembre"),
    ("december", "dec", "dezember", "décembre", "diciembre"),
)
_MONTHS = {name: month for month, names in enumerate(_NAMES, 1) for name in names}
_WORD = r"[^\W\d_]{3,10}"
_DATE = (
    rf"(?P<month>{_WORD})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>20\d\d)"
    rf"|(?P<day2>\d{{1,2}})\.? (?P<month2>{_WORD})\.?,? (?P<year2>20\d\d)"
    r"|(?P<year3>20\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)"
    r"|(?P<day4>\d{1,2})\.(?P<month4>\d{1,2})\.(?P<year4>20\d\d)"
)
_RETRIEVED = re.compile(
    rf"(?:Retrieved|Accessed|Cited|Viewed|Last accessed|abgerufen|Zugriff|Abruf|consulté|consultado|閲覧)(?: on| am| vom| le| el|:)?:? (?:{_DATE})",
    re.IGNORECASE,
)


def retrieval_date(text: str) -> dt.date | None:
    """The retrieval date of an entry, or None.

    >>> retrieval_date("Sleep. Retrieved July 27, 2025, from https://example.org")
    datetime.date(2025, 7, 27)
    """
    match = _RETRIEVED.search(text)
    if match is None:
        return None
    found = match.groupdict()
    for suffix in ("", "2", "3", "4"):
        if found[f"year{suffix}"]:
            return _day(found[f"year{suffix}"], found[f"month{suffix}"], found[f"day{suffix}"])
    return None


def _day(year: str, month: str, day: str) -> dt.date | None:
    number = int(month) if month.isdecimal() else _MONTHS.get(month.casefold(), 0)
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None


def with_retrieval(text: str, day: dt.date) -> str | None:
    """The text with its retrieval date replaced, written as it was; None when it has none.

    >>> with_retrieval("Retrieved July 27, 2025, from https://example.org", dt.date(2026, 1, 3))
    'Retrieved January 3, 2026, from https://example.org'
    """
    match = _RETRIEVED.search(text)
    if match is None:
        return None
    for suffix in ("", "2", "3", "4"):
        if match.group(f"year{suffix}"):
            return _written(text, match, suffix, day)
    return None


def _written(text: str, match: re.Match[str], suffix: str, day: dt.date) -> str:
    old = match[f"month{suffix}"]
    two = len(match[f"day{suffix}"]) == 2 and match[f"day{suffix}"].startswith("0")
    values = {
        f"year{suffix}": str(day.year),
        f"month{suffix}": f"{day.month:0{len(old)}d}" if old.isdecimal() else _month_like(old, day.month),
        f"day{suffix}": f"{day.day:02d}" if two or suffix == "3" else str(day.day),
    }
    for name in sorted(values, key=match.start, reverse=True):
        text = text[: match.start(name)] + values[name] + text[match.end(name) :]
    return text


def _month_like(old: str, month: int) -> str:
    """The name of a month in the language and length of another."""
    place = _NAMES[_MONTHS[old.casefold()] - 1].index(old.casefold())
    names = _NAMES[month - 1]
    name = names[place if place < len(names) else 1]
    return name.capitalize() if old[0].isupper() else name
