"""Report → CSV, one line for each reference."""

import csv
import io
from dataclasses import astuple, fields

from refs.model.report import Report, ReportRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(report: Report) -> str:
    """The rows as CSV with a head line; a cell that a spreadsheet would run as a formula is quoted with ``'``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(each.name for each in fields(ReportRow))
    writer.writerows([_cell(value) for value in astuple(row)] for row in report.rows)
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
