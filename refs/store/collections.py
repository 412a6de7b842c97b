"""Collections of items, and searches that are kept by name."""

from collections.abc import Iterable

from refs.errors import UnknownName
from refs.store.tags import Tags, said_of


class Collections(Tags):
    """The tables `collections`, `collection_items` and `searches`."""

    def collections(self) -> dict[str, int]:
        """Every collection and how many items it has."""
        rows = self.rows(
            "SELECT name, count(item_id) AS items FROM collections"
            " LEFT JOIN collection_items ON collection_id = collections.id GROUP BY name ORDER BY name"
        )
        return {row["name"]: row["items"] for row in rows}

    def add_to_collection(self, name: str, keys: Iterable[str] = ()) -> int:
        """Put items into a collection, which is made when it is new; how many were new in it."""
        numbers = self._numbers(keys)
        with self.event("collect", f"{said_of([name], numbers)}"):
            self._connection.execute("INSERT OR IGNORE INTO collections (name) VALUES (?)", [name])
            return self.execute_many(
                "INSERT OR IGNORE INTO collection_items (collection_id, item_id)"
                " SELECT id, ? FROM collections WHERE name = ?",
                [(number, name) for number in numbers],
            )

    def remove_from_collection(self, name: str, keys: Iterable[str]) -> int:
        """Take items out of a collection; how many were in it."""
        place = self._collection(name)
        numbers = self._numbers(keys)
        with self.event("uncollect", said_of([name], numbers)):
            return self.execute_many(
                "DELETE FROM collection_items WHERE collection_id = ? AND item_id = ?",
                [(place, number) for number in numbers],
            )

    def remove_collection(self, name: str) -> None:
        """Forget a collection; its items stay."""
        place = self._collection(name)
        with self.event("uncollect", name):
            self._connection.execute("DELETE FROM collections WHERE id = ?", [place])

    def collection(self, name: str) -> list[str]:
        """The keys of the items of a collection, in the order they were put there."""
        rows = self.rows(
            "SELECT items.key FROM collection_items JOIN items ON items.id = item_id"
            " WHERE collection_id = ? ORDER BY collection_items.id",
            [self._collection(name)],
        )
        return [row["key"] for row in rows]

    def save_search(self, name: str, query: str) -> None:
        """Keep a search under a name, in the place of one that had it."""
        with self.event("save search", name):
            self._connection.execute(
                "INSERT INTO searches (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query",
                [name, query],
            )

    def searches(self) -> dict[str, str]:
        """The searches that were kept, by name."""
        return {
            row["name"]: row["query"] for row in self.rows("SELECT name, query FROM searches ORDER BY name")
        }

    def get_search(self, name: str) -> str:
        """The query that was kept under a name."""
        query = self.value("SELECT query FROM searches WHERE name = ?", [name])
        if query is None:
            raise UnknownName("saved search", name, self.searches())
        return str(query)

    def remove_search(self, name: str) -> None:
        """Forget a search."""
        self.get_search(name)
        with self.event("forget search", name):
            self._connection.execute("DELETE FROM searches WHERE name = ?", [name])

    def _collection(self, name: str) -> int:
        place = self.value("SELECT id FROM collections WHERE name = ?", [name])
        if place is None:
            raise UnknownName("collection", name, self.collections())
        return int(place)
