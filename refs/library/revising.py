"""Published articles given back: renumbered, restyled, repaired, with citations put in; shown first, then written."""

from __future__ import annotations

import difflib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from refs.article.edit import Edit, write_article
from refs.article.insert import Work, find_place, insert_citation
from refs.article.read import read_articles
from refs.article.renumber import renumber as renumber_edits
from refs.article.repair import merge_duplicates, replace_links, set_retrieval
from refs.article.restyle import restyle as restyle_edits
from refs.article.save import save_article
from refs.errors import CannotWrite, PlaceNotFound
from refs.files import write_file
from refs.library.citing import is_numeric, render, without_number
from refs.library.ingesting import store_article
from refs.model.article import Article, Format
from refs.model.citation import Citation, Cite
from refs.model.link import Verdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from refs.library.holdings import Holdings
    from refs.model.article import ListEntry, Marker
    from refs.model.item import Item

_OUTPUTS = {Format.TEXT: "plain", Format.MARKDOWN: "markdown", Format.HTML: "html", Format.WORDPRESS: "html"}
_CONTEXT_LINES = 1


@dataclass(frozen=True)
class Revision:
    """An article before and after."""

    path: str
    before: bytes
    after: bytes
    source: str
    revised: str
    format: Format
    keep: Callable[[str], None] | None = None
    """Ties the entries of the revised article to the items that they were written from."""

    @property
    def changed(self) -> bool:
        """Whether anything is different."""
        return self.before != self.after

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff, without line feeds."""
        old, new = self.source.splitlines(), self.revised.splitlines()
        return difflib.unified_diff(
            old, new, self.path, f"{self.path} (revised)", n=_CONTEXT_LINES, lineterm=""
        )

    def write(self, out: str | None = None, *, backup: bool = True) -> str:
        """Put the revised article in its place, or in `out`; the file that was written.

        What was there is kept beside it as ``.bak`` unless told not to.
        """
        target = out or self.path
        if target == "-":
            write_file("-", self.after)
            return target
        if self.changed or out is not None:
            save_article(Path(target), self.after, backup=backup and out is None)
        if self.keep is not None:
            self.keep(target)
        return target


def renumber(library: Holdings, path: str) -> Revision:
    """The article with numbers in the order of first citation."""
    return _revise(library, path, [renumber_edits])


def restyle(
    library: Holdings, path: str, *, style: str, locale: str | None, markers: bool = False
) -> Revision:
    """The article with its list in a CSL style; with `markers` also its markers, where the style has no numbers.

    The entries stay tied to their items when the revision is written, so that the way back leads to the same list.
    """
    keys: dict[str, dict[int, str]] = {}

    def take(article: Article) -> tuple[Edit, ...]:
        keys[article.path] = store_article(library, article)
        return _restyled(library, article, keys[article.path], style, locale, markers=markers)

    revision = _revise(library, path, [take])

    def keep(target: str) -> None:
        for before, after in zip(keys, read_articles(revision.after, target, revision.format), strict=False):
            library.store.put_article(after, keys[before])

    return replace(revision, keep=keep)


def repair(library: Holdings, path: str) -> Revision:
    """The article with duplicates merged, moved links replaced, retrieval dates as the library has them, in order."""
    return _revise(
        library,
        path,
        [
            merge_duplicates,
            lambda article: replace_links(article, _moved(library, article)),
            lambda article: set_retrieval(article, _accessed(library, article)),
            renumber_edits,
        ],
    )


def insert(
    library: Holdings, path: str, names: Sequence[str], *, at: str, style: str, locale: str | None
) -> Revision:
    """The article with the named items cited after the words `at`."""
    steps = [_inserting(library, name, at, style, locale) for name in library.resolve(names)]
    return _revise(library, path, steps)


def _revise(library: Holdings, path: str, steps: Sequence[Callable[[Article], Sequence[Edit]]]) -> Revision:
    """The steps made one after the other, each on the article as the one before left it; an export's posts together."""
    data = before = library.read_bytes(path)
    first = articles = read_articles(data, path)
    for step in steps:
        edits = [edit for article in articles for edit in step(article)]
        if edits:
            data = write_article(articles[0], edits, data)
            articles = read_articles(data, path, first[0].format)
    source, revised = (each[0].source if each else "" for each in (first, articles))
    return Revision(path, before, data, source, revised, first[0].format if first else Format.TEXT)


