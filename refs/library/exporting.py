"""The library in a format that others read, and what the format could not hold."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from refs.errors import UnknownFormat
from refs.files import write_file
from refs.library.converting import write_items
from refs.parse.formats import FORMATS
from refs.render.formats import WRITERS
from refs.store.dumping import DATASETTE, load_sql

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from refs.library.holdings import Holdings
    from refs.model.item import Item

WHOLE = ("sql", "datasette")
"""The targets that hold the whole library, and not only items."""

_UNCOUNTED = frozenset({"citation_key", "citation_label"})


def export_whole(library: Holdings, target: str, out: str) -> str:
    """Write the whole library as SQL, or as a copy with a metadata file for Datasette; what to do with it."""
    if target == "sql":
        write_file(out, "".join(f"{line}\n" for line in library.store.dump_sql()).encode())
        return f"{out}: read it back with 'refs --library NEW.db import {out}'"
    copy = library.store.backup(out)
    metadata = Path(out).with_suffix(".metadata.json")
    write_file(metadata, f"{json.dumps(DATASETTE, indent=2)}\n".encode())
    return f"{copy}: publish it with 'datasette {copy} --metadata {metadata}'"


def export_items(items: Sequence[Item], target: str) -> tuple[str, Mapping[str, int]]:
    """The items as text, and how many times each field was lost on the way; raises UnknownFormat."""
    if target not in WRITERS:
        raise UnknownFormat(target, [*WRITERS, *WHOLE])
    text = write_items(items, target)
    return text, losses(items, text, target)


def losses(items: Sequence[Item], text: str, target: str) -> Mapping[str, int]:
    """How many items lost each field, found by reading the text back; nothing where refs cannot read the format."""
    if target not in FORMATS:
        return {}
    read = FORMATS[target].read(text).items
    if len(read) != len(items):
        return {"whole items": len(items) - len(read)}
    lost = Counter[str]()
    for before, after in zip(items, read, strict=True):
        lost.update(
            name for name, _ in before.filled() if not getattr(after, name) and name not in _UNCOUNTED
        )
    return dict(lost.most_common())


def import_sql(path: str, target: str) -> Path:
    """A new library made of the statements of an SQL export."""
    with Path(path).open(encoding="utf-8") as file:
        return load_sql(file, target)
