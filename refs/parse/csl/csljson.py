"""CSL-JSON → Items: the house format (csl-data.json, CSL 1.0.2)."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from refs.model.date import Date, Parts
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, derive_identifiers
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, VARIABLES, Item, ItemType
from refs.model.name import Name
from refs.model.reading import Reading

FIELDS: dict[str, str] = {name.replace("_", "-"): name for name in VARIABLES} | {
    "archive_collection": "archive_collection",
    "archive_location": "archive_location",
    "journalAbbreviation": "container_title_short",
    "shortTitle": "title_short",
}
TYPES = {str(each): each for each in ItemType} | {
    "journal-article": ItemType.ARTICLE_JOURNAL,
    "book-chapter": ItemType.CHAPTER,
    "proceedings-article": ItemType.PAPER_CONFERENCE,
    "posted-content": ItemType.ARTICLE,
    "dissertation": ItemType.THESIS,
    "reference-entry": ItemType.ENTRY_ENCYCLOPEDIA,
    "monograph": ItemType.BOOK,
    "legal-case": ItemType.LEGAL_CASE,
    "motion-picture": ItemType.MOTION_PICTURE,
}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
KINDS: dict[str, str] = dict.fromkeys(NAME_VARIABLES, "names") | dict.fromkeys(DATE_VARIABLES, "date")
_SCHEMES = {str(each): each for each in Scheme}
_TELLING = ("title", "container-title", "DOI", "PMID", "PMCID", "ISBN", "URL", "title-short", "shortTitle")
_BUILT = tuple(name.replace("_", "-") for name in (*NAME_VARIABLES, *DATE_VARIABLES))
"""What an entry without a type of CSL must have one of, as text or built like a name or a date; or it is other JSON."""
_RESERVED = {"id", "type", "custom", "identifiers"}


def parse_csljson(text: str | bytes) -> Reading:
    """The items of a CSL-JSON text: an array, one object, an ``{"items": []}`` wrapper, or one object a line."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return _parse_lines(text, str(error))
    if isinstance(data, Mapping):
        data = entries_of(data)
    if not isinstance(data, list):
        return Reading(flaws=(Flaw(FlawCode.BROKEN_ENTRY, "CSL-JSON is an array of objects"),))
    items: list[Item] = []
    flaws: list[Flaw] = []
    for number, entry in enumerate(data, 1):
        if isinstance(entry, Mapping):
            _add_entry(entry, f"entry {number}", f"item-{number}", items, flaws)
        else:
            flaws.append(no_item(entry, f"entry {number}"))
    return Reading(tuple(items), tuple(flaws))


def _add_entry(
    entry: Mapping[str, Any], place: str, default_id: str, items: list[Item], flaws: list[Flaw]
) -> None:
    if is_entry(entry):
        items.append(read_item(entry, flaws, default_id=default_id))
    else:
        flaws.append(no_item(entry, place))


def is_entry(entry: Mapping[str, Any]) -> bool:
    """Whether an object is an item at all: it has a type of CSL, or something that names a work.

    >>> is_entry({"error": {"code": "NOT_FOUND"}}), is_entry({"title": "On aspirin"})
    (False, True)
    """
    return (
        (isinstance(kind := entry.get("type"), str) and kind in TYPES)
        or any(isinstance(entry.get(name), str | list) and entry[name] for name in _TELLING)
        or any(isinstance(entry.get(name), Mapping | list) for name in _BUILT)
    )


def no_item(entry: object, place: str) -> Flaw:
    """What is wrong with something that stands where an item should, such as ``entry 3``."""
    if not isinstance(entry, Mapping):
        return Flaw(FlawCode.BROKEN_ENTRY, f"{place} is no object", text=str(entry)[:80])
    words = f"{place} has neither a type of CSL nor a title or an identifier: it is no item"
    return Flaw(FlawCode.BROKEN_ENTRY, words, text=str(dict(entry))[:80])


def entries_of(data: Mapping[str, Any]) -> list[Any]:
    """The entries of an object: those under ``items``, those by key that are entries all, or the object itself."""
    inner = data.get("items")
    if isinstance(inner, list):
        return inner
    if "type" in data:
        return [data]
    listed = [each for value in data.values() for each in (value if isinstance(value, list) else [value])]
    is_table = bool(listed) and all(isinstance(each, Mapping) and "type" in each for each in listed)
    return listed if is_table else [data]


def _parse_lines(text: str | bytes, trouble: str) -> Reading:
    decoded = text.decode("utf-8-sig", "replace") if isinstance(text, bytes) else text.removeprefix("\ufeff")
    items: list[Item] = []
    flaws: list[Flaw] = []
    for number, line in enumerate(decoded.splitlines(), 1):
        if not line.strip().startswith("{"):
            continue
        try:
            _add_entry(json.loads(line), f"line {number}", f"item-{number}", items, flaws)
        except (ValueError, RecursionError) as error:
            flaws.append(
                Flaw(FlawCode.BROKEN_ENTRY, f"line {number} is no JSON object: {error}", text=line[:80])
            )
    if not items:
        return _parse_objects(decoded, trouble)
    return Reading(tuple(items), tuple(flaws))


