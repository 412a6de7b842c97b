"""Search: words, phrases, fields and identifiers in any dress, over the whole library."""

from refs.model.query import And, Query, Word
from refs.model.stored import Stored
from refs.store.conditions import Condition, condition_of, has_plain_words
from refs.store.items import Items

_RANK = "bm25(search, 8.0, 10.0, 6.0, 3.0, 1.0)"
"""Key and title weigh most, then authors, container, the rest."""

_RANKED = f"""
SELECT items.* FROM (
  SELECT rowid AS number, {_RANK} AS points FROM search WHERE search MATCH ? ORDER BY points LIMIT ? OFFSET ?
) JOIN items ON items.id = number ORDER BY points, number
"""


class Search(Items):
    """The full-text index over key, title, authors, container and the other words of items."""

    def search(self, query: Query | str, *, limit: int | None = 50, offset: int = 0) -> list[Stored]:
        """The items that a query asks for, the best first; without words to rank by, the newest first.

        A plain text asks for all its words; `refs.parse.query` makes a Query of the search language.
        When nothing has the words as they stand, they are taken for the beginnings of words.
        """
        if isinstance(query, str):
            query = words_of(query)
        most = -1 if limit is None else limit
        found = self._found(condition_of(query), most, offset)
        if not found and has_plain_words(query):
            found = self._found(condition_of(query, prefixes=True), most, offset)
        return found

    def count_found(self, query: Query) -> int:
        """How many items the query asks for."""
        for prefixes in (False, True):
            condition = condition_of(query, prefixes=prefixes)
            where, values = _whole(condition)
            number = int(self.value(f"SELECT count(*) FROM items WHERE {where}", values))
            if number or not has_plain_words(query):
                break
        return number

    def _found(self, condition: Condition, limit: int, offset: int) -> list[Stored]:
        if condition.match and condition.where == "1":
            rows = self.rows(_RANKED, [condition.match, limit, offset])
        elif condition.match:
            rows = self.rows(
                f"SELECT items.* FROM search JOIN items ON items.id = search.rowid WHERE search MATCH ?"
                f" AND {condition.where} ORDER BY {_RANK}, items.id LIMIT ? OFFSET ?",
                [condition.match, *condition.values, limit, offset],
            )
        else:
            rows = self.rows(
                f"SELECT * FROM items WHERE {condition.where} ORDER BY id DESC LIMIT ? OFFSET ?",
                [*condition.values, limit, offset],
            )
        return self._all_stored(rows)


def _whole(condition: Condition) -> tuple[str, list[object]]:
    if not condition.match:
        return condition.where, condition.values
    match = "items.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
    return f"{match} AND {condition.where}", [condition.match, *condition.values]


def words_of(text: str) -> Query:
    """The query for all words of a plain text."""
    return And(tuple(Word(each) for each in text.split()[:64]))
