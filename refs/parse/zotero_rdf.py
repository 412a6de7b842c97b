"""Zotero RDF → Items (bib, Dublin Core, PRISM and FOAF terms, as Zotero writes them)."""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from refs.model.flaw import Flaw, FlawCode
from refs.model.reading import Reading
from refs.model.zotero import INVISIBLE
from refs.parse.tree import local_name, read_tree, text_of
from refs.parse.zotero_json import read_zotero_item

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_Z = "{http://www.zotero.org/namespaces/export#}"
_BIB = "{http://purl.org/net/biblio#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_PRISM = "{http://prismstandard.org/namespaces/1.2/basic/}"
_FOAF = "{http://xmlns.com/foaf/0.1/}"
_VCARD = "{http://nwalsh.com/rdf/vCard#}"
_SCHEMA = ("{http://schema.org/}", "{https://schema.org/}")

_TYPES = {
    "Article": "journalArticle",
    "Book": "book",
    "BookSection": "bookSection",
    "Document": "document",
    "Image": "artwork",
    "Illustration": "artwork",
    "Legislation": "statute",
    "Letter": "letter",
    "Manuscript": "manuscript",
    "MotionPicture": "film",
    "Patent": "patent",
    "Recording": "audioRecording",
    "Report": "report",
    "Thesis": "thesis",
    "SoftwareSourceCode": "computerProgram",
    "SoftwareApplication": "computerProgram",
    "ScholarlyArticle": "journalArticle",
    "WebPage": "webpage",
    "Dataset": "dataset",
}
"""The name of an element and the item type, where Zotero's own word is not given."""

_FIELDS = {
    f"{_DC}title": "title",
    f"{_DCTERMS}title": "title",
    f"{_DCTERMS}abstract": "abstractNote",
    f"{_DC}date": "date",
    f"{_DCTERMS}date": "date",
    f"{_DCTERMS}issued": "date",
    f"{_DC}rights": "rights",
    f"{_DC}description": "extra",
    f"{_DC}language": "language",
    f"{_DC}coverage": "archiveLocation",
    f"{_DCTERMS}dateSubmitted": "accessDate",
    f"{_BIB}pages": "pages",
    f"{_PRISM}edition": "edition",
    f"{_PRISM}volume": "volume",
    f"{_PRISM}number": "issue",
} | {
    f"{space}{name}": field
    for space in _SCHEMA
    for name, field in {
        "name": "title",
        "headline": "title",
        "description": "abstractNote",
        "datePublished": "date",
        "license": "rights",
        "softwareVersion": "versionNumber",
        "codeRepository": "url",
        "url": "url",
        "programmingLanguage": "programmingLanguage",
        "inLanguage": "language",
    }.items()
}
_CREATORS = {
    f"{_BIB}authors": "author",
    f"{_BIB}editors": "editor",
    f"{_BIB}contributors": "contributor",
    f"{_DC}creator": "author",
    f"{_DCTERMS}creator": "author",
    f"{_Z}bookAuthors": "bookAuthor",
} | {f"{space}{name}": name for space in _SCHEMA for name in ("author", "editor", "contributor")}
_CONTAINERS = {
    f"{_DC}title": "publicationTitle",
    f"{_DCTERMS}alternative": "journalAbbreviation",
    f"{_PRISM}volume": "volume",
    f"{_PRISM}number": "issue",
    f"{_PRISM}edition": "edition",
}
_IDENTIFIERS = ("DOI", "ISBN", "ISSN")


def parse_zotero_rdf(text: str) -> Reading:
    """The items of a Zotero RDF text; attachments and notes are left out."""
    flaws: list[Flaw] = []
    root = read_tree(text, flaws)
    if root is None:
        return Reading(flaws=tuple(flaws))
    if root.tag != f"{_RDF}RDF":
        return Reading(flaws=(*flaws, Flaw(FlawCode.BROKEN_ENTRY, "this XML is no RDF")))
    graph = _Graph(root)
    found = (graph.read(node) for node in graph.works())
    items = (read_zotero_item(data, flaws, f"item-{number}") for number, data in enumerate(found, 1))
    return Reading(tuple(items), tuple(flaws))


class _Graph:
    """The nodes of an RDF text, and what they point at."""

    def __init__(self, root: etree._Element) -> None:
        self.nodes = list(root.iterchildren(tag=etree.Element))
        self.by_name = {name: node for node in root.iter(etree.Element) if (name := _name_of(node))}

    def works(self) -> Iterator[etree._Element]:
        """The nodes that are works."""
        for node in self.nodes:
            kind = text_of(node.find(f"{_Z}itemType"))
            local = local_name(node)
            if kind not in INVISIBLE and (kind or local in _TYPES) and local not in {"Attachment", "Memo"}:
                yield node

    def target(self, element: etree._Element) -> etree._Element:
        """The node that an element points at or holds; the element itself when it does neither."""
        name = element.get(f"{_RDF}resource") or element.get(f"{_RDF}nodeID")
        if name in self.by_name:
            return self.by_name[name]
        inner = next(element.iterchildren(tag=etree.Element), None)
        return inner if inner is not None else element

    def read(self, node: etree._Element) -> Mapping[str, Any]:
        """What a node says, in the words of Zotero's JSON."""
        kind = text_of(node.find(f"{_Z}itemType"))
        data: dict[str, Any] = {"itemType": kind or _TYPES.get(local_name(node), "document")}
        for child in node.iterchildren(tag=etree.Element):
            self.read_child(child, data)
        return data

    def read_child(self, child: etree._Element, data: dict[str, Any]) -> None:
        tag = str(child.tag)
        role = _CREATORS.get(tag) or _role(tag)
        if tag in _FIELDS:
            data.setdefault(_FIELDS[tag], child.get(f"{_RDF}resource") or text_of(child))
        elif role:
            data.setdefault("creators", []).extend(self.creators(child, role))
        elif tag == f"{_DCTERMS}isPartOf":
            self.read_container(self.target(child), data)
        elif tag == f"{_DC}identifier":
            _read_identifier(child, data)
        elif tag in {f"{_DC}subject", *(f"{space}keywords" for space in _SCHEMA)}:
            self.read_subject(child, data)
        elif tag == f"{_DC}publisher":
            _read_publisher(self.target(child), data)
        elif tag == f"{_PRISM}publicationTitle":
            data.setdefault("publicationTitle", text_of(child))
        elif tag.startswith(_Z) and not len(child):
            data.setdefault(local_name(child), text_of(child))
        elif tag.endswith("presentedAt"):
            data.setdefault("conferenceName", text_of(self.target(child)))

    def creators(self, element: etree._Element, role: str) -> Iterator[Mapping[str, str]]:
        people = [self.target(each) for each in element.iter(f"{_RDF}li")] or [self.target(element)]
        for person in people:
            family = _first(person, "surname", "familyName", "lastName")
            given = _first(person, "givenName", "givenname", "firstName")
            name = "" if family else _first(person, "name") or (text_of(person) if not len(person) else "")
            parts = {"lastName": family, "firstName": given} if family else {"name": name or given}
            yield {"creatorType": role, **parts}

    def read_container(self, node: etree._Element, data: dict[str, Any]) -> None:
        local = local_name(node)
        for child in node.iterchildren(tag=etree.Element):
            tag = str(child.tag)
            field = _CONTAINERS.get(tag)
            if field == "publicationTitle" and local == "Series":
                field = "series"
            if field:
                data.setdefault(field, text_of(child))
            elif tag == f"{_DC}identifier":
                _read_identifier(child, data)
            elif tag == f"{_DCTERMS}isPartOf":
                self.read_container(self.target(child), data)
            elif tag == f"{_DC}publisher":
                _read_publisher(self.target(child), data)

    def read_subject(self, child: etree._Element, data: dict[str, Any]) -> None:
        target = self.target(child)
        text = text_of(target)
        if str(target.tag) == f"{_DCTERMS}LCC":
            data.setdefault("callNumber", text)
        elif text:
            data.setdefault("tags", []).append(text)


def _name_of(node: etree._Element) -> str | None:
    """The name by which other nodes point at this one; an element that only points has children of its own."""
    about = node.get(f"{_RDF}about") or node.get(f"{_RDF}ID")
    return about or (node.get(f"{_RDF}nodeID") if len(node) else None)


def _role(tag: str) -> str | None:
    """``{z}translators`` → translator."""
    if not tag.startswith(_Z) or not tag.endswith("s"):
        return None
    name = tag[len(_Z) : -1]
    return name if name in _ROLES else None


_ROLES = frozenset(
    [
        "artist",
        "attorneyAgent",
        "bookAuthor",
        "cartographer",
        "castMember",
        "commenter",
        "composer",
        "contributor",
        "cosponsor",
        "counsel",
        "director",
        "guest",
        "interviewee",
        "interviewer",
        "inventor",
        "performer",
        "podcaster",
        "presenter",
        "producer",
        "programmer",
        "recipient",
        "reviewedAuthor",
        "scriptwriter",
        "seriesEditor",
        "sponsor",
        "translator",
        "wordsBy",
    ]
)


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
    place = next((text_of(each) for each in node.iter(f"{_VCARD}locality")), "")
    name = text_of(node.find(f"{_FOAF}name")) or ("" if len(node) else text_of(node))
    if name:
        data.setdefault("publisher", name)
    if place:
        data.setdefault("place", place)
