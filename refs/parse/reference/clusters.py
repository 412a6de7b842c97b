"""Glued clusters of year, volume, issue and pages, as journals print them."""

import re
from collections.abc import Iterator

from refs.parse.reference.dates import MONTH, YEAR, read_date
from refs.parse.reference.span import Span

_DASH = r"\s?[-‐-―−]{1,2}\s?"
_PAGE = r"(?:\d\d[a-z]{1,2}\d{4,6}|[A-Za-z]{0,3}\.?\d{1,17}(?:\.\d{1,3}){0,2}[A-Za-z]?\d{0,2})"
_PAGES = rf"(?:{_PAGE}(?:{_DASH}{_PAGE})?(?:,\s?\d{{1,5}}{_DASH}\d{{1,5}})*)"
_SUPPL = r"(?:\s?,?\s?[Ss]uppl(?:ement|\.)?\s?\d{0,3}|\s?Spec(?: No)?|\s?Pt\.? ?\d{1,2})"
_VOLUME = r"(?:\d{1,5}(?:[-–/]\d{1,4})?|i{1,2}(?=:\d))"
_INNER = r"[\(\[]\s?(?P<issue>[^()\[\]]{1,30})\s?[\)\]]"
_DATE = rf"(?P<date>(?:(?:(?:[12]\d|3[01]|0?[1-9])\s)?{MONTH}(?:\s\d{{1,2}})?,?\s|(?:Spring|Summer|Fall|Autumn|Winter)\s)?{YEAR}[a-z]?(?:[\s,]{{1,2}}(?:{MONTH}(?:[-–/]{MONTH})?(?:\s\d{{1,2}}(?:[-–]\d{{1,2}})?(?!\d|:))?|Spring|Summer|Fall|Autumn|Winter))?)"
# 10:15 am, 10:15am
_CLOCK = r"\d*\s?[ap]?\.?m\b"
# 2005;66(2):593-602   2014 Feb;77(2):295-301   2008;(182):335-60   1990, 47, 899–907
_DATED = re.compile(
    rf"(?<![\w/-])(?<!\d\.){_DATE}\s?[;,:]\s?(?:[Vv]ol(?:ume|\.)?\s?)?(?P<volume>{_VOLUME})?\s?(?:{_INNER})?(?P<suppl>{_SUPPL})?\s?(?:[:,;]\s?(?:[Pp]{{1,2}}\.?\s?)?(?:doi[:.]|(?P<page>{_PAGES})(?!{_CLOCK}))|(?=[.\s]*$)|(?=\.\s))"
)
# 66(2), 593–602   70(2), 97   17:327–335   66(suppl 2):28–33   8 (2): 4-9
_BARE = re.compile(
    rf"(?<![\w/.–-])(?<!\b[Nn]o\. )(?<!\b[Nn]o )(?<!\b[Nn]r\. )(?<!n° )(?<!ssue )(?<![Vv]ersion )(?!(?:1[89]|20)\d\d\.\s)(?P<volume>{_VOLUME})(?:\s?{_INNER})?(?P<suppl>{_SUPPL})?"
    rf"(?:\s?[:,.]\s?|(?<=\))\s)(?:[Aa]rticle\s(?:[Nn]o\.?\s|ID\s)?|[Pp]{{1,2}}\.?\s?|[Ss]\.\s?)?(?P<page>{_PAGES})(?=[\s.,;()\]]|$)(?!{_CLOCK})"
)
# v. 6, n. 1, p. 112-123   v.6, n.1
_NAMED = re.compile(
    rf"\bv\.\s?(?P<volume>\d{{1,4}}),\s?n\.\s?(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)(?:,\s?p{{1,2}}\.\s?(?P<page>{_PAGES}))?"
)
# 6, suppl. 1 (2004): 12–16   61, no. 7 (April 1, 2000): 2121–28
_CHICAGO = re.compile(
    rf"(?<![\w/.–-])(?P<volume>{_VOLUME})(?:,\s?nos?\.\s?(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)|(?P<suppl>,\s?[Ss]uppl\.?\s?\d{{0,3}}))"
    rf"\s?\((?P<date>[^()\d]{{0,20}}(?:\d{{1,2}},\s)?{YEAR})\)\s?:\s?(?P<page>{_PAGES})"
)
# 101.6 (1998): 1079-1088
_DOTTED = re.compile(
    rf"(?<![\w/.–-])(?P<volume>\d{{1,4}})\.(?P<issue>\d{{1,3}}(?:[-–/]\d{{1,3}})?)\s?\((?P<date>[^()\d]{{0,20}}{YEAR})\)(?:\s?:\s?(?P<page>{_PAGES}))?"
)
# 30:4, 567-9
_COLON = re.compile(
    r"(?<![\w/.:–-])(?P<volume>\d{1,3}):(?P<issue>\d{1,2}),\s?(?:pp?\.\s?)?(?P<page>\d{1,5}\s?[-–]\s?\d{1,5})(?![\w/-])"
)
# 95(9).   30(2)
_SHORT = re.compile(
    r"(?<![\w/.–-])(?<!\bStat\. )(?<!§ )(?<!\dd )(?P<volume>\d{1,4})\s?\((?P<issue>\d{1,4}(?:[-–/]\d{1,4})?|[Ss]uppl(?:\.|ement)?(?:[ -]?\w{1,3})?)\)(?=[\s.,;]|$)"
)
_PAGE_WORD = r"(?:pp|[Pp]ages?|pgs?|páginas|pags?|págs?|Seiten?|S|p)"
# pp. 239–250   p. 23783   S. 281   pages 12-14
_PAGES_ALONE = re.compile(
    rf"(?<![\w])[(\[]?\b(?!S\.?\s(?:19|20)\d\d\b){_PAGE_WORD}\b\.?\s?:?\s?(?P<page>(?:{_PAGES}|[ivxlc]{{1,6}}{_DASH}[ivxlc]{{1,6}}))(?:\s?ff?\.)?(?=[\s.,;:()\]]|$)[)\]]?"
)
_VOLUME_WORD = re.compile(
    r"\b(?:[Vv]ol(?:ume|s)?|VOL|Band|Bd|[Tt]ome|[Jj]g|[Jj]ahrgang)\b\.?\s?(?P<volume>\d{1,4}(?:[-–/]\d{1,4})?|[IVXLC]{1,7}\b|[A-Z]{1,3}-\d{1,3})"
)
_ISSUE_WORD = re.compile(
    r"(?:\b(?=[Ss]uppl)|\b(?<!L\. )(?<!Law )(?<!Art\. )(?<!Article )(?:[Nn]o|[Nn]r|[Nn]úm|[Ii]ss|[Ii]ssue|[Nn]umber|Heft|H|[Nn]um)\b\.?\s?|\b[Nn]\s?[°º]\s?)(?P<issue>\d{1,4}(?:[-–/]\d{1,4})?|[Ss]uppl(?:\.|ement)?\s?\d{1,2})(?=[\s,.;:)\]]|$)"
)
_ARTICLE_ID = re.compile(
    r"\b(?:Article(?:\s(?:ID|[Nn]o\.?|[Nn]umber))?|Art\.(?:\s[Nn]o\.)?)\s?:?\s?(?P<page>[A-Za-z]{0,2}\d{2,9})\b"
)
# 87 FR 78887   85 Fed. Reg. 21588
_REGISTER = re.compile(
    r"(?<![\w.])(?P<volume>\d{2,3}) (?:FR|Fed\. ?Reg\.|Fed\. Regist\.) (?P<page>\d{3,6}(?:[-–]\d{1,6})?)\b"
)
# June 5, 2019, A1.
_NEWSPAPER_PAGE = re.compile(r"(?<=\d{4}, )(?P<page>[A-Z]{1,2}\d{1,2})(?=\.?\s*$)")
_EDITION = re.compile(
    r"[(\[]?\b(?P<edition>(?:19|20)\d\d\s(?=[Ee]dition)|\d{1,3}(?:st|nd|rd|th|d|ª|a|e|ème)?\.?\s?|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Rr]ev(?:ised|\.)?|[Tt]ext revision|[Ii]nternational|[Ii]llustrated|[Nn]ew|[Rr]evised and expanded)\s)"
    r"(?:[Ee]d(?:ition|n|\.|\b)|[Aa]uflage|[Aa]ufl\.?|éd(?:ition|\.)?|ed\.)(?:\.|\b)?(?:,\s?(?:rev|text rev)\.)?(?:\s?[)\]])?"
)


