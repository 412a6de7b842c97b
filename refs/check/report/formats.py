"""The formats of a report by name."""

from collections.abc import Callable, Mapping

from refs.check.report.csv import write_csv
from refs.check.report.html import write_html
from refs.check.report.json import write_json
from refs.check.report.junit import write_junit
from refs.check.report.markdown import write_markdown
from refs.check.report.sarif import write_sarif
from refs.errors import UnknownFormat
from refs.model.report import Report

WRITERS: Mapping[str, Callable[[Report], str]] = {
    "html": write_html,
    "markdown": write_markdown,
    "json": write_json,
    "csv": write_csv,
    "junit": write_junit,
    "sarif": write_sarif,
}


def write_report(report: Report, name: str) -> str:
    """The report in the format of this name."""
    writer = WRITERS.get(name)
    if writer is None:
        raise UnknownFormat(name, WRITERS)
    return writer(report)