# {"items": [
_ARRAY = re.compile(r"\s*(?:\{\s*\"items\"\s*:\s*)?\[")


def _parse_objects(text: str, trouble: str) -> Reading:
    """The objects of an array that breaks off, as far as they are whole."""
    flaw = Flaw(FlawCode.BROKEN_ENTRY, f"this is no JSON: {trouble}")
    start = _ARRAY.match(text)
    place = start.end() if start else -1
    items: list[Item] = []
    flaws = [flaw]
    while 0 <= place < len(text) and (place := text.find("{", place)) >= 0:
        try:
            data, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            break
        _add_entry(data, f"entry {len(items) + 1}", f"item-{len(items) + 1}", items, flaws)
    return Reading(tuple(items), tuple(flaws))


_DECODER = json.JSONDecoder()


def read_item(data: Mapping[str, Any], flaws: list[Flaw] | None = None, default_id: str = "item") -> Item:
    """The Item of one CSL-JSON object; what cannot be read goes to `custom` and is told in `flaws`."""
    found = flaws if flaws is not None else []
    identity = data.get("id")
    key = str(identity) if identity not in (None, "") else default_id
    values: dict[str, Any] = {"id": key, "type": _read_type(data.get("type"), key, found)}
    custom = dict(data["custom"]) if isinstance(data.get("custom"), Mapping) else {}
    if isinstance(data.get("type"), str) and data["type"] not in TYPES:
        custom["type"] = data["type"]
    data = with_note_fields(data)
    for name, value in data.items():
        field = FIELDS.get(name)
        if field is None:
            if value is not None and name not in _RESERVED:
                custom[name] = value
            continue
        if value is None:
            continue
        read = value if type(value) is str and field not in KINDS else _read_value(field, value)
        if read:
            values[field] = read
        elif value not in ("", [], {}):
            found.append(Flaw(FlawCode.BAD_VALUE, f"{name} has the value {value!r:.60}", key, field))
            custom[name] = value
    if custom:
        values["custom"] = custom
    identifiers = _read_identifiers(data.get("identifiers"), values)
    if identifiers:
        values["identifiers"] = identifiers
    return Item.build(values)


# {:event-date: 2004-10-01}, event-date: 2004-10-01
_NOTE_FIELDS = re.compile(r"\{:((?:[-_a-z]+|[A-Z]+):[^{}\n]+)\}")
_NOTE_FIELD = re.compile(r"([-_a-z]+|[A-Z]+):\s*([^{}]+)$")


