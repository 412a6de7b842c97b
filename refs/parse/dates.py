"""Dates of BibTeX and biblatex → Date."""

import re

from refs.model.date import Date, Parts
from refs.parse.words import month_number, season_number

# 2020-05-03T12:00:00Z, -0044, 1999-XX, 1999-05-uu, 202X, y17000002, 2020-21 (a season)
_END = re.compile(
    r"(?P<year>[-+]?\d{4,6}|[Yy]-?\d{5,9}|\d{1,3}[Xxu]{1,3}|-?\d{1,4})"
    r"(?:-(?P<month>\d{1,2}|XX|uu))?(?:-(?P<day>\d{1,2}|XX|uu))?"
    r"(?:T[\dZ:.+-]{0,30}|\s\d{1,2}:[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?$"
)
_DOUBTS = str.maketrans("", "", "~?%")
"""Takes away the marks that tell what is about or not certain."""
_OPEN = frozenset({"", "..", "open", "unknown", "*"})
"""What stands for an end of a range that is not known."""
_UNKNOWN = frozenset({"XX", "uu", None})
_YEAR = re.compile(
    r"(?P<circa>(?:c\.|ca\.|circa|about|[∼~]|\[|\(|©|c(?=\d))?\s*)(?P<year>-?\d{3,4})(?P<mark>[?~\])]*)[.,;]?$",
    re.IGNORECASE,
)
_ABOUT = frozenset({"c.", "ca.", "circa", "about", "∼", "~"})
# 2019--2020, 2019/20
_YEARS = re.compile(r"(\d{4})\s*(?:--?|–|/)\s*(\d{4}|\d{2})$")
# 2019a, as a style tells two works of a year apart
_LETTERED = re.compile(r"(\d{4})[a-z]$")


def read_date(text: str) -> Date | None:
    """The Date of a biblatex date field: ISO 8601-2 (EDTF) levels 0 and 1, or the words as a literal."""
    text = text.strip()
    if not text:
        return None
    ends = text.split("/")
    if len(ends) == 1 or len(ends) > 2:
        return _read_end(text) or read_words(text)
    if any(re.fullmatch(r"\d{1,2}", end) for end in ends):
        return read_words(text)
    first, last = _read_end(ends[0].strip()), _read_end(ends[1].strip())
    if first is None:
        return Date(last.parts, circa=last.circa) if last and ends[0].strip() in _OPEN else read_words(text)
    if last is None:
        is_open = ends[1].strip() in _OPEN
        return Date(first.parts, (0,), first.season, circa=first.circa) if is_open else read_words(text)
    return Date(first.parts, last.parts, first.season, circa=first.circa or last.circa)


def _read_end(text: str) -> Date | None:
    bare = text.translate(_DOUBTS)
    found = _END.match(bare.strip())
    if found is None:
        return None
    year = found["year"].lower().lstrip("y")
    circa = bare != text
    if year[-1] in "xu":
        width = len(year) - len(year.rstrip("xu"))
        stem = year[:-width]
        return Date((int(stem + "0" * width),), (int(stem + "9" * width),), circa=circa)
    month = found["month"] if found["month"] not in _UNKNOWN else None
    day = found["day"] if month and found["day"] not in _UNKNOWN else None
    if month and 21 <= int(month) <= 24:
        return Date((int(year),), season=int(month) - 20, circa=circa)
    if month and not 1 <= int(month) <= 12:
        return None
    if day and not 1 <= int(day) <= 31:
        return None
    return Date((int(year), *(int(part) for part in (month, day) if part)), circa=circa)


# 3 May 2020; May 3, 2020; 3rd of May, 2020; 2020 May 3
_WORD_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<month>[^\W\d]{3,10})\.?,?\s+(?P<year>\d{4})$",
        r"(?P<month>[^\W\d]{3,10})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})$",
        r"(?P<year>\d{4})[\s,;/-]+(?P<month>[^\W\d]{3,10})\.?[\s,-]*(?P<day>\d{1,2})?(?:st|nd|rd|th)?$",
        r"(?P<year>\d{4})\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d]{3,10})\.?$",
        r"(?P<month>[^\W\d]{3,10})\.?,?\s+(?P<year>\d{4})$",
        r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})(?:[/.](?P<day>\d{1,2}))?$",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})$",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})$",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})$",
        r"(?P<month>\d{1,2})/(?P<year>\d{4})$",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})$",
    )
)


def read_words(text: str) -> Date | None:
    """The Date of words such as "3 May 2020", "circa 1900" or "2019--2020"; else the words as a literal."""
    text = " ".join(text.split())
    if not text:
        return None
    if text.isdecimal() and len(text) == 4:
        return Date((int(text),))
    if found := _YEAR.match(text):
        about = found["circa"].strip().lower() in _ABOUT
        return Date((int(found["year"]),), circa=about or "?" in found["mark"] or "~" in found["mark"])
    if found := _LETTERED.match(text):
        return Date((int(found[1]),))
    if (found := _YEARS.match(text)) and (end := _later(found[1], found[2])):
        return Date((int(found[1]),), (end,))
    for form in _WORD_FORMS:
        if (found := form.match(text)) and (parts := _parts(found)):
            return parts
    return Date(literal=text)


