"""An article read: its blocks, its lists, its markers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from refs.article.block import Page
from refs.article.decode import decode, readable
from refs.article.docx import open_package, read_docx
from refs.article.html import read_html
from refs.article.markdown import read_markdown
from refs.article.marker import as_marker, cited_numbers, find_markers, without_second_copy
from refs.article.plain import read_plain
from refs.article.reflist import find_listings, numbered_in_place
from refs.article.sniff import SUFFIXES, detect_format
from refs.article.wordpress import read_wordpress
from refs.errors import UnreadableFile
from refs.model.article import Article, Format, ListEntry, Span

READERS: dict[Format, Callable[[str], Page]] = {
    Format.TEXT: read_plain,
    Format.MARKDOWN: read_markdown,
    Format.HTML: read_html,
}


def read_article(data: bytes | str, path: str, format: Format | None = None) -> Article:  # noqa: A002
    """What is in an article: markers and entries with their places in the decoded source.

    Of an export with many posts this is the first; `read_articles` gives all.
    """
    articles = read_articles(data, path, format)
    if not articles:
        raise UnreadableFile(path, "it holds no post", "Export again with the posts included.")
    return articles[0]


def read_articles(data: bytes | str, path: str, format: Format | None = None) -> Sequence[Article]:  # noqa: A002
    """The articles of a file: one, or the posts of an export, each named path#number."""
    form = format or detect_format(path, data)
    if form is Format.DOCX:
        if isinstance(data, str):
            raise UnreadableFile(path, "a Word file is not text", "Give its bytes.")
        return (article_of(read_docx(open_package(data, path)), path),)
    source, encoding = decode(data, path) if isinstance(data, bytes) else (data, "utf-8")
    if form is Format.WORDPRESS:
        return tuple(_posts(read_wordpress(source), path, encoding))
    return (replace(article_of(READERS[form](source), path), encoding=encoding),)


def _posts(pages: Iterable[Page], path: str, encoding: str) -> Iterable[Article]:
    for number, page in enumerate(pages, 1):
        yield replace(article_of(page, f"{path}#{number}"), encoding=encoding)


def article_of(page: Page, path: str) -> Article:
    """The article that a page of blocks makes."""
    blocks = page.blocks
    listings = numbered_in_place(find_listings(page, cited_numbers(blocks)))
    entries = [_written(entry, page) for listing in listings for entry in listing.entries]
    covered = {index for listing in listings for index in listing.covered}
    candidates = without_second_copy(find_markers(blocks, covered, entries), blocks)
    return Article(
        path=path,
        format=page.format,
        source=page.source,
        title=readable(page.title) if page.title else None,
        extent=page.extent,
        markers=tuple(as_marker(candidate, blocks) for candidate in candidates),
        entries=tuple(entries),
        links=tuple(
            dict.fromkeys(
                link.target for block in blocks for link in block.links if link.target[:4] == "http"
            )
        ),
        lists=tuple(_span(listing.entries) for listing in listings if listing.entries),
    )


def _written(entry: ListEntry, page: Page) -> ListEntry:
    """The entry as its format writes it: Markdown keeps its marks."""
    if page.format is not Format.MARKDOWN or entry.data is not None:
        return replace(entry, raw=readable(entry.raw), text=readable(entry.text))
    raw = " ".join(page.source[entry.span.start : entry.span.end].split())
    return replace(entry, raw=readable(raw), text=readable(entry.text))


def _span(entries: Sequence[ListEntry]) -> Span:
    return Span(min(entry.span.start for entry in entries), max(entry.span.end for entry in entries))


__all__ = ["SUFFIXES", "article_of", "detect_format", "read_article", "read_articles"]
