"""Search: words, the beginnings of words, and identifiers in any dress, over the whole library."""

import re

from refs.model.identifier import Scheme, parse_identifier
from refs.model.stored import Stored
from refs.store.items import Items

# title and key weigh most, then authors, container, the rest
_RANK = "bm25(search, 10.0, 8.0, 6.0, 3.0, 1.0)"


class Search(Items):
    """The full-text index over key, title, authors, container and the other words of items."""

    def search(self, query: str, *, limit: int | None = 50, offset: int = 0) -> list[Stored]:
        """The items that hold every word of the query, the best first; the last word may be a beginning.

        An identifier finds its item, whatever it is written like.
        """
        found = self._by_identifier(query)
        if found:
            return found[offset:][:limit]
        words = match_words(query)
        if not words:
            return []
        rows = self.rows(
            "SELECT items.* FROM search JOIN items ON items.id = search.rowid WHERE search MATCH ?"
            f" ORDER BY {_RANK}, items.id LIMIT ? OFFSET ?",
            [words, -1 if limit is None else limit, offset],
        )
        return self._all_stored(rows)

    def _by_identifier(self, query: str) -> list[Stored]:
        identifier = parse_identifier(query)
        keys = self.find_by_identifier(identifier) if identifier else []
        if not keys and identifier and identifier.scheme is Scheme.URL:
            return []
        return [self.get_stored(key) for key in keys]


def match_words(query: str) -> str:
    """The FTS5 expression for all words of a text, each as a beginning.

    >>> match_words('benzo "use"')
    '"benzo"* "use"*'
    """
    words = re.findall(r"\w+", query[:10_000])[:64]
    return " ".join(f'"{word}"*' for word in words)
