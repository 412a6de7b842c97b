"""ProCite's RIS, where what has no tag stands in a note by its name, → RIS as others write it.

``N1  - Place of Publication: Bergen`` is CY; ``N1  - Author Role: editor`` says what the names right before it did.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from refs.model.item import ItemType
from refs.model.ris import PROCEEDINGS, TYPES, WHOLE, usual_tag
from refs.parse.people import read_person_in_order
from refs.parse.tagged.lines import Line, Record

# Author, Subsidiary: Mia Lind; Per Moe
_NOTE = re.compile(r"([A-Z][A-Za-z,/()& -]{2,40}?)\s*:\s*(.*)", re.DOTALL)
_FIELDS: Mapping[str, str] = {
    "Call Number": "call_number",
    "Edition": "edition",
    "History": "references",
    "Histroy": "references",  # as ProCite writes it
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "Issue ID": "issue",
    "Issue Identification": "issue",
    "Language": "language",
    "Location/URL": "URL",
    "Page(s)": "page",
    "Place of Publication": "publisher_place",
    "Proceedings Title": "container_title",
    "Publisher Name": "publisher",
    "Scale": "scale",
    "Series Title": "collection_title",
    "Series Volume ID": "collection_number",
    "Size": "dimensions",
    "Volume ID": "volume",
}
"""A name of ProCite's and the variable that it fills."""
_TAGS: Mapping[str, str] = {"page": "SP", "URL": "UR"}
"""The tags of variables that are written with several."""
_ROLES: Mapping[str, str] = {
    "assembled": "editor",
    "author": "author",
    "cartographer": "author",
    "collected": "editor",
    "compiled": "editor",
    "compiler": "editor",
    "composed": "author",
    "composer": "author",
    "directed": "author",
    "director": "author",
    "ed": "editor",
    "edited": "editor",
    "editor": "editor",
    "editor-in-chief": "editor",
    "introduction": "contributor",
    "performed": "performer",
    "performer": "performer",
    "produced": "producer",
    "producer": "producer",
    "translated": "translator",
    "translator": "translator",
}
_KEYS = frozenset({"Record ID", "Record Number"})
_PEOPLE = frozenset({"Author, Monographic", "Author, Subsidiary"})
_SURE = (
    _KEYS
    | _PEOPLE
    | {"Author Role", "Connective Phrase", "Extent of Work", "Packaging Method", "Place of Publication"}
)
"""The names that no other program writes."""
_EMPTY = frozenset({("Connective Phrase", "in"), ("Packaging Method", "p"), ("Packaging Method", "vol")})
"""The notes that say nothing by themselves."""
_MOVED: Mapping[str, Mapping[str, str]] = {
    "ART": {"M1": "M3"},
    "BILL": {"CY": "T2", "SP": "SE", "VL": "M1"},
    "BOOK": {"IS": "VL", "VL": "ET"},
    "CHAP": {"VL": "ET"},
    "COMP": {"IS": "ET"},
}
"""The tags that ProCite uses for another one, by the type of the record."""
_TITLES = frozenset({"TI", "T1", "T2", "T3"})
# 234 p., 2 vols., 234
_EXTENT = re.compile(r"(\d+)\s*(p|v|$)", re.IGNORECASE)


def is_procite(records: Sequence[Record]) -> bool:
    """Whether one of the records has a note as only ProCite writes it, and none the ID that it has no tag for."""
    notes = (label for record in records for label, _ in _notes(record))
    return any(label in _SURE for label in notes) and not any(record.has("ID") for record in records)


def unfold(record: Record) -> Record:
    """The record with each note of ProCite's as the tag that says the same; a note without one stays."""
    code = record.first("TY").upper()
    lines: list[Line] = []
    unit = next((value for label, value in _notes(record) if label == "Packaging Method"), "")
    for tag, value in _moved(record, code):
        found = _NOTE.match(value) if tag == "N1" else None
        label, text = (found[1], found[2].strip()) if found else ("", "")
        if label.endswith("Role") and (roles := _roles(text, code)):
            _turn(lines, roles)
        elif label in _PEOPLE:
            lines += [(_next_tag(lines), inverted(each)) for each in text.split(";") if each.strip()]
        elif label == "Extent of Work":
            lines.append(_extent(text, unit, code) or (tag, value))
        else:
            lines += _read_note(label, text, code, (tag, value))
    return Record([(tag, [value]) for tag, value in lines])


def _notes(record: Record) -> Iterator[tuple[str, str]]:
    for tag, value in record.lines:
        if tag == "N1" and (found := _NOTE.match(value)):
            yield found[1], found[2]


def _moved(record: Record, code: str) -> Iterator[Line]:
    """The lines with the tags that they should have; the titles of a chapter stand in their order."""
    moved, titles = _MOVED.get(code, {}), iter(("TI", "T2", "T3"))
    for tag, value in record.lines:
        if code == "CHAP" and tag in _TITLES:
            yield next(titles, tag), value
        else:
            yield moved.get(tag, tag), value


def _read_note(label: str, text: str, code: str, line: Line) -> Iterator[Line]:
    """The line that says the same as a note; the note itself where none does."""
    variable = _FIELDS.get(label)
    tag = _tag_of(variable, code) if variable else None
    if label in _KEYS:
        yield "ID", text
    elif label == "Notes":
        yield "N1", text
    elif tag and text:
        yield tag, text
    elif (label, text.lower().strip(" :.")) not in _EMPTY:
        yield line


def _tag_of(variable: str, code: str) -> str | None:
    if TYPES.get(code) is ItemType.PAPER_CONFERENCE and variable in PROCEEDINGS:
        return PROCEEDINGS[variable]
    return _TAGS.get(variable) or usual_tag(variable, code)


def _roles(text: str, code: str) -> list[str]:
    """The tags of what somebody did, "edited and translated by"; nothing where a record of this type has none for it."""
    words = re.findall(r"[a-z-]+", text.lower())
    roles = dict.fromkeys(
        role for word in words if (role := _ROLES.get(word) or _ROLES.get(word.removesuffix("s")))
    )
    tags = [usual_tag(role, code) for role in roles]
    return [tag for tag in tags if tag] if all(tags) else []


def _turn(lines: list[Line], tags: list[str]) -> None:
    """Give the names at the end of the lines the tags of what they did."""
    start = len(lines)
    while start and lines[start - 1][0] in {"A1", "A2", "A3"} and lines[start - 1][0] == lines[-1][0]:
        start -= 1
    names = [value for _, value in lines[start:]]
    lines[start:] = [(tag, name) for tag in tags for name in names]


def _next_tag(lines: list[Line]) -> str:
    """The tag of further names, until their role is told: that of the first level that is free."""
    tags = {tag for tag, _ in lines}
    return "A1" if not tags & {"A1", "AU"} else "A2"


def inverted(text: str) -> str:
    """A name as RIS has it.

    >>> inverted("Mia van Lind")
    'Lind, Mia van'
    """
    name = read_person_in_order(text.strip())
    if name is None or name.literal is not None:
        return text.strip()
    given = " ".join(filter(None, (name.given, name.non_dropping_particle)))
    return ", ".join(filter(None, (name.family, given, name.suffix)))


def _extent(text: str, unit: str, code: str) -> Line | None:
    """How many pages or volumes there are."""
    found = _EXTENT.match(text)
    kind = (found[2] or unit.strip(" :")[:1]).lower() if found else ""
    if found is not None and kind == "v":
        return "NV", found[1]
    return ("SP", found[1]) if found is not None and kind == "p" and TYPES.get(code) in WHOLE else None