def find_clusters(text: str) -> Iterator[Span]:
    """The spans of clusters; the value is a mapping of date, volume, issue and page."""
    yield from _find_glued(text)
    for pattern, name in _WORDED:
        for found in pattern.finditer(text):
            yield Span(*found.span(), "cluster", {name: found[name]})
    for found in _PAGES_ALONE.finditer(text):
        bracketed = found.group()[0] in "(["
        yield Span(*found.span(), "pages" if bracketed else "cluster", {"page": read_pages(found["page"])})
    for found in _NEWSPAPER_PAGE.finditer(text):
        yield Span(*found.span("page"), "cluster", {"page": found["page"]})
    for found in _EDITION.finditer(text):
        yield Span(*found.span(), "edition", found["edition"].strip(" ."))


def _find_glued(text: str) -> Iterator[Span]:
    for found in _DATED.finditer(text):
        if found["volume"] or found["issue"] or found["page"]:
            yield _cluster(found, ("date", "volume", "issue", "suppl", "page"))
    for hint, pattern, names in _RARE:
        if hint in text:
            for found in pattern.finditer(text):
                yield _cluster(found, names)
    for found in _BARE.finditer(text):
        if _is_cluster(text, found):
            yield _cluster(found, ("volume", "issue", "suppl", "page"))
    for found in _SHORT.finditer(text):
        yield _cluster(found, ("volume", "issue"))


