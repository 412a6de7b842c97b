"""Findings as text, SARIF and JUnit."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from refs.model.article import Article, Finding

Report = Sequence[tuple[Article, Sequence[Finding]]]
_WARNINGS = {"undefined", "mangled-marker", "flawed-date", "flawed-author", "future-retrieval"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Lines:
    """Line and column of the offsets of a source, both from 1."""

    def __init__(self, source: str) -> None:
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = max(1, bisect_right(self.starts, offset))
        return line, offset - self.starts[line - 1] + 1


def to_text(report: Report) -> str:
    """A line for each finding: path, line, column, code, message."""
    rows = []
    for article, findings in report:
        lines = Lines(article.source)
        for finding in findings:
            line, column = lines.place(finding.span.start) if finding.span else (1, 1)
            rows.append(f"{article.path}:{line}:{column}: {finding.code}: {finding.message}")
    return "\n".join(rows)


def to_sarif(report: Report, version: str) -> str:
    """SARIF 2.1.0, for code scanning."""
    codes = sorted({finding.code for _, findings in report for finding in findings})
    results = [
        _result(article, Lines(article.source), finding)
        for article, findings in report
        for finding in findings
    ]
    driver = {"name": "refs", "version": version, "rules": [{"id": code} for code in codes]}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return json.dumps(log, indent=2, ensure_ascii=False)


def _result(article: Article, lines: Lines, finding: Finding) -> dict[str, object]:
    region: dict[str, object] = {}
    if finding.span:
        line, column = lines.place(finding.span.start)
        end_line, end_column = lines.place(finding.span.end)
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    location = {"artifactLocation": {"uri": article.path}, "region": region or {"startLine": 1}}
    return {
        "ruleId": finding.code,
        "level": "error" if finding.code in _WARNINGS else "warning",
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
    }


def to_junit(report: Report) -> str:
    """JUnit XML: a suite for each article, a failed case for each finding."""
    suites = "\n".join(_suite(article, findings) for article, findings in report)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n{suites}\n</testsuites>\n'


def _suite(article: Article, findings: Sequence[Finding]) -> str:
    cases = (
        "\n".join(_cases(article, findings))
        or f'<testcase classname={quoteattr(article.path)} name="citations"/>'
    )
    count = len(findings)
    return f'<testsuite name={quoteattr(article.path)} tests="{max(1, count)}" failures="{count}">\n{cases}\n</testsuite>'


def _cases(article: Article, findings: Sequence[Finding]) -> Iterable[str]:
    lines = Lines(article.source)
    for finding in findings:
        line, column = lines.place(finding.span.start) if finding.span else (1, 1)
        name = quoteattr(f"{finding.code} at {line}:{column}")
        failure = f"<failure message={quoteattr(finding.message)}>{escape(finding.text or '')}</failure>"
        yield f"<testcase classname={quoteattr(article.path)} name={name}>{failure}</testcase>"
