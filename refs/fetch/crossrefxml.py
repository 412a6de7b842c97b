"""Crossref's XML (unixref), turned into the shape of its JSON."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from refs.fetch.crossrefxml_people import people_of
from refs.fetch.markup import rich_of
from refs.fetch.nodes import child, every, first, local, own, text

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
    ("report-paper_metadata", "report"),
    ("report-paper_series_metadata", "report"),
    ("standard_metadata", "standard"),
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
    "report-paper_metadata",
    "report-paper_series_metadata",
)
_WIDER = ("series_metadata", "set_metadata")
_NUMBERED = frozenset({"journal-article", "proceedings-article"})
_DATES = (
    "publication_date",
    "posted_date",
    "approval_date",
    "review_date",
    "creation_date",
    "publication_year",
)
_REFERENCE = {
    "reference_entry": "reference-entry",
    "part": "book-part",
    "section": "book-section",
    "track": "book-track",
}
"""What a component of a book is called in Crossref's JSON; any other is a chapter."""
_POSTED = {"working_paper": "report", "report": "report", "dissertation": "dissertation"}
"""What posted content other than preprints is; what is called other are the posts of blogs."""


def works_of_xml(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The works of a Crossref XML answer, or of what was sent to Crossref, as objects of its JSON shape."""
    for cited in every(root, "citation_list"):
        cited.clear()
    body = first(root, "body")
    for record in every(root, "doi_record") or ([root] if body is None else list(body)):
        query = record.getparent()
        kind, nodes = next(
            ((kind, found) for name, kind in _WORKS if (found := every(record, name))), ("", [])
        )
        yield from (_work(record, node, kind, query) for node in nodes)


def _work(
    record: etree._Element, node: etree._Element, kind: str, query: etree._Element | None
) -> dict[str, Any]:
    outer = next(
        (found for name in _CONTAINERS if (found := first(record, name)) is not None and found is not node),
        None,
    )
    publisher = next(
        (text(each) for each in every(query, "crm-item") if each.get("name") == "publisher-name"), None
    )
    titles = own(node, "titles")
    return {
        "DOI": _doi(query) or text(first(own(node, "doi_data"), "doi")),
        "type": _REFERENCE.get(node.get("component_type") or "", _POSTED.get(node.get("type") or "", kind)),
        "subtype": "blog" if _is_post(node) else node.get("type"),
        "title": (rich_of(first(titles, "title")) if _is_answer(query) else _title(titles))
        or _container(node),
        "subtitle": rich_of(first(titles, "subtitle")),
        "original-title": rich_of(first(titles, "original_language_title")),
        **people_of(record, node, outer),
        "issued": _issued(record, node),
        "container-title": [_container(outer)]
        if outer is not None
        else [_server(node)]
        if _is_post(node)
        else [],
        "publisher": (_server(node) if kind == "posted-content" else None)
        or text(first(record, "publisher_name"))
        or publisher
        or text(first(own(node, "institution"), "institution_name"))
        or text(first(first(record, "standards_body"), "standards_body_name")),
        "page": "-".join(page for name in ("first_page", "last_page") if (page := text(first(node, name)))),
        **_numbers(record, node, kind),
        **_place_of(record, node, outer),
        **_series(record),
        **_event(record),
        **_links(record, node),
    }


def _is_post(node: etree._Element) -> bool:
    return local(node) == "posted_content" and node.get("type") == "other"


def _server(node: etree._Element) -> str | None:
    """Where a preprint is posted: an institution, else its group."""
    return text(first(own(node, "institution"), "institution_name")) or text(first(node, "group_title"))


def _numbers(record: etree._Element, node: etree._Element, kind: str) -> dict[str, Any]:
    """Volume, issue and numbers; the volume of a book in a series is the number there."""
    articles = [
        each
        for each in every(node, "item_number")
        if "article" in (each.get("item_number_type") or "article")
    ]
    serial = kind in {"journal-article", "journal-issue"}
    in_series = first(record, "series_metadata") is not None or kind.startswith("posted")
    return {
        "volume": text(first(record, "volume")) if serial or not in_series else None,
        "issue": text(first(record, "issue")) if serial else None,
        "article-number": text(first(node, "elocation_id"))
        or (next(map(text, articles), None) if kind in _NUMBERED else None),
        "number": text(first(node, "std_designator"))
        or (text(first(node, "item_number")) or text(child(node, "volume")) if kind == "report" else None),
        "edition-number": text(first(record, "edition_number")),
        "ISSN": _printed_first(record, "issn"),
        "ISBN": _printed_first(record, "isbn"),
    }


def _printed_first(record: etree._Element, name: str) -> list[str]:
    """The numbers of the work before those of its series or set, and of those the printed ones first."""
    wider = {each for part in _WIDER for outer in every(record, part) for each in every(outer, name)}
    nodes = sorted(
        every(record, name),
        key=lambda each: (each in wider, each.get("media_type") not in {None, "print"}),
    )
    return [value for each in nodes if (value := text(each))]


def _place_of(
    record: etree._Element, node: etree._Element, outer: etree._Element | None
) -> dict[str, str | None]:
    """Where and in which language it was published, its degree and its abstract."""
    place = first(record, "publisher_place")
    place = first(own(node, "institution"), "institution_place") if place is None else place
    abstract = next((each for each in node if local(each) == "abstract"), None)
    return {
        "publisher-location": text(place),
        "language": node.get("language") or (outer.get("language") if outer is not None else None),
        "abstract": rich_of(abstract),
        "group-title": text(first(node, "group_title")),
        "short-container-title": text(first(outer, "abbrev_title")),
        "genre": re.sub(r"\s*\([^()]*\)", "", text(first(node, "degree")) or "")
        or ("peer review" if local(node) == "peer_review" else None),
    }


def _series(record: etree._Element) -> dict[str, str | None]:
    """The series of a book, of proceedings or of a report, and the number there."""
    series = first(record, "series_metadata")
    if series is None:  # or the set that a volume is of, which has its number by itself
        return {"collection-title": rich_of(first(own(first(record, "set_metadata"), "titles"), "title"))}
    outer = series.getparent()
    volume = (
        next((text(each) for each in outer if local(each) == "volume"), None) if outer is not None else None
    )
    number = text(first(series, "series_number")) or volume
    return {"collection-title": rich_of(first(own(series, "titles"), "title")), "collection-number": number}


def _event(record: etree._Element) -> dict[str, Any]:
    event = first(record, "event_metadata")
    if event is None:
        return {}
    name, place = (text(first(event, f"conference_{part}")) for part in ("name", "location"))
    return {"event": {"name": name, "location": place}}


def _links(record: etree._Element, node: etree._Element) -> dict[str, Any]:
    """The address that the record itself gives, and the licences of the work."""
    licences = every(node, "license_ref") or every(record, "license_ref")
    told = dict.fromkeys(value for each in licences if (value := text(each)))
    return {
        "address": text(child(child(node, "doi_data"), "resource")),
        "license-ref": ", ".join(told),
    }


def _issued(record: etree._Element, node: etree._Element) -> dict[str, Any] | None:
    """The date on paper, which goes with volume and pages; else the earliest."""
    dates = [found for name in _DATES for found in every(node, name)]
    dates = dates or [found for name in _DATES for found in every(record, name)]
    printed = [each for each in dates if each.get("media_type") == "print"]
    return {"date-parts": [_earliest(printed or dates)]} if dates else None


def _doi(query: etree._Element | None) -> str | None:
    return next((text(each) for each in query if local(each) == "doi"), None) if query is not None else None


def _container(outer: etree._Element) -> str | None:
    for name in ("full_title", "proceedings_title"):
        if found := rich_of(first(outer, name)):
            return found
    return _title(own(outer, "titles"))


def _is_answer(query: etree._Element | None) -> bool:
    """Whether the record answers a query; its title is that of the JSON then, which leaves an article's subtitle out."""
    return query is not None and local(query) == "query"


def _title(titles: etree._Element | None) -> str | None:
    """The title with its subtitle, which stands apart in this XML."""
    title, subtitle = rich_of(first(titles, "title")), rich_of(first(titles, "subtitle"))
    if not title or not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title.rstrip(' :')}: {subtitle}"


def _earliest(dates: list[etree._Element]) -> list[str]:
    parts = [
        [value for name in ("year", "month", "day") if (value := text(first(each, name)))] for each in dates
    ]
    filled = [each for each in parts if each]
    return min(filled, key=lambda each: [int(part) if part.isdecimal() else 99 for part in each], default=[])