_RARE = (
    (", no", _CHICAGO, ("date", "volume", "issue", "suppl", "page")),
    ("uppl", _CHICAGO, ("date", "volume", "issue", "suppl", "page")),
    ("):", _DOTTED, ("date", "volume", "issue", "page")),
    (", n", _NAMED, ("volume", "issue", "page")),
    (" (", _COLON, ("volume", "issue", "page")),
    (" FR ", _REGISTER, ("volume", "page")),
    (" Fed", _REGISTER, ("volume", "page")),
)
"""Rarer forms: what a text must hold to be looked through, the pattern, and its parts."""
_WORDED = ((_VOLUME_WORD, "volume"), (_ISSUE_WORD, "issue"), (_ARTICLE_ID, "page"))
_RANGE = re.compile(_DASH)


def _is_cluster(text: str, found: re.Match[str]) -> bool:
    """Whether bare numbers are volume and pages, and not a time, a ratio or a count.

    An issue in brackets or a range of pages shows it; a lone ``12: 343`` must end a sentence.
    """
    page = found["page"]
    if str(found["suppl"]).lower().endswith("suppl"):
        return False  # vol. 6, suppl. 1
    if found["issue"] is not None or found["suppl"]:
        return not (found["suppl"] and re.fullmatch(YEAR, page))  # vol. 64, suppl. 3, 2003, pp. 21-27
    if _RANGE.search(page) and not re.fullmatch(YEAR, found["volume"]):
        return bool(re.search(r"\d", page))
    after = text[found.end() : found.end() + 2]
    sign = text[found.end("volume") :].lstrip()[:1]
    if sign == "." or not page[-1:].isdecimal() or re.fullmatch(YEAR, page):
        return False
    if re.search(MONTH + r"\s?$", text[max(0, found.start() - 12) : found.start()]):
        return False
    return sign in ":," and (after[:1] in {".", ""} or after in {" [", " ("}) and len(page) > 1


_HYPHENS = re.compile("[‐‑‒−]")
_LOOSE_DASH = re.compile(r"\s*([-–—])\s*")


def read_pages(text: str) -> str:
    """Pages without blanks around their dash: ``171– 195``."""
    text = _HYPHENS.sub("-", text.strip(" ,"))
    return _LOOSE_DASH.sub(r"\1", text) if " " in text else text


def _is_range(words: str) -> bool:
    """Whether what stands for a volume is a range of pages, since no volumes but neighbours are bound together."""
    first, _, last = words.replace("–", "-").partition("-")
    return last.isdecimal() and int(last) != int(first) + 1


def _cluster(found: re.Match[str], names: tuple[str, ...]) -> Span:
    value: dict[str, object] = {}
    for name in names:
        part = found[name]
        if not part:
            continue
        if name == "date":
            value["date"] = read_date(part)
        elif name == "suppl":
            value["issue"] = f"{value['issue']} {part.strip(' ,')}" if "issue" in value else part.strip(" ,")
        else:
            value[name] = _HYPHENS.sub("-", part.strip(" ,")) if name != "page" else read_pages(part)
    if _is_range(str(value.get("volume", ""))) and not value.keys() & {"issue", "page"}:
        value["page"] = value.pop("volume")  # New York: Wiley; 2006:401-427
    if re.fullmatch(r"(?:19|20)\d\d", str(value.get("volume"))) and not value.keys() & {"date", "issue"}:
        value["date"] = read_date(str(value.pop("volume")))  # Hart, 1989, S. 169
    if re.fullmatch(r"(?:19|20)\d\d", str(value.get("issue"))) and "date" not in value:
        value["date"] = read_date(str(value.pop("issue")))  # 350 (2015) 112–118
    return Span(*found.span(), "cluster", value)
