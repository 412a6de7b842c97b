"""Dates as references print them: in words or figures, in seven languages, exact or not."""

import re

from refs.model.date import Date

_NAMES = (
    "january jan januar jänner januari janvier janv enero ene janeiro gennaio genn gen",
    "february feb febr februar februari février fevrier févr fevr fév febrero fevereiro fev febbraio febb",
    "march mar mars märz maerz mrz marzo março marco maart",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio magg mei",
    "june jun juin juni junio junho giugno giu",
    "july jul juillet juil juli julio julho luglio lug",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre setembro settembre sett set",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def _alternatives(words: set[str]) -> str:
    """A pattern of all the words that shares their beginnings, since it is compiled into many others."""
    heads = sorted({word[0] for word in words if word})
    branches = []
    for head in heads:
        tails = {word[1:] for word in words if word.startswith(head)}
        rest = _alternatives(tails) if tails != {""} else ""
        branches.append(head + rest)
    joined = "|".join(branches)
    return f"(?:{joined})" + ("?" if "" in words else "")


MONTH = rf"(?i:{_alternatives(set(MONTHS))})\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|º|ª)?"
YEAR = r"(?:1[4-9]|20)\d\d"
_OF = r"(?:of |de |del )?"
# May 13, 2023; 13 May 2023; 13. Mai 2023; 5 de mayo de 2020; 2023 May 13; 2023, May 13; May 2023; 2023-05-13;
# 7/27/25; 27.7.2025; 2012/11/08
_FULL = (
    rf"(?:{MONTH}(?:\s?{_DAY}(?:\s?[-–/]\s?(?:{MONTH} ?)?{_DAY})?(?![\d])|\s?[-/–]\s?{MONTH})?,?\s?{_OF}{YEAR}(?!\d)"
    rf"|{_DAY}\.?(?:\s?[-–]\s?{_DAY}\.?)?[\s-]?{_OF}{MONTH},?[\s-]?{_OF}{YEAR}(?!\d)"
    rf"|{YEAR}[a-z]?,?\s(?:{_DAY} (?:de )?(?={MONTH}))?{MONTH}(?:[-/–]{MONTH})?(?: {_DAY}(?![\d:]))?"
    rf"|{YEAR}-[01]?\d(?:-[0-3]?\d)?(?![\d-])"
    rf"|{YEAR}[/.][01]?\d[/.][0-3]?\d(?![\d/])"
    rf"|[0-3]?\d[/.] ?[0-3]?\d[/.] ?(?:{YEAR}|\d\d)(?![\d/])|(?:0?[1-9]|1[0-2])/{YEAR}(?![\d/-])"
    rf"|(?:Spring|Summer|Autumn|Fall|Winter),? {YEAR}\b)"
)
# (2023, May 13)  [2019]  (2005a):  (2020-2022)  Aug. 2018
DATES = re.compile(
    rf"(?P<open>[(\[])\s?(?:c\.\s?|ca\.\s?)?(?:{_FULL}|{YEAR}[a-z]?(?:\s?[;,/–-]{{1,2}}\s?(?:{YEAR}|\d\d|[^()\[\]\d]{{3,12}}\s?\d{{0,2}}(?:[-–]\d\d?)?))?)[a-z]?\s?[)\]]"
    rf"|(?<![\w/.-])(?<!\d [-–])(?:{_FULL})"
)
"""A date in brackets, or one of more than a year."""
_ONE = re.compile(rf"{_FULL}|{YEAR}(?!\d)")


def match_date(text: str, at: int, *, day_first: bool = False) -> tuple[Date, int] | None:
    """The date that stands at a place, and where it ends."""
    found = _ONE.match(text, at)
    date = read_date(found.group(), day_first=day_first) if found else None
    return (date, found.end()) if found and date else None


_WORD = re.compile(r"[^\W\d_]+|\d+")
_MONTHLY = re.compile(r"(0?[1-9]|1[0-2])/((?:19|20)\d\d)")
_NUMERIC = re.compile(r"(\d{1,4})([/.-]) ?(\d{1,2})(?:[/.-] ?(\d{1,4}))?(?![\d/])")


def read_date(text: str, *, day_first: bool = False) -> Date | None:
    """The date that the words say, or None; `day_first` settles 3/4/2020.

    >>> str(read_date("2023, May 13")), str(read_date("7.14.2023")), str(read_date("Summer 2013"))
    ('2023-05-13', '2023-07-14', '2013')
    """
    monthly = _MONTHLY.fullmatch(text.strip("()[] "))
    if monthly:
        return Date((int(monthly[2]), int(monthly[1])))
    numeric = _NUMERIC.search(text)
    if numeric and (date := _read_numeric(numeric, day_first=day_first)):
        return date
    numbers, months, season = _read_words(_WORD.findall(text))
    year = next((number for number in numbers if 1400 <= number < 2100), None)
    day = next((number for number in numbers if 1 <= number <= 31), None)
    if year is None:
        return None
    if not months:
        return Date((year,), season=season)
    if len(months) > 1 and day is None:
        return Date((year, months[0]), end=(year, months[-1]))
    return Date((year, months[0]) if day is None else (year, months[0], day))


def _read_words(words: list[str]) -> tuple[list[int], list[int], int | None]:
    """The numbers of one, two or four digits, the months, and the season among the words of a date."""
    numbers = [int(word) for word in words if word.isdecimal() and len(word) in {1, 2, 4}]
    lows = [word.lower() for word in words]
    seasons = [_SEASONS[low] for low in lows if low in _SEASONS]
    return numbers, [MONTHS[low] for low in lows if low in MONTHS], seasons[-1] if seasons else None


def _read_numeric(found: re.Match[str], *, day_first: bool) -> Date | None:
    first, separator, second, third = found.groups()
    if len(first) == 4:
        return _built(int(first), int(second), int(third) if third else None)
    if third is None or separator == "-":
        return None
    if len(third) not in {2, 4}:
        return None
    year = int(third) + (2000 if len(third) == 2 else 0)
    month, day = int(first), int(second)
    if month > 12 or (day_first and day <= 12):
        month, day = day, month
    return _built(year, month, day)


def _built(year: int, month: int, day: int | None) -> Date | None:
    if not 1400 <= year < 2100 or not 1 <= month <= 12:
        return None
    if day is None:
        return Date((year, month))
    return Date((year, month, day)) if 1 <= day <= 31 else None
