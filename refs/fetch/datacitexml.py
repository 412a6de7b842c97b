"""DataCite's XML (kernel 2 to 4), turned into the shape of its JSON."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from refs.fetch.markup import rich_of


def records_of_xml(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The resources of a DataCite XML document as objects of its JSON shape."""
    resources = [each for each in root.iter() if _local(each) == "resource"]
    for resource in resources:
        yield _record(resource)


def _record(resource: etree._Element) -> dict[str, Any]:
    kind = next(_all(resource, "resourceType"), None)
    return {
        "doi": next(
            (
                _text(each)
                for each in _children(resource, "identifier")
                if each.get("identifierType") in {None, "DOI"}
            ),
            None,
        ),
        "titles": [
            {"title": rich_of(each), "titleType": each.get("titleType")}
            for each in _within(resource, "titles", "title")
        ],
        "creators": [_creator(each) for each in _within(resource, "creators", "creator")],
        "publisher": next((_text(each) for each in _children(resource, "publisher")), None),
        "publicationYear": next((_text(each) for each in _children(resource, "publicationYear")), None),
        "dates": [{"date": _text(each), "dateType": each.get("dateType")} for each in _all(resource, "date")],
        "types": {"resourceTypeGeneral": kind.get("resourceTypeGeneral"), "resourceType": _text(kind)}
        if kind is not None
        else {},
        "version": next((_text(each) for each in _children(resource, "version")), None),
        "language": next((_text(each) for each in _children(resource, "language")), None),
        "relatedIdentifiers": [
            {
                "relationType": each.get("relationType"),
                "relatedIdentifier": _text(each),
                "relatedIdentifierType": each.get("relatedIdentifierType"),
            }
            for each in _all(resource, "relatedIdentifier")
        ],
        "contributors": [_contributor(each) for each in _within(resource, "contributors", "contributor")],
        "subjects": [{"subject": _text(each)} for each in _within(resource, "subjects", "subject")],
        "rightsList": [{"rights": _text(each)} for each in _within(resource, "rightsList", "rights")],
        "sizes": [_text(each) for each in _within(resource, "sizes", "size")],
        "relatedItems": [_related(each) for each in _within(resource, "relatedItems", "relatedItem")],
    }


def _related(node: etree._Element) -> dict[str, Any]:
    """A related item; its children are named as in JSON."""
    number = next(_children(node, "relatedItemIdentifier"), None)
    plain = ("publicationYear", "volume", "issue", "number", "firstPage", "lastPage", "publisher", "edition")
    return {
        "relationType": node.get("relationType"),
        "relatedItemIdentifier": {
            "relatedItemIdentifier": _text(number),
            "relatedItemIdentifierType": number.get("relatedItemIdentifierType")
            if number is not None
            else None,
        },
        "titles": [{"title": rich_of(each)} for each in _within(node, "titles", "title")],
        "creators": [_creator(each) for each in _within(node, "creators", "creator")],
        "contributors": [_contributor(each) for each in _within(node, "contributors", "contributor")],
        **{name: _text(next(_children(node, name), None)) for name in plain},
    }


def _contributor(node: etree._Element) -> dict[str, str | None]:
    return _creator(node, "contributorName") | {"contributorType": node.get("contributorType")}


def _creator(node: etree._Element, called: str = "creatorName") -> dict[str, str | None]:
    name = next(_all(node, called), None)
    return {
        "name": _text(name),
        "nameType": name.get("nameType") if name is not None else None,
        "givenName": _text(next(_all(node, "givenName"), None)),
        "familyName": _text(next(_all(node, "familyName"), None)),
    }


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _all(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in node.iter() if _local(each) == name)


def _children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in node if _local(each) == name)


def _within(node: etree._Element, outer: str, name: str) -> Iterator[etree._Element]:
    """The elements of a list that is a child."""
    return (each for listed in _children(node, outer) for each in _children(listed, name))


def _text(node: etree._Element | None) -> str | None:
    return None if node is None else "".join(map(str, node.itertext())).strip() or None
