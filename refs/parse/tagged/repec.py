"""RePEc's NEP reports, working papers announced by mail, → Items."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.reading import Reading
from refs.parse.dates import read_date
from refs.parse.draft import Draft
from refs.parse.people import read_person_in_order
from refs.text import one_line

KEPT = "repec"
"""The name in `Item.custom` under which stands what has no CSL variable."""

# a line of dashes before the papers, and before each of them
_RULE = re.compile(r"^[-_=]{20,}[^\S\n]*$", re.MULTILINE)
_OVERVIEW = re.compile(r"^[^\S\n]*In this issue we have\b", re.MULTILINE | re.IGNORECASE)
# 1. Commercial Television and Voter Information
_HEAD = re.compile(r"\s{0,3}(\d{1,4})\.\s+(\S.*)")
# Keywords:   a; b
_FIELD = re.compile(r"\s{0,3}(Keywords|JEL|Date|URL|By|Abstract)\s*:\s*(.*)")
# Gentzkow, Matthew (University of Chicago
_AUTHOR = re.compile(r"[^\W\d_][^()\d:]{1,60}(?:\(|$)")
# (University of Chicago
_PLACE = re.compile(r"\([^()\d]+(?:[(,]|\)?$)")


@dataclass
class _Paper:
    """The lines of one paper, sorted: the title, the fields by name, and the paragraphs between them."""

    title: list[str]
    fields: dict[str, list[str]] = field(default_factory=dict)
    paragraphs: list[list[str]] = field(default_factory=list)
    told: bool = False
    """Whether a field stands behind the abstract: what follows is no part of the paper."""


def parse_repec(text: str) -> Reading:
    """A report for each paper that is told at length; the list of titles at the head is no part of it."""
    papers = (paper for section in _sections(text) for paper in _papers(section))
    items = tuple(_read(paper, f"item-{number}") for number, paper in enumerate(papers, 1))
    flaws = () if items else (Flaw(FlawCode.BROKEN_ENTRY, "this text announces no papers"),)
    return Reading(items, flaws)


def _sections(text: str) -> Iterator[list[str]]:
    """The lines between two rules, without the overview, whose heading may stand before a rule of its own."""
    listing = False
    for section in _RULE.split(text.replace("\r\n", "\n")):
        heading = _OVERVIEW.search(section)
        if heading:
            listing = not section[heading.end() :].strip(" :\n")
        elif listing:
            listing = False
        else:
            yield section.split("\n")


def _papers(lines: Iterable[str]) -> Iterator[_Paper]:
    """The papers of a section: each begins with its number, one more than that before it."""
    paper: _Paper | None = None
    number, target, blank = 0, None, True
    for line in lines:
        head = _HEAD.match(line)
        if head and blank and (paper is None or int(head[1]) == number + 1):
            if paper is not None:
                yield from _told(paper)
            paper, number = _Paper([head[2]]), int(head[1])
            target = paper.title
        elif paper is not None:
            target = _sort(paper, line, target)
        blank = not line.strip()
    if paper is not None:
        yield from _told(paper)


def _told(paper: _Paper) -> Iterator[_Paper]:
    if paper.fields or paper.paragraphs:
        yield paper


def _sort(paper: _Paper, line: str, target: list[str] | None) -> list[str] | None:
    """Put a line where it belongs; what the next one goes on with."""
    if not line.strip():
        return None
    if found := _FIELD.match(line):
        name, text = found[1], found[2]
        if name != "Abstract":
            paper.told = len(paper.paragraphs) > ("By" not in paper.fields)
            return paper.fields.setdefault(name, [text])
        line, target = text, None
    if target is None or not _goes_on(paper, line, target):
        if paper.told:
            return None
        target = []
        paper.paragraphs.append(target)
    target.append(line)
    return target


def _goes_on(paper: _Paper, line: str, target: list[str]) -> bool:
    """Whether a line goes on with a field: it is indented, names one more author, or the abstract is told already."""
    if target is paper.title:
        return not (line[:1].isupper() and _is_author(line) and _PLACE.search(line))
    if not any(target is each for each in paper.fields.values()):
        return True
    if target is paper.fields.get("URL"):
        return line[:1].isspace() and " " not in line.strip()
    if target is paper.fields.get("By"):
        return line[:1].isspace() or _is_author(line) or _is_open(target, len(target))
    return line[:1].isspace() or bool(paper.paragraphs)


def _is_author(line: str) -> bool:
    name = line.partition("(")[0].strip()
    return (
        bool(_AUTHOR.match(line.strip())) and len(name.split()) < 6 and not re.search(r"[^\W\d_]{3}\.$", name)
    )


def _is_open(lines: list[str], end: int) -> bool:
    """Whether a bracket is open at the end of so many lines; no institution is longer than six."""
    told = lines[max(0, end - 6) : end]
    return sum(line.count("(") - line.count(")") for line in told) > 0


def _read(paper: _Paper, key: str) -> Item:
    draft = Draft(KEPT, key, ItemType.REPORT)
    draft.put("title", one_line(" ".join(paper.title)))
    fields = {name: one_line(" ".join(lines)) for name, lines in paper.fields.items()}
    people = paper.fields.get("By")
    if people is None and paper.paragraphs and _are_authors(paper.paragraphs[0]):
        people = paper.paragraphs.pop(0)
    _read_people(draft, people or [])
    draft.put("abstract", "\n\n".join(one_line(" ".join(lines)) for lines in paper.paragraphs))
    draft.add_words(re.split(r"[;,]", fields.get("Keywords", "")))
    draft.put("URL", fields.get("URL", "").replace(" ", ""))
    draft.keep("JEL", fields.get("JEL", ""))
    _read_day(draft, fields.get("Date", ""))
    return draft.item()


def _are_authors(lines: list[str]) -> bool:
    """Whether each line of a paragraph names somebody, or goes on with an institution in brackets."""
    return all(_is_author(line) or _is_open(lines, at) for at, line in enumerate(lines))


def _read_people(draft: Draft, lines: list[str]) -> None:
    """``Gentzkow, Matthew (University of Chicago)``: the people, and their institutions as the publisher."""
    places: list[str] = []
    for name, place in _people(lines):
        draft.add_name("author", read_person_in_order(name))
        places += [place] if place else []
    draft.put("publisher", " and ".join(dict.fromkeys(places)))


def _people(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each name with what stands in brackets behind it; a name ends with its line or at a semicolon."""
    name, place, depth = "", "", 0
    for char in "\n".join(line.strip() for line in lines) + "\n":
        depth += (char == "(" and depth >= 0) - (char == ")" and depth > 0)
        if char in "\n;" and not depth:
            if name.strip():
                yield name.strip(), one_line(place).removeprefix("(").removesuffix(")").strip()
            name, place = "", ""
        elif depth or char == ")":
            place += char
        else:
            name += char


def _read_day(draft: Draft, text: str) -> None:
    """``2005-08``, or the year before other words."""
    date = read_date(text)
    found = re.match(r"(\d{4})\b", text)
    if date is not None and (date.parts or found is None):
        draft.put_date("issued", text)
    elif found:
        draft.put_date("issued", found[1])
