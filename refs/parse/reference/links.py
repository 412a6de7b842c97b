"""Identifiers and URLs in a reference, damaged ones included."""

import re
from collections.abc import Iterator

from refs.model.identifier import normalise_doi, normalise_isbn
from refs.parse.reference.span import Span

# https://www.fda.gov/x   www.rxlist.com/xanax-drug.htm   dea.gov/factsheets   https:// www.x.org
_URL = re.compile(
    r"(?:(?:https?|ftp|hxxps?)(?::|%3A)\s?/{1,3}\s?(?:www\.\s)?"
    r"|(?<![\w@.-])www\.(?=[\w-]+\.)"
    r"|(?<![\w@./-])(?=[a-z0-9][a-z0-9-]{0,60}(?:\.[a-z0-9-]{1,60}){0,4}\.(?:com|org|gov|edu|net|int|uk|de|fr|eu|io|info|me)/))"
    r"[^\s<>⟨⟩\"“”„«»|\[\]{}]+",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:https?\s?:\s?//\s?)?(?:(?:dx\.)?doi\.org\s?/\s?|\bdoi\s?[:/=.]?\s*|\bDOI\s?[:/=.]?\s*)?"
    r"(?<![\d.])10\s?\.\s?\d{4,9}\s?/\s?[^\s\"“”<>⟨⟩|]+",
    re.IGNORECASE,
)
_DOI_LEAD = re.compile(r"(?:\[?\(?\bdoi\s?(?:link|number)?\s?[:=.]?\s*)$", re.IGNORECASE)
_PMID = re.compile(
    r"[\[(]?\b(?:(?:PubMed\s)?PMID|PubMed(?:\sID)?|PubMed\sPMID)\s?[:#]?\s?(?P<id>\d{4,8})\b[\])]?",
    re.IGNORECASE,
)
_PMCID = re.compile(
    r"[\[(]?(?:\b(?:PMCID|PubMed Central(?: PMCID)?|PMC)\s?:?\s?)?\b(?P<id>PMC\s?\d{4,9})\b[\])]?"
)
_ISBN = re.compile(
    r"\(?\bISBN(?:[- ]?1[03])?\s?[:#]?\s*(?P<id>(?:97[89][\s‐-―-]?)?\d(?:[\s‐-―-]?\d){8}[\s‐-―-]?[\dXx])\b\)?",
    re.IGNORECASE,
)
_ISSN = re.compile(r"\bISSN:?\s*(?P<id>\d{4}[‐-―-]\d{3}[\dXx])\b", re.IGNORECASE)
_ARXIV = re.compile(
    r"\b(?:arXiv(?: preprint)?(?:,)? ?)?arXiv:\s?(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:\s?\[[a-zA-Z.-]{2,20}\])?",
    re.IGNORECASE,
)
_NBK = re.compile(r"(?:\bBookshelf ID:\s?)?\b(?P<id>NBK\d{3,8})\b")
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_GLUED_DOI = re.compile(
    r"(?:external(?: icon)?|pdf icon|\[?PubMed\]?|\[?CrossRef\]?|\[?Google(?: ?Scholar)?\]?|Medline|View|Article)+$",
    re.IGNORECASE,
)
_PATH_IDS = (
    (
        "pmid",
        re.compile(
            r"ncbi\.nlm\.nih\.gov/(?:labs/)?(?:m/)?pubmed/?(?:\?term=)?(\d{4,8})(?!\d)", re.IGNORECASE
        ),
    ),
    ("pmid", re.compile(r"pubmed\.ncbi\.nlm\.nih\.gov/(\d{4,8})(?!\d)", re.IGNORECASE)),
    ("pmcid", re.compile(r"/(?:articles|pmc)/(?:articles/)?(PMC\d{4,9})", re.IGNORECASE)),
)


