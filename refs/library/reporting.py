"""What the last checks found, on one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from refs.check.freshness import ONLINE
from refs.check.report.build import build_report
from refs.check.report.formats import write_report as write_as
from refs.check.report.html import needs_hand
from refs.files import write_file
from refs.library.archiving import copies
from refs.library.citing import bibliography
from refs.library.judging import judge_item, policy_of
from refs.model.article import Article, Finding
from refs.model.report import ReportBibliography
from refs.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from refs.library.holdings import Holdings
    from refs.model.item import Item
    from refs.model.link import Check
    from refs.model.report import Report
    from refs.store.articles import StoredArticle

STYLES = ("apa", "american-medical-association", "nlm-citation-sequence")
_SHOWN_BIBLIOGRAPHIES = 12
_GLUED = "glued-marker"


def report(library: Holdings, article: str | None = None, *, styles: Sequence[str] = STYLES) -> Report:
    """The report of an article, or of the whole library with the items that stand in no article."""
    paths = (
        [library.article(article).path]
        if article is not None
        else [each.path for each in library.store.articles()]
    )
    stored = [library.store.get_article(path) for path in paths]
    shown = [each for each in stored if each.entries]
    items = {key: library.get(key) for each in shown for key in each.keys if key}
    loose = (
        [] if article is not None else [item for item in library.store.each_item() if item.id not in items]
    )
    everything = [*items.values(), *loose]
    return build_report(
        "refs report" if article is None else f"refs report: {article}",
        library.now(),
        [_article(each, items) for each in shown],
        _histories(library, everything),
        _findings(library, shown, items, loose),
        items=loose,
        archived=copies(everything),
        bibliographies=list(_bibliographies(library, shown, styles)),
    )


def trouble_rows(library: Holdings) -> list[dict[str, Any]]:
    """The references whose link needs a hand: article, number, verdict, id, url, repair, evidence."""
    rows = (row for row in report(library, styles=()).rows if needs_hand(row))
    return [
        {
            "article": row.article,
            "number": row.number,
            "verdict": row.verdict,
            "id": row.item,
            "url": row.url,
            "repair": row.repair,
            "evidence": row.evidence,
        }
        for row in sorted(rows, key=lambda row: (row.article, row.number or 0))
    ]


def report_text(library: Holdings, *, form: str, article: str | None) -> str:
    """The report as `form`."""
    return write_as(report(library, article), form)


def write(library: Holdings, out: str, *, form: str, article: str | None) -> str:
    """Write the report as `form` to a file (``-`` is stdout); what was written, in a sentence."""
    made = report(library, article)
    write_file(out, write_as(made, form).encode())
    if out == "-":
        return "report written"
    return (
        f"{out}: {counted(len(made.rows), 'reference')}, {counted(sum(made.summary.values()), 'checked link')}, "
        f"{counted(len(made.flaws), 'finding')}"
    )


def _article(stored: StoredArticle, items: Mapping[str, Item]) -> Article:
    entries = tuple(
        replace(entry, item=items[key]) if key else entry
        for entry, key in zip(stored.entries, stored.keys, strict=True)
    )
    return Article(stored.path, stored.format, "", stored.title, stored.markers, entries, stored.findings)


def _histories(library: Holdings, items: Sequence[Item]) -> dict[str, Sequence[Check]]:
    urls = dict.fromkeys(state.link.url for item in items for state in library.store.links_of(item.id))
    return {url: history for url in urls if (history := library.store.history(url, limit=60))}


def _findings(
    library: Holdings, articles: Sequence[StoredArticle], items: Mapping[str, Item], loose: Sequence[Item]
) -> dict[str, list[Finding]]:
    """The findings by the path of their article; those of items that stand in none by no path, with their key."""
    found: dict[str, list[Finding]] = {each.path: _grouped(each.findings) for each in articles}
    told = _item_findings(library, [*items, *(item.id for item in loose)])
    for each in articles:
        for entry, key in zip(each.entries, each.keys, strict=True):
            number = entry.number or entry.position
            found[each.path] += [replace(finding, number=number) for finding in told.get(key or "", ())]
    found[""] = [
        replace(finding, message=f"{item.id}: {finding.message}")
        for item in loose
        for finding in told.get(item.id, ())
    ]
    return {path: findings for path, findings in found.items() if findings}


def _grouped(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of an article, with one line for all markers that lost their superscript."""
    glued = [finding for finding in findings if finding.code == _GLUED]
    others = [finding for finding in findings if finding.code != _GLUED]
    if len(glued) < 2:
        return list(findings)
    return [replace(glued[0], message=f"{len(glued)} markers lost their superscript.", text=None), *others]


def _item_findings(library: Holdings, keys: Sequence[str]) -> dict[str, list[Finding]]:
    """What is wrong with the dates and the data of items, by their keys."""
    today, policy = library.today(), policy_of(library)
    found: dict[str, list[Finding]] = {}
    for item, checks in library.store.each_dated(ONLINE, keys):
        found[item.id] = [*judge_item(item, checks, today, policy)]
    for flaw in library.store.flaws():
        found.setdefault(flaw.item or "", []).append(Finding(str(flaw.code), flaw.message, text=flaw.text))
    return found


def _bibliographies(
    library: Holdings, articles: Sequence[StoredArticle], styles: Sequence[str]
) -> Iterator[ReportBibliography]:
    for each in articles[:_SHOWN_BIBLIOGRAPHIES]:
        for style in styles:
            printed = bibliography(
                library, (), style=style, article=each.path, locale=None, output="html", number=None
            )
            yield ReportBibliography(
                style, tuple(text for _, _, text in printed.entries), each.path, html=True
            )
