"""Zotero RDF → Items (bib, Dublin Core, PRISM and FOAF terms, as Zotero writes them)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from refs.model.reading import Reading
from refs.model.zotero import INVISIBLE
from refs.parse.rdf_words import (
    BIBO,
    CONTAINERS,
    CREATORS,
    DC,
    DCTERMS,
    EDGES,
    FIELDS,
    FOAF,
    LATER_DATES,
    RDF,
    ROLES,
    SCHEMA,
    TYPES,
    VCARD,
    Z,
)
from refs.parse.tree import local_name, read_records, text_of
from refs.parse.zotero_json import read_zotero_item

_IDENTIFIERS = ("DOI", "ISBN", "ISSN")


def parse_zotero_rdf(text: str) -> Reading:
    """The items of a Zotero RDF text; attachments and notes are left out."""
    return read_records(
        text,
        "works in RDF",
        _works,
        lambda data, key, flaws: read_zotero_item(data, flaws, key),
        with_namespaces=True,
    )


def _works(root: etree._Element) -> list[Mapping[str, Any]]:
    """What the works say, in the words of Zotero's JSON; none where there is no RDF."""
    if root.tag != f"{RDF}RDF":
        return []
    graph = _Graph(root)
    return [graph.read(node) for node in graph.works()]


class _Graph:
    """The nodes of an RDF text, and what they point at."""

    def __init__(self, root: etree._Element) -> None:
        self.nodes = list(root.iterchildren(tag=etree.Element))
        self.by_name = {name: node for node in root.iter(etree.Element) if (name := _name_of(node))}

    def works(self) -> Iterator[etree._Element]:
        """The nodes that are works."""
        held = {each.get(f"{RDF}resource") for node in self.nodes for each in node.iter(f"{DCTERMS}isPartOf")}
        for node in self.nodes:
            kind = text_of(node.find(f"{Z}itemType"))
            local = _kind_of(node)
            known = kind or local in TYPES or (local == "Description" and _has_title(node))
            if kind in INVISIBLE or local in {"Attachment", "Memo"} or not known:
                continue
            if kind or (node.get(f"{RDF}about") or "") not in held:
                yield node

    def target(self, element: etree._Element) -> etree._Element:
        """The node that an element points at or holds; the element itself when it does neither."""
        name = element.get(f"{RDF}resource") or element.get(f"{RDF}nodeID")
        if name in self.by_name:
            return self.by_name[name]
        inner = next(element.iterchildren(tag=etree.Element), None)
        return inner if inner is not None else element

    def read(self, node: etree._Element) -> Mapping[str, Any]:
        """What a node says, in the words of Zotero's JSON."""
        kind = text_of(node.find(f"{Z}itemType"))
        data: dict[str, Any] = {"itemType": kind or _type_of(node)}
        listed = node.find(f"{BIBO}authorList") is not None
        for child in node.iterchildren(tag=etree.Element):
            if not (listed and child.tag in {f"{DC}creator", f"{DCTERMS}creator"}):
                self.read_child(child, data)
        if not kind and "extra" in data:  # Zotero alone keeps a note in a description
            data.setdefault("abstractNote", data.pop("extra"))
        for tag in () if "date" in data else LATER_DATES:
            if text := text_of(node.find(tag)):
                data.setdefault("date", text)
        edges = {EDGES[child.tag]: text_of(child) for child in node if child.tag in EDGES}
        if edges and "pages" not in data:
            data["pages"] = "-".join(dict.fromkeys(edges[place] for place in sorted(edges)))
        return data

    def read_child(self, child: etree._Element, data: dict[str, Any]) -> None:
        tag = str(child.tag)
        role = CREATORS.get(tag) or _role(tag)
        if tag in FIELDS:
            data.setdefault(FIELDS[tag], child.get(f"{RDF}resource") or text_of(child))
        elif role:
            data.setdefault("creators", []).extend(self.creators(child, role))
        elif tag == f"{DCTERMS}isPartOf":
            self.read_container(self.target(child), data)
        elif tag == f"{DC}identifier":
            _read_identifier(child, data)
        elif tag in {f"{DC}subject", f"{DCTERMS}subject", *(f"{space}keywords" for space in SCHEMA)}:
            self.read_subject(child, data)
        elif tag in {f"{DC}publisher", f"{DCTERMS}publisher"}:
            _read_publisher(self.target(child), data)
        elif tag.startswith(Z) and not len(child):
            data.setdefault(local_name(child), text_of(child))
        elif tag.endswith("presentedAt"):
            data.setdefault("conferenceName", text_of(self.target(child)))

    def creators(self, element: etree._Element, role: str) -> Iterator[Mapping[str, str]]:
        people = [self.target(each) for each in element.iter(f"{RDF}li")] or [self.target(element)]
        for person in people:
            family = _first(person, "surname", "familyName", "lastName")
            given = _first(person, "givenName", "givenname", "firstName")
            name = "" if family else _first(person, "name") or (text_of(person) if not len(person) else "")
            if not family and name.count(",") == 1:
                family, given = (part.strip() for part in name.split(","))
            parts = {"lastName": family, "firstName": given} if family else {"name": name or given}
            yield {"creatorType": role, **parts}

    def read_container(self, node: etree._Element, data: dict[str, Any]) -> None:
        local = _kind_of(node)
        for child in node.iterchildren(tag=etree.Element):
            tag = str(child.tag)
            field = CONTAINERS.get(tag)
            if field == "publicationTitle" and local in {"Series", "Collection", "BookSeries"}:
                field = "series"
            if tag == f"{DC}identifier" and local == "Series" and text_of(child)[:1].isdecimal():
                field = "seriesNumber"
            if field:
                data.setdefault(field, text_of(child))
            elif tag == f"{DC}identifier":
                _read_identifier(child, data)
            elif tag == f"{DCTERMS}isPartOf":
                self.read_container(self.target(child), data)
            elif tag == f"{DC}publisher":
                _read_publisher(self.target(child), data)

    def read_subject(self, child: etree._Element, data: dict[str, Any]) -> None:
        target = self.target(child)
        text = text_of(target)
        if str(target.tag) == f"{DCTERMS}LCC":
            data.setdefault("callNumber", text)
        elif text:
            data.setdefault("tags", []).append(text)


