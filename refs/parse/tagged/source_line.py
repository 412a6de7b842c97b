"""Where something appeared, on one line as databases write it, → the parts of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from refs.model.date import Date
from refs.parse.dates import read_date, read_in_year
from refs.parse.draft import Draft


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The journal, the date, volume, issue and pages; what is not said is empty."""

    journal: str = ""
    issued: Date | None = None
    volume: str = ""
    issue: str = ""
    page: str = ""


def put_numbers(draft: Draft, source: SourceLine) -> bool:
    """Put volume, issue, pages and date into a draft; whether there is a date, which counts more than others."""
    draft.put("volume", source.volume)
    draft.put("issue", source.issue)
    draft.put("page", source.page)
    if source.issued is None or not source.issued.parts:
        return False
    draft.values["issued"] = source.issued
    return True


_NUMBER = r"(?P<volume>[\w./-]{1,12})?\s*(?:\((?!pp)(?P<issue>[^()]{1,40})\))?"
_LONG_NUMBER = r"[Vv]ol\.\s*(?P<volume>[\w-]{1,12}),\s*[Nn]o\.\s*(?P<issue>[\w/-]{1,20})"
_PAGE = r"(?:pp?\.?\s*)?(?P<page>[A-Za-z]{0,3}\d[\w.,\s-]{0,40}?)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)[a-z]{0,6}\.?"
_MONTHS = rf"{_MONTH}(?:[/-]{_MONTH})?"
_WHEN = (
    rf"(?P<date>(?:(?:\d{{1,2}}\s+)?{_MONTHS}(?:\s+\d{{1,2}})?,?\s+)?"
    rf"(?:1[5-9]|20)\d\d(?:(?:\s+\d\d){{1,2}}|\s+(?:\d{{1,2}}\s+)?{_MONTHS}(?:\s+\d{{1,2}})?)?|\d{{4,5}})"
)
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # Hydrobiologia. 2007 15 June; 433-441
        rf"(?P<journal>.{{1,250}}?)[.,]\s+{_WHEN};\s*(?P<page>\d+-\d+|\d+pp)\.*$",
        # Acta Biochimica August 2011;43(8):647-653; 10000. 1992; 19: 20
        rf"(?P<journal>.{{1,250}}?)[.,]?\s+{_WHEN}\s*;\s*{_NUMBER}\s*(?::\s*{_PAGE})?\.?$",
        # Accounts of chemical research, 17 January 2012, Vol.45(1), pp.1-2
        rf"(?P<journal>.{{1,250}}?),\s+{_WHEN},\s*[Vv]ol\.?\s*{_NUMBER}\s*(?:,\s*{_PAGE})?\s*(?:\[.{{0,60}}\])?\.?$",
        # Pain. Vol 25(3) Jul 2001, 123-130
        rf"(?P<journal>.{{1,250}}?)[.,]\s+[Vv]ol\.?\s*{_NUMBER}\s+{_WHEN},\s*{_PAGE}\.?$",
        # Pain, vol. 25, no. 3, pp. 123-130, March 2001
        rf"(?P<journal>.{{1,250}}?)[.,]\s+{_LONG_NUMBER}(?:,\s*{_PAGE})?,\s*{_WHEN}\.?$",
        # Pain. Vol. 25(3)(pp 123-130), 2001; Pain. 25(3):123-30, 2001 Mar.
        rf"(?P<journal>.{{1,250}}?)[.,]\s+(?:[Vv]ol\.?\s*)?{_NUMBER}\s*(?:[:,(]{{1,2}}\s*{_PAGE}\)?)?,\s*{_WHEN}\.?$",
        # Pain. 2001; Pain, 12 March 2001
        rf"(?P<journal>(?:(?!\d\s*[(:]|\d-\d|[Vv]ol\b).){{1,250}}?)[.,]\s+{_WHEN}\.?$",
    )
)


def read_source(text: str) -> SourceLine:
    """The parts of a line such as ``Pain August 2011;43(8):647-653``; all of it is the journal when no year is seen."""
    line = " ".join(text.split())[:500]
    for form in _FORMS:
        if found := form.match(line):
            parts = found.groupdict()
            page = (parts.get("page") or "").partition(". ")[0].strip(" .,")
            volume, issue = parts.get("volume") or "", parts.get("issue") or ""
            return SourceLine(_journal(parts["journal"]), read_months(parts["date"]), volume, issue, page)
    return _read_loosely(line) if _YEAR.search(line) else SourceLine(line.rstrip(" ."))


