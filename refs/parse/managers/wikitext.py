"""Wikipedia's citation templates → Items."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, derive_identifiers, parse_identifier
from refs.model.item import Item, ItemType
from refs.model.kept import keep
from refs.model.name import Name
from refs.model.reading import Reading
from refs.model.wikitext import KEPT, TEMPLATES, TEXTS, TYPES
from refs.parse.dates import read_date
from refs.parse.identity import bare_doi
from refs.text import one_line

# {{, }}, [[, ]], |, <nowiki>, comments
_MARK = re.compile(r"\{\{|\}\}|\[\[|\]\]|\||<!--.{0,2000}?-->|<nowiki>.{0,2000}?</nowiki>", re.DOTALL)
_NAME = re.compile(r"\{\{\s*((?:cite|citation)\b[^|{}<]{0,40}?)\s*(?=\||\}\})", re.IGNORECASE)
# <ref name="basit">
_REF = re.compile(
    r"<ref\s+name\s*=\s*[\"']?([^\"'/>]{1,200}?)[\"']?\s*(?:group\s*=[^>]{0,80})?>\s*$", re.IGNORECASE
)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_ITALIC = re.compile(r"''(?!')(.+?)''(?!')")
# last1, editor-first2, author
_PERSON = re.compile(
    r"(?P<role>editor|translator|interviewer|contributor)?-?(?P<first>\d{0,2})-?"
    r"(?P<part>last|surname|first|given|author|inventor|host|subject)?(?P<number>\d{0,2})$"
)
# Smith J, Doe AB
_VANCOUVER = re.compile(r"(.+?)\s+([^\W\d_a-z]{1,4})(?:\s+(Jr|Sr|[IVX]+|\dnd|\drd|\dth))?$")
_ROLES = {
    "editor": "editor",
    "translator": "translator",
    "interviewer": "interviewer",
    "contributor": "contributor",
}
_DATES = frozenset({"issued", "accessed", "original_date"})


def parse_wikitext(text: str) -> Reading:
    """The items of the citation templates in a wikitext, in their order."""
    flaws: list[Flaw] = []
    found = enumerate(_templates(text, flaws), 1)
    items = tuple(
        _Mapping(name, parts, flaws, key or f"item-{number}").item() for number, (name, parts, key) in found
    )
    return Reading(items, tuple(flaws))


def _templates(text: str, flaws: list[Flaw]) -> Iterator[tuple[str, list[str], str]]:
    """Each template as its name, its parameters, and the name of the ref around it."""
    place = 0
    ends = _closing_braces(text)
    while (found := _NAME.search(text, place)) is not None:
        end = ends.get(found.start())
        if end is None:
            message = "a template is not closed"
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, message, text=text[found.start() : found.start() + 80]))
            place = found.end()
            continue
        parts, place = _cut(text, found.end(), end), end + 2
        ref = _REF.search(text[max(0, found.start() - 320) : found.start()])
        yield one_line(found[1]), parts, ref[1].strip() if ref else ""


def _closing_braces(text: str) -> dict[int, int]:
    """Where each template that is closed begins, and where the braces that close it stand."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for found in _MARK.finditer(text):
        if found[0] == "{{":
            open_at.append(found.start())
        elif found[0] == "}}" and open_at:
            ends[open_at.pop()] = found.start()
    return ends


def _cut(text: str, start: int, end: int) -> list[str]:
    """The parameters between the name of a template and its closing braces."""
    depth = 0
    parts, since = [], start
    for found in _MARK.finditer(text, start, end):
        mark = found.group()
        if mark in {"{{", "[["}:
            depth += 1
        elif mark in {"}}", "]]"}:
            depth = max(0, depth - 1)
        elif mark == "|" and depth == 0:
            parts.append(text[since : found.start()])
            since = found.end()
    return [*parts, text[since:end]][1:]


