"""What an entry inherits by crossref and xdata (biblatex manual, "Data inheritance")."""

import re
from collections.abc import Mapping

from refs.parse.bib.entry import Entry

_OWN = frozenset(
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
        "abstract",
        "annotation",
        "annote",
        "doi",
        "eprint",
        "file",
        "key",
        "keywords",
        "note",
        "pages",
        "timestamp",
        "url",
        "urldate",
        "groups",
        "owner",
        "shorttitle",
        "sorttitle",
        "indextitle",
    ]
)
"""What a child never takes from its parent."""

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
_RENAMED_IN_PERIODICAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}


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
    fields = entry.fields
    renamed = {} if whole or entry.type == parent.type else _renamed(entry.type)
    has_container = "booktitle" in fields or "journaltitle" in fields or "journal" in fields
    for name, value in parent.fields.items():
        if name in _OWN and not (whole and name not in {"xdata", "ids"}):
            continue
        target = renamed.get(name, name)
        if target != name and has_container:
            continue
        if name in {"author", "editor"} and not _takes_name(entry, name, whole=whole):
            continue
        if name == "booktitle" and "title" in parent.fields and renamed and has_container:
            continue
        if target not in fields:
            fields[target] = value
            entry.inherited.append(target)


def _renamed(kind: str) -> Mapping[str, str]:
    if kind in _IN_BOOK:
        return _RENAMED_IN_BOOK
    return _RENAMED_IN_PERIODICAL if kind in _IN_PERIODICAL else {}


def _takes_name(entry: Entry, name: str, *, whole: bool) -> bool:
    """Whether the parent's names are the child's: the author of a collection is not."""
    return (
        whole
        or name == "editor"
        or entry.type in {"inbook", "bookinbook", "book"}
        or entry.type not in _IN_BOOK
    )
