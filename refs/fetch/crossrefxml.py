"""Crossref's XML (unixref), turned into the shape of its JSON."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from refs.fetch.markup import rich_of

# the element that is the work, the innermost first, and Crossref's name for it
_WORKS = (
    ("journal_article", "journal-article"),
    ("conference_paper", "proceedings-article"),
    ("content_item", "book-chapter"),
    ("component", "component"),
    ("dataset", "dataset"),
    ("dissertation", "dissertation"),
    ("peer_review", "peer-review"),
    ("posted_content", "posted-content"),
    ("report-paper", "report"),
    ("standard", "standard"),
    ("book_metadata", "book"),
    ("book_series_metadata", "book"),
    ("book_set_metadata", "book"),
    ("proceedings_metadata", "proceedings"),
    ("proceedings_series_metadata", "proceedings"),
    ("database_metadata", "database"),
    ("journal_issue", "journal-issue"),
    ("journal_metadata", "journal"),
)
_CONTAINERS = (
    "journal_metadata",
    "proceedings_metadata",
    "proceedings_series_metadata",
    "book_metadata",
    "book_series_metadata",
    "book_set_metadata",
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
_ROLES = ("author", "editor", "translator", "chair")
_REFERENCE = {
    "reference_entry": "reference-entry",
    "part": "book-part",
    "section": "book-section",
    "track": "book-track",
}
"""What a component of a book is called in Crossref's JSON; any other is a chapter."""


