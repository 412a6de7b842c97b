"""The day on which an entry says that it was retrieved."""

import datetime as dt
import re

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan januar janvier enero",
            "february feb februar février febrero",
            "march mar märz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août agosto",
            "september sep sept septembre septiembre",
            "october oct oktober octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember décembre diciembre",
        ),
        1,
    )
    for name in names.split()
}
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
    number = int(month) if month.isdigit() else _MONTHS.get(month.casefold(), 0)
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None
