"""The people in Crossref's XML, in the shape of its JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from refs.fetch.nodes import every, first, local, text

_ROLES: Mapping[str, tuple[str, ...]] = {
    "author": ("author",),
    "editor": ("editor",),
    "translator": ("translator",),
    "chair": ("chair",),
    "contributor": ("reader", "reviewer", "reviewer-assistant", "stats-reviewer", "reviewer-external"),
}
"""Crossref's words for what people did, by the word of its JSON or of CSL."""
_REVIEWERS = _ROLES["author"] + _ROLES["contributor"]


def people_of(record: etree._Element, node: etree._Element, outer: etree._Element | None) -> dict[str, Any]:
    """Who made a work, what holds it and its series, by roles; the editors of what holds it, where it has none."""
    found = {role: _listed(node, words) for role, words in _ROLES.items()}
    if local(node) == "peer_review":
        found |= {"author": _listed(node, _REVIEWERS), "contributor": []}
    if outer is not None:
        found["editor"] = found["editor"] or _listed(outer, ("editor",))
        found |= _of_outer(node, outer, found["author"])
    series = [each for each in every(record, "series_metadata") if not _has_ancestor(node, each)]
    found["collection-editor"] = [name for each in series for name in _listed(each, ("editor",))]
    return found


def _of_outer(node: etree._Element, outer: etree._Element, authors: list[Any]) -> dict[str, Any]:
    """The authors of what holds a work: those of a book are its own, those of a database made what has no others."""
    theirs = _listed(outer, ("author",))
    if local(node) == "dataset":
        return {"author": authors or theirs}
    return {"container-author": theirs if local(node) == "content_item" else []}


def _has_ancestor(node: etree._Element, other: etree._Element) -> bool:
    return other in node.iterancestors()


def _listed(node: etree._Element, roles: tuple[str, ...]) -> list[dict[str, str | None]]:
    return [_person(each) for each in _contributors(node, roles)]


def _contributors(node: etree._Element, roles: tuple[str, ...]) -> Iterator[etree._Element]:
    """The people with a role, the first before all; those of a dissertation stand in it without a list around them."""
    yield from (each for each in node if each.get("contributor_role") in roles)
    for listed in (each for each in node if local(each) == "contributors"):
        people = [each for each in listed if each.get("contributor_role") in roles]
        yield from sorted(people, key=lambda each: each.get("sequence") != "first")


def _person(node: etree._Element) -> dict[str, str | None]:
    if local(node) in {"organization", "anonymous"}:
        return {"name": text(node)}
    return {
        "family": text(first(node, "surname")),
        "given": text(first(node, "given_name")),
        "suffix": text(first(node, "suffix")),
    }
