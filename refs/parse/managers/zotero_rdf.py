"""Zotero RDF → Items (bib, Dublin Core, PRISM and FOAF terms, as Zotero writes them)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from refs.model.reading import Reading
from refs.model.zotero import INVISIBLE
from refs.parse.managers.rdf_people import has_people, in_whole, read_creators
from refs.parse.managers.rdf_values import read_identifier, read_publisher
from refs.parse.managers.rdf_words import (
    BIBO,
    CONTAINERS,
    DC,
    DCTERMS,
    EDGES,
    EPISODES,
    EPRINTS,
    FIELDS,
    IN_SERIES,
    IN_WHOLE,
    LATER_DATES,
    RDF,
    SCHEMA,
    TOLD,
    TYPES,
    Z,
)
from refs.parse.managers.zotero_json import read_zotero_item
from refs.parse.tree import local_name, read_records, text_of

_SERIES = frozenset({"Series", "Collection", "BookSeries"})
_ISSUED = frozenset({"conferencePaper", "journalArticle", "magazineArticle", "newspaperArticle"})
"""Types of what appears in issues; of others the same property tells a number of their own."""
_VERSIONED = frozenset({"computerProgram", "dataset"})
_RESOURCE = "{http://purl.org/vocab/resourcelist/schema#}resource"


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
        self.copies = {
            each.get(f"{RDF}resource"): node
            for node in root.iter(f"{Z}UserItem")
            for each in node.iter(_RESOURCE)
        }

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
        data: dict[str, Any] = {"itemType": kind or self.type_of(node)}
        data["creators"] = read_creators(node, self.target)
        for child in node.iterchildren(tag=etree.Element):
            self.read_child(child, data)
        for whole in self.wholes(node):
            self.read_container(whole, data)
        source = text_of(node.find(f"{DC}source"))
        if not kind and source and not source.startswith("http"):
            data.setdefault("publicationTitle", source)
        if not kind and data["itemType"] == "patent" and "accessDate" in data:
            data["filingDate"] = data.pop("accessDate")
        if not kind and "extra" in data:  # Zotero alone keeps a note in a description
            data.setdefault("abstractNote", data.pop("extra"))
        for tag in () if "date" in data else LATER_DATES:
            if text := text_of(node.find(tag)):
                data.setdefault("date", text)
        edges = {EDGES[child.tag]: text_of(child) for child in node if child.tag in EDGES}
        if edges and "pages" not in data:
            data["pages"] = "-".join(dict.fromkeys(edges[place] for place in sorted(edges)))
        self.read_user(node, data)
        _settle(data)
        return data

    def type_of(self, node: etree._Element) -> str:
        """The item type by the node's classes and those of what it is part of."""
        kind, classes = _type_of(node), _classes(node)
        if "Episode" in classes:
            return next((EPISODES[each] for each in classes if each in EPISODES), kind)
        if kind != "journalArticle" or "Article" not in classes:
            return kind
        wholes = (each for whole in self.wholes(node) for each in _classes(whole))
        return next((IN_WHOLE[each] for each in wholes if each in IN_WHOLE), kind)

    def wholes(self, node: etree._Element) -> list[etree._Element]:
        """What a node is part of, and what that is part of, each once."""
        found, seen = [node], {node}
        for each in found:
            for child in each.iterfind(f"{DCTERMS}isPartOf"):
                if (whole := self.target(child)) not in seen:
                    seen.add(whole)
                    found.append(whole)
        return found[1:]

    def read_user(self, node: etree._Element, data: dict[str, Any]) -> None:
        """What Bibliontology's exports say of the reader's copy: when it was seen, and its labels."""
        copy = self.copies.get(node.get(f"{RDF}about"))
        if copy is None:
            return
        data.setdefault("accessDate", text_of(copy.find(f"{Z}accessDate")))
        data.setdefault("rights", text_of(copy.find(f"{DCTERMS}rights")))
        labels = (text_of(each) for each in copy.iter() if local_name(each) == "label")
        data.setdefault("tags", []).extend(filter(None, labels))
        if "repository" in data:
            data["archive"] = data.pop("repository")

    def read_child(self, child: etree._Element, data: dict[str, Any]) -> None:
        tag = str(child.tag)
        field = FIELDS.get(tag)
        if field == "extra":
            data.setdefault(field, "".join(map(str, child.itertext())).strip())
        elif field:
            data.setdefault(field, child.get(f"{RDF}resource") or text_of(child))
        elif tag == f"{DC}identifier":
            read_identifier(child, data)
        elif tag in {f"{DC}subject", f"{DCTERMS}subject", *(f"{space}keywords" for space in SCHEMA)}:
            self.read_subject(child, data)
        elif tag in {f"{DC}publisher", f"{DCTERMS}publisher"}:
            read_publisher(self.target(child), data)
        elif tag.startswith(Z) and not len(child) and not child.get(f"{RDF}nodeID"):
            data.setdefault(local_name(child), text_of(child))
        elif tag.endswith("presentedAt"):
            field = "session" if data["itemType"] in {"bill", "hearing", "statute"} else "conferenceName"
            data.setdefault(field, text_of(self.target(child)))
        elif tag == f"{BIBO}organizer" and local_name(self.target(child)).startswith("Committee"):
            data.setdefault("committee", text_of(self.target(child)))

    def read_container(self, node: etree._Element, data: dict[str, Any]) -> None:
        local = _kind_of(node)
        for child in node.iterchildren(tag=etree.Element):
            field = _field_in_whole(local, child)
            if field:
                data.setdefault(field, text_of(child))
            elif child.tag == f"{DC}identifier":
                read_identifier(child, data)
            elif child.tag in {f"{DC}publisher", f"{DCTERMS}publisher"}:
                read_publisher(self.target(child), data)
        if has_people(node):
            data["creators"].extend(in_whole(read_creators(node, self.target), in_series=local in _SERIES))

    def read_subject(self, child: etree._Element, data: dict[str, Any]) -> None:
        target = self.target(child)
        text = text_of(target)
        if str(target.tag) == f"{DCTERMS}LCC":
            data.setdefault("callNumber", text)
        elif text:
            data.setdefault("tags", []).append(text)


