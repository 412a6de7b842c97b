"""Figures about the library."""

from dataclasses import dataclass
from pathlib import Path

from refs.store.items import Items


@dataclass(frozen=True, slots=True)
class Stats:
    """How much there is of what; the mappings go from a name to a number, the largest first."""

    items: int
    unresolved: int
    articles: int
    links: int
    checks: int
    bytes: int
    types: dict[str, int]
    verdicts: dict[str, int]
    identifiers: dict[str, int]
    tags: dict[str, int]
    years: dict[str, int]
    containers: dict[str, int]


_LINKS = "SELECT count(DISTINCT link_id) FROM item_links"
_VERDICTS = """
SELECT coalesce(verdict, 'unchecked') AS name, count(*) AS number FROM links
WHERE id IN (SELECT link_id FROM item_links) GROUP BY name ORDER BY number DESC, name
"""


class Counting(Items):
    """Counts over the whole library."""

    def stats(self) -> Stats:
        """The figures of the library as it is now."""
        self._link_new()
        return Stats(
            items=self.value("SELECT count(*) FROM items"),
            unresolved=self.value("SELECT count(*) FROM items WHERE missing IS NOT NULL"),
            articles=self.value("SELECT count(*) FROM articles"),
            links=self.value(_LINKS),
            checks=self.value("SELECT count(*) FROM checks"),
            bytes=self._size(),
            types=self._counts("type", "items"),
            verdicts={row["name"]: row["number"] for row in self.rows(_VERDICTS)},
            identifiers=self._counts("scheme", "identifiers"),
            tags=self._counts("tag", "tags"),
            years=self._counts("year", "items", 30),
            containers=self._counts("container", "items", 20),
        )

    def _counts(self, column: str, table: str, most: int = -1) -> dict[str, int]:
        rows = self.rows(
            f"SELECT {column} AS name, count(*) AS number FROM {table} WHERE {column} IS NOT NULL"
            f" GROUP BY {column} ORDER BY number DESC, name LIMIT ?",
            [most],
        )
        return {str(row["name"]): row["number"] for row in rows}

    def _size(self) -> int:
        if self.path == ":memory:":
            return int(self.value("PRAGMA page_count") * self.value("PRAGMA page_size"))
        parts = (Path(self.path + suffix) for suffix in ("", "-wal"))
        return sum(part.stat().st_size for part in parts if part.exists())
