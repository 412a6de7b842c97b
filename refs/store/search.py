"""Search: words, phrases, fields and identifiers in any dress, over the whole library."""

import json

from refs.model.query import And, Query, Word
from refs.model.stored import Stored
from refs.store.conditions import Condition, condition_of, has_plain_words
from refs.store.database import Row
from refs.store.items import Items
from refs.text import fold

_CANDIDATES = 600
"""So many of the newest that hold the words in title, authors or key are ranked, and as many that hold them anywhere."""

_BY_INDEX = {
    f"items.{name} = ?": f"EXISTS (SELECT 1 FROM items AS same INDEXED BY items_{name} WHERE {name} = ? AND id = items.id)"
    for name in ("year", "type")
}
"""Asked of thousands of candidates, an index answers without the page that each row is on."""
_NEAR = "{{title authors key}} : ({})"
_COLUMNS = "items.id, items.key, items.title, items.authors, items.container, items.year"


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
        if condition.match and condition.words and (0 <= limit <= 1_000):
            numbers = self._ranked(condition)
            if offset + limit <= len(numbers) or len(numbers) < _CANDIDATES:
                return self._in_order(numbers[offset : offset + limit])
        where, values = _whole(condition)
        rows = self.rows(
            f"SELECT * FROM items WHERE {where} ORDER BY id DESC LIMIT ? OFFSET ?", [*values, limit, offset]
        )
        return self._all_stored(rows)

    def _ranked(self, condition: Condition) -> list[int]:
        """The numbers of the newest candidates, the best first.

        A word that half the library has would take long to rank in full, and its ranks would say little.
        """
        found = self._candidates(condition.match, condition)
        if len(found) == _CANDIDATES:
            found |= self._candidates(_NEAR.format(condition.match), condition)
        words = tuple(dict.fromkeys(fold(word) for word in condition.words))
        ranked = sorted(found.values(), key=lambda row: (-points_of(row, words), -row["id"]))
        return [row["id"] for row in ranked]

    def _candidates(self, match: str, condition: Condition) -> dict[int, Row]:
        where = condition.where
        for plain, indexed in _BY_INDEX.items():
            where = where.replace(plain, indexed)
        if "items." not in where.replace("items.id", ""):
            where = where.replace("items.id", "found.rowid")
            numbers = "SELECT rowid FROM search AS found WHERE search MATCH ?"
        else:
            numbers = "SELECT found.rowid FROM search AS found JOIN items ON items.id = found.rowid WHERE search MATCH ?"
        rows = self.rows(
            f"SELECT {_COLUMNS} FROM items WHERE id IN ({numbers} AND {where} ORDER BY found.rowid DESC LIMIT {_CANDIDATES})",
            [match, *condition.values],
        )
        return {row["id"]: row for row in rows}

    def _in_order(self, numbers: list[int]) -> list[Stored]:
        rows = self.rows(
            "SELECT * FROM items WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(numbers)]
        )
        found = dict(zip((row["id"] for row in rows), self._all_stored(rows), strict=True))
        return [found[number] for number in numbers]


def points_of(row: Row, words: tuple[str, ...]) -> float:
    """How well an item answers: words in its title count most, then key, authors and container; short and new helps."""
    title = f" {fold(row['title'] or '')} "
    authors, container, key = (fold(row[name] or "") for name in ("authors", "container", "key"))
    points = 0.0
    for word in words:
        if word in title:
            points += 10 + 2 * (f" {word}" in title)
        elif word in key:
            points += 8
        elif word in authors:
            points += 6 + 2 * authors.startswith(word)
        elif word in container:
            points += 3
    if len(words) > 1 and " ".join(words) in title:
        points += 10
    return points - len(title) / 100 + ((row["year"] or 1950) - 1950) / 100


def _whole(condition: Condition) -> tuple[str, list[object]]:
    if not condition.match:
        return condition.where, condition.values
    match = "items.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
    return f"{match} AND {condition.where}", [condition.match, *condition.values]


def words_of(text: str) -> Query:
    """The query for all words of a plain text."""
    return And(tuple(Word(each) for each in text.split()[:64]))
