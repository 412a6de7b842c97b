"""Crossref's XML (unixref), turned into the shape of its JSON."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from refs.fetch.markup import rich_of

# the element that is the work, the innermost first, and Crossref's name for it
_WORKS = (
    ("journal_article", "journal-article"),
    ("conference_paper", "proceedings-article"),
    ("content_item", "book-chapter"),
    ("sa_component", "component"),
    ("dataset", "dataset"),
    ("dissertation", "dissertation"),
    ("peer_review", "peer-review"),
    ("posted_content", "posted-content"),
    ("report-paper", "report"),
    ("standard", "standard"),
    ("book_metadata", "book"),
    ("book_series_metadata", "book"),
    ("book_set_metadata", "book"),
    ("journal_issue", "journal-issue"),
    ("journal_metadata", "journal"),
)
_CONTAINERS = (
    "journal_metadata",
    "proceedings_metadata",
    "book_metadata",
    "book_series_metadata",
    "database_metadata",
)
_DATES = (
    "publication_date",
    "posted_date",
    "approval_date",
    "review_date",
    "creation_date",
    "publication_year",
)


def works_of_xml(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The works of a Crossref XML answer as objects of its JSON shape."""
    for record in _all(root, "doi_record") or [root]:
        query = record.getparent()
        for name, kind in _WORKS:
            node = _first(record, name)
            if node is not None:
                yield _work(record, node, kind, query)
                break


def _work(
    record: etree._Element, node: etree._Element, kind: str, query: etree._Element | None
) -> dict[str, Any]:
    outer = next(
        (found for name in _CONTAINERS if (found := _first(record, name)) is not None and found is not node),
        None,
    )
    dates = [found for name in _DATES for found in _all(node, name)] or [
        found for name in _DATES for found in _all(record, name)
    ]
    publisher = next(
        (_text(each) for each in _all(query, "crm-item") if each.get("name") == "publisher-name"), None
    )
    return {
        "DOI": _doi(query) or _text(_first(_first(node, "doi_data"), "doi")),
        "type": kind,
        "title": rich_of(_first(_own(node, "titles"), "title")),
        "subtitle": rich_of(_first(_own(node, "titles"), "subtitle")),
        "author": [_person(each) for each in _contributors(node, "author")],
        "editor": [_person(each) for each in _contributors(outer if outer is not None else node, "editor")],
        "issued": {"date-parts": [_earliest(dates)]} if dates else None,
        "container-title": [_container(outer)] if outer is not None else [],
        "publisher": publisher
        or _text(_first(record, "publisher_name"))
        or _text(_first(_own(node, "institution"), "institution_name")),
        "volume": _text(_first(record, "volume")) if kind == "journal-article" else None,
        "issue": _text(_first(record, "issue")) if kind == "journal-article" else None,
        "page": "-".join(page for name in ("first_page", "last_page") if (page := _text(_first(node, name)))),
        **_place_of(record, node, outer),
        "ISSN": [text for each in _all(record, "issn") if (text := _text(each))],
        "ISBN": [text for each in _all(record, "isbn") if (text := _text(each))],
    }


def _place_of(
    record: etree._Element, node: etree._Element, outer: etree._Element | None
) -> dict[str, str | None]:
    """Where, in which language and as which edition it was published, and its abstract."""
    place = _first(record, "publisher_place")
    place = _first(_own(node, "institution"), "institution_place") if place is None else place
    abstract = next((each for each in node if _local(each) == "abstract"), None)
    return {
        "publisher-location": _text(place),
        "edition-number": _text(_first(record, "edition_number")),
        "language": node.get("language") or (outer.get("language") if outer is not None else None),
        "abstract": rich_of(abstract),
        "group-title": _text(_first(node, "group_title")),
        "short-container-title": _text(_first(outer, "abbrev_title")),
    }


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _all(node: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if node is None else [each for each in node.iter() if _local(each) == name]


def _first(node: etree._Element | None, name: str) -> etree._Element | None:
    return next(iter(_all(node, name)), None)


def _own(node: etree._Element | None, name: str) -> etree._Element | None:
    """The child of that name, else a deeper one."""
    if node is None:
        return None
    child = next((each for each in node if _local(each) == name), None)
    return _first(node, name) if child is None else child


def _text(node: etree._Element | None) -> str | None:
    return None if node is None else "".join(map(str, node.itertext())).strip() or None


def _doi(query: etree._Element | None) -> str | None:
    return next((_text(each) for each in query if _local(each) == "doi"), None) if query is not None else None


def _container(outer: etree._Element) -> str | None:
    for name in ("full_title", "proceedings_title", "title"):
        if found := rich_of(_first(outer, name)):
            return found
    return None


def _contributors(node: etree._Element, role: str) -> Iterator[etree._Element]:
    """The people with a role; those of a dissertation stand in it without a list around them."""
    yield from (each for each in node if each.get("contributor_role") == role)
    for listed in (each for each in node if _local(each) == "contributors"):
        yield from (each for each in listed if each.get("contributor_role") == role)


def _person(node: etree._Element) -> dict[str, str | None]:
    if _local(node) == "organization":
        return {"name": _text(node)}
    return {
        "family": _text(_first(node, "surname")),
        "given": _text(_first(node, "given_name")),
        "suffix": _text(_first(node, "suffix")),
    }


def _earliest(dates: list[etree._Element]) -> list[str]:
    parts = [
        [text for name in ("year", "month", "day") if (text := _text(_first(each, name)))] for each in dates
    ]
    filled = [each for each in parts if each]
    return min(filled, key=lambda each: [int(part) if part.isdigit() else 99 for part in each], default=[])
