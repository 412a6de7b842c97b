"""Hayagriva's YAML, the bibliographies of Typst, → Items (Hayagriva, "The YAML File Format")."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.bib.names import read_name
from refs.parse.draft import Draft
from refs.parse.managers.hayagriva_types import read_kind
from refs.parse.yaml_tree import mappings, read_yaml, text_in

KEPT = "hayagriva"
"""The name in `Item.custom` under which stands what has no CSL variable."""

Work = Mapping[str, Any]
"""The fields of an entry, or of a parent of one."""

_OWN: Mapping[str, str] = {
    "abstract": "abstract",
    "archive": "archive",
    "archive-location": "archive_location",
    "call-number": "call_number",
    "chapter": "chapter_number",
    "genre": "genre",
    "language": "language",
    "note": "note",
    "page-range": "page",
    "page-total": "number_of_pages",
    "runtime": "dimensions",
}
"""Fields of the work itself."""

_SHARED: Mapping[str, str] = {
    "edition": "edition",
    "issue": "issue",
    "volume": "volume",
    "volume-total": "number_of_volumes",
}
"""Fields that a work or what holds it may have."""

_SERIAL: Mapping[str, str] = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
}
_ROLES: Mapping[str, str] = {
    "cast-member": "performer",
    "collaborator": "contributor",
    "compiler": "compiler",
    "composer": "composer",
    "director": "director",
    "executive-producer": "executive_producer",
    "holder": "author",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "organizer": "organizer",
    "producer": "producer",
    "translator": "translator",
    "writer": "script_writer",
}
_READ = frozenset(
    {*_OWN, *_SHARED, "type", "title", "author", "editor", "affiliated", "date", "publisher", "location"}
    | {"organization", "serial-number", "url", "parent"}
)
_EVENTS = frozenset({"conference", "exhibition"})
# {imagiNary}
_BRACES = re.compile(r"(?<!\\)[{}]")


def parse_hayagriva(text: str) -> Reading:
    """The items of a mapping of keys to entries."""
    flaws: list[Flaw] = []
    entries = [
        entry for document in read_yaml(text, flaws) for each in mappings(document) for entry in each.items()
    ]
    items = []
    for key, work in entries:
        if isinstance(work, dict):
            items.append(_read(key, next(mappings(work)), flaws))
        else:
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"{key:.60} has no fields", key))
    if not entries and not flaws:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this YAML describes no work"))
    return Reading(tuple(items), tuple(flaws))


def _read(key: str, work: Work, flaws: list[Flaw]) -> Item:
    parents = list(mappings(work.get("parent")))
    originals = [each for each in parents if _kind(each) == "original"]
    holders = [each for each in parents if _kind(each) != "original"]
    draft = Draft(KEPT, key, read_kind(_kind(work), [_kind(each) for each in holders]), flaws)
    draft.put("title", _text(work.get("title")))
    draft.put("title_short", _short(work.get("title")))
    for field, variable in _OWN.items():
        draft.put(variable, _text(work.get(field)), field)
    _read_people(draft, work)
    _read_shared(draft, work)
    for holder in holders:
        _read_holder(draft, holder)
    for original in originals:
        _read_original(draft, original)
    for field, value in work.items():
        if field not in _READ:
            draft.keep(field, _text(value))
    return draft.item()


def _read_shared(draft: Draft, work: Work) -> None:
    """What a work says of its publication, or what holds it says in its place."""
    for field, variable in _SHARED.items():
        draft.fill(variable, _text(work.get(field)))
    _read_publisher(draft, work)
    _read_serial(draft, work.get("serial-number"))
    url = work.get("url")
    draft.fill("URL", _text(url))
    if isinstance(url, dict):
        _read_date(draft, "accessed", url.get("date"))
    _read_date(draft, "issued", work.get("date"))


def _read_date(draft: Draft, variable: str, value: Any) -> None:
    """A day, or about one: ``~2003-06-21``."""
    text = text_in(value)
    draft.put_date(variable, f"{text[1:]}~" if text.startswith("~") else text)


def _read_publisher(draft: Draft, work: Work) -> None:
    publisher = work.get("publisher")
    name = (
        _text(publisher.get("name") or publisher.get("value"))
        if isinstance(publisher, dict)
        else _text(publisher)
    )
    place = _text(publisher.get("location")) if isinstance(publisher, dict) else ""
    draft.fill("publisher", name)
    draft.fill("publisher_place", place)
    event = _kind(work) in _EVENTS
    draft.fill("event_place" if event else "publisher_place", _text(work.get("location")))
    if event:
        draft.fill("event_title", _text(work.get("title")))
    organization = _text(work.get("organization"))
    if event and organization:
        draft.add_name("organizer", Name(literal=organization))
    else:
        draft.fill("publisher", organization)


def _read_serial(draft: Draft, value: Any) -> None:
    """The numbers of known schemes, and one that counts the work itself."""
    for each in mappings(value):
        for scheme, variable in _SERIAL.items():
            draft.fill(variable, text_in(each.get(scheme)))
        if (number := text_in(each.get("arxiv"))) and "number" not in draft.values:
            draft.put("number", f"arXiv:{number.removeprefix('arXiv:')}")
        draft.fill("number", text_in(each.get("serial")))
    draft.fill("number", text_in(value))


def _read_people(draft: Draft, work: Work) -> None:
    for field in ("author", "editor"):
        for name in _names(work.get(field)):
            draft.add_name(field, name)
    for each in mappings(work.get("affiliated")):
        role = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", text_in(each.get("role"))).lower()
        for name in _names(each.get("names")):
            draft.add_name(_ROLES.get(role, "contributor"), name)


def _read_holder(draft: Draft, holder: Work) -> None:
    """What holds the work, and the series that this is in."""
    title = _text(holder.get("title"))
    series = draft.kind is T.BOOK
    if draft.kind is T.ARTICLE:  # a preprint, whose server publishes it
        draft.fill("publisher", title)
    elif _kind(holder) not in _EVENTS:
        draft.fill("collection_title" if series else "container_title", title)
        draft.fill("container_title_short", "" if series else _short(holder.get("title")))
        if series:  # the volume of a book is its place in the series
            draft.fill("collection_number", draft.values.pop("volume", ""))
        for grandparent in mappings(holder.get("parent")):
            draft.fill("collection_title", _text(grandparent.get("title")))
    if "editor" not in draft.values:
        for name in _names(holder.get("editor")):
            draft.add_name("collection_editor" if series else "editor", name)
    for name in _names(holder.get("author")):
        draft.add_name("container_author", name)
    _read_shared(
        draft, {name: value for name, value in holder.items() if name != "serial-number" or _is_bound(value)}
    )


def _is_bound(value: Any) -> bool:
    """Whether a number is of a kind that what holds a work shares with it: not a DOI, not a bare number."""
    return isinstance(value, dict) and not {"doi", "serial", "arxiv", "pmid"} & set(value)


def _read_original(draft: Draft, original: Work) -> None:
    draft.put("original_title", _text(original.get("title")))
    _read_date(draft, "original_date", original.get("date"))
    publisher = original.get("publisher")
    draft.put("original_publisher", _text(publisher))
    draft.put("original_publisher_place", _text(original.get("location")))
    for name in _names(original.get("author")):
        draft.add_name("original_author", name)


def _kind(work: Work) -> str:
    return text_in(work.get("type")).lower()


def _text(value: Any) -> str:
    """A formattable string: as it stands, or as the value of a mapping that tells more of it."""
    if isinstance(value, dict):
        value = value.get("value") or value.get("name")
    return _BRACES.sub("", text_in(value))


def _short(value: Any) -> str:
    return _text(value.get("short")) if isinstance(value, dict) else ""


def _names(value: Any) -> Iterator[Name]:
    people: Sequence[Any] = value if isinstance(value, list) else [value]
    for person in people:
        name = _person(person) if isinstance(person, dict) else _typed(text_in(person))
        if name is not None:
            yield name


def _person(person: Work) -> Name | None:
    family, given, prefix, suffix = (
        text_in(person.get(part)) or None for part in ("name", "given-name", "prefix", "suffix")
    )
    if given is None:
        return Name(literal=family) if family else None
    return Name(family, given, suffix, non_dropping_particle=prefix)


def _typed(text: str) -> Name | None:
    """``von Family, Jr, Given``; without a comma it is one word for all."""
    return read_name(text) if "," in text else Name(literal=text) if text else None