def with_note_fields(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The object with the variables that Zotero keeps in its note: one a line, at the head of the note.

    The first line may be ordinary words; a variable that the object has itself stays.
    """
    note = data.get("note")
    if not isinstance(note, str) or ":" not in note:
        return data
    lines = _NOTE_FIELDS.sub(lambda found: f"\n{found[1].strip()}\n", note).split("\n")
    found: dict[str, Any] = {}
    kept = []
    for at, line in enumerate(lines):
        field = _NOTE_FIELD.match(line)
        if field is None or not _is_note_field(field[1]):
            kept.append(line)
            if line.strip() and at:
                kept += lines[at + 1 :]
                break
        elif field[1] == "type" or not data.get(field[1]):
            _add_note_field(found, field[1], field[2].strip())
    if not found:
        return data
    return {**data, **found, "note": "\n".join(kept).strip()}


def _is_note_field(name: str) -> bool:
    return name in FIELDS or name == "type" or name.removesuffix("-short") in FIELDS


def _add_note_field(found: dict[str, Any], name: str, text: str) -> None:
    if KINDS.get(FIELDS.get(name, "")) != "names":
        found[name] = text
        return
    family, _, given = (part.strip() for part in text.partition("||"))
    found.setdefault(name, []).append({"family": family, "given": given} if given else {"literal": text})


def _read_type(value: object, key: str, flaws: list[Flaw]) -> ItemType:
    known = TYPES.get(value) if isinstance(value, str) else None
    if known is None:
        if value is not None:
            flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, f"no item type is called {value!r:.60}", key, "type"))
        return ItemType.DOCUMENT
    return known


def _read_value(field: str, value: Any) -> Any:
    kind = KINDS.get(field)
    if kind == "names":
        return read_names(value)
    if kind == "date":
        return read_date(value)
    if type(value) is str:
        return value
    if isinstance(value, (bool, Mapping)):
        return None
    if isinstance(value, Sequence):
        return ", ".join(str(each) for each in value if isinstance(each, str | int | float))
    return str(value)


def read_names(value: Any) -> tuple[Name, ...]:
    """The names of a CSL-JSON name variable; an entry without any part is left out."""
    if isinstance(value, dict | str):
        value = [value]
    if not isinstance(value, Sequence):
        return ()
    return tuple([name for each in value if (name := _read_name(each)) is not None])


@lru_cache(maxsize=50_000)
def _person(family: str, given: str) -> Name:
    return Name(family, given)


def _read_name(value: Any) -> Name | None:
    if type(value) is dict and len(value) == 2:
        family, given = value.get("family"), value.get("given")
        if type(family) is str and type(given) is str and family and given:
            return _person(family, given)
    if isinstance(value, str):
        return Name(literal=value) if value.strip() else None
    if not isinstance(value, Mapping):
        return None
    text = {key: part for key, part in value.items() if isinstance(part, str) and part}
    literal = text.get("literal") or (text.get("name") if "family" not in text else None)
    if not literal and not (text.get("family") or text.get("given")):
        return None
    return Name(
        family=text.get("family"),
        given=text.get("given"),
        suffix=text.get("suffix"),
        dropping_particle=text.get("dropping-particle"),
        non_dropping_particle=text.get("non-dropping-particle"),
        literal=literal,
        comma_suffix=_truth(value.get("comma-suffix")),
        static_ordering=_truth(value.get("static-ordering")),
    )


def _truth(value: object) -> bool:
    return value not in (None, False, 0, "", "false", "0")


def read_date(value: Any) -> Date | None:
    """The Date of a CSL-JSON date variable: parts, raw EDTF, literal or season; None when it says nothing."""
    if type(value) is dict and len(value) == 1 and (plain := plain_parts(value.get("date-parts"))):
        return Date(plain)
    if isinstance(value, str | int):
        return _read_raw(str(value))
    if not isinstance(value, Mapping):
        return None
    circa = _truth(value.get("circa"))
    season = _read_season(value.get("season"))
    literal = value.get("literal") if isinstance(value.get("literal"), str) and value["literal"] else None
    groups = value.get("date-parts")
    parts = [_read_parts(group) for group in groups[:2]] if isinstance(groups, list) else []
    if parts and parts[0]:
        end = parts[1] if len(parts) > 1 else ()
        return Date(parts[0], end, season, circa, literal)
    for name in ("raw", "edtf"):
        if isinstance(value.get(name), str) and (raw := _read_raw(value[name])):
            return Date(raw.parts, raw.end, raw.season or season, raw.circa or circa, raw.literal)
    return Date(literal=literal, season=season, circa=circa) if literal else None


def plain_parts(groups: Any) -> Parts | None:
    """The parts of one date in good order, without looking twice; None for any other."""
    if type(groups) is not list or len(groups) != 1 or type(groups[0]) is not list or len(groups[0]) > 3:
        return None
    parts = tuple(groups[0])
    for part in parts:
        if type(part) is not int:
            return None
    good = (len(parts) < 2 or 1 <= parts[1] <= 12) and (len(parts) < 3 or 1 <= parts[2] <= 31)
    return parts if good else None


def _read_parts(group: Any) -> Parts:
    if not isinstance(group, list):
        group = [group]
    parts: list[int] = []
    for value in group[:3]:
        try:
            number = int(value)
        except (TypeError, ValueError, OverflowError):
            break
        if parts and not number:
            break
        parts.append(number)
    if len(parts) > 2 and not 1 <= parts[2] <= 31:
        parts.pop()
    if len(parts) > 1 and not 1 <= parts[1] <= 24:  # beyond 12 they are seasons
        return tuple(parts[:1])
    return tuple(parts)


def _read_season(value: object) -> int | None:
    if isinstance(value, str) and value.strip().lower() in _SEASONS:
        return _SEASONS[value.strip().lower()]
    try:
        number = int(str(value))
    except (TypeError, ValueError):
        return None
    return number if 1 <= number <= 4 else None


# 2023-05-13, 2020~, -0044-03, 2020-21 (EDTF season), 2019-01/2020-02
_ISO = re.compile(r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?([~?%])?$")


def _read_raw(text: str) -> Date | None:
    text = text.strip()
    if not text:
        return None
    ends = text.split("/") if text.count("/") == 1 and len(text) >= 9 else [text]
    found = [_ISO.match(end) if end not in ("", "..") else None for end in ends]
    first = found[0]
    if first is None:
        return Date(literal=text)
    parts, season = _season_of(tuple(int(part) for part in first.group(1, 2, 3) if part is not None))
    end: Parts = ()
    if len(ends) == 2:
        second = found[1]
        end = tuple(int(part) for part in second.group(1, 2, 3) if part is not None) if second else (0,)
    return Date(parts, end, season, circa=any(each is not None and bool(each.group(4)) for each in found))


def _season_of(parts: Parts) -> tuple[Parts, int | None]:
    if len(parts) > 1 and 21 <= parts[1] <= 24:
        return parts[:1], parts[1] - 20
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return parts[:1], None
    return parts, None


def _read_identifiers(listed: object, values: Mapping[str, Any]) -> tuple[Identifier, ...]:
    derived = derive_identifiers(values)
    if not isinstance(listed, list):
        return derived
    pairs = (str(each).partition(":") for each in listed)
    told = (Identifier(_SCHEMES[scheme], value) for scheme, _, value in pairs if scheme in _SCHEMES and value)
    return tuple(dict.fromkeys((*told, *derived)))
