"""Bytes to JSON or XML trees, within bounds: what cannot be read is a flaw, never an exception."""

import json
import math
from typing import Any

from lxml import etree

from refs.model.flaw import Flaw, FlawCode
from refs.text import squeeze, whole


def load_json(data: bytes) -> tuple[Any, list[Flaw]]:
    """The decoded JSON, or None with a flaw that says what stood there instead."""
    try:
        decoded = json.loads(data, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        return None, [Flaw(FlawCode.UNREAD, f"no JSON: {_looks(data)} ({error})")]
    return _without_halves(decoded) if b"\\ud" in data.lower() else decoded, []


def _without_halves(value: Any) -> Any:
    """The JSON value, each lone half of a surrogate pair in its texts replaced."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list):
        return [_without_halves(each) for each in value]
    if isinstance(value, dict):
        return {whole(name): _without_halves(each) for name, each in value.items()}
    return value


def load_xml(data: bytes) -> tuple[etree._Element | None, list[Flaw]]:
    """The root of the XML without entities of its own, or None with a flaw."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return None, [Flaw(FlawCode.UNREAD, f"no XML: {_looks(data)} ({str(error)[:200]})")]
    if etree.QName(root).localname.lower() == "html":
        return None, [Flaw(FlawCode.UNREAD, "no record: a web page came instead")]
    return root, []


def _looks(data: bytes) -> str:
    start = data[:200].lstrip().lower()
    if not start:
        return "the answer is empty"
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page came instead"
    return "it begins " + repr(data[:30].decode("utf-8", "replace"))


def unlike(decoded: object, *keys: str) -> list[Flaw]:
    """A flaw where a JSON answer has none of the keys by which its service says something; else nothing."""
    if any(key in as_dict(decoded) for key in keys):
        return []
    return [Flaw(FlawCode.UNREAD, f"the answer has no {' or '.join(keys)}")]


def find(node: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at a path, or None."""
    return None if node is None else node.find(path)


def words(node: etree._Element | None, path: str | None = None) -> str | None:
    """All text inside an element (or the first one at a path below it), squeezed; None when empty."""
    found = find(node, path) if path else node
    if found is None:
        return None
    return squeeze("".join(map(str, found.itertext()))) or None


def as_list(value: object) -> list[Any]:
    """A JSON value as a list: itself, nothing for None, or its only element."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def as_text(value: object) -> str | None:
    """A JSON value as text: the string, the number's digits, the first text of a list; None otherwise."""
    if isinstance(value, str):
        return squeeze(value) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _digits(value)
    if isinstance(value, list):
        return next((text for each in value if (text := as_text(each))), None)
    return None


def _digits(value: float) -> str | None:
    """The number as it is written; None where it is none (infinite)."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return str(int(value)) if value == int(value) else str(value)


def as_dict(value: object) -> dict[str, Any]:
    """A JSON value as an object: itself, or an empty one."""
    return value if isinstance(value, dict) else {}
