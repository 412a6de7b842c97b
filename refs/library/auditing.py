"""A whole site: every article of a folder, a sitemap, a feed or an export."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from refs.errors import RefsError, UnreadableFile
from refs.library.ingesting import ingest_each
from refs.model.flaw import Flaw, FlawCode
from refs.parse.sitemap import parse_sitemap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refs.library.holdings import Holdings
    from refs.parse.sitemap import Sitemap

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".xml"})
_MOST_PAGES = 50_000
_DEEPEST = 4


def each_article(library: Holdings, source: str) -> Iterator[str]:
    """The path or URL of each article, when it is ingested; one that cannot be read is told as a flaw."""
    for path in paths_of(library, source):
        try:
            for ingested in ingest_each(library, path, format_name=None, tags=(), dry_run=False):
                yield ingested.article.path
        except RefsError as error:
            library.tell([Flaw(FlawCode.UNREAD, str(error), path)])


def paths_of(library: Holdings, source: str) -> list[str]:
    """The articles that a folder, sitemap, feed or export names; raises UnreadableFile where there is none."""
    folder = Path(source)
    if "://" not in source and folder.is_dir():
        found = [str(path) for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES]
        if not found:
            raise UnreadableFile(
                source, "it holds no article", f"Articles end in {', '.join(sorted(SUFFIXES))}."
            )
        return found
    sitemap = parse_sitemap(library.read_bytes(source))
    if sitemap is None:
        return [source]
    return list(dict.fromkeys(islice(_listed(library, sitemap, 0), _MOST_PAGES)))


def _listed(library: Holdings, sitemap: Sitemap, depth: int) -> Iterator[str]:
    """The pages of a sitemap; of an index those of its sitemaps."""
    if not sitemap.is_index or depth >= _DEEPEST:
        yield from sitemap.urls
        return
    for url in sitemap.urls:
        inner = parse_sitemap(library.read_bytes(url))
        if inner is not None:
            yield from _listed(library, inner, depth + 1)
