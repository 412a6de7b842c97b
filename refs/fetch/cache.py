"""A memory of answers: each with the date it was given, so that nothing is asked twice in vain."""

import contextlib
import datetime as dt
import hashlib
import json
import os
import random
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from refs.fetch.answer import Answer

_PERSONAL = {"api_key", "key", "mailto", "email", "tool"}


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is kept: `when` is ISO 8601 in UTC."""

    url: str
    status: int
    body: bytes
    when: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def age(self) -> float:
        """Seconds since the answer was given."""
        try:
            then = dt.datetime.fromisoformat(self.when)
        except ValueError:
            return float("inf")
        return (dt.datetime.now(dt.UTC) - then).total_seconds()

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask only for what changed since (RFC 9110, 13.1)."""
        pairs = {
            "If-None-Match": self.headers.get("etag"),
            "If-Modified-Since": self.headers.get("last-modified"),
        }
        return {name: value for name, value in pairs.items() if value}

    def answer(self, when: str | None = None) -> Answer:
        """The answer again, as of that moment where the service said that it still holds."""
        return Answer(self.url, 200, self.body, self.headers, when=when or self.when)


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
    """A cache in a folder, a file for each answer: a line that tells of it, and its body, compressed.

    Answers of another web than the one outside, say of a gateway, are kept apart by the name of that `realm`. What cannot be written is not kept. Bodies longer than `largest` bytes are not kept either, and now and then the
    oldest answers beyond `most` are removed.
    """

    def __init__(
        self, folder: str | Path, *, realm: str = "", largest: int = 4_000_000, most: int = 20_000
    ) -> None:
        self._folder, self._realm = Path(folder), realm
        self._largest, self._most = largest, most

    def load(self, key: str) -> Kept | None:
        """The answer kept under the key; None when there is none or its file is damaged."""
        try:
            head, _, body = self._path(key).read_bytes().partition(b"\n")
            return Kept(**json.loads(head), body=zlib.decompress(body))
        except (OSError, ValueError, TypeError, zlib.error):
            return None

    def save(self, key: str, kept: Kept) -> None:
        """Keep an answer, in one step, so that no half of it is ever read."""
        if len(kept.body) > self._largest:
            return
        head = asdict(kept)
        data = zlib.compress(head.pop("body"))
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(json.dumps(head).encode() + b"\n" + data)
            Path(file.name).replace(path)
        if random.random() < _OFTEN:  # noqa: S311 - no secret
            self.prune()

    def prune(self) -> None:
        """Remove the oldest answers beyond those that are to be kept."""
        with contextlib.suppress(OSError):
            files = sorted(self._folder.glob("??/*"), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in files[self._most :]:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._realm} {key}".encode()).hexdigest()
        return self._folder / name[:2] / name[2:]


_OFTEN = 1 / 500
"""How often keeping an answer is the occasion to look for old ones."""


def cache_of_person(gateway: str | None = None) -> FolderCache | None:
    """The cache of who runs refs: in the folder that ``REFS_CACHE`` names (``off`` for none), else in ``~/.cache/refs``."""
    named = os.environ.get("REFS_CACHE")
    if named == "off":
        return None
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return FolderCache(named or base / "refs", realm=gateway or "")
