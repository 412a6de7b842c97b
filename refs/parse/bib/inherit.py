"""What an entry inherits by crossref and xdata (biblatex manual, "Data inheritance")."""

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
        if "crossref" in entry.fields or "xdata" in entry.fields:
            _fill(entry, parents, {id(entry)})


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
