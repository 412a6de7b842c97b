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
# January/February 2010, 2001 Jan-Feb
_TWO_MONTHS = re.compile(r"([A-Z][a-z]{2,9})\.?[/-]([A-Z][a-z]{2,9})\.?")


def read_source(text: str) -> SourceLine:
    """The parts of a line such as ``Pain August 2011;43(8):647-653``; all of it is the journal when no year is seen."""
    line = " ".join(text.split())[:500]
    for form in _FORMS:
        if found := form.match(line):
            parts = found.groupdict()
            page = (parts.get("page") or "").partition(". ")[0].strip(" .,")
            journal = parts["journal"].partition(". Conference:")[0].strip(" .,")
            volume, issue = parts.get("volume") or "", parts.get("issue") or ""
            return SourceLine(journal, read_months(parts["date"]), volume, issue, page)
    return _read_loosely(line) if _YEAR.search(line) else SourceLine(line.rstrip(" ."))


# what follows a journal: Vol 7(3), 7(3), :101, (pp 101), Conference:, 2001, ;
_AFTER = re.compile(
    rf"[.,]\s+(?=[Vv]ol(?:ume|\b)|\d|\(|:|Conference\b|pp?\.|{_MONTHS}\s+\d)|;|,?\s+(?=\d{{1,4}}\s*[(:]|(?:1[5-9]|20)\d\d\b)"
)
_VOLUME = re.compile(
    r"\b(?:[Vv]ol(?:ume)?\.?\s*)?(?P<volume>[\w/-]{1,8})\s*(?:\((?!pp)(?P<issue>[^()]{1,40})\)|,\s*[Nn]o\.?\s*(?P<number>[\w/-]{1,12}))"
)
_ALONE = re.compile(
    r"\b[Vv]ol(?:ume)?\.?\s*(?P<volume>\d{1,4})\b|[.;,]\s*(?P<before>\d{1,4})(?:\s+Suppl\.?[\w .]{0,8})?\s*:"
)
_PAGES = re.compile(
    r"\bpp?\.?\s*(?P<named>[A-Za-z]{0,2}\d+(?:\s*-\s*[A-Za-z]{0,2}\d+)?)|:\s*(?P<bare>[A-Za-z]{0,2}\d+\s*-\s*[A-Za-z]{0,2}\d+|e\d+)\b"
)
_YEAR = re.compile(
    rf"(?P<before>\b{_MONTHS})?,?\s*(?:\d{{1,2}},?\s+)?\b(?P<year>(?:1[5-9]|20)\d\d)\b(?:\s+(?P<behind>{_MONTHS}))?(?!\s*\()"
)


def _read_loosely(line: str) -> SourceLine:
    """The parts that are seen in a line of no known form, each by itself."""
    end = _AFTER.search(line)
    journal, rest = (line[: end.start()], line[end.start() :]) if end else (line, "")
    volume, alone, pages = _VOLUME.search(rest), _ALONE.search(rest), _PAGES.search(rest)
    dated = max(
        _YEAR.finditer(rest), key=lambda found: bool(found["before"] or found["behind"]), default=None
    )
    month = (dated["before"] or dated["behind"] or "") if dated else ""
    return SourceLine(
        journal.strip(" .,"),
        read_months(f"{month} {dated['year']}".strip()) if dated else None,
        volume["volume"] if volume else (alone["volume"] or alone["before"]) if alone else "",
        (volume["issue"] or volume["number"]).strip() if volume else "",
        (pages["named"] or pages["bare"]).replace(" ", "") if pages else "",
    )


def read_months(text: str) -> Date | None:
    """The Date of words that may name two months.

    >>> str(read_months("January/February 2010")), str(read_months("2010 01 30"))
    ('2010-01/2010-02', '2010-01-30')
    """
    if text.replace(" ", "").isdecimal():
        return read_date("-".join(text.split()))
    found = _TWO_MONTHS.search(text)
    year = re.search(r"\d{4}", text)
    if found is None or year is None:
        return read_date(text)
    first, last = month_number(found[1]), month_number(found[2])
    number = int(year[0])
    return Date((number, first), (number, last)) if first and last else read_date(text)
