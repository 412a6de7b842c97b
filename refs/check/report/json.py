"""Report → JSON, one object with the same names as the model."""

import json
from dataclasses import asdict

from refs.model.report import Report


def write_json(report: Report) -> str:
    """The report as JSON; absent values are left out of rows."""
    data = asdict(report)
    for part in ("rows", "flaws", "bibliographies"):
        data[part] = [{name: value for name, value in row.items() if value is not None} for row in data[part]]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
