"""openFDA: /drug/drugsfda.json and /drug/label.json, searched by field."""

import re
from collections.abc import Iterator
from typing import Any

from refs.demo.answer import Answer, Request, answer_json, read_number
from refs.demo.shelf import read_json

META = {
    "disclaimer": "This is the small web of a demonstration, not openFDA. Do not rely on it for medical care.",
    "terms": "https://open.fda.gov/terms/",
    "license": "https://open.fda.gov/license/",
    "last_updated": "2026-10-27",
}
MOST_RESULTS = 1000
LIMITS = (("x-ratelimit-limit", "240"), ("x-ratelimit-remaining", "239"))


def get_records(request: Request, table: str) -> Answer:
    """``GET /drug/{table}.json?search=…&limit=…``; no hit is a 404 with ``NOT_FOUND``."""
    search = request.query.get("search", "")
    if search.count('"') % 2:
        return _error(500, "SERVER_ERROR", "Check your request and try again")
    found = [record for record in read_json(f"openfda/{table}.json") if _matches(record, search)]
    if not found:
        return _error(404, "NOT_FOUND", "No matches found!")
    limit = read_number(request.query.get("limit", "1"))
    if limit is None or limit > MOST_RESULTS:
        return _error(400, "BAD_REQUEST", "Limit cannot exceed 1000 results for search requests.")
    results = {"skip": 0, "limit": limit, "total": len(found)}
    return answer_json({"meta": META | {"results": results}, "results": found[:limit]}, headers=LIMITS)


# openfda.brand_name:"KLONOPIN", application_number:("NDA017533" "ANDA017533"), set_id:acbce0e8
_CLAUSE = re.compile(r'([\w.]+):(?:"([^"]*)"|\(([^)]*)\)|([^\s+()]+))')


def _matches(record: dict[str, Any], search: str) -> bool:
    clauses = _CLAUSE.findall(search)
    results = [_has(record, field, _values(*rest)) for field, *rest in clauses]
    if not results:
        return not search.strip()
    return any(results) if re.search(r"[\s+]OR[\s+]", search) else all(results)


def _values(phrase: str, group: str, word: str) -> list[str]:
    inside = re.findall(r'"([^"]*)"', group) or group.split()
    return [value.lower() for value in (phrase, word, *inside) if value]


def _has(record: dict[str, Any], field: str, wanted: list[str]) -> bool:
    known = [value.lower() for value in _find(record, field.removesuffix(".exact").split("."))]
    return any(value in text for value in wanted for text in known)


def _find(value: Any, path: list[str]) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _find(each, path)
    elif path and isinstance(value, dict):
        yield from _find(value.get(path[0]), path[1:])
    elif not path and value is not None:
        yield str(value)


def _error(status: int, code: str, message: str) -> Answer:
    return answer_json({"error": {"code": code, "message": message}}, status)
