"""References as printed → CSL-JSON."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from refs.model.flaw import Flaw
from refs.parse.reference import parse_reference
from refs.parse.reference.split import split_references
from refs.render.csljson import csl_of

Read = tuple[dict[str, Any], Mapping[str, float], tuple[Flaw, ...]]


def read_references(texts: Iterable[str], *, is_list: bool) -> Iterator[Read]:
    """Each reference as CSL-JSON as printed, with its confidence and flaws; a list is cut first.

    What nothing could be read of is a document whose note is the text.
    """
    for text in texts:
        for piece in (each.text for each in split_references(text)) if is_list else (text,):
            yield _read(piece)


def _read(text: str) -> Read:
    parsed = parse_reference(text)
    data = csl_of(parsed.printed)
    data.pop("id", None)
    if set(data) <= {"type"}:
        data = {"type": "document", "note": text}
    return data, {name: round(sure, 3) for name, sure in parsed.confidence.items()}, parsed.flaws
