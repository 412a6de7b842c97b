"""Reports: one builder, six writers, nothing unescaped."""

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest

from refs.check.report.build import build_report
from refs.check.report.formats import WRITERS, write_report
from refs.errors import UnknownFormat
from refs.model.article import Article, Finding, Format, ListEntry, Span
from refs.model.date import Date
from refs.model.item import Item, ItemType
from refs.model.link import Check, Reason, Verdict
from refs.model.report import ReportBibliography

EVIL = "<script>alert('x')</script>"
GONE, GOOD, MOVED = (f"https://www.example.org/{name}" for name in ("gone", "good", "moved"))


def item(name, url):
    return Item.build(
        {
            "id": name,
            "type": ItemType.WEBPAGE,
            "URL": url,
            "title": f"{name} {EVIL}",
            "accessed": Date((2025, 7, 27)),
        }
    )


@pytest.fixture
def report():
    entries = tuple(
        ListEntry(f"{name} {EVIL}", Span(0, 1), number, number, item=item(name, url))
        for number, (name, url) in enumerate((("gone", GONE), ("good", GOOD), ("moved", MOVED)), 1)
    )
    checks = {
        GONE: [
            Check(GONE, "2026-10-01T00:00:00Z", Verdict.ALIVE),
            Check(GONE, "2026-11-20T00:00:00Z", Verdict.DEAD, Reason.GONE, 410, evidence=f"410 Gone {EVIL}"),
        ],
        GOOD: [Check(GOOD, "2026-11-20T00:00:00Z", Verdict.ALIVE)],
        MOVED: [
            Check(
                MOVED,
                "2026-11-20T00:00:00Z",
                Verdict.MOVED,
                Reason.PERMANENT_REDIRECT,
                200,
                "https://www.example.org/new",
            )
        ],
    }
    findings = {
        "articles/x.md": [Finding("retrieval-future", f"Retrieved 2031 {EVIL}", number=2, text="=cmd()")]
    }
    return build_report(
        f"References {EVIL}",
        "2026-11-22T04:00:00Z",
        [Article("articles/x.md", Format.MARKDOWN, "", entries=entries)],
        checks,
        findings,
        archived={GONE: "https://web.archive.org/web/2026/x"},
        bibliographies=[
            ReportBibliography("AMA", ("1. <i>Title</i>",), html=True),
            ReportBibliography("APA", (EVIL,)),
        ],
    )


def test_rows_carry_verdicts_dates_and_repairs(report):
    gone, good, moved = report.rows
    assert (gone.verdict, gone.new_url, gone.repair) == (
        "dead",
        "https://web.archive.org/web/2026/x",
        "Cite the archived copy.",
    )
    assert (gone.first_retrieved, gone.last_verified, gone.accessed) == (
        "2026-10-01T00:00:00Z",
        "2026-10-01T00:00:00Z",
        "2025-07-27",
    )
    assert (good.verdict, good.repair) == ("alive", None)
    assert (moved.repair, moved.new_url) == ("Use its new address.", "https://www.example.org/new")
    assert report.summary == {"dead": 1, "alive": 1, "moved": 1}
    assert [(point.when, dict(point.counts)) for point in report.trend] == [
        ("2026-10-01", {"alive": 1}),
        ("2026-11-20", {"dead": 1, "alive": 1, "moved": 1}),
    ]


def test_html_is_one_file_with_nothing_unescaped(report):
    text = write_report(report, "html")
    assert EVIL not in text
    assert text.count("<script") == 1
    assert not re.search(r'(?:src|href)="(?!https://www\.example|https://web\.archive|#)', text)
    assert "<i>Title</i>" in text
    assert text.count("<svg") == 3


def test_json_and_csv_hold_the_rows(report):
    assert [row["verdict"] for row in json.loads(write_report(report, "json"))["rows"]] == [
        "dead",
        "alive",
        "moved",
    ]
    rows = list(csv.DictReader(io.StringIO(write_report(report, "csv"))))
    assert [row["verdict"] for row in rows] == ["dead", "alive", "moved"]


def test_junit_fails_the_dead_only(report):
    suite = ET.fromstring(write_report(report, "junit"))[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "0")


def test_sarif_names_rules_and_places(report):
    run = json.loads(write_report(report, "sarif"))["runs"][0]
    assert {result["ruleId"] for result in run["results"]} == {
        "link/dead",
        "link/moved",
        "text/retrieval-future",
    }


def test_markdown_has_no_live_markup(report):
    text = write_report(report, "markdown")
    assert "<script>" not in text
    assert "<https://www.example.org/new>" in text


def test_an_empty_report_in_every_format():
    for name in WRITERS:
        assert write_report(build_report("Nothing", "2026-11-22"), name)


def test_an_unknown_format_is_named():
    with pytest.raises(UnknownFormat, match=r"'htm'.*Did you mean 'html'"):
        write_report(build_report("x", "2026"), "htm")


def test_a_password_in_a_cited_address_is_in_no_report():
    url = "https://ada:secret@www.example.org/x"
    entry = ListEntry(f"Gone. {url} (ask ada@example.org)", Span(0, 1), 1, 1, item=item("gone", url))
    checks = {url: [Check(url, "2026-11-20T00:00:00Z", Verdict.DEAD, Reason.GONE, 410)]}
    report = build_report(
        "References", "2026-11-22", [Article("x.md", Format.MARKDOWN, "", entries=(entry,))], checks
    )
    assert report.rows[0].verdict == "dead"
    assert "ada@example.org" in report.rows[0].citation
    for form in WRITERS:
        assert "secret" not in write_report(report, form)
