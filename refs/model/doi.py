"""DOIs as people paste them: percent-encoded, in brackets, with a publisher's tail."""

import re
from urllib.parse import unquote

# 10.1176/appi.ps.201800321
_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}/[^\s\"“”]+")
# https://doi.org/…, doi:…, a bare DOI, all perhaps in brackets
_BEGINNING = re.compile(
    r"[\[(<]?(?:https?://)?(?:(?:www\.|dx\.)?doi\.org/(?:doi:)?|doi:?\s*(?:https?://(?:dx\.)?doi\.org/)?)?10\.\d{4,9}/",
    re.IGNORECASE,
)
# …/doi/full/10.…, /article/10.…, ?id=10.…
_IN_URL = re.compile(r"^https?://[^\s]+?(?:/|[?&](?:id|doi)=(?:doi:)?)(10\.\d{4,9}/[^\s?#&]+)", re.IGNORECASE)
# …/full, .pdf, /v1/review1, v3.full
_PUBLISHER_TAIL = re.compile(
    r"(?:/(?:full|pdf|epdf|abstract|meta|html|fulltext|full-text|summary|supplementary-material|references)(?:/.*)?|\.pdf|"
    r"\.full(?:\.pdf|-text)?|(?<=\d)v\d+(?:\.full(?:\.pdf|-text)?)?)$",
    re.IGNORECASE,
)
_QUERY = re.compile(r"[?#](?![-\w.;:()]*[)\d]$)|&(?:lt|gt|amp|nbsp);")
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_PREPRINTS = ("10.1101/", "10.64898/")


def normalise_doi(text: str) -> str | None:
    """The DOI in a text, percent-decoded and in lower case, without resolver, tail punctuation or publisher tail.

    >>> normalise_doi("https://doi.org/10.1016/S0140-6736(97)11096-0.")
    '10.1016/s0140-6736(97)11096-0'
    """
    found = _DOI.search(unquote(text)) if "%" in text else _DOI.search(text)
    if found is None:
        return None
    doi = _without_tail(found.group()).lower()
    return doi if re.search(r"/.", doi) else None


def doi_of_paste(text: str) -> str | None:
    """The DOI that a text begins with, or that the URL of a publisher's page holds."""
    decoded = unquote(text)
    if _BEGINNING.match(decoded):
        return normalise_doi(decoded)
    found = _IN_URL.match(decoded)
    return normalise_doi(found.group(1)) if found else None


def _without_tail(doi: str) -> str:
    if "?" in doi or "&" in doi:
        doi = _QUERY.split(doi)[0]
    while doi and (doi[-1] in ".,;:'’”\"" or _is_loose(doi)):
        doi = doi[:-1]
    if doi.startswith(_PREPRINTS) or not re.search(r"v\d+(?:\.full.*)?$", doi):
        doi = _PUBLISHER_TAIL.sub("", doi)
    return doi


def _is_loose(doi: str) -> bool:
    """Whether the last sign is a closing bracket that nothing opened."""
    return doi[-1] in _PAIRS and doi.count(doi[-1]) > doi.count(_PAIRS[doi[-1]])
