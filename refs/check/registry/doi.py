"""DOIs by the handle API of doi.org (``/api/handles/{doi}?type=URL``)."""

import json
from urllib.parse import quote

from refs.check.answer import Answer
from refs.check.registry.word import SILENT, Word
from refs.model.services import Services

_FOUND, _NO_HANDLE, _NO_VALUES = 1, 100, 200


def ask_handle(doi: str, services: Services) -> str:
    """The address that tells whether a DOI is registered."""
    return f"{services.doi}/api/handles/{quote(doi, safe='/():;,.-_')}?type=URL"


def read_handle(doi: str, answer: Answer) -> Word:
    """What the handle server says; `responseCode` 1 found, 100 unknown, 200 known but without a URL."""
    try:
        record = json.loads(answer.body)
        code = record["responseCode"]
    except (ValueError, KeyError, TypeError):
        return SILENT
    if code == _NO_HANDLE:
        return Word(False, f"doi.org knows no {doi}")
    if code == _NO_VALUES:
        return Word(True, f"{doi} is registered without an address")
    return Word(True, f"{doi} is registered", _landing(record)) if code == _FOUND else SILENT


def _landing(record: dict[str, list[dict[str, dict[str, str]]]]) -> str | None:
    for value in record.get("values") or ():
        if isinstance(value, dict) and str(value.get("type")).upper() == "URL":
            found = (value.get("data") or {}).get("value")
            return found if isinstance(found, str) else None
    return None