def find_links(text: str, low: str) -> Iterator[Span]:
    """The spans of URLs, DOIs and other identifiers in a text (`low` is the text in lower case)."""
    if "10" in text and "/" in text:
        yield from _find_dois(text)
    if "/" in text or "www" in low:
        yield from _find_urls(text)
    for hint, pattern, kind in _NAMED:
        if hint in low:
            for found in pattern.finditer(text):
                yield Span(*found.span(), kind, _value_of(kind, found["id"]))


_NAMED = (
    ("pm", _PMID, "pmid"),
    ("pubmed", _PMID, "pmid"),
    ("pmc", _PMCID, "pmcid"),
    ("isbn", _ISBN, "isbn"),
    ("issn", _ISSN, "issn"),
    ("arxiv:", _ARXIV, "arxiv"),
    ("nbk", _NBK, "nbk"),
)


def _value_of(kind: str, text: str) -> str | None:
    """The value of an identifier; none for an ISBN whose check digit is wrong."""
    if kind == "isbn":
        return text if normalise_isbn(text) else None
    return text.replace(" ", "")


def _find_dois(text: str) -> Iterator[Span]:
    for found in _DOI.finditer(text):
        raw = found.group()
        if "://" in raw.split("10", 1)[0] and "doi.org" not in raw.lower():
            continue
        at = found.start()
        if at and text[at - 1] in "/=?":
            continue
        trimmed = _GLUED_DOI.sub("", trim_url(raw))
        start = at
        lead = _DOI_LEAD.search(text, max(0, at - 12), at)
        if lead:
            start = lead.start()
        value = normalise_doi(re.sub(r"\s", "", trimmed[trimmed.lower().find("10") :]))
        if value:
            yield Span(start, at + len(trimmed), "doi", value)


def _find_urls(text: str) -> Iterator[Span]:
    for found in _URL.finditer(text):
        url = _GLUED_URL.sub(r"\1", trim_url(found.group()))
        if "/" not in url and text[: found.start()].endswith("| "):
            continue  # "EBSCO Information Services, Inc. | www.ebsco.com" is the name of a site
        end = _unwrapped(text, found.start() + len(url))
        value = re.sub(r"\s", "", text[found.start() : end])
        value = re.sub(r"^hxxp", "http", value, flags=re.IGNORECASE)
        yield Span(found.start(), end, "url", value)


# …/mcd-icd10-expanded.htmlon Jan 23, 2023
_GLUED_URL = re.compile(
    r"(\.(?:html?|pdf|aspx?|php|jsp|org/|gov/|com/))(?:on|external|accessed|Accessed|Retrieved|pdf icon)$"
)


# …/label/2021/ 017533s061lbl.pdf: a URL that was wrapped after a slash or hyphen goes on
_WRAPPED = re.compile(r"(?<=[/_=-]) (?=\S*[/.\d_-])[a-z0-9][^\s<>\"“”|\[\]{}]{2,}(?=[\s.,;)]|$)")


def _unwrapped(text: str, end: int) -> int:
    found = _WRAPPED.match(text, end)
    if not found or re.match(r" \d{1,2}\b[./ ]", found.group() + " "):
        return end
    tail = trim_url(found.group())
    return end + len(tail) if re.search(r"[/_=-]|\.(?:html?|pdf|aspx?|php)$|\d{3}", tail) else end


def trim_url(url: str) -> str:
    """The URL without the punctuation of the sentence around it."""
    while url:
        last = url[-1]
        if last in ".,;:!?'’”\"»›*>" or (last in _CLOSERS and url.count(last) > url.count(_CLOSERS[last])):
            url = url[:-1]
        else:
            break
    # https://x.org/a).  and  https://x.org/a);
    cut = re.search(r"\)[.,;:]", url)
    if cut and url[: cut.end()].count(")") > url[: cut.end()].count("("):
        return url[: cut.start()]
    return url


def path_identifiers(url: str) -> Iterator[tuple[str, str]]:
    """The PMID or PMCID that a URL of the National Library of Medicine holds."""
    for kind, pattern in _PATH_IDS:
        found = pattern.search(url)
        if found:
            yield kind, found.group(1).upper()
            return
