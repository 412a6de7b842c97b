"""DataCite's XML (kernel 2 to 4), turned into the shape of its JSON."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from refs.fetch.markup import rich_of
from refs.fetch.nodes import child, children, every, first, text


def records_of_xml(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The resources of a DataCite XML document as objects of its JSON shape."""
    for resource in every(root, "resource"):
        yield _record(resource)


def _record(resource: etree._Element) -> dict[str, Any]:
    kind = first(resource, "resourceType")
    return {
        "doi": next(
            (
                text(each)
                for each in children(resource, "identifier")
                if each.get("identifierType") in {None, "DOI"}
            ),
            None,
        ),
        "titles": [
            {"title": rich_of(each), "titleType": each.get("titleType")}
            for each in _within(resource, "titles", "title")
        ],
        "creators": [_creator(each) for each in _within(resource, "creators", "creator")],
        "publisher": text(child(resource, "publisher")),
        "publicationYear": text(child(resource, "publicationYear")),
        "dates": [{"date": text(each), "dateType": each.get("dateType")} for each in every(resource, "date")],
        "types": {"resourceTypeGeneral": kind.get("resourceTypeGeneral"), "resourceType": text(kind)}
        if kind is not None
        else {},
        "version": text(child(resource, "version")),
        "language": text(child(resource, "language")),
        "relatedIdentifiers": [
            {
                "relationType": each.get("relationType"),
                "relatedIdentifier": text(each),
                "relatedIdentifierType": each.get("relatedIdentifierType"),
            }
            for each in every(resource, "relatedIdentifier")
        ],
        "contributors": [_contributor(each) for each in _within(resource, "contributors", "contributor")],
        "subjects": [{"subject": text(each)} for each in _within(resource, "subjects", "subject")],
        "rightsList": [{"rights": text(each)} for each in _within(resource, "rightsList", "rights")],
        "sizes": [text(each) for each in _within(resource, "sizes", "size")],
        "relatedItems": [_related(each) for each in _within(resource, "relatedItems", "relatedItem")],
    }


def _related(node: etree._Element) -> dict[str, Any]:
    """A related item; its children are named as in JSON."""
    number = child(node, "relatedItemIdentifier")
    plain = ("publicationYear", "volume", "issue", "number", "firstPage", "lastPage", "publisher", "edition")
    return {
        "relationType": node.get("relationType"),
        "relatedItemIdentifier": {
            "relatedItemIdentifier": text(number),
            "relatedItemIdentifierType": number.get("relatedItemIdentifierType")
            if number is not None
            else None,
        },
        "titles": [{"title": rich_of(each)} for each in _within(node, "titles", "title")],
        "creators": [_creator(each) for each in _within(node, "creators", "creator")],
        "contributors": [_contributor(each) for each in _within(node, "contributors", "contributor")],
        **{name: text(child(node, name)) for name in plain},
    }


def _contributor(node: etree._Element) -> dict[str, str | None]:
    return _creator(node, "contributorName") | {"contributorType": node.get("contributorType")}


def _creator(node: etree._Element, called: str = "creatorName") -> dict[str, str | None]:
    name = first(node, called)
    return {
        "name": text(name),
        "nameType": name.get("nameType") if name is not None else None,
        "givenName": text(first(node, "givenName")),
        "familyName": text(first(node, "familyName")),
    }


def _within(node: etree._Element, outer: str, name: str) -> Iterator[etree._Element]:
    """The elements of a list that is a child."""
    return (each for listed in children(node, outer) for each in children(listed, name))
