"""What the entries of one file share: the fields that they inherit, and the macros that they use."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from refs.render.bib.encode import encode, keep_raw

_PARENTS = re.compile(r"[^{},]+")
# jacm, acm:proc
_MACRO = re.compile(r"[A-Za-z][\w:.+-]{0,60}$")
_TOGETHER = {"date": ("year", "month", "day"), "journaltitle": ("journal",), "location": ("address",)}
"""What is written beside a field of biblatex, for BibTeX."""


@dataclass(slots=True)
class Written:
    """An entry that is to be written: its type, its key, its fields with their delimiters, what was kept of it."""

    kind: str
    key: str
    fields: dict[str, str]
    kept: Mapping[str, Any]


def leave_inherited(entries: Iterable[Written]) -> None:
    """Take out what an entry inherited, where its parent is written too and says the same."""
    listed = list(entries)
    by_key = {each.key.lower(): each for each in listed}
    for entry in [each for each in listed if isinstance(each.kept.get("inherited"), list)]:
        said = {value for parent in _parents(entry, by_key) for value in parent.fields.values()}
        for name in _inherited(entry.kept["inherited"]):
            if entry.fields.get(name) in said:
                del entry.fields[name]


def _parents(entry: Written, by_key: Mapping[str, Written]) -> Iterator[Written]:
    """The entry that crossref names, and what that one inherits from."""
    seen = {entry.key.lower()}
    while found := _PARENTS.search(entry.fields.get("crossref", "")):
        key = found[0].strip().lower()
        if key in seen or key not in by_key:
            return
        seen.add(key)
        entry = by_key[key]
        yield entry


def _inherited(names: list[Any]) -> Iterator[str]:
    for name in names:
        yield str(name)
        yield from _TOGETHER.get(str(name), ())


def put_macros(entries: Iterable[Written]) -> Mapping[str, str]:
    """The macros that the entries use, name → text; the fields that still say what a macro stands for name it."""
    macros: dict[str, str] = {}
    for entry in entries:
        told = entry.kept.get("macros")
        for field, pair in told.items() if isinstance(told, Mapping) else ():
            name, text = pair if isinstance(pair, list) and len(pair) == 2 else ("", "")
            if not (isinstance(name, str) and isinstance(text, str) and _MACRO.match(name)):
                continue
            raw = f"{{{keep_raw(text)}}}"
            if (
                entry.fields.get(field) in {raw, f"{{{encode(text)}}}"}
                and macros.setdefault(name, raw) == raw
            ):
                entry.fields[field] = name
    return macros
