"""Drugs@FDA document URLs: which application and supplement the name of a PDF tells."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class LabelApplication:
    """An FDA application of six digits, with the supplements that the URL names (0 is the original)."""

    number: str
    supplements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelUrl:
    """What the URL of an FDA document says of itself.

    `confident` is false where digits could be read in another way; then ask, and state nothing.
    """

    url: str
    applications: tuple[LabelApplication, ...]
    year: int | None = None
    folder: str = ""
    confident: bool = True

    @property
    def application(self) -> str | None:
        """The first application, or None."""
        return self.applications[0].number if self.applications else None


# 021121, 21071, 21-137, 125057; s049, Orig1s000, slr005, SE8-012, _054
_TOKEN = re.compile(
    r"(?P<application>(?<!\d)(?:\d{2}-\d{3}|\d{6}|\d{5})(?!\d))"
    r"|(?:orig\d{0,2}s?|s(?:upp?l?)?[-_]?|slr|scm|scp|scs|sce|se\d?-?|[,_&-]\s*)(?P<supplement>\d{1,4})(?!\d)",
    re.IGNORECASE,
)
_FOLDER = re.compile(r"/drugsatfda_docs/([a-z]+)?/?(\d{4}|\d{2}|pre96)?/", re.IGNORECASE)


def read_label_url(url: str) -> LabelUrl | None:
    """What a Drugs@FDA document URL says of itself, or None when it is no such URL.

    >>> read_label_url("https://www.accessdata.fda.gov/drugsatfda_docs/label/2023/021121s049lbl.pdf").applications
    (LabelApplication(number='021121', supplements=(49,)),)
    """
    path = unquote(urlsplit(url).path)
    found = _FOLDER.search(path)
    if not found:
        return None
    folder = (found.group(1) or "").lower()
    applications = _read_name(path[found.end() :])
    return LabelUrl(
        normalise_label_url(url), applications, _year(found.group(2)), folder, len(applications) > 0
    )


def normalise_label_url(url: str) -> str:
    """The URL as it is compared: https, www, blanks as ``%20``."""
    rest = re.sub(r"^https?://(?:www\.)?", "", url.strip(), flags=re.IGNORECASE)
    host, _, path = rest.partition("/")
    return f"https://www.{host.lower()}/{path.replace(' ', '%20')}"


def _year(text: str | None) -> int | None:
    if text is None or not text.isdigit():
        return None
    number = int(text)
    return number if number > 99 else (1900 + number if number > 38 else 2000 + number)


def _read_name(name: str) -> tuple[LabelApplication, ...]:
    found: dict[str, list[int]] = {}
    current: list[int] | None = None
    for token in _TOKEN.finditer(name):
        number = token.group("application")
        if number:
            current = found.setdefault(number.replace("-", "").zfill(6), [])
        elif current is not None:
            current.append(int(token.group("supplement")))
    return tuple(LabelApplication(number, tuple(dict.fromkeys(each))) for number, each in found.items())
