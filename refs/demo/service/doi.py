"""doi.org: the handle API, the registration agency, and the resolver with content negotiation."""

from urllib.parse import quote, unquote

from refs.demo.answer import Answer, Request, answer_html, answer_json, answer_redirect
from refs.demo.shelf import find_work

AGENCIES = {
    "10.1016": "Crossref",
    "10.1056": "Crossref",
    "10.1080": "Crossref",
    "10.1097": "Crossref",
    "10.1111": "Crossref",
    "10.1176": "Crossref",
    "10.7759": "Crossref",
    "10.5281": "DataCite",
    "10.5061": "DataCite",
    "10.48550": "DataCite",
}
STAMP = "2024-06-03T12:41:07Z"


def get_handle(request: Request, doi: str) -> Answer:
    """``GET /api/handles/{doi}``: responseCode 1 and the landing page, or 100 with HTTP 404."""
    doi = unquote(doi)
    work = find_work(doi, "doi")
    if work is None:
        return answer_json({"responseCode": 100, "handle": doi}, 404)
    kind = request.query.get("type", "URL")
    if kind != "URL":
        return answer_json({"responseCode": 200, "values": [], "handle": doi})
    landing = {"format": "string", "value": work.landing}
    value = {"index": 1, "type": "URL", "data": landing, "ttl": 86400, "timestamp": STAMP}
    return answer_json({"responseCode": 1, "handle": doi, "values": [value]})


def get_agency(request: Request, doi: str) -> Answer:
    """``GET /ra/{doi or prefix}``: HTTP 200 whether it exists or not."""
    del request
    return answer_json([_agency(name) for name in unquote(doi).split(",")])


def get_resolved(request: Request, doi: str) -> Answer:
    """``GET /{doi}``: 302 to the landing page or, asked for metadata, to the agency."""
    doi = unquote(doi)
    work = find_work(doi, "doi")
    if not doi.startswith("10."):
        return answer_html("Bad Request", "The DOI is malformed.", 400)
    if work is None or work.landing is None:
        return answer_html(
            "Error: DOI Not Found", f"The DOI {quote(doi)} cannot be found in the DOI System.", 404
        )
    if _wants_metadata(request.headers.get("accept", "")):
        return answer_redirect(f"https://api.crossref.org/v1/works/{quote(doi, safe='')}/transform")
    return answer_redirect(work.landing)


def _agency(name: str) -> dict[str, str]:
    agency = AGENCIES.get(name.split("/", maxsplit=1)[0])
    exists = agency and ("/" not in name or agency != "Crossref" or find_work(name, "doi"))
    return {"DOI": name, "RA": agency} if agency and exists else {"DOI": name, "status": "DOI does not exist"}


def _wants_metadata(accept: str) -> bool:
    return any(
        kind in accept for kind in ("citationstyles", "bibtex", "research-info-systems", "x-bibliography")
    )
