"""CSL YAML, as Pandoc reads it and Better BibTeX writes it, → Items."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from refs.model.flaw import Flaw, FlawCode
from refs.model.reading import Reading
from refs.parse.csl.csljson import read_item
from refs.parse.yaml_tree import mappings, read_yaml

if TYPE_CHECKING:
    from refs.model.item import Item

_DATES = frozenset({"issued", "accessed", "original-date", "event-date", "submitted", "available-date"})
_PARTS = ("year", "month", "day")


def parse_csl_yaml(text: str) -> Reading:
    """The items of a CSL YAML text: those under ``references``, or a list."""
    flaws: list[Flaw] = []
    items: list[Item] = []
    for document in read_yaml(text, flaws) or _entries_apart(text):
        inner = document.get("references") if isinstance(document, dict) else document
        if not isinstance(inner, list):
            continue
        for entry in inner:
            if not isinstance(entry, dict):
                message = f"entry {len(items) + 1} is no mapping"
                flaws.append(Flaw(FlawCode.BROKEN_ENTRY, message, text=str(entry)[:80]))
        items.extend(
            read_item(_as_json(entry), flaws, f"item-{len(items) + number}")
            for number, entry in enumerate(mappings(inner), 1)
        )
    if not items and not flaws:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this YAML has no references"))
    return Reading(tuple(items), tuple(flaws))


# - id: berg2020, at the start of a line
_ENTRY = re.compile(r"^(?=[ ]{0,4}-[ ]+(?:id|type|title)\s*:)", re.MULTILINE)


def _entries_apart(text: str) -> Iterator[Any]:
    """The entries of a broken text, each read alone; what is broken was told before."""
    for part in _ENTRY.split(text)[1:]:
        yield from read_yaml(textwrap.dedent(part), [])


def _as_json(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry as CSL-JSON has it: the dates as parts."""
    return {name: _date(value) if name in _DATES else value for name, value in entry.items()}


def _date(value: Any) -> Any:
    """``- year: 2016``, one or two of them, with ``circa`` or ``season``; any other date as it is."""
    if not isinstance(value, list | dict) or (isinstance(value, dict) and "date-parts" in value):
        return value
    ends = [each for each in mappings(value) if "year" in each]
    if not ends:
        return value
    parts = [[each[part] for part in _PARTS if part in each] for each in ends[:2]]
    said = {name: ends[0][name] for name in ("circa", "season", "literal") if name in ends[0]}
    return {"date-parts": parts, **said}
