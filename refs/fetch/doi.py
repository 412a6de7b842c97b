"""The DOI system: which agency registered a DOI, what it points at, and content negotiation."""

from urllib.parse import quote

from refs.fetch.answer import Answer
from refs.fetch.crossref import read_crossref
from refs.fetch.decode import as_dict, as_list, as_text, load_json
from refs.fetch.http import Http
from refs.model.fetched import SourceReading
from refs.model.identifier import normalise_doi

SERVICE = "doi"
UNKNOWN = "unknown"
CSL = "application/vnd.citationstyles.csl+json"

# prefixes whose DOIs DataCite registers, most of them the data archives that people cite
DATACITE_PREFIXES = frozenset(
    {"10.5281", "10.6084", "10.48550", "10.5061", "10.7910", "10.17605", "10.31234x", "10.5067", "10.3886", "10.13140",
     "10.25384", "10.17632", "10.24433", "10.4230", "10.5523", "10.7916", "10.18150", "10.4121", "10.1594", "10.5065"}
)  # fmt: skip


def ask_agency(http: Http, doi: str) -> Answer:
    """Which agency registered a DOI."""
    return http.get(f"{http.services.doi}/ra/{quote(doi, safe='/:()')}", service=SERVICE)


def read_agency(data: bytes) -> str | None:
    """The agency in lower case without blanks (``crossref``, ``datacite``); `UNKNOWN` for no DOI at all."""
    entry = as_dict(next(iter(as_list(load_json(data)[0])), None))
    agency = as_text(entry.get("RA"))
    if agency:
        return agency.replace(" ", "").lower()
    status = (as_text(entry.get("status")) or "").lower()
    return UNKNOWN if "not exist" in status or "invalid" in status else None


def ask_handle(http: Http, handle: str) -> Answer:
    """The values of a handle: a DOI, or a short DOI such as ``10/c7np``."""
    return http.get(f"{http.services.doi}/api/handles/{quote(handle, safe='/:()')}", service=SERVICE)


def read_alias(data: bytes) -> str | None:
    """The DOI that a short DOI stands for."""
    for value in map(as_dict, as_list(as_dict(load_json(data)[0]).get("values"))):
        text = as_text(as_dict(value.get("data")).get("value"))
        if value.get("type") == "HS_ALIAS" and text:
            return normalise_doi(text)
    return None


def is_handle(data: bytes) -> bool:
    """Whether an answer is one of the handle system, which alone can say that there is no alias."""
    return "responseCode" in as_dict(load_json(data)[0])


def read_landing(data: bytes) -> str | None:
    """The landing page of a DOI."""
    for value in map(as_dict, as_list(as_dict(load_json(data)[0]).get("values"))):
        if value.get("type") == "URL":
            return as_text(as_dict(value.get("data")).get("value"))
    return None


def ask_negotiation(http: Http, doi: str) -> Answer:
    """The CSL-JSON that the agency gives behind doi.org."""
    return http.get(f"{http.services.doi}/{quote(doi, safe='/:()')}", service=SERVICE, accept=CSL)


def read_negotiation(data: bytes) -> SourceReading:
    """The work of a CSL-JSON answer."""
    return read_crossref(data, "doi")
