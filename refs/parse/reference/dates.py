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


def _spellings() -> str:
    names = {form for name in MONTHS for form in (name, name.capitalize(), name.upper())}
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


MONTH = rf"(?:{_spellings()})\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|º|ª)?"
YEAR = r"(?:1[4-9]|20)\d\d"
_OF = r"(?:of |de |del )?"
# May 13, 2023; 13 May 2023; 13. Mai 2023; 5 de mayo de 2020; 2023 May 13; 2023, May 13; May 2023; 2023-05-13;
# 7/27/25; 27.7.2025; 2012/11/08
FULL_DATE = (
    rf"(?:{MONTH}\s?{_DAY}(?:\s?[-–/]\s?(?:{MONTH} ?)?{_DAY})?,?\s?(?:\bde )?{YEAR}(?!\d)"
    rf"|{_DAY}\.?(?:\s?[-–]\s?{_DAY}\.?)?[\s-]?{_OF}{MONTH},?[\s-]?{_OF}{YEAR}(?!\d)"
    rf"|{YEAR}[a-z]?,? {MONTH}(?:[-/–]{MONTH})?(?: {_DAY}(?![\d:]))?"
    rf"|{MONTH}(?:\s?[-/–]\s?{MONTH})?,?\s?{_OF}{YEAR}(?!\d)"
    rf"|{YEAR}-[01]?\d(?:-[0-3]?\d)?(?![\d-])"
    rf"|{YEAR}[/.][01]?\d[/.][0-3]?\d(?![\d/])"
    rf"|[0-3]?\d[/.] ?[0-3]?\d[/.] ?(?:{YEAR}|\d\d)(?![\d/]))"
)
ANY_DATE = rf"(?:{FULL_DATE}|(?:Spring|Summer|Autumn|Fall|Winter),? {YEAR}\b|{YEAR}(?!\d))"

_WORD = re.compile(r"[^\W\d_]+|\d+")
_NUMERIC = re.compile(r"(\d{1,4})([/.-]) ?(\d{1,2})(?:[/.-] ?(\d{1,4}))?(?![\d/])")


def read_date(text: str, *, day_first: bool = False) -> Date | None:
    """The date that the words say, or None; `day_first` settles 3/4/2020.

    >>> str(read_date("2023, May 13")), str(read_date("7.14.2023")), str(read_date("Summer 2013"))
    ('2023-05-13', '2023-07-14', '2013')
    """
    numeric = _NUMERIC.search(text)
    if numeric and (date := _read_numeric(numeric, day_first=day_first)):
        return date
    year = month = end_month = day = season = None
    for word in _WORD.findall(text):
        low = word.lower()
        if low in MONTHS:
            if month is None:
                month = MONTHS[low]
            else:
                end_month = MONTHS[low]
        elif low in _SEASONS:
            season = _SEASONS[low]
        elif len(word) == 4 and word.isdecimal() and year is None:
            year = int(word)
        elif len(word) <= 2 and word.isdecimal() and day is None and 1 <= int(word) <= 31:
            day = int(word)
    if year is None or not 1400 <= year < 2100:
        return None
    if month is None:
        return Date((year,), season=season)
    if end_month and day is None:
        return Date((year, month), end=(year, end_month))
    return Date((year, month) if day is None else (year, month, day))


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
