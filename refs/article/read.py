"""An article read: its blocks, its lists, its markers."""

from collections.abc import Callable
from pathlib import PurePath

from refs.article.block import Page
from refs.article.html import read_html
from refs.article.markdown import read_markdown
from refs.article.marker import as_marker, cited_numbers, find_markers, without_second_copy
from refs.article.plain import read_plain
from refs.article.reflist import find_listings, numbered_in_place
from refs.model.article import Article, Format, Span

SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".qmd": Format.MARKDOWN,
    ".rmd": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".xml": Format.WORDPRESS,
}
READERS: dict[Format, Callable[[str], Page]] = {
    Format.TEXT: read_plain,
    Format.MARKDOWN: read_markdown,
    Format.HTML: read_html,
}


def read_article(data: bytes | str, path: str, format: Format | None = None) -> Article:  # noqa: A002
    """What is in an article: markers and entries with their places in the decoded source."""
    source = data if isinstance(data, str) else data.decode("utf-8", "surrogateescape")
    known = format or SUFFIXES.get(PurePath(path).suffix.lower(), Format.TEXT)
    return article_of(READERS.get(known, read_plain)(source), path)


def article_of(page: Page, path: str) -> Article:
    """The article that a page of blocks makes."""
    blocks = page.blocks
    listings = numbered_in_place(find_listings(page, cited_numbers(blocks)))
    entries = [entry for listing in listings for entry in listing.entries]
    covered = {index for listing in listings for index in listing.covered}
    candidates = without_second_copy(find_markers(blocks, covered, entries), blocks)
    return Article(
        path=path,
        format=page.format,
        source=page.source,
        title=page.title,
        markers=tuple(as_marker(candidate, blocks) for candidate in candidates),
        entries=tuple(entries),
        links=tuple(
            dict.fromkeys(
                link.target for block in blocks for link in block.links if link.target[:4] == "http"
            )
        ),
        lists=tuple(
            Span(listing.entries[0].span.start, listing.entries[-1].span.end)
            for listing in listings
            if listing.entries
        ),
    )
