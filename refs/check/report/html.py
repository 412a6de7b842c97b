"""Report → one HTML file that opens anywhere: styles, charts and the little script are inside."""

from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from refs.check.report.chart import ORDER, draw_hosts, draw_share, draw_trend
from refs.model.link import Verdict
from refs.model.report import Report, ReportRow

if TYPE_CHECKING:
    from jinja2 import Template

_QUIET = frozenset({"alive", "skipped"})


def write_html(report: Report) -> str:
    """The report as a page; everything in it is escaped but bibliographies that say they are markup."""
    findings = sorted((row for row in report.rows if needs_hand(row)), key=_gravity)
    good = [row for row in report.rows if not needs_hand(row)]
    page: str = _template().render(
        report=report,
        order=ORDER,
        articles=len({row.article for row in report.rows}),
        findings=findings,
        found=Counter(row.verdict for row in findings),
        good=good,
        share=draw_share(report.summary),
        hosts=draw_hosts(report.rows),
        trend=draw_trend(report.trend),
    )
    return page.lstrip()


def needs_hand(row: ReportRow) -> bool:
    """Whether a row is something to do or to know."""
    return row.verdict is not None and row.verdict not in _QUIET


_GRAVITY = ("dead", "soft-404", "suspect", "moved", "changed", "unreachable", "blocked", "offline")


def _gravity(row: ReportRow) -> tuple[str, int, int]:
    place = _GRAVITY.index(row.verdict) if row.verdict in _GRAVITY else len(Verdict)
    return row.article, place, row.number or 0


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 -- a check without a report needs none of it

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    text = (files("refs.check.report") / "report.html").read_text(encoding="utf-8")
    return environment.from_string(text)
