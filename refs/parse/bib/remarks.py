"""What remarks in a BibTeX entry say besides: a day of access, an address, an identifier."""

import re

from refs.model.date import Date
from refs.parse.dates import read_date, read_words
from refs.parse.latex import decode_plain

# note = {Accessed 3 May 2020}, [Online; accessed 19-July-2008]
_ACCESSED = re.compile(
    r"(?:\[?online;?\s*)?\b(?:last\s+)?(?:accessed|retrieved|visited|checked|viewed)(?:\s+on)?\s*:?\s*"
    r"(\[?[\w][\w\s,./-]{5,24}?)[\])]*\.?\s*$",
    re.IGNORECASE,
)
# note = {PMID: 23439512}
_PMID = re.compile(r"PMID:?\s*(\d{1,8})\s*\.?$")
# \url{https://…}, https://…
URL = re.compile(r"\\(?:url|href)\s*\{\s*([^{}\s]+)\s*\}|(https?://(?:[^\s{}\\]|\\[_%&#~])+)")

# [1968] 2002, 2002 [1968]
_REPRINT = re.compile(r"\[(\d{4})\]\s*(\d{4})$|(\d{4})\s*\[(\d{4})\]$")


def reprint_in(text: str) -> tuple[str, str] | None:
    """The year of a reprint and, of what was in brackets, that of the first edition.

    >>> reprint_in("[1968] 2002")
    ('2002', '1968')
    """
    found = _REPRINT.match(text.strip())
    if found is None:
        return None
    first, second = sorted(year for year in found.groups() if year)
    bracketed = found[1] or found[4]
    return (second, first) if bracketed == first else None


# 1985 in "XX 1985" and "2020 (reprint)"
_YEAR = re.compile(r"(?<![\w/.:])(?:1\d|20)\d\d(?!\w)")
_LONGEST = 60


def year_in(text: str) -> str | None:
    """The one year that words for a date name, or None.

    >>> year_in("2020 (reprint)"), year_in("between 1990 and 1995"), year_in("in press")
    ('2020', None, None)
    """
    years = set(_YEAR.findall(text[:_LONGEST]))
    return years.pop() if len(years) == 1 else None


def pmid_in(text: str) -> str | None:
    """The PMID, where a note is nothing else.

    >>> pmid_in("PMID: 23439512")
    '23439512'
    """
    found = _PMID.match(text)
    return found[1] if found else None


def accessed_in(text: str) -> Date | None:
    """The day on which a note says that the page was read."""
    if len(text) > 300 or (found := _ACCESSED.search(text)) is None:
        return None
    words = decode_plain(found[1]).strip(" .[]()")
    date = read_date(words)
    if date is None or not date.parts:
        date = read_words(words.replace("-", " "))
    return date if date is not None and date.parts else None


def says_access_alone(text: str) -> bool:
    """Whether a note says nothing but when the page was read.

    >>> says_access_alone("[Online; accessed 3 May 2020]"), says_access_alone("With maps. Accessed 3 May 2020")
    (True, False)
    """
    found = _ACCESSED.search(text)
    return found is not None and not any(map(str.isalnum, text[: found.start()]))
