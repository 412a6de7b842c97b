"""What a format said and CSL has no variable for, as it stands in `Item.custom`, where anyone may have written."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

# a field that ends no entry: date-added, x:y
_NAME = re.compile(r'[^\s{}=,"#%@\\()|<>&]{1,80}$')
# a tag of RIS, MEDLINE or refer: UR, PHST, @
_TAG = re.compile(r"[A-Z0-9]{1,4}$|\S$")


def keep(values: dict[str, Any], format: str, **parts: Any) -> None:  # noqa: A002  # as below
    """Put the parts that are not empty into the values of an item, under the name of a format."""
    filled = {name: part for name, part in parts.items() if part}
    if filled:
        values["custom"] = {format: filled}


def kept_of(custom: Mapping[str, Any], format: str) -> Mapping[str, Any]:  # noqa: A002  # the word of the formats' table
    """What is kept for a format; empty when there is nothing, or something else."""
    kept = custom.get(format)
    return kept if isinstance(kept, Mapping) else {}


def named(kept: Mapping[str, Any], name: str) -> dict[str, str]:
    """The texts by name that are kept under a name, where both are texts and the name could be one."""
    inner = kept.get(name)
    if not isinstance(inner, Mapping):
        return {}
    return {key: text for key, text in inner.items() if isinstance(text, str) and _NAME.match(str(key))}


def listed(kept: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """The pairs of tag and text that are kept under a name."""
    inner = kept.get(name)
    for pair in inner if isinstance(inner, list | tuple) else ():
        if isinstance(pair, list | tuple) and len(pair) == 2 and all(isinstance(each, str) for each in pair):
            tag, text = pair
            if _TAG.match(tag):
                yield tag, text


def with_commas(words: list[str]) -> list[str]:
    """The keywords, where one of them has a comma and would be cut when they are parted again; else nothing."""
    return words if any(", " in each for each in words) else []


def words_of(kept: Mapping[str, Any], keyword: str) -> list[str]:
    """The keywords of a variable apart: as they came, while they are still the same."""
    told = kept.get("words")
    if isinstance(told, list) and all(isinstance(each, str) for each in told) and ", ".join(told) == keyword:
        return told
    return [word for each in keyword.split(", ") if (word := each.strip())]
