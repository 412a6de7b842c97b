"""Papis's info.yaml, one document or several, → Items: its keys are biblatex's."""

import re
from collections.abc import Mapping
from typing import Any

from refs.model.flaw import Flaw, FlawCode
from refs.model.reading import Reading
from refs.parse.bib.entry import Entry
from refs.parse.bib.fields import read_entry
from refs.parse.yaml_tree import mappings, read_yaml, text_in

_NAMES: Mapping[str, str] = {"author_list": "author", "editor_list": "editor"}
_UNTOLD = frozenset({"type", "ref", "files", "papis_id", "citations", "tags", "time-added", *_NAMES})
_SPECIAL = re.compile(r"([{}%&$#_])")


def parse_papis(text: str) -> Reading:
    """The items of papis's YAML."""
    flaws: list[Flaw] = []
    entries = [_read(each) for document in read_yaml(text, flaws) for each in mappings(document)]
    entries = [each for each in entries if each.fields]
    if not entries and not flaws:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this YAML describes no document"))
    items = tuple(read_entry(each, flaws, f"item-{number}") for number, each in enumerate(entries, 1))
    return Reading(items, tuple(flaws))


def _read(document: Mapping[str, Any]) -> Entry:
    entry = Entry(text_in(document.get("type")).lower() or "misc", text_in(document.get("ref")))
    for name, value in document.items():
        text = text_in(value)
        if text and name not in _UNTOLD:
            entry.fields[name.lower()] = _plain(text)
    for name, field in _NAMES.items():
        names = [_read_name(each) for each in mappings(document.get(name))]
        if any(names):
            entry.fields[field] = " and ".join(filter(None, names))
    tags = document.get("tags")
    words = [text_in(each) for each in tags] if isinstance(tags, list) else []
    if any(words):
        entry.fields.setdefault("keywords", _plain(", ".join(words)))
    return entry


def _read_name(person: Mapping[str, Any]) -> str:
    family, given = text_in(person.get("family")), text_in(person.get("given"))
    return f"{{{_plain(family)}}}, {_plain(given)}" if family and given else f"{{{_plain(family or given)}}}"


def _plain(text: str) -> str:
    """The text with what means something to LaTeX escaped, unless it is LaTeX."""
    return text if "\\" in text or "$" in text else _SPECIAL.sub(r"\\\1", text)
