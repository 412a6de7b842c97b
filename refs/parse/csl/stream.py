"""CSL-JSON of any length → Items, a few in memory at a time."""

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.parse.csl.csljson import entries_of, is_entry, no_item, read_item
from refs.parse.csl.plain import read_plain

_CHUNK = 1 << 20
_LONGEST = 1 << 26
"""An object longer than this is broken JSON."""

_BETWEEN = re.compile(r"[\s,\[\]\ufeff]*")
_NEXT_LINE = re.compile(r"\n[\s,\[]*(?=\{)")


def each_csljson(file: TextIO, flaws: list[Flaw]) -> Iterator[Item]:
    """The items of an array, of an ``{"items": []}`` wrapper, by key, or of one object a line, as they are read.

    A broken object costs what stands before the next line that begins with one; it is told in `flaws`.
    """
    return (item for item, _ in each_written(file, flaws))


def each_written(file: TextIO, flaws: list[Flaw]) -> Iterator[tuple[Item, dict[str, Any] | str | None]]:
    """The same, each with the object that is written of it, or its text, where the source says it plainly."""
    number = 0
    for data, text in _objects(file, flaws):
        if isinstance(data, dict) and (plain := read_plain(data, text)):
            number += 1
            yield plain
            continue
        for each in entries_of(data) if isinstance(data, dict) else [data]:
            number += 1
            if isinstance(each, dict) and is_entry(each):
                yield read_plain(each) or (read_item(each, flaws, default_id=f"item-{number}"), None)
            else:
                flaws.append(no_item(each, f"entry {number}"))


def _objects(file: TextIO, flaws: list[Flaw]) -> Iterator[tuple[Any, str]]:
    """Each JSON value between the commas and brackets of the outermost array, and its text."""
    read = json.JSONDecoder().raw_decode
    text, place, size = "", 0, _CHUNK
    while True:
        found = _BETWEEN.match(text, place)
        place = found.end() if found else place
        try:
            value, end = read(text, place)
        except (ValueError, RecursionError) as error:
            more = file.read(size) if len(text) - place < _LONGEST else ""
            if more:
                text, place, size = text[place:] + more, 0, min(2 * size, _LONGEST)
                continue
            if place >= len(text):
                return
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"broken JSON: {error}", text=text[place : place + 80]))
            following = _NEXT_LINE.search(text, place + 1)
            if following is None:
                return
            place = following.end()
        else:
            size = _CHUNK
            yield value, text[place:end]
            place = end
