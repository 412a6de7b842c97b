"""The pandoc filter: a document's JSON in, the same with citations and bibliography written out."""

import copy
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from refs.article.draft import read_cite
from refs.model.citation import Citation, CitationMode, Cite

Node = Any
Rendered = tuple[Sequence[str], Sequence[tuple[str, str]]]
Render = Callable[[Sequence[Citation]], Rendered]
_MODES = {"AuthorInText": CitationMode.COMPOSITE, "NormalCitation": CitationMode.FULL}
_DEEPEST = 400


def filter_pandoc(
    document: dict[str, Any], render: Render, *, known: Callable[[str], bool] | None = None
) -> dict[str, Any]:
    """The document with its citations as text, linked to a bibliography at its end or in its ``#refs`` division.

    `render` gets the citations in order and gives their texts and the bibliography's (id, text) pairs. A citation
    with a key that is not `known` is left for pandoc.
    """
    filtered = copy.deepcopy(document)
    nodes = [node for node in _cites(filtered.get("blocks", []), 0) if _all_known(node, known)]
    citations = [_citation(node) for node in nodes]
    if not citations:
        return filtered
    texts, entries = render(citations)
    for node, citation, text in zip(nodes, citations, texts, strict=True):
        _become(node, citation, text)
    _add_bibliography(filtered, entries)
    return filtered


def _cites(node: Node, depth: int) -> Iterator[dict[str, Any]]:
    """The Cite elements below a node, in the order of the text."""
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        if node.get("t") == "Cite":
            yield node
        elif "c" in node:
            yield from _cites(node["c"], depth + 1)
    elif isinstance(node, list):
        for each in node:
            yield from _cites(each, depth + 1)


def _all_known(node: dict[str, Any], known: Callable[[str], bool] | None) -> bool:
    return known is None or all(known(cite["citationId"]) for cite in node["c"][0])


def _citation(node: dict[str, Any]) -> Citation:
    listed = node["c"][0]
    mode = _MODES.get(listed[0]["citationMode"]["t"], CitationMode.FULL) if listed else CitationMode.FULL
    note = int(listed[0].get("citationNoteNum", 0)) if listed else 0
    return Citation(tuple(_cite(cite) for cite in listed), note=note, mode=mode)


def _cite(cite: dict[str, Any]) -> Cite:
    prefix, suffix = _words(cite.get("citationPrefix", [])), _words(cite.get("citationSuffix", []))
    located = read_suffix(suffix)
    return Cite(
        cite["citationId"],
        located[0],
        located[1],
        f"{prefix} " if prefix else "",
        located[2],
        suppress_author=cite["citationMode"]["t"] == "SuppressAuthor",
    )


def read_suffix(suffix: str) -> tuple[str | None, str | None, str]:
    """Locator, label and the rest of what follows a key.

    >>> read_suffix(", pp. 3-4 and passim")
    ('3-4', 'page', ' and passim')
    """
    cite = read_cite(f"@key{suffix if suffix[:1] in {',', ''} else ' ' + suffix}")
    return (cite.locator, cite.label, cite.suffix) if cite else (None, None, suffix)


def _words(inlines: Sequence[Node]) -> str:
    parts = []
    for inline in inlines:
        kind = inline.get("t") if isinstance(inline, dict) else None
        if kind == "Str":
            parts.append(inline["c"])
        elif kind in {"Space", "SoftBreak"}:
            parts.append(" ")
        elif kind and isinstance(inline.get("c"), list):
            parts.append(_words([each for each in inline["c"] if isinstance(each, dict)]))
    return "".join(parts)


def _become(node: dict[str, Any], citation: Citation, text: str) -> None:
    target = f"#ref-{citation.cites[0].id}" if citation.cites else ""
    link = {"t": "Link", "c": [["", ["citation"], []], inlines_of(text), [target, ""]]}
    node["c"][1] = [link] if len(citation.cites) == 1 else inlines_of(text)
    node["t"], node["c"] = "Span", [["", ["citation"], []], node["c"][1]]


def inlines_of(text: str) -> list[dict[str, Any]]:
    """Plain text as pandoc's inlines."""
    inlines: list[dict[str, Any]] = []
    for index, word in enumerate(text.split(" ")):
        if index:
            inlines.append({"t": "Space"})
        if word:
            inlines.append({"t": "Str", "c": word})
    return inlines


def _add_bibliography(document: dict[str, Any], entries: Sequence[tuple[str, str]]) -> None:
    rows = [
        {"t": "Div", "c": [[f"ref-{key}", ["csl-entry"], []], [{"t": "Para", "c": inlines_of(text)}]]}
        for key, text in entries
    ]
    place = _refs_division(document.get("blocks", []), 0)
    if place is not None:
        place["c"][1] = rows
    elif rows:
        document["blocks"].append({"t": "Div", "c": [["refs", ["references"], []], rows]})


def _refs_division(node: Node, depth: int) -> dict[str, Any] | None:
    """The division with the id refs, if the document has one."""
    if depth > _DEEPEST or not isinstance(node, dict | list):
        return None
    if isinstance(node, dict):
        if node.get("t") == "Div" and node["c"][0][0] == "refs":
            return node
        return _refs_division(node.get("c"), depth + 1)
    return next((found for each in node if (found := _refs_division(each, depth + 1)) is not None), None)
