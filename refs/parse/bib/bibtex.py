"""BibTeX and biblatex → Items."""

import logging
import re
import string
from collections.abc import Iterable, Iterator

from bibtexparser import model
from bibtexparser.splitter import Splitter

from refs.model.flaw import Flaw, FlawCode
from refs.model.reading import Reading
from refs.parse.bib.entry import Entry, join_value
from refs.parse.bib.fields import read_entry
from refs.parse.bib.inherit import inherit
from refs.parse.bib.prepare import prepare
from refs.parse.bib.salvage import cut_entries, salvage

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False  # it tells in a log what comes back here as a Flaw

_MONTHS = {
    name: name
    for name in ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
_INVISIBLE = {"xdata", "set", "comment", "control", "ieeetranbstctl"}
"""Entries that are no works."""


def parse_bibtex(text: str) -> Reading:
    """The items of a BibTeX or biblatex text, with macros expanded and crossref and xdata inherited.

    An entry with broken syntax comes back with the fields that could be read, and a flaw.
    """
    flaws: list[Flaw] = []
    entries = list(_entries(prepare(text.removeprefix("\ufeff")), flaws))
    inherit(entries)
    visible = [entry for entry in entries if entry.type not in _INVISIBLE]
    flaws.extend(_repeated(visible))
    items = tuple(read_entry(each, flaws, f"item-{number}") for number, each in enumerate(visible, 1))
    return Reading(items, tuple(flaws))


def _repeated(entries: list[Entry]) -> Iterator[Flaw]:
    """A flaw for each key that stood there before."""
    seen: set[str] = set()
    for entry in entries:
        if entry.key and entry.key in seen:
            yield Flaw(FlawCode.DUPLICATE_KEY, f"another entry has the key {entry.key}", entry.key)
        seen.add(entry.key)


def _entries(text: str, flaws: list[Flaw]) -> Iterator[Entry]:
    try:
        blocks = Splitter(text).split().blocks
    except Exception as error:  # noqa: BLE001  # whatever the parser trips over, the rest is read without it
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"this BibTeX is broken: {error}"))
        found = (salvage(part) for part in cut_entries(text))
        yield from (_without_delimiters(entry, {}) for entry in found if entry is not None)
        return
    yield from _entries_of(blocks, flaws)


def _entries_of(blocks: list[model.Block], flaws: list[Flaw]) -> Iterator[Entry]:
    macros = dict(_MONTHS)
    for place, block in enumerate(blocks):
        if isinstance(block, model.Entry) and _runs_on(block):
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "a comma is missing between two fields", block.key))
            yield _without_delimiters(salvage(block.raw or "") or Entry(block.entry_type, block.key), macros)
        elif isinstance(block, model.Entry):
            yield _read_block(block, macros, flaws)
        elif isinstance(block, model.String):
            macros[block.key.lower()] = join_value(block.value, macros, [])
        elif isinstance(block, model.DuplicateFieldKeyBlock | model.DuplicateBlockKeyBlock):
            yield from _read_duplicate(block, macros, flaws)
        elif isinstance(block, model.ParsingFailedBlock):
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            rest = after.raw if isinstance(after, model.ImplicitComment) else ""
            yield from _read_broken(block, rest or "", macros, flaws)


# {A}⏎ publisher = {P}
_RUN_ON = re.compile(r"[}\"\d]\s{1,200}[A-Za-z][\w-]{0,30}\s{0,20}=\s{0,20}[{\"\d]")


def _runs_on(block: model.Entry) -> bool:
    """Whether the value of a field holds the next field, since the comma between them is missing."""
    return any(
        "=" in field.value and _RUN_ON.search(field.value) and _ends_early(field.value)
        for field in block.fields
    )


def _ends_early(value: str) -> bool:
    """Whether what opens a value closes before its end, and no ``#`` follows."""
    if value[0] == "{":
        depth = 0
        for found in re.finditer(r"\\.|[{}]", value):
            depth += (found[0] == "{") - (found[0] == "}")
            if not depth:
                return not value[found.end() :].lstrip().startswith("#") and bool(
                    value[found.end() :].strip()
                )
        return False
    if value[0] == '"':
        rest = value[1:].partition('"')[2]
        return bool(rest.strip()) and not rest.lstrip().startswith("#")
    return "\n" in value


def _read_duplicate(
    block: model.DuplicateFieldKeyBlock | model.DuplicateBlockKeyBlock,
    macros: dict[str, str],
    flaws: list[Flaw],
) -> Iterator[Entry]:
    inner = block.ignore_error_block
    if isinstance(inner, model.DuplicateFieldKeyBlock):
        inner = inner.ignore_error_block
    if isinstance(inner, model.String):
        macros[inner.key.lower()] = join_value(inner.value, macros, [])
    elif isinstance(inner, model.Entry):
        yield _read_block(inner, macros, flaws)


def _read_block(block: model.Entry, macros: dict[str, str], flaws: list[Flaw]) -> Entry:
    unknown: list[str] = []
    fields: dict[str, str] = {}
    cases: dict[str, str] = {}
    used: dict[str, list[str]] = {}
    for field in block.fields:
        written = field.key.rpartition("\n")[2].strip() if "%" in field.key else field.key
        name = written.lower()
        value = join_value(field.value, macros, unknown)
        if name != written and value.strip():
            cases.setdefault(name, written)
        if field.value[:1] not in '{"' and (macro := field.value.lower()) in macros and macro not in _MONTHS:
            used[name] = [field.value, value]
        if not fields.get(name):
            fields[name] = value
        elif fields[name] != value:
            flaws.append(_second(block.key, name, value))
            fields[_free(name, fields)] = value
    flaws.extend(_undefined(block.key, macro) for macro in unknown)
    return Entry(
        block.entry_type, " ".join(block.key.split()), fields, block.start_line or 0, cases, macros=used
    )


def _undefined(key: str, macro: str) -> Flaw:
    return Flaw(FlawCode.BAD_VALUE, f"no @string is called {macro:.60}", key, text=macro[:80])


def _second(key: str, name: str, value: str) -> Flaw:
    return Flaw(FlawCode.BAD_VALUE, f"the field {name} stands there twice", key, name, value[:80])


def _free(name: str, fields: dict[str, str]) -> str:
    """A name for a field that stands there again."""
    names: Iterable[str] = (f"{name}-{number}" for number in range(2, len(fields) + 3))
    return next(each for each in names if each not in fields)


def _read_broken(
    block: model.ParsingFailedBlock, rest: str, macros: dict[str, str], flaws: list[Flaw]
) -> Iterator[Entry]:
    raw = (block.raw or "") + rest
    error = str(getattr(block.error, "abort_reason", block.error)).strip()
    line = (block.start_line or 0) + 1
    entry = salvage(raw)
    key = entry.key if entry else None
    flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"line {line}: {error}", key or None, text=raw[:80]))
    if entry is not None and entry.fields:
        yield _without_delimiters(entry, macros)


def _without_delimiters(entry: Entry, macros: dict[str, str]) -> Entry:
    entry.fields = {name: join_value(value, macros, []) for name, value in entry.fields.items()}
    entry.key = entry.key.strip(string.whitespace)
    return entry