def _kind_of(node: etree._Element) -> str:
    """The name of a node's class: its element, or what ``rdf:type`` points at."""
    local = local_name(node)
    told = node.find(f"{RDF}type")
    if local != "Description" or told is None:
        return local
    return re.split(r"[#/:]", told.get(f"{RDF}resource") or "")[-1] or local


def _type_of(node: etree._Element) -> str:
    """The item type by the node's class, else by what ``dc:type`` says."""
    told = [
        _kind_of(node),
        *(text_of(each) for name in (DC, DCTERMS) for each in node.iterfind(f"{name}type")),
    ]
    known = (TYPES.get(word) or TYPES.get(word.title().replace(" ", "")) for word in told)
    return next((kind for kind in known if kind and kind != "document"), "document")


def _has_title(node: etree._Element) -> bool:
    return any(FIELDS.get(str(each.tag)) == "title" for each in node.iterchildren(tag=etree.Element))


def _name_of(node: etree._Element) -> str | None:
    """The name by which other nodes point at this one; an element that only points has children of its own."""
    about = node.get(f"{RDF}about") or node.get(f"{RDF}ID")
    return about or (node.get(f"{RDF}nodeID") if len(node) else None)


def _role(tag: str) -> str | None:
    """``{z}translators`` → translator."""
    if not tag.startswith(Z) or not tag.endswith("s"):
        return None
    name = tag[len(Z) : -1]
    return name if name in ROLES else None


def _first(node: etree._Element, *names: str) -> str:
    """The text of the first child with one of these local names."""
    for child in node.iterchildren(tag=etree.Element):
        if local_name(child) in names and (text := text_of(child)):
            return text
    return ""


def _read_identifier(child: etree._Element, data: dict[str, Any]) -> None:
    """``DOI 10.1000/x``, ``ISSN 1234-5678``, or a ``dcterms:URI`` within."""
    text = text_of(child)
    scheme, _, value = text.partition(" ")
    if scheme in _IDENTIFIERS and value:
        data.setdefault(scheme, value)
    elif text.startswith(("http://", "https://")):
        data.setdefault("url", text)


def _read_publisher(node: etree._Element, data: dict[str, Any]) -> None:
    place = next((text_of(each) for each in node.iter(f"{VCARD}locality")), "")
    name = text_of(node.find(f"{FOAF}name")) or ("" if len(node) else text_of(node))
    if name:
        data.setdefault("publisher", name)
    if place:
        data.setdefault("place", place)
