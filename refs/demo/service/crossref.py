"""Crossref's REST API: single works, agencies, transformations and free-text matching."""

import json
import re
from typing import Any
from urllib.parse import unquote

from refs.demo.answer import Answer, Headers, Request, answer_json, answer_text, read_number
from refs.demo.shelf import read_json, works

NOT_FOUND = answer_text("Resource not found.", 404)
POOL: Headers = (
    ("x-api-pool", "polite-single"),
    ("x-rate-limit-limit", "10"),
    ("x-rate-limit-interval", "1s"),
    ("x-concurrency-limit", "3"),
)
MOST_ROWS = 1000
CSL = "application/vnd.citationstyles.csl+json"


def get_work(request: Request, doi: str) -> Answer:
    """``GET /works/{doi}``."""
    del request
    record = _find(doi)
    return answer_json(record, headers=POOL) if record else NOT_FOUND


def get_agency(request: Request, doi: str) -> Answer:
    """``GET /works/{doi}/agency``."""
    del request
    if not _find(doi):
        return NOT_FOUND
    message = {"DOI": unquote(doi).lower(), "agency": {"id": "crossref", "label": "Crossref"}}
    return answer_json(_envelope("work-agency", message), headers=POOL)


def get_transformed(request: Request, doi: str, mime: str) -> Answer:
    """``GET /works/{doi}/transform/{mime}``: CSL-JSON only, with Crossref's extra keys left in."""
    record = _find(doi)
    accept = mime or request.headers.get("accept", CSL)
    if not record:
        return NOT_FOUND
    if "json" not in accept and "*/*" not in accept:
        return answer_text("", 406)
    found = answer_json(_as_csl(record["message"]), headers=POOL)
    return Answer(found.status, found.body, CSL, POOL)


def get_works(request: Request) -> Answer:
    """``GET /works?query.bibliographic=…`` and ``?filter=doi:…|updates:…``."""
    query = request.query
    words = query.get("query.bibliographic") or query.get("query") or query.get("query.title")
    found = _match(words) if words else _filter(query.get("filter", ""))
    rows = read_number(query.get("rows", "20"))
    if rows is None or rows > MOST_ROWS:
        return answer_json(_invalid("rows", query["rows"]), 400)
    message = {
        "facets": {},
        "total-results": len(found),
        "items": found[:rows],
        "items-per-page": rows,
        "query": {"start-index": 0, "search-terms": words},
    }
    return answer_json(_envelope("work-list", message), headers=POOL)


def _find(doi: str) -> Any | None:
    return _records().get(unquote(doi).lower())


def _records() -> dict[str, Any]:
    found = (work.doi for work in works() if work.doi)
    return {doi: read_json(f"crossref/{doi.replace('/', '_')}.json") for doi in found}


def _envelope(kind: str, message: object) -> dict[str, object]:
    return {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message}


def _invalid(name: str, value: str) -> dict[str, object]:
    fault = {
        "type": "integer-not-valid",
        "value": value,
        "message": f"Integer specified as {name} but must be a positive integer less than or equal to 1000.",
    }
    return {"status": "failed", "message-type": "validation-failure", "message": [fault]}


def _as_csl(message: dict[str, Any]) -> dict[str, Any]:
    """Crossref's own way: the lists of titles become strings, most else stays as it was."""
    plain = {key: message[key][0] if message.get(key) else "" for key in ("title", "container-title")}
    short = message.get("short-container-title") or [""]
    return message | plain | {"container-title-short": short[0], "subtitle": message.get("subtitle", [])}


def _filter(text: str) -> list[Any]:
    pairs = [pair.partition(":")[::2] for pair in text.split(",") if ":" in pair]
    wanted = {value.lower() for name, value in pairs if name == "doi"}
    updated = {value.lower() for name, value in pairs if name == "updates"}
    return [
        record["message"]
        for doi, record in _records().items()
        if doi in wanted or any(entry["DOI"] in updated for entry in record["message"].get("update-to", ()))
    ]


def _match(text: str) -> list[Any]:
    wanted = _words(text)
    scored = [(_score(wanted, record["message"]), record["message"]) for record in _records().values()]
    scored.sort(key=lambda pair: -pair[0])
    return [message | {"score": score} for score, message in scored if score]


def _score(wanted: set[str], message: dict[str, Any]) -> float:
    known = _words(
        json.dumps([message.get(key) for key in ("title", "subtitle", "author", "container-title")])
    )
    return round(60 * len(wanted & known) / (len(wanted) or 1), 4)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]{3,}", text.lower()) if word not in _COMMON}


_COMMON = {
    "and",
    "the",
    "for",
    "with",
    "its",
    "family",
    "given",
    "sequence",
    "first",
    "additional",
    "affiliation",
}
