"""Library: one file of items, and everything that can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from refs import __version__
from refs.library.holdings import Holdings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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


class _Manner(TypedDict):
    style: str
    locale: str | None


class Library(Holdings):
    """The items of one library file.

    Open it with `Library.open` and close it with ``with``. Naming, finding and changing items are methods of
    `Holdings`; here are those of the trades, which cost time to import and are imported by the methods that need
    them, so that listing and searching start at once.
    """

    def add(self, thing: str, *, tags: Sequence[str] = ()) -> Iterator[Added]:
        """The items that an identifier, URL, bibliography file or printed reference gives, each stored when told."""
        from refs.library.adding import add_thing  # noqa: PLC0415  # see the class

        return add_thing(self, thing, tags)

    def expect(self, things: Iterable[str]) -> None:
        """Be told what will be added, so that services that answer for many are asked once for them."""
        from refs.library.adding import expect_things  # noqa: PLC0415  # see the class

        expect_things(self, things)

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
        articles: Iterable[str] | None = None,
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

        `articles` are the exact paths of several; `due` leaves out links that were looked at lately; `quick` asks with HEAD and reads no page that answers well.
        """
        from refs.library.checking import check  # noqa: PLC0415  # see the class

        return check(
            self,
            names,
            article=article,
            articles=articles,
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

    def trouble(self) -> list[dict[str, Any]]:
        """The references whose link needs a hand, by article and number, as rows."""
        from refs.library.reporting import trouble_rows  # noqa: PLC0415  # see the class

        return trouble_rows(self)

    def report(self, *, form: str = "html", article: str | None = None) -> str:
        """The report as html, markdown, json, csv, junit or sarif."""
        from refs.library.reporting import report_text  # noqa: PLC0415  # see the class

        return report_text(self, form=form, article=article)

    def write_report(self, out: str, *, form: str = "html", article: str | None = None) -> str:
        """Write the report to a file (``-`` is stdout) as html, markdown, json, csv, junit or sarif."""
        from refs.library.reporting import write  # noqa: PLC0415  # see the class

        return write(self, out, form=form, article=article)

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

    def write_stdout(self, data: bytes) -> None:
        """Write bytes to stdout."""
        from refs.files import write_file  # noqa: PLC0415  # see the class

        write_file("-", data)

    def write_file(self, path: str, text: str) -> None:
        """Put a text in a file's place, as a whole, or on stdout where the path is ``-``."""
        from refs.files import write_file  # noqa: PLC0415  # see the class

        write_file(path, text.encode())

    def _manner(self, style: str | None, locale: str | None) -> _Manner:
        """The style and locale asked for, or those of the house."""
        house = self.configuration
        return {"style": style or house.style, "locale": locale or house.locale}
