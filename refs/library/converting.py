"""One format into another."""

import re
from collections.abc import Iterable

from refs.errors import UnknownFormat, UnreadableFile
from refs.fetch.readers import READERS
from refs.model.flaw import Flaw
from refs.model.item import Item
from refs.model.reading import Reading
from refs.parse.formats import FORMATS, detect_format, parse_text
from refs.render.formats import WRITERS
from refs.text import decode


def convert_bytes(
    data: bytes, name: str, *, source: str | None, target: str, url: str | None
) -> tuple[str, tuple[Flaw, ...]]:
    """The text in the target format and the flaws of the source; raises UnknownFormat and UnreadableFile."""
    reading = read_bytes(data, name, source, url)
    return write_items(reading.items, target), reading.flaws


def read_bytes(data: bytes, name: str, source: str | None, url: str | None = None) -> Reading:
    """The items in bytes of a format, which is told from their text where no `source` names it."""
    if source is not None and source in READERS:
        return READERS[source](data, url)
    if source is not None and source not in FORMATS:
        raise UnknownFormat(source, [*FORMATS, *READERS])
    form = source or form_of(data, name)
    return READERS[form](data, url) if form in READERS else parse_text(decode(data), form)


def form_of(data: bytes, name: str) -> str:
    """The format or the service of a file, by its bytes; raises UnreadableFile where neither fits."""
    form = detect_answer(data) or detect_format(name, decode(data))
    if form is None:
        raise UnreadableFile(name, "it is in no bibliography format that refs knows", "Name it with --from.")
    return form


def detect_answer(data: bytes) -> str | None:
    """The service whose answer the bytes are, by what stands near their beginning; None when they are none's.

    >>> detect_answer(b'{"status":"ok","message-type":"work","message":{}}')
    'crossref'
    """
    if data.startswith(b"%PDF-"):
        return "pdf"
    beginning = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip()
    if beginning[:1] not in _OPENINGS:
        return None
    return next((name for name, sign in _SIGNS if sign.search(beginning)), None)


_BEGINNING = 4000
_OPENINGS = (b"<", b"{", b"[")
"""What an answer begins with, in XML, HTML or JSON: a BibTeX file that quotes an address of arXiv is no answer."""
_SIGNS = tuple(
    (name, re.compile(sign))
    for name, sign in (
        (
            "crossref",
            rb'"message-type"\s*:\s*"|<doi_records?\b|<crossref_result|<doi_batch\b[^>]{1,300}crossref',
        ),
        ("schemaorg", rb'(?s)\A[\[{].*"@context"\s*:\s*\[?\s*"https?://(?:www\.)?schema\.org/?"'),
        ("zenodo", rb'"conceptrecid"\s*:'),
        (
            "datacite",
            rb'"type"\s*:\s*"dois"|http://datacite\.org/schema/kernel|"(?:resourceTypeGeneral|nameIdentifiers)"\s*:',
        ),
        ("openalex", rb'"id"\s*:\s*"https://openalex\.org/W'),
        (
            "openlibrary",
            rb'"(?:ISBN:[\dX]+|works)"\s*:[\s\S]*openlibrary\.org|"key"\s*:\s*"/(?:books|works)/OL',
        ),
        ("googlebooks", rb'"kind"\s*:\s*"books#volumes?"'),
        ("clinicaltrials", rb'"protocolSection"\s*:'),
        ("medlineplus", rb"<nlmSearchResult"),
        ("europepmc", rb'"resultList"\s*:'),
        ("drugsfda", rb'"application_docs"\s*:|"submission_type"\s*:'),
        ("openfda", rb'"results"\s*:\s*\[[\s\S]*"(?:openfda|set_id|effective_time)"\s*:'),
        ("pubmed", rb"<PubmedArticleSet|<PubmedArticle\b|<PubmedBookArticle"),
        ("dailymed", rb"urn:hl7-org:v3"),
        ("arxiv", rb"<feed[\s\S]{1,4000}?arxiv\.org"),
        ("jats", rb"<article\s[^>]*(?:article-type|dtd-version|xmlns:xlink)"),
        ("html", rb"(?i)<!doctype html|<html[\s>]"),
    )
)
"""What an answer of each service shows near its beginning; the first that fits names it."""


def write_items(items: Iterable[Item], target: str) -> str:
    """The items in a format; raises UnknownFormat."""
    writer = WRITERS.get(target)
    if writer is None:
        raise UnknownFormat(target, WRITERS)
    return writer(items)