def works_of_xml(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The works of a Crossref XML answer, or of what was sent to Crossref, as objects of its JSON shape."""
    for cited in _all(root, "citation_list"):
        cited.clear()
    body = _first(root, "body")
    for record in _all(root, "doi_record") or ([root] if body is None else list(body)):
        query = record.getparent()
        kind, nodes = next(
            ((kind, found) for name, kind in _WORKS if (found := _all(record, name))), ("", [])
        )
        yield from (_work(record, node, kind, query) for node in nodes)


def _work(
    record: etree._Element, node: etree._Element, kind: str, query: etree._Element | None
) -> dict[str, Any]:
    outer = next(
        (found for name in _CONTAINERS if (found := _first(record, name)) is not None and found is not node),
        None,
    )
    publisher = next(
        (_text(each) for each in _all(query, "crm-item") if each.get("name") == "publisher-name"), None
    )
    titles = _own(node, "titles")
    return {
        "DOI": _doi(query) or _text(_first(_own(node, "doi_data"), "doi")),
        "type": _REFERENCE.get(node.get("component_type") or "", kind),
        "subtype": node.get("type"),
        "title": (rich_of(_first(titles, "title")) if _is_answer(query) else _title(titles))
        or _container(node),
        "subtitle": rich_of(_first(titles, "subtitle")),
        "original-title": rich_of(_first(titles, "original_language_title")),
        **{role: [_person(each) for each in _people(node, outer, role)] for role in _ROLES},
        "issued": _issued(record, node),
        "container-title": [_container(outer)] if outer is not None else [],
        "publisher": (_server(node) if kind == "posted-content" else None)
        or _text(_first(record, "publisher_name"))
        or publisher
        or _text(_first(_own(node, "institution"), "institution_name"))
        or _text(_first(_first(record, "standards_body"), "standards_body_name")),
        "page": "-".join(page for name in ("first_page", "last_page") if (page := _text(_first(node, name)))),
        **_numbers(record, node, kind),
        **_place_of(record, node, outer),
        **_series(record),
        **_event(record),
        **_links(record, node),
    }


def _server(node: etree._Element) -> str | None:
    """Where a preprint is posted: an institution, else its group."""
    return _text(_first(_own(node, "institution"), "institution_name")) or _text(_first(node, "group_title"))


def _numbers(record: etree._Element, node: etree._Element, kind: str) -> dict[str, Any]:
    """Volume, issue and numbers; the volume of a book in a series is the number there."""
    articles = [
        each for each in _all(node, "item_number") if "article" in (each.get("item_number_type") or "")
    ]
    serial = kind in {"journal-article", "journal-issue"}
    in_series = _first(record, "series_metadata") is not None or kind.startswith("posted")
    return {
        "volume": _text(_first(record, "volume")) if serial or not in_series else None,
        "issue": _text(_first(record, "issue")) if serial else None,
        "article-number": _text(_first(node, "elocation_id")) or next(map(_text, articles), None),
        "number": _text(_first(node, "std_designator"))
        or (_text(_first(node, "item_number")) if kind == "report" else None),
        "edition-number": _text(_first(record, "edition_number")),
        "ISSN": _printed_first(record, "issn"),
        "ISBN": _printed_first(record, "isbn"),
    }


def _printed_first(record: etree._Element, name: str) -> list[str]:
    nodes = sorted(_all(record, name), key=lambda each: each.get("media_type") not in {None, "print"})
    return [text for each in nodes if (text := _text(each))]


def _place_of(
    record: etree._Element, node: etree._Element, outer: etree._Element | None
) -> dict[str, str | None]:
    """Where and in which language it was published, its degree and its abstract."""
    place = _first(record, "publisher_place")
    place = _first(_own(node, "institution"), "institution_place") if place is None else place
    abstract = next((each for each in node if _local(each) == "abstract"), None)
    return {
        "publisher-location": _text(place),
        "language": node.get("language") or (outer.get("language") if outer is not None else None),
        "abstract": rich_of(abstract),
        "group-title": _text(_first(node, "group_title")),
        "short-container-title": _text(_first(outer, "abbrev_title")),
        "genre": re.sub(r"\s*\([^()]*\)", "", _text(_first(node, "degree")) or ""),
    }


def _series(record: etree._Element) -> dict[str, str | None]:
    """The series of a book, of proceedings or of a report, and the number there."""
    series = _first(record, "series_metadata")
    if series is None:  # or the set that a volume is of, which has its number by itself
        return {"collection-title": rich_of(_first(_own(_first(record, "set_metadata"), "titles"), "title"))}
    outer = series.getparent()
    volume = (
        next((_text(each) for each in outer if _local(each) == "volume"), None) if outer is not None else None
    )
    number = _text(_first(series, "series_number")) or volume
    return {"collection-title": rich_of(_first(_own(series, "titles"), "title")), "collection-number": number}


def _event(record: etree._Element) -> dict[str, Any]:
    event = _first(record, "event_metadata")
    if event is None:
        return {}
    name, place = (_text(_first(event, f"conference_{part}")) for part in ("name", "location"))
    return {"event": {"name": name, "location": place}}


def _links(record: etree._Element, node: etree._Element) -> dict[str, Any]:
    """The address that the record itself gives, and the licences of the work."""
    licences = _all(node, "license_ref") or _all(record, "license_ref")
    told = dict.fromkeys(text for each in licences if (text := _text(each)))
    return {
        "address": _text(_child(_child(node, "doi_data"), "resource")),
        "license-ref": ", ".join(told),
    }


def _issued(record: etree._Element, node: etree._Element) -> dict[str, Any] | None:
    """The date on paper, which goes with volume and pages; else the earliest."""
    dates = [found for name in _DATES for found in _all(node, name)]
    dates = dates or [found for name in _DATES for found in _all(record, name)]
    printed = [each for each in dates if each.get("media_type") == "print"]
    return {"date-parts": [_earliest(printed or dates)]} if dates else None


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


def _child(node: etree._Element | None, name: str) -> etree._Element | None:
    return None if node is None else next((each for each in node if _local(each) == name), None)


def _text(node: etree._Element | None) -> str | None:
    return None if node is None else "".join(map(str, node.itertext())).strip() or None


def _doi(query: etree._Element | None) -> str | None:
    return next((_text(each) for each in query if _local(each) == "doi"), None) if query is not None else None


def _container(outer: etree._Element) -> str | None:
    for name in ("full_title", "proceedings_title"):
        if found := rich_of(_first(outer, name)):
            return found
    return _title(_own(outer, "titles"))


def _is_answer(query: etree._Element | None) -> bool:
    """Whether the record answers a query; its title is that of the JSON then, which leaves an article's subtitle out."""
    return query is not None and _local(query) == "query"


def _title(titles: etree._Element | None) -> str | None:
    """The title with its subtitle, which stands apart in this XML."""
    title, subtitle = rich_of(_first(titles, "title")), rich_of(_first(titles, "subtitle"))
    if not title or not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title.rstrip(' :')}: {subtitle}"


def _people(node: etree._Element, outer: etree._Element | None, role: str) -> list[etree._Element]:
    """The people with a role: those of the work, and for an editor those of what holds it."""
    found = list(_contributors(node, role))
    return found or (list(_contributors(outer, role)) if role == "editor" and outer is not None else [])


def _contributors(node: etree._Element, role: str) -> Iterator[etree._Element]:
    """The people with a role, the first before all; those of a dissertation stand in it without a list around them."""
    yield from (each for each in node if each.get("contributor_role") == role)
    for listed in (each for each in node if _local(each) == "contributors"):
        people = [each for each in listed if each.get("contributor_role") == role]
        yield from sorted(people, key=lambda each: each.get("sequence") != "first")


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
    return min(filled, key=lambda each: [int(part) if part.isdecimal() else 99 for part in each], default=[])
