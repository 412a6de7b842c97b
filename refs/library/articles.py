"""Articles as they are read: their entries as items, before anything is stored or said of them."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from refs.article.read import read_articles
from refs.encoding import decode
from refs.errors import UnknownFormat, UnreadableFile
from refs.model.article import Article, Format
from refs.parse.csl.csljson import read_item
from refs.parse.reference import Parsed, parse_reference
from refs.render.csljson import csl_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refs.library.holdings import Holdings
    from refs.model.article import ListEntry
    from refs.model.flaw import Flaw


def read_all(library: Holdings, path: str, format_name: str | None) -> Sequence[Article]:
    """The articles of a path: one, or the posts of an export; raises UnreadableFile where there is none."""
    data = library.read_bytes(path)
    articles = read_articles(data, _path_of(path), _format_of(format_name))
    if not articles:
        raise UnreadableFile(path, "it holds no post", "Export again with the posts included.")
    if format_name is None and not any(each.entries or each.markers for each in articles):
        _refuse_bibliography(data, path)
    return articles


def _refuse_bibliography(data: bytes, path: str) -> None:
    """Raise UnreadableFile for what is a bibliography by its text and by its name."""
    from refs.parse.formats import FORMATS, detect_format  # noqa: PLC0415  # the readers are many

    form = detect_format("", decode(data[:_TELLING]))
    if form is not None and PurePath(path).suffix.lower() in FORMATS[form].suffixes:
        raise UnreadableFile(
            path, f"it is a bibliography ({form}), no article", "Read it with 'refs import'."
        )


_TELLING = 64 * 1024


def with_entries(article: Article) -> tuple[Article, tuple[Parsed, ...]]:
    """The article with an item without a key for each entry, and what was read of each entry."""
    parsed = tuple(read_entry(entry) for entry in article.entries)
    entries = tuple(
        replace(entry, item=each.item.replace(id=""))
        for entry, each in zip(article.entries, parsed, strict=True)
    )
    return replace(article, entries=entries), parsed


def read_entry(entry: ListEntry) -> Parsed:
    """What an entry says: its data where the source keeps some, else its words, with the address behind them."""
    if entry.data is not None:
        flaws: list[Flaw] = []
        return Parsed(read_item(json.loads(entry.data), flaws), tuple(flaws))
    parsed = parse_reference(entry.text or entry.raw)
    behind = [url for url in entry.links if url.startswith(("http://", "https://"))]
    if len(behind) != 1 or parsed.item.URL:
        return parsed
    printed = parsed.as_printed.replace(URL=behind[0]) if parsed.as_printed else None
    return replace(parsed, item=parsed.item.replace(URL=behind[0]), as_printed=printed)


def fields_of(article: Article, parsed: tuple[Parsed, ...]) -> Callable[[ListEntry], dict[str, Any]]:
    """What gives the CSL-JSON of an entry as printed."""
    fields = {entry.position: _fields(each) for entry, each in zip(article.entries, parsed, strict=True)}
    return lambda entry: fields[entry.position]


def _fields(parsed: Parsed) -> dict[str, Any]:
    fields = csl_of(parsed.printed)
    fields.pop("id", None)
    return fields


def _format_of(name: str | None) -> Format | None:
    if name is None:
        return None
    if name not in set(Format):
        raise UnknownFormat(name, [str(each) for each in Format])
    return Format(name)


def _path_of(path: str) -> str:
    return path if path == "-" or "://" in path else os.path.normpath(path)
