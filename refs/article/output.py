"""An article as the JSON that ``refs ingest --json`` and ``refs lint --json`` print."""

from collections.abc import Callable, Mapping

from refs.article.integrity import judge_integrity
from refs.model.article import Article, Finding, ListEntry, Marker

Fields = Callable[[ListEntry], Mapping[str, object]]


def article_to_json(
    article: Article, fields: Fields | None = None, findings: tuple[Finding, ...] = ()
) -> dict[str, object]:
    """The article as plain data; `fields` gives an entry's CSL-JSON."""
    integrity = judge_integrity(article)
    return {
        "path": article.path,
        "format": article.format.value,
        "title": article.title,
        "markers": [_marker(marker) for marker in article.markers],
        "references": [_reference(entry, fields) for entry in article.entries],
        "integrity": {
            "uncited": list(integrity.uncited),
            "undefined": list(integrity.undefined),
            "order_ok": integrity.order_ok,
            "duplicates": [list(group) for group in integrity.duplicates],
        },
        "findings": [_finding(finding) for finding in (*article.findings, *findings)],
    }


def _marker(marker: Marker) -> dict[str, object]:
    cited: dict[str, object] = (
        {"numbers": list(marker.numbers)} if marker.numbers else {"keys": list(marker.keys)}
    )
    return {
        "raw": marker.raw,
        **cited,
        "offset": marker.span.start,
        "end": marker.span.end,
        "context": marker.context,
        "kind": marker.kind.value,
    }


def _reference(entry: ListEntry, fields: Fields | None) -> dict[str, object]:
    shown: dict[str, object] = {
        "number": entry.number,
        "position": entry.position,
        "raw": entry.raw,
        "offset": entry.span.start,
        "end": entry.span.end,
        "fields": dict(fields(entry)) if fields else {},
        "item": (entry.item.id or None) if entry.item else None,
    }
    return {**shown, "key": entry.key} if entry.key else shown


def _finding(finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "code": finding.code,
        "message": finding.message,
        "offset": span.start if span else None,
        "end": span.end if span else None,
        "number": finding.number,
        "text": finding.text,
    }
