"""The column `provenance`: JSON from the field to [source, tag, when, confidence], the common one under ``*``."""

import json
from collections import Counter
from functools import lru_cache
from typing import Any

from refs.model.item import Item
from refs.model.provenance import Provenance

_REST = "*"


def write_provenance(item: Item, source: Provenance | None = None) -> str | None:
    """The provenance of an item's fields; where each field has one, that of the most stands once, for the rest.

    `source` is that of the fields that have none.
    """
    provenance = item.provenance
    if not provenance:
        return _rest(source) if source else None
    if source:
        provenance = {name: source for name, _ in item.filled()} | dict(provenance)
    rest = dict(provenance)
    data: dict[str, list[Any]] = {}
    if len(provenance) > 2 and all(name in provenance for name, _ in item.filled()):
        common = Counter(provenance.values()).most_common(1)[0][0]
        filled = {name for name, _ in item.filled()}
        data[_REST] = _trimmed(common)
        rest = {name: each for name, each in provenance.items() if each != common or name not in filled}
    data |= {name: _trimmed(each) for name, each in rest.items()}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def read_provenance(text: str, item: Item) -> dict[str, Provenance]:
    """The provenance of each field of the item."""
    data = {name: Provenance(*values) for name, values in json.loads(text).items()}
    common = data.pop(_REST, None)
    if common is None:
        return data
    return {name: common for name, _ in item.filled()} | data


@lru_cache(maxsize=100)
def _rest(source: Provenance) -> str:
    return json.dumps({_REST: _trimmed(source)}, ensure_ascii=False, separators=(",", ":"))


def _trimmed(provenance: Provenance) -> list[Any]:
    values = [provenance.source, provenance.tag, provenance.when, provenance.confidence]
    while values[-1] is None:
        values.pop()
    return values
