"""Report → Markdown, for an issue or a pull request."""

from collections.abc import Iterator
from itertools import groupby

from refs.check.report.html import needs_hand
from refs.model.report import Report, ReportFlaw, ReportRow
from refs.text import squeeze

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|"})


def write_markdown(report: Report) -> str:
    """The report as Markdown: the counts, then what needs a hand, by article."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {_plain(report.title)}\n"
    yield f"{len(report.rows)} references, {report.generated[:10]}\n"
    if report.summary:
        yield "| verdict | references |\n|---|---:|"
        yield from (
            f"| {verdict} | {count} |"
            for verdict, count in sorted(report.summary.items(), key=lambda each: -each[1])
        )
        yield ""
    rows = [row for row in report.rows if needs_hand(row)]
    if not rows and not report.flaws:
        yield "Every reference holds."
    for article, group in groupby(sorted(rows, key=lambda row: row.article), key=lambda row: row.article):
        yield f"## {_plain(article) or 'References'}\n"
        yield from (_finding(row) for row in group)
        yield ""
    yield from _flaws(report.flaws)


def _finding(row: ReportRow) -> str:
    number = f"\\[{row.number}\\] " if row.number is not None else ""
    parts = [f"- **{row.verdict}** {number}{_plain(row.citation)}"]
    if row.url:
        parts.append(f"  {_address(row.url)}")
    parts += [f"  {_plain(words)}" for words in (row.evidence, row.repair) if words]
    if row.new_url:
        parts.append(f"  {_address(row.new_url)}")
    return "  \n".join(parts)


def _flaws(flaws: tuple[ReportFlaw, ...]) -> Iterator[str]:
    if flaws:
        yield "## Flaws in the text\n"
    for flaw in flaws:
        number = f" \\[{flaw.number}\\]" if flaw.number is not None else ""
        place = f"{_plain(flaw.article)}{number}: " if flaw.article else ""
        yield f"- {place}{_plain(flaw.message)} (`{flaw.code}`)"


def _address(url: str) -> str:
    return f"<{url.replace('<', '%3C').replace('>', '%3E')}>"


def _plain(text: str) -> str:
    return squeeze(text).translate(_MARKS)
