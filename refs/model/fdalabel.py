"""Drugs@FDA document URLs: which application and supplement the name of a PDF tells."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from refs.model.fdaapplications import is_new_drug
from refs.model.fdabiologics import BIOLOGICS
from refs.model.web import unwrap_archive


@dataclass(frozen=True, slots=True)
class LabelApplication:
    """An FDA application of six digits, with the supplements that the URL names (0 is the original)."""

    number: str
    supplements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelUrl:
    """What the URL of an FDA document says of itself.

    `confident` is false where some digits of the name could not be explained, where it says that there are
    more applications than it names or names one twice, where FDA may have named it for one of several
    applications (in the old folders, and of drugs filed before 1990 or so), and where a number is not known to be
    that of a new drug (it may be misprinted: FDA hardly posts the labels of generics); then ask, and state nothing.
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


_TOKEN = re.compile(
    # 21-137, 020-839
    r"(?P<dashed>(?<!\d)0?\d{2}-\d{3}(?!\d))"
    # etanimm091202PLB: substance and maker in seven letters, then the day
    r"|(?<![a-z0-9])(?P<code>[a-z]{2,5}\d{0,3}[a-z]{2,4}(?P<day>[01]\d[0-3]\d\d\d)(?=-?p?la?b|_|$))"
    # 021121, 21071; 9330 at the head of a name
    r"|(?P<application>(?<!\d)(?:\d{5,6})(?!\d)|^\d{4}(?=[-_s]))"
    # 50722005: application and supplement without a sign between them
    r"|(?P<glued>(?<!\d)\d{8,9}(?!\d))"
    # s049, Orig1s000, slr005, SE8-012, S-004, and s02420975: a supplement with the next application behind it
    r"|(?:orig(?:inal)?-?\d{0,2}s?|s(?:upp?l?)?[-_]?|slr|scm|scp|scs|sce|scf|sca|se\d?-?)(?P<supplement>\d{1,9})(?!\d)"
    # s018,019 and s054_057: supplements after the first
    r"|[,_&-]\s*(?P<listed>\d{1,4})(?!-?\d)"
    # a list that the name breaks off
    r"|(?P<more>et\s?al)",
    re.IGNORECASE,
)
_FOLDER = re.compile(r"/drugsatfda_docs/([a-z_]+)?/?(\d{4}|\d{2}|pre96)?/", re.IGNORECASE)


def read_label_url(url: str) -> LabelUrl | None:
    """What a Drugs@FDA document URL says of itself, or None when it is no such URL.

    >>> read_label_url("https://www.accessdata.fda.gov/drugsatfda_docs/label/2023/021121s049lbl.pdf").applications
    (LabelApplication(number='021121', supplements=(49,)),)
    """
    url = unwrap_archive(url.strip())
    parts = urlsplit(url)
    if not (parts.hostname or "").lower().endswith("fda.gov"):
        return None
    path = unquote(parts.path)
    found = _FOLDER.search(path)
    if found:
        applications, confident = _read_name(path[found.end() :].rsplit("/", 1)[-1])
        folder, year = (found.group(1) or "").lower(), _year(found.group(2))
        confident = (
            confident
            and (len(applications) > 1 or not _is_old(found.group(2), applications[0].number))
            and (folder == "anda" or all(is_new_drug(each.number) for each in applications))
        )
        return LabelUrl(normalise_label_url(url), applications, year, folder, confident)
    return _read_query(url, parts.query)


_ONE_OF_SEVERAL_UNTIL = 2004
"""Of the documents in folders up to this year that name one application, 5 % belong to a sibling; of later ones 0.2 %."""
_EACH_FORM_ITS_OWN = re.compile(r"0[01]|05|06[0-5]")
"""Applications before 020000 and of antibiotics: each form was filed alone, and 1 % of the labels are of a sibling."""


def _is_old(folder: str | None, number: str) -> bool:
    """Whether a document is of the years, or of the drugs, that FDA named for one of several applications."""
    year = 0 if folder == "pre96" else _year(folder) or 9999
    return year <= _ONE_OF_SEVERAL_UNTIL or bool(_EACH_FORM_ITS_OWN.match(number))


def _read_query(url: str, query: str) -> LabelUrl | None:
    """``index.cfm?event=overview.process&ApplNo=021121``."""
    for name, value in parse_qsl(query):
        if name.lower() in {"applno", "varapplno"} and re.fullmatch(r"\d{5,6}", value):
            return LabelUrl(normalise_label_url(url), (LabelApplication(value.zfill(6)),), folder="overview")
    return None


def normalise_label_url(url: str) -> str:
    """The URL as it is compared: https, www, blanks as ``%20``."""
    rest = re.sub(r"^https?://(?:www\.)?", "", url.strip(), flags=re.IGNORECASE)
    host, _, path = rest.partition("/")
    return f"https://www.{host.lower()}/{path.replace(' ', '%20')}"


def _year(text: str | None) -> int | None:
    if text is None or not text.isdecimal():
        return None
    number = int(text)
    return number if number > 99 else (1900 + number if number > 38 else 2000 + number)


def _read_name(name: str) -> tuple[tuple[LabelApplication, ...], bool]:
    """The applications that a file name tells, and whether all its digits were explained."""
    stem = re.sub(r"\.(?:pdf|html?|cfm|docx?)$", "", name, flags=re.IGNORECASE)
    found: dict[str, list[int]] = {}
    current: list[int] | None = None
    sure = True
    for token in _TOKEN.finditer(stem):
        if token.group("more"):
            sure = False
        elif token.group("code"):
            number = BIOLOGICS.get(token.group("code")[: -len(token.group("day"))].lower())
            sure = sure and number is not None
            current = found.setdefault(number, []) if number else current
        elif digits := token.group("supplement") or token.group("listed"):
            current, fits = _add_supplement(found, current, digits)
            sure = sure and fits
        else:
            current, fits = _add_application(found, token)
            sure = sure and fits
    numbers = tuple(LabelApplication(number, tuple(dict.fromkeys(each))) for number, each in found.items())
    return numbers, sure and bool(numbers)


def _add_application(found: dict[str, list[int]], token: re.Match[str]) -> tuple[list[int] | None, bool]:
    digits = (token.group("dashed") or token.group("application") or token.group("glued")).replace("-", "")
    tail = ""
    if token.group("glued"):
        digits, tail = digits[:-3], digits[-3:]
    number = digits.zfill(6)
    again = number in found
    current = found.setdefault(number, [])
    if tail:
        current.append(int(tail))
    return current, is_plausible(number) and not again


def _add_supplement(
    found: dict[str, list[int]], current: list[int] | None, digits: str
) -> tuple[list[int] | None, bool]:
    if current is None:
        return None, False
    if len(digits) <= 4:
        current.append(int(digits))
        return current, True
    for cut in (3, 2, 4, 1):
        number = digits[cut:].zfill(6)
        if len(digits) - cut in {5, 6} and is_plausible(number):
            current.append(int(digits[:cut]))
            return found.setdefault(number, []), True
    return current, False


def is_plausible(number: str) -> bool:
    """Whether FDA gives out such numbers: NDA and ANDA to 022…, 04–09…, BLA 10[123]…, 125…, 761…; since 2008 20–22….

    >>> is_plausible("021121"), is_plausible("761034"), is_plausible("119766")
    (True, True, False)
    """
    return bool(re.match(r"0[0-24-9]|10[123]|125|76[12]|2[01]", number))