# what follows a journal: Vol 7(3), 7(3), :101, (pp 101), Conference:, Mar 2001, ;
_AFTER = re.compile(
    rf"[.,]\s+(?=[Vv]ol(?:ume|\b)|\d|\(|:|Conference\b|pp?\.|{_MONTHS}\s+\d)|;|,?\s+(?=\d{{1,4}}\s*[(:]|(?:1[5-9]|20)\d\d\b)"
)
_VOLUME = r"\b(?:[Vv]ol(?:ume)?\.?\s*)?(?P<volume>[A-Za-z]?\d[\w/-]{0,7})"
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_VOLUME}\s*\((?!pp)(?P<issue>[^()]{{1,40}})\)",
        rf"{_VOLUME},\s*[Nn]o\.?\s*(?P<issue>[\w/-]{{1,12}})",
        r"(?:^|[.;,]\s*)(?P<volume>\d{1,4})\s+(?P<issue>Suppl\.?(?:\s\w{1,4})?)\s*:",
        r"\b[Vv]ol(?:ume)?\.?\s*(?P<volume>\d{1,4})\b(?P<issue>)",
        r"(?:^|[.;,]\s*)(?P<volume>\d{1,4})\s*(?::|\(pp)(?P<issue>)",
    )
)
_PAGES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bpp?\.?\s*(?P<page>[A-Za-z]{0,2}\d+(?:\s*-\s*[A-Za-z]{0,2}\d+)?)",
        r":\s*(?P<page>[A-Za-z]{0,2}\d+\s*-\s*[A-Za-z]{0,2}\d+|e\d+)\b",
        r",\s*(?P<page>\d+-\d+)\.?$",
    )
)
_YEAR = re.compile(
    rf"(?P<before>\b{_MONTHS})?,?\s*(?:\d{{1,2}},?\s+)?\b(?P<year>(?:1[5-9]|20)\d\d)\b(?:\s+(?P<behind>{_MONTHS}))?(?!\s*\()"
)


def _read_loosely(line: str) -> SourceLine:
    """The parts that are seen in a line of no known form, each by itself."""
    end = _AFTER.search(line)
    journal, rest = (line[: end.start()], line[end.start() :]) if end else (line, "")
    number, pages = (_first(patterns, rest) for patterns in (_NUMBERS, _PAGES))
    return SourceLine(
        _journal(journal),
        _month_of(rest),
        number.get("volume", ""),
        number.get("issue", "").strip(),
        pages.get("page", "").replace(" ", ""),
    )


def _first(patterns: Iterable[re.Pattern[str]], text: str) -> dict[str, str]:
    """The parts that the first of the patterns sees."""
    found = next(filter(None, (pattern.search(text) for pattern in patterns)), None)
    return found.groupdict() if found else {}


def _month_of(text: str) -> Date | None:
    """The year, of several one that stands by its month."""
    dates = list(_YEAR.finditer(text))
    best = max(dates, key=lambda found: bool(found["before"] or found["behind"]), default=None)
    return read_months(f"{best['before'] or best['behind'] or ''} {best['year']}") if best else None


# Annals of Beds. POST AUTHOR CORRECTIONS, 5 Oct 2023; Annals of Beds. Conference: 3rd Meeting.
_STAGE = re.compile(r"[.,]\s+(?:Conference:|post |publish(?:ed)? ).*", re.IGNORECASE)


def _journal(text: str) -> str:
    """The title of a journal without the stage of publication, or the conference, behind it."""
    return _STAGE.sub("", text).strip(" .,")


def read_months(text: str) -> Date | None:
    """The Date of words that may name two months.

    >>> str(read_months("January/February 2010")), str(read_months("2010 01 30"))
    ('2010-01/2010-02', '2010-01-30')
    """
    if text.replace(" ", "").isdecimal():
        return read_date("-".join(text.split()))
    return read_in_year(text, "") or read_date(text)
