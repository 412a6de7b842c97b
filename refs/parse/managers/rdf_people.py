"""Who made a work and what they did, in the terms of RDF → creators in the words of Zotero's JSON."""

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from refs.model.zotero import ROLES
from refs.parse.managers.rdf_words import BIBO, CREATORS, LISTS, RDF, RELATORS, REPLIES, Z
from refs.parse.tree import local_name, text_of

Target = Callable[[etree._Element], etree._Element]  # noqa: SLF001 - lxml has no other name for it
"""From an element to the node that it points at or holds."""


def read_creators(node: etree._Element, target: Target) -> list[Mapping[str, str]]:
    """The creators of a node: in the order of its lists where it has lists, each once."""
    listed = [each for each in node if each.tag in LISTS]
    if not listed:
        return [_creator(role, person) for role, person in _told(node, target)]
    roles = {_key(person): role for role, person in _told(node, target)}
    found: dict[str, tuple[str, etree._Element]] = {}
    for each in listed:
        for person in _members(each, target):
            role = roles.get(_key(person)) or LISTS[str(each.tag)]
            found.setdefault(_key(person), (role, person))
    for role, person in _told(node, target):
        if role != "author":  # the list of authors is whole
            found.setdefault(_key(person), (role, person))
    return [_creator(*each) for each in found.values()]


def in_whole(creators: list[Mapping[str, str]], *, in_series: bool) -> Iterator[Mapping[str, str]]:
    """The creators of what a work is part of, as those of the work."""
    roles = {"author": "bookAuthor"} | ({"editor": "seriesEditor"} if in_series else {})
    return ({**each, "creatorType": roles.get(each["creatorType"], each["creatorType"])} for each in creators)


def _told(node: etree._Element, target: Target) -> Iterator[tuple[str, etree._Element]]:
    """The people that properties of their own name, with what they did."""
    for child in node.iterchildren(tag=etree.Element):
        if role := _role(str(child.tag)):
            yield from ((role, person) for person in _members(child, target))
        elif child.tag in REPLIES:
            inner = target(child)
            for each in inner.iterchildren(tag=etree.Element):
                if local_name(each) == "creator":
                    yield REPLIES[str(child.tag)], target(each)


def _members(element: etree._Element, target: Target) -> list[etree._Element]:
    return [target(each) for each in element.iter(f"{RDF}li")] or [target(element)]


def _role(tag: str) -> str | None:
    """``{bib}editors``, ``{z}translators``, ``{rel}AUS`` → editor, translator, scriptwriter."""
    if tag in CREATORS and tag not in LISTS:
        return CREATORS[tag]
    space, _, name = tag.rpartition("}")
    if f"{space}}}" == Z:
        return name if name in ROLES else name[:-1] if name[-1:] == "s" and name[:-1] in ROLES else None
    return RELATORS.get(tag)


def _key(person: etree._Element) -> str:
    return person.get(f"{RDF}nodeID") or person.get(f"{RDF}about") or text_of(person)


def _creator(role: str, person: etree._Element) -> Mapping[str, str]:
    family = _first(person, "surname", "familyName", "lastName", "family_name")
    given = _first(person, "givenName", "givenname", "firstName")
    name = "" if family else _first(person, "name") or (text_of(person) if not len(person) else "")
    if not family and name.count(",") == 1:
        family, given = (part.strip() for part in name.split(","))
    parts = {"lastName": family, "firstName": given} if family else {"name": name or given}
    return {"creatorType": role, **parts}


def _first(node: etree._Element, *names: str) -> str:
    """The text of the first child with one of these local names."""
    for child in node.iterchildren(tag=etree.Element):
        if local_name(child) in names and (text := text_of(child)):
            return text
    return ""


def has_people(node: etree._Element) -> bool:
    """Whether a node names people as Bibliontology does."""
    return any(str(each.tag).startswith(BIBO) and each.tag in {*CREATORS, *LISTS} for each in node)
