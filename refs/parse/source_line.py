"""Where something appeared, on one line as databases write it, → the parts of it."""

import re
from dataclasses import dataclass

from refs.model.date import Date
from refs.parse.dates import read_date
from refs.parse.words import month_number


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The journal, the date, volume, issue and pages; what is not said is empty."""

    journal: str = ""
    issued: Date | None = None
    volume: str = ""
    issue: str = ""
    page: str = ""


_NUMBER = r"(?P<volume>[\w./-]{1,12})?\s*(?:\((?P<issue>[^()]{1,40})\))?"
_LONG_NUMBER = r"[Vv]ol\.\s*(?P<volume>[\w-]{1,12}),\s*[Nn]o\.\s*(?P<issue>[\w/-]{1,20})"
_PAGE = r"(?:pp?\.?\s*)?(?P<page>[A-Za-z]{0,3}\d[\w.,\s-]{0,40}?)"
_WHEN = (
    r"(?P<date>(?:(?:\d{1,2}\s+)?[A-Z][a-z]{2,9}\.?(?:[/-][A-Z][a-z]{2,9}\.?)?(?:\s+\d{1,2})?,?\s+)?"
    r"(?:1[5-9]|20)\d\d(?:\s+(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}(?:-[A-Z][a-z]{2,8})?\.?(?:\s+\d{1,2})?)?|\d{4,5})"
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
        rf"(?P<journal>.{{1,250}}?)[.,]\s+{_WHEN}\.?$",
    )
)
# January/February 2010, 2001 Jan-Feb
_TWO_MONTHS = re.compile(r"([A-Z][a-z]{2,9})\.?[/-]([A-Z][a-z]{2,9})\.?")


def read_source(text: str) -> SourceLine:
    """The parts of a line such as ``Pain August 2011;43(8):647-653``; all of it is the journal when none is seen."""
    line = " ".join(text.split())[:500]
    for form in _FORMS:
        if found := form.match(line):
            parts = found.groupdict()
            page = (parts.get("page") or "").strip(" .,")
            journal = parts["journal"].strip(" .,")
            volume, issue = parts.get("volume") or "", parts.get("issue") or ""
            return SourceLine(journal, read_months(parts["date"]), volume, issue, page)
    return SourceLine(line.rstrip(" ."))


def read_months(text: str) -> Date | None:
    """The Date of words that may name two months.

    >>> str(read_months("January/February 2010"))
    '2010-01/2010-02'
    """
    found = _TWO_MONTHS.search(text)
    year = re.search(r"\d{4}", text)
    if found is None or year is None:
        return read_date(text)
    first, last = month_number(found[1]), month_number(found[2])
    number = int(year[0])
    return Date((number, first), (number, last)) if first and last else read_date(text)