def _later(first: str, last: str) -> int | None:
    """The year that ends a range, of which two digits may be given; None when these do not count on."""
    whole = int(last if len(last) == len(first) else first[:2] + last)
    return whole if len(last) == len(first) or whole > int(first) else None


def _parts(found: re.Match[str]) -> Date | None:
    year = int(found["year"])
    word = found["month"]
    if season := season_number(word):
        return Date((year,), season=season)
    month = month_number(word)
    if month is None:
        return None
    day = found.groupdict().get("day")
    if day and not 1 <= int(day) <= 31:
        return None
    return Date((year, month, int(day)) if day else (year, month))


_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$|\.$")
# 10 May; May 10; May/June; 5; may; Jan.--Feb.; May 30--June 2
_TWO_DAYS = re.compile(r"(.{3,16}?)\s*(?:-{1,3}|–|/)\s*(.{3,16})$")
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s*(?:,|of)?\s*([^\W\d]{3,10})\.?$")
_MONTH_DAY = re.compile(r"([^\W\d]{3,10})\.?,?\s*(\d{1,2})(?:st|nd|rd|th)?\.?$")
_MONTH_DAYS = re.compile(r"([^\W\d]{3,10})\.?,?\s*(\d{1,2})\s*(?:-{1,3}|–|/|and|&)\s*(\d{1,2})\.?$")
_DAYS_MONTH = re.compile(r"(\d{1,2})\.?\s*(?:-{1,3}|–|/|and|&)\s*(\d{1,2})\.?,?\s*([^\W\d]{3,10})\.?$")
_MONTHS = re.compile(r"([^\W\d]{3,10}|\d{1,2})\.?\s*(?:-{1,3}|–|/|and|&)\s*([^\W\d]{3,10}|\d{1,2})\.?$")


def join_date(year: str, month: str, day: str) -> tuple[Date | None, bool]:
    """The Date of BibTeX's year, month and day, and whether all three were understood."""
    date = read_words(year) if not re.fullmatch(r"-?\d{1,3}", year) else Date((int(year),))
    if date is None or not month:
        return date, not month and not day
    if len(date.parts) != 1 or date.end:
        return date, False
    if (season := season_number(month)) and not day:
        return Date(date.parts, season=season, circa=date.circa), True
    start, end = _month_parts(month, day)
    if not start:
        return date, False
    return Date(date.parts + start, (date.parts + end) if end else (), circa=date.circa), True


# 10: a month when the year is told elsewhere
_SHORT = re.compile(r"\s*\d{1,2}\s*$")


def read_in_year(words: str, year: str) -> Date | None:
    """The Date of words that may leave their year to another field; None when they say no part of a year.

    >>> str(read_in_year("Jul-Aug", "2001")), str(read_in_year("May-Jun 2002", "2001")), read_in_year("in press", "2001")
    ('2001-07/2001-08', '2002-05/2002-06', None)
    >>> str(read_in_year("10", "2001"))
    '2001-10'
    """
    whole = read_date(words)
    if whole is not None and whole.parts and not (year and _SHORT.match(words)):
        return whole
    told = re.search(r"\b[12]\d{3}\b", words)
    rest = words.replace(told[0], "").strip(" ,") if told else words
    date, understood = join_date(told[0] if told else year, rest, "")
    return date if understood and rest else None


def _month_parts(month: str, day: str) -> tuple[Parts, Parts]:
    number = month_number(month)
    day = _ORDINAL.sub("", day)
    if number is not None:
        return ((number, int(day)) if day.isdecimal() and 1 <= int(day) <= 31 else (number,)), ()
    if found := _DAY_MONTH.match(month):
        month, day = found[2], found[1]
    elif found := _MONTH_DAY.match(month):
        month, day = found[1], found[2]
    elif found := _MONTH_DAYS.match(month):
        return _day_range(found[1], found[2], found[3])
    elif found := _DAYS_MONTH.match(month):
        return _day_range(found[3], found[1], found[2])
    elif found := _MONTHS.match(month):
        first, last = month_number(found[1]), month_number(found[2])
        return ((first,), (last,)) if first and last else ((), ())
    elif found := _TWO_DAYS.match(month):
        (first_day, _), (last_day, _) = _month_parts(found[1], ""), _month_parts(found[2], "")
        return (first_day, last_day) if len(first_day) == len(last_day) == 2 else ((), ())
    number = month_number(month)
    if number is None:
        return (), ()
    return ((number, int(day)) if day.isdecimal() and 1 <= int(day) <= 31 else (number,)), ()


def _day_range(month: str, first: str, last: str) -> tuple[Parts, Parts]:
    number = month_number(month)
    if number is None or not 1 <= int(first) <= 31 or not 1 <= int(last) <= 31:
        return (), ()
    return (number, int(first)), (number, int(last))
