"""Report → SARIF 2.1.0, so that a code host shows findings beside the lines of an article."""

import json
from typing import Any

from refs.check.report.html import needs_hand
from refs.model.report import Report, ReportFlaw, ReportRow

_LEVELS = {
    "dead": "error",
    "soft-404": "error",
    "suspect": "warning",
    "moved": "warning",
    "changed": "warning",
}


def write_sarif(report: Report) -> str:
    """The findings and flaws of the report as one SARIF run."""
    results = [_row_result(row) for row in report.rows if needs_hand(row)] + [
        _flaw_result(flaw) for flaw in report.flaws
    ]
    rules = [{"id": name} for name in sorted({result["ruleId"] for result in results})]
    run = {"tool": {"driver": {"name": "refs", "rules": rules}}, "results": results}
    whole = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _row_result(row: ReportRow) -> dict[str, Any]:
    words = " ".join(
        part
        for part in (
            f"[{row.number}]" if row.number is not None else "",
            row.url,
            row.evidence,
            row.repair,
            row.new_url,
        )
        if part
    )
    return _result(
        f"link/{row.verdict}", _LEVELS.get(row.verdict or "", "note"), words or row.citation, row.article
    )


def _flaw_result(flaw: ReportFlaw) -> dict[str, Any]:
    number = f"[{flaw.number}] " if flaw.number is not None else ""
    return _result(f"text/{flaw.code}", "warning", number + flaw.message, flaw.article)


def _result(rule: str, level: str, words: str, article: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": article}}}
    return {
        "ruleId": rule,
        "level": level,
        "message": {"text": words},
        "locations": [place] if article else [],
    }
