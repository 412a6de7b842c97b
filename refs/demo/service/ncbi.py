"""NCBI's smaller services: the PMC id converter and the Literature Citation Exporter."""

from refs.demo.answer import Answer, Request, answer_json, read_number
from refs.demo.shelf import Work, find_work, read_json

STAMP = "2026-11-01 14:17:07"


def convert(request: Request) -> Answer:
    """``…/idconv/api/v1/articles/?ids=…``: only articles that are in PMC are found."""
    ids = [name.strip() for name in request.query.get("ids", "").split(",") if name.strip()]
    kind = request.query.get("idtype", "")
    if kind and kind not in {"pmcid", "pmid", "mid", "doi"}:
        return answer_json({"status": "error", "message": f"Invalid idtype: {kind}"}, 404)
    warnings = [
        f"query param `{name}` is missing." for name in ("tool", "email") if name not in request.query
    ]
    asked = {"ids": ids, "format": "json", "versions": "no", "warnings": warnings}
    records = [_record(name) for name in ids]
    return answer_json({"status": "ok", "response-date": STAMP, "request": asked, "records": records})


def export(request: Request, database: str) -> Answer:
    """``…/lit/ctxp/v1/pubmed/?format=csl&id=…``: one CSL-JSON item, or a list for several ids."""
    scheme = "pmcid" if database == "pmc" else "pmid"
    names = [_full(name, scheme) for name in request.query.get("id", "").split(",")]
    found = [work for name in names if (work := find_work(name, scheme))]
    if not found or len(found) < len(names):
        return answer_json({"status": "error", "message": "No such id."}, 404)
    if request.query.get("format", "csl") != "csl":
        return answer_json({"status": "error", "message": "Only format=csl is served here."}, 400)
    items = [read_json(f"ctxp/{work.pmid}.json") for work in found]
    return answer_json(items[0] if len(items) == 1 else items)


def _record(name: str) -> dict[str, object]:
    work = find_work(name)
    if work is None or work.pmcid is None:
        scheme = "pmcid" if name.upper().startswith("PMC") else "doi" if name.startswith("10.") else "pmid"
        number = read_number(name)
        shown = name if number is None else number
        return {
            scheme: shown,
            "requested-id": name,
            "status": "error",
            "errmsg": "Identifier not found in PMC",
        }
    return {"doi": work.doi, "pmcid": work.pmcid, "pmid": _number(work), "requested-id": name}


def _number(work: Work) -> int | None:
    return int(work.pmid) if work.pmid else None


def _full(name: str, scheme: str) -> str:
    name = name.strip()
    return f"PMC{name}" if scheme == "pmcid" and name.isdecimal() else name