class _Mapping:
    """One template on its way to an Item."""

    def __init__(self, name: str, parts: list[str], flaws: list[Flaw], key: str) -> None:
        self.name, self.flaws, self.key = name, flaws, key
        self.kind = self.read_type()
        self.parameters = dict(_read_parameters(parts))
        self.values: dict[str, Any] = {}
        self.fields: dict[str, str] = {}
        self.people: dict[str, dict[int, dict[str, str]]] = {}

    def read_type(self) -> ItemType:
        kind = TYPES.get(self.name.lower())
        if kind is None:
            message = f"no template is called {self.name:.60}"
            self.flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, message, self.key, "type"))
        return kind or ItemType.DOCUMENT

    def item(self) -> Item:
        """The Item."""
        for name, value in self.parameters.items():
            self.read_parameter(name, value)
        self.join_people()
        self.place_chapter()
        self.guess_type()
        values = self.values
        values["id"], values["type"] = self.key, self.kind
        usual = TEMPLATES.get(self.kind, "citation").lower() == self.name.lower()
        keep(values, KEPT, template="" if usual else self.name, fields=self.fields)
        identifiers = (*derive_identifiers(values), *self.arxiv())
        if identifiers:
            values["identifiers"] = tuple(dict.fromkeys(identifiers))
        return Item.build(values)

    def arxiv(self) -> tuple[Identifier, ...]:
        eprint = self.fields.get("arxiv") or self.fields.get("eprint") or ""
        found = parse_identifier(f"arxiv:{eprint}") if eprint else None
        return (found,) if found is not None and found.scheme is Scheme.ARXIV else ()

    def read_parameter(self, name: str, value: str) -> None:
        variable = TEXTS.get(name)
        if name in {"vauthors", "authors", "veditors"}:
            self.read_vancouver(name, value)
        elif variable is None:
            self.read_person(name, value)
        elif variable in self.values:
            self.fields[name] = value
        elif variable in _DATES:
            self.read_date(name, variable, value)
        else:
            self.values[variable] = _clean(variable, value)

    def read_date(self, name: str, variable: str, value: str) -> None:
        date = read_date(value)
        if date is not None and not date.parts:
            message = f"{value:.60} is no date that can be counted with"
            self.flaws.append(Flaw(FlawCode.BAD_DATE, message, self.key, variable, value))
        if date is None:
            self.fields[name] = value
        else:
            self.values[variable] = date

    def read_person(self, name: str, value: str) -> None:
        found = _PERSON.match(name)
        part = found["part"] if found else None
        if found is None or not (part or found["role"]) or (part is None and found["role"] == "contributor"):
            self.fields[name] = value
            return
        number = int(found["number"] or found["first"] or 1)
        part = {"surname": "last", "given": "first"}.get(
            part or "", part if part in {"last", "first"} else "whole"
        )
        role = _ROLES.get(found["role"] or "", "author")
        self.people.setdefault(role, {}).setdefault(number, {})[part or "whole"] = _plain(value)

    def read_vancouver(self, name: str, value: str) -> None:
        role = "editor" if name == "veditors" else "author"
        if value.count(";"):
            found = [_read_whole(part) for part in value.split(";")]
        else:
            found = [_read_short(part.strip()) for part in re.split(r",(?![^()]*\)\))", value)]
        names = tuple(each for each in found if each is not None)
        self.values[role] = (*self.values.get(role, ()), *names)

    def join_people(self) -> None:
        for role, numbered in self.people.items():
            found = (_join_person(numbered[number]) for number in sorted(numbered))
            names = tuple(name for name in found if name is not None)
            self.values[role] = (*self.values.get(role, ()), *names)
        if self.fields.get("display-authors", "").strip().rstrip(".").lower() in {"etal", "et al"}:
            del self.fields["display-authors"]
            self.values["author"] = (*self.values.get("author", ()), Name(literal="others"))

    def place_chapter(self) -> None:
        """A chapter has the title of the chapter, in the book."""
        chapter = self.values.pop("chapter", None)
        if not chapter:
            return
        if "title" in self.values and "container_title" not in self.values:
            self.values["container_title"] = self.values["title"]
        self.values["title"] = chapter
        if self.kind is ItemType.BOOK:
            self.kind = ItemType.CHAPTER

    def guess_type(self) -> None:
        """``citation`` says no type: what it cites is seen from its parameters."""
        if self.name.lower() != "citation":
            return
        if {"journal", "newspaper", "magazine"} & self.parameters.keys():
            self.kind = ItemType.ARTICLE_JOURNAL
        elif "ISBN" in self.values or "publisher" in self.values:
            self.kind = ItemType.BOOK if "container_title" not in self.values else ItemType.CHAPTER
        elif "URL" in self.values:
            self.kind = ItemType.WEBPAGE


def _read_parameters(parts: list[str]) -> Iterator[tuple[str, str]]:
    for part in parts:
        name, equals, value = _COMMENT.sub("", part).partition("=")
        if equals and value.strip():
            yield name.strip().lower(), value.strip()


def _clean(variable: str, value: str) -> str:
    if variable == "DOI":
        return bare_doi(value)
    if variable == "PMCID":
        return value if value.upper().startswith("PMC") else f"PMC{value}"
    if variable == "URL":
        return value
    text = _plain(value)
    if variable == "page":
        return re.sub(r"\s*[–—]\s*", "-", text)
    return _ITALIC.sub(r"<i>\1</i>", text) if variable in {"title", "chapter", "container_title"} else text


def _plain(text: str) -> str:
    """The text without links, and with the entities and small templates that people use for one character."""
    text = _LINK.sub(r"\1", text)
    for written, meant in _ENTITIES.items():
        text = text.replace(written, meant)
    return one_line(text)


_ENTITIES: Mapping[str, str] = {
    "&nbsp;": "\u00a0",
    "&ndash;": "–",
    "&mdash;": "—",
    "&amp;": "&",
    "{{!}}": "|",
    "{{'}}": "'",
    "{{snd}}": " – ",
    "{{ndash}}": "–",
    "{{spaced ndash}}": " – ",
}


def _read_short(text: str) -> Name | None:
    """``Smith J``, as vauthors has it; ``((World Health Organization))`` is an organisation."""
    if text.startswith("((") and text.endswith("))"):
        return Name(literal=text[2:-2].strip()) if text[2:-2].strip() else None
    if text.rstrip(".").lower() in {"et al", "etal"}:
        return Name(literal="others")
    found = _VANCOUVER.match(_plain(text))
    if found:
        return Name(found[1], found[2], suffix=found[3])
    return Name(literal=_plain(text)) if text else None


def _join_person(parts: Mapping[str, str]) -> Name | None:
    last, first = parts.get("last", ""), parts.get("first", "")
    if not last:
        return _read_whole(parts.get("whole", "")) if not first else Name(given=first)
    if not first:
        return Name(literal=last.strip("()"))
    return Name(last, first)


def _read_whole(text: str) -> Name | None:
    text = text.strip()
    if text.startswith("((") and text.endswith("))"):
        text = text[2:-2].strip()
        return Name(literal=text) if text else None
    family, comma, given = text.partition(",")
    if comma and given.strip() and "," not in given:
        return Name(family.strip(), given.strip())
    return Name(literal=text) if text else None
