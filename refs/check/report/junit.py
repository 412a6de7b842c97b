"""Report → JUnit XML, so that a build server shows each reference as a test."""

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from refs.model.report import Report, ReportRow

FAILING = frozenset({"dead", "soft-404"})
_NOT_XML = re.compile("[^\t\n\r -퟿-�\U00010000-\U0010ffff]")


def write_junit(report: Report, failing: frozenset[str] = FAILING) -> str:
    """The report as test suites, one for each article; `failing` verdicts are failures, unsure ones are skipped."""
    rows = sorted(report.rows, key=lambda row: row.article)
    suites = [
        _suite(name, list(group), failing) for name, group in groupby(rows, key=lambda row: row.article)
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="refs">\n'
        + "".join(suites)
        + "</testsuites>\n"
    )


def _suite(name: str, rows: list[ReportRow], failing: frozenset[str]) -> str:
    bad = sum(row.verdict in failing for row in rows)
    skipped = sum(_is_unsure(row, failing) for row in rows)
    head = f'<testsuite name={_attribute(name or "library")} tests="{len(rows)}" failures="{bad}" skipped="{skipped}">\n'
    return head + "".join(_case(row, failing) for row in rows) + "</testsuite>\n"


def _case(row: ReportRow, failing: frozenset[str]) -> str:
    name = f"[{row.number}] {row.citation}" if row.number is not None else row.citation
    seconds = f' time="{row.milliseconds / 1000:.3f}"' if row.milliseconds is not None else ""
    head = (
        f"  <testcase classname={_attribute(row.article or 'library')} name={_attribute(name[:200])}{seconds}"
    )
    if row.verdict in failing:
        message = _attribute(f"{row.verdict}: {row.evidence or row.reason or ''}")
        return f"{head}><failure type={_attribute(row.verdict or '')} message={message}>{_text(row)}</failure></testcase>\n"
    if _is_unsure(row, failing):
        return f"{head}><skipped message={_attribute(row.verdict or 'not checked')}/></testcase>\n"
    return f"{head}/>\n"


def _is_unsure(row: ReportRow, failing: frozenset[str]) -> bool:
    return row.verdict not in failing and row.verdict not in {"alive", "moved", "changed"}


def _text(row: ReportRow) -> str:
    return escape(
        _NOT_XML.sub(
            "�", "\n".join(part for part in (row.url, row.evidence, row.repair, row.new_url) if part)
        )
    )


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("�", text))
