"""The readers of service answers, which are import formats too: bytes in, items out."""

from collections.abc import Mapping
from typing import Protocol

from refs.fetch.arxiv import read_arxiv
from refs.fetch.clinicaltrials import read_clinicaltrials
from refs.fetch.crossref import read_crossref
from refs.fetch.dailymed import read_dailymed
from refs.fetch.datacite import read_datacite
from refs.fetch.drugsfda import read_drugsfda
from refs.fetch.europepmc import read_europepmc
from refs.fetch.googlebooks import read_googlebooks
from refs.fetch.jats import read_jats
from refs.fetch.medlineplus import read_medlineplus
from refs.fetch.openalex import read_openalex
from refs.fetch.openfda import read_openfda
from refs.fetch.openlibrary import read_openlibrary
from refs.fetch.pdf import read_pdf
from refs.fetch.pubmed import read_pubmed
from refs.fetch.schemaorg import read_schemaorg
from refs.fetch.webpage.saved import read_saved_page
from refs.fetch.zenodo import read_zenodo
from refs.model.fetched import SourceReading


class ReadAnswer(Protocol):
    """A reader: the bytes of an answer, and the URL they came from where that says something."""

    def __call__(self, data: bytes, url: str | None = None) -> SourceReading:
        """The items in the bytes."""


def _alone(read: object) -> ReadAnswer:
    def reader(data: bytes, url: str | None = None) -> SourceReading:  # noqa: ARG001 - one face for all
        return read(data)  # type: ignore[operator, no-any-return]

    return reader


READERS: Mapping[str, ReadAnswer] = {
    "crossref": _alone(read_crossref),
    "datacite": _alone(read_datacite),
    "pubmed": _alone(read_pubmed),
    "bookshelf": _alone(read_pubmed),
    "openfda": _alone(read_openfda),
    "drugsfda": read_drugsfda,
    "dailymed": _alone(read_dailymed),
    "arxiv": _alone(read_arxiv),
    "jats": _alone(read_jats),
    "openlibrary": _alone(read_openlibrary),
    "googlebooks": _alone(read_googlebooks),
    "openalex": _alone(read_openalex),
    "europepmc": _alone(read_europepmc),
    "clinicaltrials": _alone(read_clinicaltrials),
    "medlineplus": _alone(read_medlineplus),
    "schemaorg": _alone(read_schemaorg),
    "zenodo": _alone(read_zenodo),
    "pdf": read_pdf,
    "html": read_saved_page,
}
