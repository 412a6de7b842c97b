"""What an entry inherits by crossref and xdata (biblatex manual, "Data inheritance")."""

import re
from collections.abc import Mapping

from refs.parse.bib.entry import Entry

_CONTROL = frozenset(
    [
        "crossref",
        "xref",
        "xdata",
        "entryset",
        "entrysubtype",
        "execute",
        "ids",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shorthand",
        "shorthandintro",
        "sortkey",
        "file",
        "groups",
        "key",
        "owner",
        "timestamp",
    ]
)
"""What a child never takes from its parent."""

_OF_THE_WHOLE = frozenset(
    [
        "abstract",
        "annotation",
        "annote",
        "doi",
        "eprint",
        "eprintclass",
        "eprinttype",
        "archiveprefix",
        "keywords",
        "note",
        "pages",
        "pagetotal",
        "shorttitle",
        "sorttitle",
        "indextitle",
        "indexsorttitle",
    ]
)
"""What belongs to a book or a journal as a whole, and not to what stands in it."""

_IN_BOOK = frozenset(
    [
        "inbook",
        "incollection",
        "inproceedings",
        "conference",
        "inreference",
        "bookinbook",
        "suppbook",
        "suppcollection",
    ]
)
_IN_PERIODICAL = frozenset({"article", "suppperiodical", "review"})
_RENAMED_IN_BOOK = {
    "title": "booktitle",
    "subtitle": "booksubtitle",
    "titleaddon": "booktitleaddon",
}
_RENAMED_IN_PERIODICAL = {
    "title": "journaltitle",
    "subtitle": "journalsubtitle",
    "titleaddon": "journaltitleaddon",
}
_RENAMED_IN_VOLUMES = {
    "title": "maintitle",
    "subtitle": "mainsubtitle",
    "titleaddon": "maintitleaddon",
}
_HAS_ITS_OWN = {
    "booktitle": {"booktitle"},
    "journaltitle": {"journaltitle", "journal", "booktitle"},
    "maintitle": {"maintitle"},
}
"""The fields of a child which mean that it does not ask its parent for a title."""
_OTHER_NAMES = {
    "address": {"location"},
    "date": {"year"},
    "day": {"date", "year"},
    "journal": {"journaltitle"},
    "journaltitle": {"journal"},
    "location": {"address"},
    "month": {"date", "year"},
    "year": {"date"},
}
"""The fields of a child that say themselves what another field of its parent does."""
_SAID_BY = {"address": "location", "day": "date", "journal": "journaltitle", "month": "date", "year": "date"}
"""The fields of BibTeX that repeat what biblatex's own field in the same parent says."""
_BY_THE_AUTHOR = frozenset({"inbook", "bookinbook", "suppbook"})
"""What stands in a book whose author is also its own."""


def inherit(entries: list[Entry]) -> None:
    """Fill each entry, in place, with what it inherits; a circle of parents ends where it closes."""
    parents: dict[str, Entry] = {}
    for entry in reversed(entries):
        parents[entry.key.lower()] = entry
    for entry in entries:
        for name, value in entry.fields.items():
            if "xdata" in value and name != "xdata":
                entry.fields[name] = _picked(value, parents)
        if "crossref" in entry.fields or "xdata" in entry.fields:
            _fill(entry, parents, {id(entry)})


# author = {Jane Doe and xdata=people-author-2}, title = {xdata=names-title}
_PICKED = re.compile(r"xdata\s*=\s*([^\s,{}]{1,200}?)-([A-Za-z]{1,30})(?:-(\d{1,3}))?(?=[\s,}]|$)")
_AND = re.compile(r"\s+and\s+")


def _picked(value: str, parents: Mapping[str, Entry], depth: int = 0) -> str:
    """A value with what it picks from fields of xdata entries; a pick that leads nowhere stays as it is."""

    def pick(found: re.Match[str]) -> str:
        parent = parents.get(found[1].lower())
        text = parent.fields.get(found[2].lower(), "") if parent is not None else ""
        listed = _AND.split(text) if found[3] else [text]
        place = int(found[3] or 1) - 1
        picked = listed[place].strip() if 0 <= place < len(listed) else ""
        return _picked(picked, parents, depth + 1) if picked and depth < _DEEPEST else found[0]

    return _PICKED.sub(pick, value)


_DEEPEST = 5


def _fill(entry: Entry, parents: Mapping[str, Entry], seen: set[int]) -> None:
    for name in ("xdata", "crossref"):
        for key in entry.fields.get(name, "").split(","):
            parent = parents.get(key.strip().lower())
            if parent is None or id(parent) in seen or len(seen) > 20:
                continue
            _fill(parent, parents, seen | {id(parent)})
            _take(entry, parent, whole=name == "xdata")


def _take(entry: Entry, parent: Entry, *, whole: bool) -> None:
    """Give a child what it lacks; a part of a work takes only what is said of its parts too."""
    renamed = {} if whole or entry.type == parent.type else _renamed(entry.type, parent.type)
    kept_back = _kept_back(entry, parent, renamed, whole=whole)
    own = set(entry.fields)
    for name, value in parent.fields.items():
        if name in kept_back or not own.isdisjoint(_OTHER_NAMES.get(name, ())):
            continue
        for target in _targets(entry, name, renamed):
            if target not in entry.fields:
                entry.fields[target] = value
                entry.inherited.append(target)


def _renamed(kind: str, of_parent: str) -> Mapping[str, str]:
    """The names that the title of a parent gets in what is a part of it."""
    if of_parent.startswith("mv") and not kind.startswith("mv"):
        return _RENAMED_IN_VOLUMES
    if kind in _IN_BOOK:
        return _RENAMED_IN_BOOK
    return _RENAMED_IN_PERIODICAL if kind in _IN_PERIODICAL else {}


def _kept_back(entry: Entry, parent: Entry, renamed: Mapping[str, str], *, whole: bool) -> set[str]:
    """The fields of a parent that are not for this child."""
    if whole:
        return {"xdata", "ids"}
    kept_back = set(_CONTROL) | {name for name in _SAID_BY if _is_repeated(name, parent.fields)}
    if not renamed:
        return kept_back
    kept_back |= _OF_THE_WHOLE
    if not _HAS_ITS_OWN[renamed["title"]].isdisjoint(entry.fields):
        kept_back |= set(renamed)
    elif "title" in parent.fields:
        kept_back |= set(renamed.values())
    if entry.type in _IN_BOOK - _BY_THE_AUTHOR:
        kept_back.add("author")
    return kept_back


def _is_repeated(name: str, fields: Mapping[str, str]) -> bool:
    other = _SAID_BY[name]
    return other in fields and (other == "date" or fields.get(name) == fields[other])


def _targets(entry: Entry, name: str, renamed: Mapping[str, str]) -> tuple[str, ...]:
    if name == "author" and renamed and entry.type in _BY_THE_AUTHOR:
        return "bookauthor", "author"
    return (renamed.get(name, name),)
