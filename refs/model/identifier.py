"""Identifier: a name that a registry gives a work: recognise, normalise, compare, turn into a URL."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from refs.model.doi import doi_of_paste, normalise_doi
from refs.model.fdalabel import normalise_label_url
from refs.model.web import normalise_url, unwrap_archive, with_scheme, without_punctuation

__all__ = [
    "Identifier",
    "Scheme",
    "find_identifiers",
    "normalise_doi",
    "normalise_isbn",
    "normalise_issn",
    "normalise_orcid",
    "normalise_url",
    "parse_identifier",
]


class Scheme(StrEnum):
    """Which registry an identifier belongs to."""

    DOI = "doi"
    SHORT_DOI = "shortdoi"
    PMID = "pmid"
    PMCID = "pmcid"
    NBK = "nbk"
    SETID = "setid"
    FDA_APPLICATION = "fda"
    FDA_LABEL = "fda-label"
    ARXIV = "arxiv"
    ISBN = "isbn"
    ISSN = "issn"
    NCT = "nct"
    ORCID = "orcid"
    OPENALEX = "openalex"
    URL = "url"


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """A scheme and the normal form of the value in it; equal identifiers name the same work."""

    scheme: Scheme
    value: str

    def __str__(self) -> str:
        return self.value if self.scheme is Scheme.URL else f"{self.scheme}:{self.value}"

    @property
    def url(self) -> str | None:
        """Where a reader finds the work."""
        pattern = _URLS.get(self.scheme)
        return pattern.format(self.value) if pattern else None


_URLS = {
    Scheme.DOI: "https://doi.org/{}",
    Scheme.SHORT_DOI: "https://doi.org/{}",
    Scheme.PMID: "https://pubmed.ncbi.nlm.nih.gov/{}/",
    Scheme.PMCID: "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    Scheme.NBK: "https://www.ncbi.nlm.nih.gov/books/{}/",
    Scheme.SETID: "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={}",
    Scheme.FDA_APPLICATION: "https://www.accessdata.fda.gov/scripts/cder/daf/index.cfm?event=overview.process&ApplNo={}",
    Scheme.FDA_LABEL: "{}",
    Scheme.ARXIV: "https://arxiv.org/abs/{}",
    Scheme.NCT: "https://clinicaltrials.gov/study/{}",
    Scheme.ORCID: "https://orcid.org/{}",
    Scheme.OPENALEX: "https://openalex.org/{}",
    Scheme.URL: "{}",
}


def parse_identifier(text: str) -> Identifier | None:
    """The identifier that a pasted text is, or None.

    Takes bare values (``10.1000/x``, ``PMC8583742``, ``NBK556010``), prefixed ones (``pmid:29618526``) and the
    URLs of the registries; any other http(s) URL comes back as `Scheme.URL`. Bare digits of 5 to 8 places are a PMID.
    """
    text = with_scheme(_bare(text))
    if not text or len(text) > 8192:
        return None
    unwrapped = unwrap_archive(text)
    if unwrapped != text:
        inner = parse_identifier(unwrapped)
        return inner if inner and inner.scheme is not Scheme.URL else _read_url(text)
    for read in _READERS:
        found = read(text)
        if found is not None:
            return found
    return None


# what clings to a text that is pasted: brackets of a URL, quotes, blanks of no width
_AROUND = "<>\"'“”‘’„«»\u200b\u2060\ufeff"
# urn:isbn:978…, info:doi/10.…
_URI = re.compile(r"(?:urn:|info:)(doi|pmid|pmcid|isbn|issn|arxiv)[:/]", re.IGNORECASE)


def _bare(text: str) -> str:
    """The text without what clings to it; a URI of an identifier as the identifier with its prefix."""
    text = text.strip().strip(_AROUND).strip()
    return _URI.sub(r"\1:", text, count=1) if text[:4].lower() in {"urn:", "info"} else text


def normalise_isbn(text: str) -> str | None:
    """The ISBN-13 of an ISBN-10 or ISBN-13 with a right check digit, else None.

    >>> normalise_isbn("0-306-40615-2")
    '9780306406157'
    """
    digits = re.sub(r"[\s‐-―-]", "", text).upper()
    if re.fullmatch(r"97[89]\d{10}", digits):
        return digits if _check13(digits[:12]) == digits[12] else None
    if not re.fullmatch(r"\d{9}[\dX]", digits):
        return None
    total = sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))
    if total % 11:
        return None
    body = "978" + digits[:9]
    return body + _check13(body)


def normalise_issn(text: str) -> str | None:
    """The ISSN as ``1234-567X`` when its check digit is right, else None."""
    digits = re.sub(r"[\s‐-―-]", "", text).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return None
    total = sum((8 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))
    return f"{digits[:4]}-{digits[4:]}" if total % 11 == 0 else None


def normalise_orcid(text: str) -> str | None:
    """The ORCID iD when its check digit is right (ISO 7064 11-2), else None."""
    digits = text.replace("-", "").upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return text.upper() if digits[-1] == ("X" if rest == 10 else str(rest)) else None


def _check13(body: str) -> str:
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(body))
    return str(-total % 10)


def _read_doi(text: str) -> Identifier | None:
    doi = doi_of_paste(text)
    if doi and (arxiv := re.fullmatch(r"10\.48550/arxiv\.(.+)", doi)):
        return _read_arxiv(f"arxiv:{arxiv.group(1)}")
    return Identifier(Scheme.DOI, doi) if doi else None


_Pattern = tuple[Scheme, re.Pattern[str], Callable[[str], str | None]]
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_PATTERNS: tuple[_Pattern, ...] = tuple(
    (scheme, re.compile(pattern, re.IGNORECASE), normalise)
    for scheme, pattern, normalise in (
        (
            Scheme.SHORT_DOI,
            r"(?:https?://(?:dx\.)?doi\.org/(?:10/)?|(?:doi:\s*)?10/)([a-z0-9]{3,12})/?$",
            lambda v: f"10/{v.lower()}",
        ),
        (
            Scheme.PMCID,
            (
                r"(?:pmcid:?\s*|https?://(?:www\.ncbi\.nlm\.nih\.gov/(?:labs/)?pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org)"
                r"/(?:articles?/)?(?:pmc/)?)?(PMC\d+)(?:\.\d+)?(?:[/?#].*)?$"
            ),
            str.upper,
        ),
        (
            Scheme.PMCID,
            (
                r"(?:pmcid:?\s*|https?://(?:www\.ncbi\.nlm\.nih\.gov/(?:labs/)?pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/)"
                r"0*([1-9]\d{0,8})(?:[/?#].*)?$"
            ),
            "PMC{}".format,
        ),
        (
            Scheme.PMID,
            (
                r"(?:pmid:?\s*|https?://(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/(?:labs/|m/)?(?:pubmed|entrez/query\.fcgi)/?"
                r"|europepmc\.org/(?:article|abstract)/med/)(?:\?(?:.*&)?(?:term|list_uids)=)?)(\d{1,8})(?:[/?#&].*)?$"
            ),
            lambda v: v.lstrip("0"),
        ),
        (
            Scheme.NBK,
            r"(?:nbk:|bookshelf(?: id)?:?\s*|https?://(?:www\.)?ncbi\.nlm\.nih\.gov/(?:sites/)?books/)?(NBK\d+)(?:[/?#].*)?$",
            str.upper,
        ),
        (
            Scheme.FDA_LABEL,
            r"(https?://(?:www\.)?(?:accessdata\.fda\.gov/drugsatfda_docs|fda\.gov/downloads/drugs)/[^\r\n\t<>\"]+)$",
            normalise_label_url,
        ),
        (
            Scheme.SETID,
            rf"(?:set[ -]?id:?\s*|https?://dailymed\.nlm\.nih\.gov/\S*?setid=)?({_UUID})(?:[&#].*)?$",
            str.lower,
        ),
        (
            Scheme.FDA_APPLICATION,
            r"(?:fda:\s*(?:NDA|ANDA|BLA)?\s?|(?:NDA|ANDA|BLA)\s?#?\s?|https?://(?:www\.)?accessdata\.fda\.gov/scripts/cder/\S*?ApplNo=)0?(\d{5,6})(?:&.*)?$",
            lambda v: v.zfill(6),
        ),
        (
            Scheme.NCT,
            (
                r"(?:nct:|clinicaltrials\.gov(?: identifier)?:\s*|https?://(?:www\.|classic\.)?clinicaltrials\.gov/"
                r"(?:ct2/show|ct2/show/record|study|show|api/v2/studies)/)?(NCT\d{8})(?:[/?#].*)?$"
            ),
            str.upper,
        ),
        (Scheme.ORCID, r"(?:orcid:\s*|https?://orcid\.org/)(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$", normalise_orcid),
        (
            Scheme.ISBN,
            r"(?:isbn(?:-1[03])?:?\s*|https?://(?:www\.)?(?:openlibrary|worldcat)\.org/isbn/)?((?:97[89][\s‐-―-]?)?\d[\d\s‐-―-]{8,14}[\dX])$",
            normalise_isbn,
        ),
        (
            Scheme.OPENALEX,
            r"(?:openalex:\s*|https?://(?:api\.)?openalex\.org/(?:works/)?)?(W\d{6,12})(?:[/?#].*)?$",
            str.upper,
        ),
        (Scheme.ISSN, r"(?:issn:?\s*)(\d{4}[‐-―-]?\d{3}[\dX])$", normalise_issn),
        (Scheme.PMID, r"(\d{5,8})$", lambda v: v.lstrip("0")),
    )
)
_ARCHIVES = (
    r"(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    r"funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|"
    r"q-alg|q-bio|quant-ph|solv-int|supr-con)"
)
_ARXIV = re.compile(
    r"(?:arxiv:\s*|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format)/)?"
    r"(\d{4}\.\d{4,5}(?:v\d+)?|"
    + _ARCHIVES
    + r"(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)(?:\.pdf)?(?:\s*\[[^\]]+\])?(?:[?#].*)?$",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s/]+\S*$", re.IGNORECASE)


def _read_patterns(text: str) -> Identifier | None:
    text = text.rstrip(".,;")
    for scheme, pattern, normalise in _PATTERNS:
        found = pattern.match(text)
        value = normalise(found.group(found.lastindex or 0)) if found else None
        if value:
            return Identifier(scheme, value)
    return None


def _read_arxiv(text: str) -> Identifier | None:
    found = _ARXIV.match(text.rstrip(".,;"))
    if not found:
        return None
    value = found.group(1)
    return Identifier(Scheme.ARXIV, value.lower() if "/" not in value else value)


def _read_url(text: str) -> Identifier | None:
    return Identifier(Scheme.URL, without_punctuation(text)) if _URL.match(text) else None


_READERS: tuple[Callable[[str], Identifier | None], ...] = (_read_doi, _read_patterns, _read_arxiv, _read_url)


def find_identifiers(url: str | None, **fields: str | None) -> Iterator[Identifier]:
    """The identifiers that a URL and the fields DOI, PMID, PMCID, ISBN, ISSN of an item name, each once."""
    seen = set()
    texts = [f"{name.lower()}:{value}" for name, value in fields.items() if value]
    for text in [*texts, *([url] if url else [])]:
        found = parse_identifier(text)
        if found is not None and found not in seen:
            seen.add(found)
            yield found


# hosts of which a URL names a work in a registry
_REGISTRY_HOST = re.compile(
    r"doi\.org/|ncbi\.nlm\.nih\.gov|europepmc\.org|accessdata\.fda|dailymed|clinicaltrials\.gov|arxiv\.org|orcid\.org|openalex\.org",
    re.IGNORECASE,
)


# 10.1176/appi.ps.201800321: a DOI that is as it should be, so that nothing need be cut off
_CLEAN_DOI = re.compile(r"10\.(?!48550/)\d{4,9}/[a-z0-9._-]*[a-z0-9]$")
_DOUBTFUL_TAIL = re.compile(r"(?:\.pdf|\.full|v\d+)$")
_CLEAN_PMCID = re.compile(r"PMC\d{1,9}$")
# the registry pages that medical libraries are full of
_NCBI_PAGE = re.compile(
    r"https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov/books/(NBK\d+)|(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)"
    r"/articles/(PMC\d+)|pubmed\.ncbi\.nlm\.nih\.gov/(\d{1,8}))/?$"
)
_NCBI_SCHEMES = (Scheme.NBK, Scheme.PMCID, Scheme.PMID)


def derive_identifiers(values: Mapping[str, Any]) -> tuple[Identifier, ...]:
    """The identifiers that the fields DOI, PMID, PMCID and URL of an item name, each once."""
    found: list[Identifier | None] = []
    doi = values.get("DOI")
    if doi:
        found.append(_derive_doi(doi))
    if pmid := values.get("PMID"):
        found.append(_derive_pmid(pmid))
    if pmcid := values.get("PMCID"):
        found.append(_derive_pmcid(pmcid))
    url = values.get("URL")
    if url and not (doi and url.endswith(doi)) and _REGISTRY_HOST.search(url):
        found.append(_derive_url(url))
    if not found:
        return ()
    kept = [each for each in found if each is not None and each.scheme is not Scheme.URL]
    return tuple(kept if len(kept) < 2 else dict.fromkeys(kept))


def _derive_doi(text: str) -> Identifier | None:
    doi = text.lower()
    if _CLEAN_DOI.match(doi) and not _DOUBTFUL_TAIL.search(doi):
        return Identifier(Scheme.DOI, doi)
    return _read_doi(text.strip()) or parse_identifier(f"doi:{text}")


def _derive_pmid(text: str) -> Identifier | None:
    if text.isdecimal() and text.isascii() and len(text) < 9 and text[0] != "0":
        return Identifier(Scheme.PMID, text)
    return parse_identifier(f"pmid:{text}")


def _derive_pmcid(text: str) -> Identifier | None:
    return Identifier(Scheme.PMCID, text) if _CLEAN_PMCID.match(text) else parse_identifier(f"pmcid:{text}")


def _derive_url(url: str) -> Identifier | None:
    page = _NCBI_PAGE.match(url)
    if page is None:
        return parse_identifier(url)
    return Identifier(_NCBI_SCHEMES[(page.lastindex or 1) - 1], page[page.lastindex or 1])
