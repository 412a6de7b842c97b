"""Rows for tables: items, fields, articles."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from refs.errors import AmbiguousItem, UnknownArticle
from refs.library.notices import notice_findings
from refs.model.bookshelf import nlm_citation
from refs.store.columns import authors_of, year_of
from refs.text import strip_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refs.library.opened import Opened
    from refs.model.item import Item
    from refs.model.link import Verdict
    from refs.model.stored import Stored
    from refs.store.articles import StoredArticle


def item_rows(library: Opened, found: Sequence[Stored]) -> list[dict[str, Any]]:
    """A row for each item: id, type, year, title, authors, verdict, url, tags, missing and the three dates."""
    verdicts = library.store.printed_verdicts([each.item.id for each in found])
    return [_row(each, verdicts.get(each.item.id)) for each in found]


def article_rows(library: Opened, path: str) -> list[dict[str, Any]]:
    """The rows of the items that an article cites, in its order, with its numbers."""
    stored = find_article(library, path)
    cited = [(entry, key) for entry, key in zip(stored.entries, stored.keys, strict=True) if key]
    verdicts = library.store.printed_verdicts([key for _, key in cited])
    return [
        {"number": entry.number or entry.position, **_row(library.store.get_stored(key), verdicts.get(key))}
        for entry, key in cited
    ]


def _row(stored: Stored, verdict: Verdict | None) -> dict[str, Any]:
    item = stored.item
    return {
        "id": item.id,
        "type": str(item.type),
        "year": year_of(item),
        "title": strip_tags(item.title or "") or ("(unresolved)" if stored.is_unresolved else None),
        "authors": authors_of(item),
        "url": item.URL,
        "verdict": str(verdict) if verdict else None,
        "tags": list(stored.tags),
        "missing": list(stored.missing),
        "first_retrieved": stored.first_retrieved,
        "last_verified": stored.last_verified,
        "accessed": stored.accessed,
    }


def field_rows(library: Opened, name: str) -> list[dict[str, Any]]:
    """A row for each field of an item, then what the library knows of it: field, value, source, when."""
    stored = library.store.get_stored(name)
    item = stored.item
    rows = [_field(item, "id", item.id), _field(item, "type", str(item.type))]
    for field, value in item.filled():
        text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        rows.append(_field(item, field, text))
    known = {
        "identifiers": ", ".join(map(str, item.identifiers)),
        "as NCBI prints it": _printed(item),
        "first retrieved": stored.first_retrieved,
        "last verified": stored.last_verified,
        "tags": ", ".join(stored.tags),
        "missing": ", ".join(stored.missing),
        "cited in": ", ".join(
            f"{cited.path} [{cited.number or cited.position}]" for cited in library.store.where_cited(item.id)
        ),
        "notices": "; ".join(finding.message for finding in notice_findings(item)),
        "flaws": "; ".join(flaw.message for flaw in library.store.flaws(item.id)),
    }
    return rows + [{"field": field, "value": value} for field, value in known.items() if value]


def _printed(item: Item) -> str | None:
    """A chapter of Bookshelf with the dates that no style has a place for: when it was updated, and its book's own."""
    return strip_tags(nlm_citation(item)) if "book_date" in item.custom else None


def _field(item: Any, field: str, value: str) -> dict[str, Any]:
    known = item.source_of(field)
    source = " ".join(part for part in (known.source, known.tag) if part) if known else None
    return {
        "field": field.replace("_", "-"),
        "value": value,
        "source": source,
        "when": known.when if known else None,
    }


def find_article(library: Opened, path: str) -> StoredArticle:
    """The article of that path, or the only one whose path ends so."""
    paths = [each.path for each in library.store.articles()]
    wanted = os.path.normpath(path) if "://" not in path else path
    if wanted in paths:
        return library.store.get_article(wanted)
    found = [each for each in paths if each.endswith("/" + wanted)]
    if len(found) > 1:
        raise AmbiguousItem(path, found)
    if not found:
        raise UnknownArticle(path, paths)
    return library.store.get_article(found[0])
