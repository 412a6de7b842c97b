"""MAB2, the older format of German libraries, in records (ISO 2709) or line by line → Items (DNB, "MAB2")."""

import re
from collections.abc import Iterator

from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.reading import Reading
from refs.parse.catalogue.iso2709 import FIELD_END, RECORD_END, fields_of
from refs.parse.catalogue.marc_parts import UNSORTED, bare, read_publisher
from refs.parse.catalogue.relators import variable_of
from refs.parse.draft import Draft
from refs.parse.extents import pages_in, places_in, volumes_in
from refs.parse.people import read_person
from refs.parse.series import split_series

KEPT = "mab"
"""The name in `Item.custom` under which stands what has no CSL variable."""

_LINE_START = re.compile(r"^### ?", re.MULTILINE)
_LINE = re.compile(r"^(\d{3})([ a-z\d])(.*)$")
# \x1fa in records, $$a or |a in lines
_PART = re.compile(r"(?:\x1f|\$\$|ǂ|‡)([a-z\d])")
# Poe, Jo [Hrsg.]; Poe, Jo <1950->
_ROLE = re.compile(r"\s*\[([^\[\]]{2,30})\]\s*$")
_REFERENCE = re.compile(r"\s*(?:<[^<>]*>|\((?:DE-)?\d[^()]*\))\s*$")
_PEOPLE = tuple(str(number) for number in range(100, 200, 4))
_BODIES = tuple(str(number) for number in range(200, 300, 4))
_TEXTS = {"403": "edition", "501": "note", "542": "ISSN", "750": "abstract"}
_ISBN = re.compile(r"[\dXx-]{10,17}")
_IN = re.compile(r"^In:?\s+")
_WORDS = tuple(str(number) for number in (710, 711, *range(902, 950, 5)))

Lines = list[tuple[str, str, dict[str, str]]]
"""The fields of a record: tag, indicator, and the parts by their codes; a text without parts stands under ``a``."""


def parse_mab(text: str) -> Reading:
    """The items of MAB2."""
    records = enumerate(filter(None, _records(text)), 1)
    return Reading(tuple(_read(lines, f"item-{number}") for number, lines in records))


def _records(text: str) -> Iterator[Lines]:
    if FIELD_END in text:
        yield from (_of_record(part.lstrip("\r\n ")) for part in text.split(RECORD_END))
    else:
        for part in _LINE_START.split(text):
            found = (_LINE.match(line) for line in part.splitlines())
            yield [(each[1], each[2], _parts(each[3])) for each in found if each]


def _of_record(text: str) -> Lines:
    return [(tag, value[:1], _parts(value[1:])) for tag, value in fields_of(text) or ()]


def _parts(value: str) -> dict[str, str]:
    head, *rest = _PART.split(value)
    parts = {"a": head.strip()} if head.strip() else {}
    for code, text in zip(rest[::2], rest[1::2], strict=True):
        parts.setdefault(code, text.strip())
    return parts


def _read(lines: Lines, default_id: str) -> Item:
    told: dict[str, str] = {}
    for tag, _, parts in lines:
        told.setdefault(tag, parts.get("a", parts.get("p", "")))
    draft = Draft(KEPT, told.get("001") or default_id, _type_of(told))
    title, subtitle = (UNSORTED.sub("", bare(told.get(tag, ""))) for tag in ("331", "335"))
    draft.put("title", f"{title}: {subtitle}" if title and subtitle else title or subtitle)
    _read_people(draft, lines)
    for tag, variable in _TEXTS.items():
        draft.put(variable, told.get(tag, ""))
    read_publisher(draft, [told.get("410", "")], [told.get("412", "")], told.get("425", ""))
    _read_host(draft, told)
    draft.put("number_of_pages", pages_in(told.get("433", "")))
    draft.put("number_of_volumes", volumes_in(told.get("433", "")))
    series, number = split_series(UNSORTED.sub("", told.get("451", "")))
    draft.put("collection_title", series)
    draft.put("collection_number", told.get("455", "") or number)
    draft.put("ISBN", next(iter(_ISBN.findall(told.get("540", ""))), ""))
    draft.put("language", told.get("037", "")[:3])
    draft.put("URL", next((parts["u"] for tag, _, parts in lines if tag == "655" and "u" in parts), ""))
    draft.add_words(text for tag, _, parts in lines if tag in _WORDS for text in parts.values())
    return draft.item()


def _read_host(draft: Draft, told: dict[str, str]) -> None:
    """What holds the work, and where in it."""
    if "590" in told:
        draft.put("container_title", _IN.sub("", bare(told["590"])))
        read_publisher(draft, [told.get("594", "")], (), told.get("595", ""))
        for variable, value in places_in(told.get("596", "")):
            draft.put(variable, value)


def _type_of(told: dict[str, str]) -> T:
    if "519" in told:
        return T.THESIS
    if "590" in told:
        return (
            T.ARTICLE_JOURNAL if re.search(r"\d+\s*\(\d{4}\)|Bd\.|Jg\.", told.get("596", "")) else T.CHAPTER
        )
    return T.BOOK


def _read_people(draft: Draft, lines: Lines) -> None:
    """Persons by their roles in brackets or in ``$b``; bodies wrote what nobody else has written."""
    for tag, mark, parts in lines:
        text = parts.get("a", parts.get("p", ""))
        if tag in _PEOPLE and text:
            role = _ROLE.search(text)
            name = _REFERENCE.sub("", UNSORTED.sub("", _ROLE.sub("", text)))
            told = variable_of([role[1] if role else parts.get("b", "")])
            draft.add_name(
                told or ("contributor" if role or mark in {"b", "c"} else "author"), read_person(name)
            )
    for tag, _, parts in lines:
        text = UNSORTED.sub("", _REFERENCE.sub("", parts.get("a", "")))
        if tag in _BODIES and text:
            variable = "contributor" if draft.values.keys() & {"author", "editor"} else "author"
            draft.add_name(variable, read_person(text.replace(",", "")))
