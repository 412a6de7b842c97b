"""Holdings: the items of a library: naming, finding, changing and removing them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from refs.errors import StillCited, UnknownItem
from refs.library.opened import Opened
from refs.render.csljson import csl_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from refs.model.flaw import Flaw
    from refs.model.item import Item
    from refs.model.query import Query
    from refs.model.stored import Stored
    from refs.store.articles import StoredArticle
    from refs.store.editing import Edit

# @klonopin-papers
_SAVED = re.compile(r"(?<!\S)@([\w-]+)(?=[\s)]|$)")


class Holdings(Opened):
    """The items and the articles that a library holds."""

    def get(self, name: str) -> Item:
        """The item of that key, identifier or URL; raises UnknownItem."""
        return self.store.get_item(name)

    def key_of(self, name: str) -> str:
        """The key that a key, identifier or URL stands for; raises UnknownItem."""
        return self.get(name).id

    def resolve(self, names: Iterable[str]) -> list[str]:
        """The keys that keys, identifiers and URLs stand for, in their order, each once; raises UnknownItem."""
        return list(dict.fromkeys(self.store.get_item(name).id for name in names))

    def choose(self, query: str) -> list[str]:
        """The keys of a key, an identifier, or a search; raises UnknownItem when there is none."""
        try:
            return [self.key_of(query)]
        except UnknownItem:
            found = [each.item.id for each in self.find(query)]
            if not found:
                raise
            return found

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
        from refs.library.listing import article_rows, item_rows  # noqa: PLC0415  # see Library

        if article is not None:
            return article_rows(self, article)[:limit]
        return item_rows(self, self.store.list_items(tag=tag, unresolved=unresolved or None, limit=limit))

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> list[dict[str, Any]]:
        """The items that a query finds, the best first, as rows of a table."""
        from refs.library.listing import item_rows  # noqa: PLC0415  # see Library

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
        from refs.library.listing import field_rows  # noqa: PLC0415  # see Library

        return field_rows(self, name)

    def article(self, path: str) -> StoredArticle:
        """The article of that path, or the only one whose path ends so; raises UnknownItem."""
        from refs.library.listing import find_article  # noqa: PLC0415  # see Library

        return find_article(self, path)

    def where(self, names: Sequence[str]) -> list[dict[str, Any]]:
        """The places in articles where the named items stand, as rows: id, article, number, title."""
        return [
            {"id": key, "article": cited.path, "number": cited.number or cited.position, "title": cited.title}
            for key in self.resolve(names)
            for cited in self.store.where_cited(key)
        ]

    def flaws_for_citing(self, names: Sequence[str]) -> list[Flaw]:
        """What whoever cites the items has to know: what is wrong with them, and which were retracted."""
        from refs.library.notices import flaws_for_citing  # noqa: PLC0415  # see Library

        return flaws_for_citing(self.store, self.store.get_items(self.resolve(names)))

    def edit(self, keys: Sequence[str], settings: Sequence[str], *, write: bool = True) -> list[Edit]:
        """Set fields (``publisher=NIH``) of items as a person's word, or only say what would change."""
        from refs.library.editing import read_settings  # noqa: PLC0415  # see Library

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


def _parsed(query: str) -> Query:
    from refs.parse.query import parse_query  # noqa: PLC0415  # see Library

    return parse_query(query)
