"""A pandoc document's citations, from the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refs.article.pandoc import filter_pandoc
from refs.errors import UnknownItem
from refs.library.building import render_citations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refs.article.pandoc import Rendered
    from refs.library.holdings import Holdings
    from refs.model.citation import Citation


def filter_document(
    library: Holdings, document: dict[str, Any], *, style: str | None, locale: str | None
) -> dict[str, Any]:
    """The document with its citations written out; keys that the library lacks are left for pandoc."""
    chosen = style or _meta(document, "csl") or library.configuration.style

    def render(citations: Sequence[Citation]) -> Rendered:
        texts, entries = render_citations(library, citations, chosen, locale, "plain")
        return texts, [
            (entry.id, f"{entry.number}. {entry.text}" if entry.number else entry.text) for entry in entries
        ]

    def known(key: str) -> bool:
        try:
            return library.key_of(key) == key
        except UnknownItem:
            return False

    return filter_pandoc(document, render, known=known)


def _meta(document: dict[str, Any], name: str) -> str | None:
    """A text of the document's metadata, such as the style's name."""
    value = document.get("meta", {}).get(name, {})
    content = value.get("c") if isinstance(value, dict) else None
    if isinstance(content, list):
        return "".join(str(each.get("c", " ")) for each in content if isinstance(each, dict)) or None
    return content if isinstance(content, str) else None