def _restyled(
    library: Holdings,
    article: Article,
    keys: Mapping[int, str],
    style: str,
    locale: str | None,
    *,
    markers: bool,
) -> tuple[Edit, ...]:
    entries = [entry for entry in article.entries if entry.position in keys]
    items = {key: library.get(key) for key in dict.fromkeys(keys.values())}
    texts = _entry_texts(article.format, list(items.values()), style, locale)
    numeric = is_numeric(style)
    labelled = any(entry.number is not None for entry in entries)

    def written(entry: ListEntry) -> str:
        key = keys.get(entry.position)
        return texts[key] if key in texts else article.source[entry.span.start : entry.span.end]

    return restyle_edits(
        article,
        entry=written,
        citation=None if numeric or not markers else _author_citation(library, article, keys, style, locale),
        label=(lambda number: f"{number}. ") if numeric and not labelled else None,
    )


def _author_citation(
    library: Holdings, article: Article, keys: Mapping[int, str], style: str, locale: str | None
) -> Callable[[Marker, tuple[int, ...], tuple[int, ...]], str]:
    output = _OUTPUTS.get(article.format, "plain")
    items = [library.get(key) for key in dict.fromkeys(keys.values())]

    def citation(marker: Marker, positions: tuple[int, ...], _numbers: tuple[int, ...]) -> str:
        cites = tuple(Cite(keys[position]) for position in positions if position in keys)
        text = render(items, style, locale, output, (Citation(cites),)).citations[0].text
        text = escape(text) if article.format is Format.DOCX else text
        before = article.source[marker.span.start - 1 : marker.span.start]
        return text if before.isspace() or not before else f" {text}"

    return citation


def _entry_texts(form: Format, items: Sequence[Item], style: str, locale: str | None) -> dict[str, str]:
    document = render(items, style, locale, _OUTPUTS.get(form, "plain"))
    texts = {entry.id: without_number(entry.text) for entry in document.bibliography.entries}
    return {key: escape(text) for key, text in texts.items()} if form is Format.DOCX else texts


def _moved(library: Holdings, article: Article) -> dict[str, str]:
    """The addresses that a check found to have moved for good."""
    found = {}
    for url in _urls(article):
        history = library.store.history(url, limit=1)
        if history and history[-1].verdict is Verdict.MOVED and history[-1].final_url:
            found[url] = history[-1].final_url
    return found


# the URL of an entry, without the punctuation after it
_URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)\]]")


def _urls(article: Article) -> list[str]:
    written = (article.source[span.start : span.end] for span in article.lists or ())
    found = [match.group().replace("&amp;", "&") for text in written for match in _URL.finditer(text)]
    return list(dict.fromkeys(found))


def _accessed(library: Holdings, article: Article) -> dict[int, dt.date]:
    """The retrieval dates that the library holds and the article prints otherwise, by position."""
    found = {}
    for position, key in store_article(library, article).items():
        accessed = library.get(key).accessed
        day = accessed.to_day() if accessed else None
        if day is not None:
            found[position] = day
    return found


def _inserting(
    library: Holdings, key: str, at: str, style: str, locale: str | None
) -> Callable[[Article], Sequence[Edit]]:
    def edits(article: Article) -> Sequence[Edit]:
        place = find_place(article, at)
        if place is None:
            raise PlaceNotFound(article.path, at)
        known = {name: position for position, name in store_article(library, article).items()}
        if key in known:
            entry = next(each for each in article.entries if each.position == known[key])
            return insert_citation(article, place, Work(number=entry.number or entry.position))
        text = _entry_texts(article.format, [library.get(key)], style, locale)[key]
        return insert_citation(article, place, Work(text=text))

    return edits


def refuse_same(path: str, out: str) -> None:
    """Raise CannotWrite where the output would take the place of the article itself."""
    if out != "-" and Path(out).exists() and os.path.samefile(path, out):  # noqa: PTH121  # two names, one file
        raise CannotWrite(out, "it is the article itself")
