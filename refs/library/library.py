"""Library: one file of items, and everything that can be done with them."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypedDict

from refs import __version__
from refs.errors import StillCited, UnknownItem, UnreadableFile
from refs.library.configuration import Configuration, read_configuration
from refs.model.services import LIVE, Services
from refs.parse.csljson import read_item
from refs.render.csljson import csl_of, encode_item
from refs.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from refs.fetch.fetcher import Fetcher
    from refs.library.adding import Added
    from refs.library.archiving import Archived
    from refs.library.building import Built
    from refs.library.bulk import ImportedSoFar
    from refs.library.checkrun import CheckRun
    from refs.library.citing import Printed
    from refs.library.ingesting import Ingested
    from refs.library.linting import Linted
    from refs.library.refreshing import Refreshed
    from refs.library.revising import Revision
    from refs.model.flaw import Flaw
    from refs.model.item import Item
    from refs.model.query import Query
    from refs.model.stored import Stored
    from refs.store.articles import StoredArticle
    from refs.store.editing import Edit


class _Manner(TypedDict):
    style: str
    locale: str | None


# @klonopin-papers
_SAVED = re.compile(r"(?<!\S)@([\w-]+)(?=[\s)]|$)")
LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of the largest file that is read."""


class Library:
    """The items of one library file.

    Open it with `Library.open` and close it with ``with``. The trades that cost time to import are imported by the
    methods that need them, so that listing and searching start at once.
    """

    def __init__(
        self,
        store: Store,
        *,
        services: Services = LIVE,
        offline: bool = False,
        contact: str | None = None,
        delay: float | None = None,
        clock: Callable[[], dt.datetime] | None = None,
        tell: Callable[[Flaw], None] | None = None,
        configuration: Configuration | None = None,
    ) -> None:
        self.store = store
        self.configuration = house = configuration or Configuration()
        self.services = services
        self.offline = offline
        self.contact = contact or house.contact
        self.delay = house.delay if delay is None else delay
        self.clock = clock or (lambda: dt.datetime.now(dt.UTC))
        self._tell = tell or (lambda flaw: print(f"  {flaw}", file=sys.stderr))  # noqa: T201  # the default ear

    @classmethod
    def open(
        cls,
        path: str | Path = "library.db",
        *,
        create: bool = True,
        configuration: Configuration | None = None,
        **options: Any,
    ) -> Self:
        """The library in a file, made when it is not there (and `create` is true).

        The `configuration` is that of the ``refs.toml`` beside the file when none is given.
        """
        if not create and str(path) != ":memory:" and not Path(path).exists():
            raise UnreadableFile(
                path, "there is no such library", "Make one with 'refs add' or 'refs ingest'."
            )
        house = configuration or read_configuration(Path(path).parent)
        store = Store(
            path,
            encode=encode_item,
            decode=_decode,
            key_pattern=house.keys,
            **({"clock": options["clock"]} if options.get("clock") else {}),
        )
        return cls(store, configuration=house, **options)

    def close(self) -> None:
        """Close the file and the connections."""
        if "fetcher" in self.__dict__:
            self.fetcher.http.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # what the parts below share

    @cached_property
    def fetcher(self) -> Fetcher:
        """Asks the services; made when first needed."""
        from refs.fetch.fetcher import Fetcher  # noqa: PLC0415  # requests is slow to import
        from refs.fetch.http import Http  # noqa: PLC0415  # likewise

        return Fetcher(Http(services=self.services, offline=self.offline, contact=self.contact))

    def now(self) -> str:
        """The time, ISO 8601 in UTC with seconds."""
        return self.clock().strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self) -> dt.date:
        """The day."""
        return self.clock().date()

    def read_bytes(self, path: str | Path) -> bytes:
        """A file's bytes, those of a web page for a URL, or stdin's for ``-``; never more than `LARGEST_FILE`."""
        if str(path).startswith(("https://", "http://")):
            return self._fetch_bytes(str(path))
        try:
            if str(path) == "-":
                data = sys.stdin.buffer.read(LARGEST_FILE + 1)
            else:
                with Path(path).open("rb") as file:
                    data = file.read(LARGEST_FILE + 1)
        except (OSError, ValueError) as error:
            raise UnreadableFile(path, (getattr(error, "strerror", None) or str(error)).lower()) from error
        if len(data) > LARGEST_FILE:
            raise UnreadableFile(path, f"it is larger than {LARGEST_FILE // 2**20} MB", "Split it first.")
        return data

    def _fetch_bytes(self, url: str) -> bytes:
        answer = self.fetcher.http.get(
            url, accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        )
        if answer.status != 200:
            raise UnreadableFile(
                url, answer.trouble or f"the server answered {answer.status}", "Try again later."
            )
        return answer.body

    def tell(self, flaws: Iterable[Flaw]) -> None:
        """Tell the flaws of a file to whoever listens."""
        for flaw in flaws:
            self._tell(flaw)

    # items

    def get(self, name: str) -> Item:
        """The item of that key, identifier or URL; raises UnknownItem."""
        return self.store.get_item(name)

    def key_of(self, name: str) -> str:
        """The key that a key, identifier or URL stands for; raises UnknownItem."""
        return self.get(name).id

    def resolve(self, names: Iterable[str]) -> list[str]:
        """The keys that keys, identifiers and URLs stand for, in their order, each once; raises UnknownItem."""
        return list(dict.fromkeys(self.store.get_item(name).id for name in names))

    def export_csl(self, names: Iterable[str]) -> list[dict[str, Any]]:
        """The named items as CSL-JSON objects."""
        return [csl_of(self.get(name)) for name in names]

    def rows(
        self,
        *,
        article: str | None = None,
        tag: str | None = None,
        unresolved: bool = False,
        limit: int | None = None,
    ) -> list[dict[str, Any]]:
        """The items as rows of a table: id, type, year, title, authors, verdict, url, tags, missing."""
        from refs.library.listing import article_rows, item_rows  # noqa: PLC0415  # see the class

        if article is not None:
            return article_rows(self, article)[:limit]
        return item_rows(self, self.store.list_items(tag=tag, unresolved=unresolved or None, limit=limit))

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> list[dict[str, Any]]:
        """The items that a query finds, the best first, as rows of a table."""
        from refs.library.listing import item_rows  # noqa: PLC0415  # see the class

        return item_rows(self, self.find(query, limit=limit, offset=offset))

    def find(self, query: str, *, limit: int | None = None, offset: int = 0) -> list[Stored]:
        """The items that a query finds, the best first; raises BadQuery, which underlines the fault.

        ``@name`` in it stands for the search that was kept under that name.
        """
        return self.store.search(_parsed(self.spelt_out(query)), limit=limit, offset=offset)

    def count(self, query: str) -> int:
        """How many items a query finds; raises BadQuery."""
        return self.store.count_found(_parsed(self.spelt_out(query)))

    def save_search(self, name: str, query: str) -> None:
        """Keep a search under a name, for ``@name``; raises BadQuery."""
        query = self.spelt_out(query)
        _parsed(query)
        self.store.save_search(name.removeprefix("@"), query)

    def spelt_out(self, query: str) -> str:
        """The query with the searches that were kept in the place of their names; raises UnknownName."""
        return _SAVED.sub(lambda name: f"({self.store.get_search(name[1])})", query)

    def fields(self, name: str) -> list[dict[str, Any]]:
        """All that is known of an item, a row for each field: field, value, source, when."""
        from refs.library.listing import field_rows  # noqa: PLC0415  # see the class

        return field_rows(self, name)

    def article(self, path: str) -> StoredArticle:
        """The article of that path, or the only one whose path ends so; raises UnknownItem."""
        from refs.library.listing import find_article  # noqa: PLC0415  # see the class

        return find_article(self, path)

    def choose(self, query: str) -> list[str]:
        """The keys of a key, an identifier, or a search; raises UnknownItem when there is none."""
        try:
            return [self.key_of(query)]
        except UnknownItem:
            found = [each.item.id for each in self.find(query)]
            if not found:
                raise
            return found

    def edit(self, keys: Sequence[str], settings: Sequence[str], *, write: bool = True) -> list[Edit]:
        """Set fields (``publisher=NIH``) of items as a person's word, or only say what would change."""
        from refs.library.editing import read_settings  # noqa: PLC0415  # see the class

        act = self.store.set_fields if write else self.store.preview_fields
        return act(keys, read_settings(settings))

    def remove(self, names: Sequence[str], *, force: bool = False) -> Iterator[str]:
        """Remove items, telling each key; what an article cites stays unless forced (StillCited)."""
        for key in self.resolve(names):
            cited = self.store.where_cited(key)
            if cited and not force:
                raise StillCited(key, [each.path for each in cited])
            self.store.remove_item(key)
            yield key

    # the trades

    def add(self, thing: str, *, tags: Sequence[str] = ()) -> Iterator[Added]:
        """The items that an identifier, URL, bibliography file or printed reference gives, each stored when told."""
        from refs.library.adding import add_thing  # noqa: PLC0415  # see the class

        return add_thing(self, thing, tags)

    def import_file(
        self,
        path: str,
        *,
        form: str | None = None,
        force: bool = False,
        tags: Sequence[str] = (),
        url: str | None = None,
    ) -> Iterator[ImportedSoFar]:
        """A bibliography file of any length, or a service's answer, batch by batch; each sum that is told is stored.

        The path may be ``-`` for stdin, or a URL. `url` is where a web page that was saved came from.
        """
        from refs.library.bulk import import_file  # noqa: PLC0415  # see the class

        return import_file(self, path, form=form, force=force, tags=tags, url=url)

    def import_zotero(
        self, number: str, *, group: bool = False, key: str | None = None, tags: Sequence[str] = ()
    ) -> Iterator[Added]:
        """The items of a Zotero library by its Web API, each stored when it is told."""
        from refs.library.adding import add_zotero  # noqa: PLC0415  # see the class

        return add_zotero(self, number, group=group, key=key, tags=tags)

    def ingest(
        self, path: str, *, format_name: str | None = None, tags: Sequence[str] = (), dry_run: bool = False
    ) -> Ingested:
        """An article read from a path (``-`` is stdin), its entries tied to items."""
        from refs.library.ingesting import ingest  # noqa: PLC0415  # see the class

        return ingest(self, path, format_name=format_name, tags=tags, dry_run=dry_run)

    def ingest_each(
        self, path: str, *, format_name: str | None = None, tags: Sequence[str] = (), dry_run: bool = False
    ) -> Iterator[Ingested]:
        """Every article of a path: one, or the posts of an export, each stored when it is told."""
        from refs.library.ingesting import ingest_each  # noqa: PLC0415  # see the class

        return ingest_each(self, path, format_name=format_name, tags=tags, dry_run=dry_run)

    def trouble(self) -> list[dict[str, Any]]:
        """The references whose link needs a hand, by article and number, as rows."""
        from refs.library.reporting import trouble_rows  # noqa: PLC0415  # see the class

        return trouble_rows(self)

    def lint(self, path: str, *, format_name: str | None = None, claims: bool = False) -> Iterator[Linted]:
        """What is wrong with the citations of each article of a path (``-`` is stdin); nothing is stored."""
        from refs.library.linting import lint  # noqa: PLC0415  # see the class

        return lint(self, path, format_name=format_name, claims=claims)

    def write_findings(self, linted: Sequence[Linted], form: str) -> str:
        """The findings of articles as text, sarif or junit."""
        from refs.article.report import to_junit, to_sarif, to_text  # noqa: PLC0415  # see the class

        found = [(each.article, each.findings) for each in linted]
        if form == "sarif":
            return to_sarif(found, __version__)
        return to_junit(found) if form == "junit" else to_text(found)

    def build(self, path: str, out: str, *, style: str | None = None, locale: str | None = None) -> Built:
        """Write a draft out, or a published article's list anew, to a file (``-`` is stdout)."""
        from refs.library.building import build  # noqa: PLC0415  # see the class

        return build(self, path, out, style=style, locale=locale or self.configuration.locale)

    def filter_pandoc(
        self, document: dict[str, Any], *, style: str | None, locale: str | None
    ) -> dict[str, Any]:
        """A pandoc document (its JSON) with the citations of items that the library has, and their bibliography."""
        from refs.library.filtering import filter_document  # noqa: PLC0415  # see the class

        return filter_document(self, document, style=style, locale=locale or self.configuration.locale)

    def renumber(self, path: str) -> Revision:
        """An article with numbers in the order of first citation; nothing is written until `Revision.write`."""
        from refs.library.revising import renumber  # noqa: PLC0415  # see the class

        return renumber(self, path)

    def restyle(
        self, path: str, *, style: str | None = None, locale: str | None = None, markers: bool = False
    ) -> Revision:
        """An article with its list in a CSL style; nothing is written until `Revision.write`."""
        from refs.library.revising import restyle  # noqa: PLC0415  # see the class

        return restyle(self, path, **self._manner(style, locale), markers=markers)

    def repair(self, path: str) -> Revision:
        """An article with duplicates merged, moved links replaced and order restored; see `Revision.write`."""
        from refs.library.revising import repair  # noqa: PLC0415  # see the class

        return repair(self, path)

    def insert(
        self, path: str, names: Sequence[str], *, at: str, style: str | None = None, locale: str | None = None
    ) -> Revision:
        """An article with the named items cited after some of its words; see `Revision.write`."""
        from refs.library.revising import insert  # noqa: PLC0415  # see the class

        return insert(self, path, names, at=at, **self._manner(style, locale))

    def to_refresh(self, names: Sequence[str] = (), *, everything: bool = False) -> list[str]:
        """The keys that `refresh` should be given: the named, all, or those that no service has told of yet."""
        from refs.library.refreshing import to_refresh  # noqa: PLC0415  # see the class

        return to_refresh(self, names, everything=everything)

    def refresh(self, keys: Sequence[str], *, dry_run: bool = False) -> Iterator[Refreshed]:
        """Ask the services about each item and lay what they know over it; what a person set stays."""
        from refs.library.refreshing import refresh  # noqa: PLC0415  # see the class

        return refresh(self, keys, dry_run=dry_run)

    def check(
        self,
        names: Sequence[str] = (),
        *,
        article: str | None = None,
        stale: str | None = None,
        delay: float | None = None,
        allow: Sequence[str] = (),
        due: bool = False,
        quick: bool = False,
        touch: bool = False,
        cluster: str | None = None,
        processes: int | None = None,
        robots: bool = False,
        changed_since: str | None = None,
    ) -> CheckRun:
        """A run over the links and retrieval dates of items, articles or searches, or of all; iterate it.

        `due` leaves out links that were looked at lately; `quick` asks with HEAD and reads no page that answers well.
        """
        from refs.library.checking import check  # noqa: PLC0415  # see the class

        return check(
            self,
            names,
            article=article,
            stale=stale,
            delay=delay,
            allow=allow,
            due=due,
            quick=quick,
            touch=touch,
            cluster=cluster,
            processes=processes,
            robots=robots,
            changed_since=changed_since,
        )

    def archive(
        self, names: Sequence[str] = (), *, save: bool = False, warc: str | None = None
    ) -> Iterator[Archived]:
        """Archived copies of the named items' pages, or of the dead ones; with `save`, copies made now."""
        from refs.library.archiving import archive  # noqa: PLC0415  # see the class

        return archive(self, names, save=save, warc=warc)

    def audit(self, source: str) -> Iterator[str]:
        """The articles of a folder, sitemap, feed or export, each ingested when its path is told."""
        from refs.library.auditing import each_article  # noqa: PLC0415  # see the class

        return each_article(self, source)

    def export(
        self,
        names: Sequence[str] = (),
        *,
        target: str = "csljson",
        article: str | None = None,
        tag: str | None = None,
    ) -> tuple[str, int, Mapping[str, int]]:
        """The named items, those of an article or with a tag, or all, as text; how many; how often each field was lost."""
        from refs.library.exporting import export_items  # noqa: PLC0415  # see the class

        if article is not None:
            keys: list[str] = list(dict.fromkeys(key for key in self.article(article).keys if key))
        elif tag is not None:
            keys = [each.item.id for each in self.store.list_items(tag=tag)]
        else:
            keys = self.resolve(names) if names else self.store.keys()
        text, lost = export_items(self.store.get_items(keys), target)
        return text, len(keys), lost

    def export_whole(self, target: str, out: str) -> str:
        """Write the whole library as ``sql`` or for ``datasette``; what to do with it, in a sentence."""
        from refs.library.exporting import export_whole  # noqa: PLC0415  # see the class

        return export_whole(self, target, out)

    def where(self, names: Sequence[str]) -> list[dict[str, Any]]:
        """The places in articles where the named items stand, as rows: id, article, number, title."""
        return [
            {"id": key, "article": cited.path, "number": cited.number or cited.position, "title": cited.title}
            for key in self.resolve(names)
            for cited in self.store.where_cited(key)
        ]

    def write_stdout(self, data: bytes) -> None:
        """Write bytes to stdout."""
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def write_file(self, path: str, text: str) -> None:
        """Put a text in a file's place, as a whole."""
        from refs.library.files import replace_file  # noqa: PLC0415  # see the class

        replace_file(path, text.encode())

    def report(self, *, form: str = "html", article: str | None = None) -> str:
        """The report as html, markdown, json, csv, junit or sarif."""
        from refs.library.reporting import report_text  # noqa: PLC0415  # see the class

        return report_text(self, form=form, article=article)

    def write_report(self, out: str, *, form: str = "html", article: str | None = None) -> str:
        """Write the report to a file (``-`` is stdout) as html, markdown, json, csv, junit or sarif."""
        from refs.library.reporting import write  # noqa: PLC0415  # see the class

        return write(self, out, form=form, article=article)

    def bibliography(
        self,
        names: Sequence[str] = (),
        *,
        style: str | None = None,
        article: str | None = None,
        locale: str | None = None,
        output: str = "plain",
        number: bool | None = None,
    ) -> Printed:
        """The numbered bibliography of the named items, of an article in its order, or of all items."""
        from refs.library.citing import bibliography  # noqa: PLC0415  # see the class

        return bibliography(
            self, names, **self._manner(style, locale), article=article, output=output, number=number
        )

    def cite(
        self,
        names: Sequence[str],
        *,
        style: str | None = None,
        locale: str | None = None,
        locator: str | None = None,
        output: str = "plain",
    ) -> str:
        """The citation of the named items as one marker, an empty line, and their entries."""
        from refs.library.citing import cite  # noqa: PLC0415  # see the class

        return cite(self, names, **self._manner(style, locale), locator=locator, output=output)

    def _manner(self, style: str | None, locale: str | None) -> _Manner:
        """The style and locale asked for, or those of the house."""
        house = self.configuration
        return {"style": style or house.style, "locale": locale or house.locale}


def _parsed(query: str) -> Query:
    from refs.parse.query import parse_query  # noqa: PLC0415  # see the class

    return parse_query(query)


def _decode(text: str) -> Item:
    return read_item(json.loads(text))
