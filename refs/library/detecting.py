"""What a file is, by its text and then by its name: a bibliography of some format, or the answer of a service."""

import re
from pathlib import PurePath

from refs.encoding import decode
from refs.encoding.archive import unpacked
from refs.errors import UnreadableFile
from refs.parse.formats import detect_format

BEGINNING = 64 * 1024
"""So many bytes of a file tell what it is."""


def form_of(data: bytes, name: str) -> str:
    """The format or the service of a file, by the beginning of its bytes; raises UnreadableFile where none fits."""
    text = decode(unpacked(data)[:BEGINNING])
    form = detect_answer(text) or detect_format(name, text) or _by_suffix(name)
    if form is None:
        step = (
            "Name it with --from, as 'refs convert --help' lists them; an article is read by 'refs ingest'."
        )
        raise UnreadableFile(name, "it is in no bibliography format that refs knows", step)
    return form


def detect_answer(text: str) -> str | None:
    """The service whose answer the text is, by what stands near its beginning; None when it is none's.

    >>> detect_answer('{"status":"ok","message-type":"work","message":{}}')
    'crossref'
    """
    beginning = text.removeprefix("\ufeff").lstrip()
    signs, most = _SIGNS.get(beginning[:1], ((), 0))
    return next((name for name, sign in signs if sign.search(beginning, 0, most)), None)


def _by_suffix(name: str) -> str | None:
    return "html" if PurePath(name).suffix.lower() in {".html", ".htm", ".xhtml"} else None


def _compiled(*signs: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(sign)) for name, sign in signs)


_JSON = _compiled(
    ("crossref", r'"message-type"\s*:\s*"'),
    ("schemaorg", r'"@context"\s*:\s*\[?\s*"https?://(?:www\.)?schema\.org/?"'),
    ("zenodo", r'"conceptrecid"\s*:'),
    (
        "datacite",
        r'"type"\s*:\s*"dois"|http://datacite\.org/schema/kernel|"(?:resourceTypeGeneral|nameIdentifiers)"\s*:',
    ),
    ("openalex", r'"id"\s*:\s*"https://openalex\.org/W'),
    ("europepmc", r'"resultList"\s*:'),
    ("clinicaltrials", r'"protocolSection"\s*:'),
    ("googlebooks", r'"kind"\s*:\s*"books#volumes?"|"volumeInfo"\s*:'),
    (
        "openlibrary",
        r'\A\{\s*"ISBN:[\dXx]+"\s*:|"key"\s*:\s*"/(?:books|works)/OL|"works"\s*:[\s\S]*openlibrary\.org',
    ),
    ("drugsfda", r'"application_docs"\s*:|"submission_type"\s*:'),
    ("openfda", r'open\.fda\.gov/|"results"\s*:\s*\[[\s\S]*"(?:openfda|set_id|effective_time)"\s*:'),
)
_MARKUP = _compiled(
    ("crossref", r"<doi_records?\b|<crossref_result|<doi_batch\b[^>]{1,300}crossref"),
    ("datacite", r"http://datacite\.org/schema/kernel"),
    ("pubmed", r"<PubmedArticleSet|<PubmedArticle\b|<PubmedBookArticle"),
    ("dailymed", r"urn:hl7-org:v3"),
    ("medlineplus", r"<nlmSearchResult\b"),
    ("arxiv", r"<feed[\s\S]{1,4000}?arxiv\.org"),
    ("jats", r"<article\s[^>]*(?:article-type|dtd-version|xmlns:xlink)"),
    ("html", r"(?i)<!doctype html|<html[\s>]"),
)
_SIGNS = {
    "{": (_JSON, BEGINNING),
    "[": (_JSON, BEGINNING),
    "<": (_MARKUP, 4000),
    "%": (_compiled(("pdf", r"\A%PDF-")), 8),
}
"""By what a text begins with: what an answer of each service shows, and in how many characters; the first that fits
names it. A BibTeX file that quotes an address of arXiv begins with none of these."""
