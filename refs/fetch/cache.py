"""A memory of answers: each with the date it was given, so that nothing is asked twice in vain."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_PERSONAL = {"api_key", "key", "mailto", "email", "tool"}


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is kept: `when` is ISO 8601 in UTC."""

    url: str
    status: int
    body: bytes
    when: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Cache(Protocol):
    """Where answers are kept, by the name that `cache_key` gives a request."""

    def load(self, key: str) -> Kept | None:
        """The answer kept under the key, or None."""

    def save(self, key: str, kept: Kept) -> None:
        """Keep an answer under the key."""


def cache_key(url: str, accept: str, *, personal: bool = True) -> str:
    """The name of a request: its URL and the format asked for.

    Where `personal`, without keys and addresses of people; on a page of the web those words may name the page.
    """
    parts = urlsplit(impersonal(url) if personal else url)
    return f"{urlunsplit(parts._replace(fragment=''))} {accept}"


def impersonal(url: str) -> str:
    """The URL of a service without keys and addresses of people, its parameters in order."""
    parts = urlsplit(url)
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in _PERSONAL]
    return urlunsplit(parts._replace(query=urlencode(sorted(pairs))))


class FolderCache:
    """A cache in a folder: two files an answer, one with its body and one with the rest."""

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)

    def load(self, key: str) -> Kept | None:
        """The answer kept under the key; None when there is none or its files are damaged."""
        path = self._path(key)
        try:
            head = json.loads(path.with_suffix(".json").read_text("utf-8"))
            return Kept(**head, body=path.with_suffix(".body").read_bytes())
        except (OSError, ValueError, TypeError):
            return None

    def save(self, key: str, kept: Kept) -> None:
        """Keep an answer: body first, so that a head never stands alone."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        head = asdict(kept)
        path.with_suffix(".body").write_bytes(head.pop("body"))
        path.with_suffix(".json").write_text(json.dumps(head), "utf-8")

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(key.encode()).hexdigest()
        return self._folder / name[:2] / name[2:]
