"""NCBI E-utilities: how they are asked."""

from collections.abc import Sequence

from refs.fetch.answer import Answer
from refs.fetch.decode import as_dict, as_list, as_text, load_json
from refs.fetch.http import Http

SERVICE = "eutils"
MOST_AT_ONCE = 150


def efetch(http: Http, database: str, ids: Sequence[str]) -> Answer:
    """The full records of some ids, as XML."""
    asked = {"db": database, "id": ",".join(ids), "retmode": "xml"}
    return http.get(
        f"{http.services.eutils}/efetch.fcgi", service=SERVICE, params=asked | _who(http), accept="text/xml"
    )


def esearch(http: Http, database: str, term: str, most: int = 5) -> Answer:
    """The ids that a search finds, as JSON."""
    asked = {"db": database, "term": term, "retmode": "json", "retmax": str(most)}
    return http.get(f"{http.services.eutils}/esearch.fcgi", service=SERVICE, params=asked | _who(http))


def _who(http: Http) -> dict[str, str]:
    who = {"tool": "refs", "email": http.contact, "api_key": http.keys.get(SERVICE)}
    return {name: value for name, value in who.items() if value}


def read_esearch(data: bytes) -> list[str] | None:
    """The ids that a search found; None when the answer cannot be read or tells of an error."""
    result = as_dict(load_json(data)[0]).get("esearchresult")
    if not isinstance(result, dict) or "ERROR" in result:
        return None
    return [text for each in as_list(result.get("idlist")) if (text := as_text(each))]
