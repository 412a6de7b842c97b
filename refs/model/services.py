"""Services: the base addresses of every outside service, so that another web can stand in for this one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Services:
    """Base addresses without a slash at the end.

    `gateway` is the base address of a server that answers for every other host: a request for
    ``https://host/path`` is sent to it as ``/path`` with ``Host: host`` and ``X-Forwarded-Proto: https``.
    """

    crossref: str = "https://api.crossref.org"
    datacite: str = "https://api.datacite.org"
    doi: str = "https://doi.org"
    eutils: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    idconv: str = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles"
    ctxp: str = "https://api.ncbi.nlm.nih.gov/lit/ctxp/v1"
    openfda: str = "https://api.fda.gov"
    dailymed: str = "https://dailymed.nlm.nih.gov/dailymed/services/v2"
    medlineplus: str = "https://wsearch.nlm.nih.gov/ws"
    arxiv: str = "https://export.arxiv.org/api"
    openlibrary: str = "https://openlibrary.org"
    googlebooks: str = "https://www.googleapis.com/books/v1"
    openalex: str = "https://api.openalex.org"
    europepmc: str = "https://www.ebi.ac.uk/europepmc/webservices/rest"
    clinicaltrials: str = "https://clinicaltrials.gov/api/v2"
    wayback: str = "https://web.archive.org"
    availability: str = "https://archive.org/wayback/available"
    zotero: str = "https://api.zotero.org"
    gateway: str | None = None


LIVE = Services()