def _field_in_whole(local: str, child: etree._Element) -> str | None:
    """The field that a property of a whole of this class fills."""
    tag = str(child.tag)
    if local in _SERIES:
        numbered = tag == f"{DC}identifier" and text_of(child)[:1].isdecimal()
        return "seriesNumber" if numbered else IN_SERIES.get(tag)
    if local == "Code" and tag == f"{BIBO}number":
        return "codeNumber"
    return CONTAINERS.get(tag)


def _settle(data: dict[str, Any]) -> None:
    """Put a number and an edition into the fields that the type has for them."""
    kind = data["itemType"]
    if kind not in _ISSUED and "issue" in data:
        data.setdefault("number", data.pop("issue"))
    if kind in _VERSIONED and "edition" in data:
        data.setdefault("versionNumber", data.pop("edition"))


def _kind_of(node: etree._Element) -> str:
    """The name of a node's class: its element, or what ``rdf:type`` points at."""
    local = local_name(node)
    told = node.find(f"{RDF}type")
    if local != "Description" or told is None:
        return local
    return re.split(r"[#/:]", told.get(f"{RDF}resource") or "")[-1] or local


def _classes(node: etree._Element) -> list[str]:
    """The names of a node's classes."""
    told = (each.get(f"{RDF}resource") or "" for each in node.iterfind(f"{RDF}type"))
    return [local_name(node), *(re.split(r"[#/:]", each)[-1] for each in told)]


def _type_of(node: etree._Element) -> str:
    """The item type by the node's class, else by what ``dc:type`` says."""
    told = [
        _kind_of(node),
        *(text_of(each) for name in (DC, DCTERMS, EPRINTS) for each in node.iterfind(f"{name}type")),
    ]
    known = (TYPES.get(word) or TYPES.get(word.title().replace(" ", "")) or _told(word) for word in told)
    return next((kind for kind in known if kind and kind != "document"), "document")


def _told(word: str) -> str | None:
    """``info:eu-repo/semantics/doctoralThesis``, ``Conference Item`` as the table has them."""
    return TOLD.get(re.sub(r"[^a-z]", "", word.rpartition("/")[2].lower()))


def _has_title(node: etree._Element) -> bool:
    return any(FIELDS.get(str(each.tag)) == "title" for each in node.iterchildren(tag=etree.Element))


def _name_of(node: etree._Element) -> str | None:
    """The name by which other nodes point at this one; an element that only points has children of its own."""
    about = node.get(f"{RDF}about") or node.get(f"{RDF}ID")
    return about or (node.get(f"{RDF}nodeID") if len(node) else None)
