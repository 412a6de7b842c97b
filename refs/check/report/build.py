"""Articles, items, checks and findings → Report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from refs.check.freshness import last_verified
from refs.check.report.repair import suggest_repair
from refs.check.target import hide_credentials
from refs.model.article import Article, Finding, ListEntry
from refs.model.item import Item
from refs.model.link import Check
from refs.model.report import Report, ReportBibliography, ReportFlaw, ReportRow, TrendPoint
from refs.text import squeeze

Checks = Mapping[str, Sequence[Check]]


def build_report(
    title: str,
    generated: str,
    articles: Iterable[Article] = (),
    checks: Checks | None = None,
    findings: Mapping[str, Sequence[Finding]] | None = None,
    *,
    items: Iterable[Item] = (),
    archived: Mapping[str, str] | None = None,
    bibliographies: Sequence[ReportBibliography] = (),
    notes: Sequence[str] = (),
) -> Report:
    """The report of articles (and of items that stand in none), with all checks of each URL, oldest first.

    `findings` are by the path of the article, or the id of the item; `archived` gives saved copies by URL.
    """
    checks, archived = checks or {}, archived or {}
    rows = [row for article in articles for row in _article_rows(article)]
    rows += [_row("", item.title or item.id, item) for item in items]
    rows = [_fit_to_print(_with_history(row, checks, archived)) for row in rows]
    flaws = tuple(_flaws(findings or {}))
    summary = Counter(row.verdict for row in rows if row.verdict)
    return Report(
        title,
        generated,
        dict(summary),
        tuple(rows),
        flaws,
        tuple(bibliographies),
        trend_of(checks),
        tuple(notes),
    )


def trend_of(checks: Checks) -> tuple[TrendPoint, ...]:
    """For each day with a check, how all links known until then stood."""
    days = sorted({check.when[:10] for each in checks.values() for check in each})
    return tuple(TrendPoint(day, _standing(checks, day)) for day in days[-60:])


def _standing(checks: Checks, day: str) -> dict[str, int]:
    known = ([check for check in each if check.when[:10] <= day] for each in checks.values())
    return dict(Counter(str(max(each, key=lambda check: check.when).verdict) for each in known if each))


def _article_rows(article: Article) -> Iterator[ReportRow]:
    for entry in article.entries:
        yield _row(article.path, squeeze(entry.raw), entry.item, entry)


def _row(article: str, words: str, item: Item | None, entry: ListEntry | None = None) -> ReportRow:
    return ReportRow(
        article,
        words,
        _url_of(item),
        (entry.number or entry.position) if entry else None,
        accessed=str(item.accessed) if item and item.accessed else None,
        item=item.id if item else None,
    )


def _with_history(row: ReportRow, checks: Checks, archived: Mapping[str, str]) -> ReportRow:
    history = sorted(checks.get(row.url or "", ()), key=lambda check: check.when)
    return _with_check(row, history, archived.get(row.url or "")) if history else row


def _fit_to_print(row: ReportRow) -> ReportRow:
    """The row without the passwords that an article prints in its addresses."""
    if "@" not in f"{row.citation}{row.url}":
        return row
    url = hide_credentials(row.url) if row.url else None
    return replace(row, citation=hide_credentials(row.citation), url=url)


def _with_check(row: ReportRow, history: Sequence[Check], archived: str | None) -> ReportRow:
    check = history[-1]
    good = [each.when for each in history if each.verdict.is_good]
    return ReportRow(
        row.article,
        row.citation,
        row.url,
        row.number,
        str(check.verdict),
        str(check.reason),
        check.evidence,
        suggest_repair(check, archived),
        archived
        if archived and not check.verdict.is_good
        else check.final_url
        if check.verdict == "moved"
        else None,
        check.status,
        check.milliseconds,
        good[0] if good else None,
        last_verified(history),
        row.accessed,
        row.item,
    )


def _url_of(item: Item | None) -> str | None:
    if item is None:
        return None
    return item.URL or (f"https://doi.org/{item.DOI}" if item.DOI else None)


def _flaws(findings: Mapping[str, Sequence[Finding]]) -> Iterator[ReportFlaw]:
    for path, each in findings.items():
        for finding in each:
            yield ReportFlaw(path, str(finding.code), finding.message, finding.number, finding.text)
