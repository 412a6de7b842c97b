"""The findings of articles as text, SARIF and JUnit."""

import json
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from refs.model.article import Article, Finding

Found = Sequence[tuple[Article, Sequence[Finding]]]

_SHOWN = 72
_NOT_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "�")


def write_text(found: Found) -> str:
    """A line for each finding, ``path:line:column: code: message``, and below it the words it is about."""
    return "".join(_text(article, finding) for article, findings in found for finding in findings)


def _text(article: Article, finding: Finding) -> str:
    head = f"{article.path}:{place_of(article.source, finding)}: {finding.code}: {finding.message}\n"
    words = _words(article, finding)
    return head + (f"    {words}\n" if words else "")


def _words(article: Article, finding: Finding) -> str:
    if finding.span is None:
        return ""
    before = article.source[max(0, finding.span.start - 24) : finding.span.start]
    inside = article.source[finding.span.start : finding.span.end]
    return " ".join(f"{before}⟦{inside[:_SHOWN]}{'…' if len(inside) > _SHOWN else ''}⟧".split())


def place_of(source: str, finding: Finding) -> str:
    r"""Where the finding begins, as ``line:column`` counted from 1; of a finding without a place 1:1.

    >>> place_of("one\\ntwo", Finding("x", "y", Span(5, 6)))
    '2:2'
    """
    line, column = _position(source, finding)
    return f"{line}:{column}"


def _position(source: str, finding: Finding) -> tuple[int, int]:
    if finding.span is None:
        return 1, 1
    starts = [0]
    at = source.find("\n")
    while 0 <= at < finding.span.start:
        starts.append(at + 1)
        at = source.find("\n", at + 1)
    line = bisect_right(starts, finding.span.start)
    return line, finding.span.start - starts[line - 1] + 1


def write_sarif(found: Found) -> str:
    """The findings as one SARIF 2.1.0 run, with a region for each."""
    results = [_result(article, finding) for article, findings in found for finding in findings]
    rules = [{"id": code} for code in sorted({result["ruleId"] for result in results})]
    run = {"tool": {"driver": {"name": "refs lint", "rules": rules}}, "results": results}
    whole = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _result(article: Article, finding: Finding) -> dict[str, Any]:
    line, column = _position(article.source, finding)
    place = {"artifactLocation": {"uri": article.path}, "region": {"startLine": line, "startColumn": column}}
    return {
        "ruleId": finding.code,
        "level": "warning",
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }


def write_junit(found: Found) -> str:
    """A test suite for each article, a failed case for each finding, one that passes where there is none."""
    suites = "".join(_suite(article, findings) for article, findings in found)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="refs lint">\n{suites}</testsuites>\n'


def _suite(article: Article, findings: Sequence[Finding]) -> str:
    count = len(findings)
    cases = "".join(_case(article, finding) for finding in findings) or '  <testcase name="citations"/>\n'
    head = f'<testsuite name={_quoted(article.path)} tests="{max(1, count)}" failures="{count}">\n'
    return f"{head}{cases}</testsuite>\n"


def _case(article: Article, finding: Finding) -> str:
    name = f"{place_of(article.source, finding)} {finding.code}"
    failure = f"<failure type={_quoted(finding.code)} message={_quoted(finding.message)}/>"
    return f"  <testcase classname={_quoted(article.path)} name={_quoted(name)}>{failure}</testcase>\n"


def _quoted(text: str) -> str:
    return quoteattr(text.translate(_NOT_XML))


FORMATS: Mapping[str, Callable[[Found], str]] = {
    "text": write_text,
    "sarif": write_sarif,
    "junit": write_junit,
}
"""The writers by name; JSON is `refs.article.output`."""
