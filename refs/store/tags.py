"""Tags: words that a person puts on items; their case is kept and does not count."""

import json
from collections.abc import Iterable

from refs.store.items import Items


class Tags(Items):
    """The table `tags`."""

    def add_tags(self, keys: Iterable[str], tags: Iterable[str]) -> int:
        """Put every tag on every item; how many were new."""
        numbers, words = self._numbers(keys), list(tags)
        rows = [(number, word) for number in numbers for word in words]
        with self.event("tag", said_of(words, numbers)):
            return self.execute_many("INSERT OR IGNORE INTO tags (item_id, tag) VALUES (?, ?)", rows)

    def remove_tags(self, keys: Iterable[str], tags: Iterable[str]) -> int:
        """Take the tags off the items; how many were there."""
        numbers, words = self._numbers(keys), list(tags)
        rows = [(number, word) for number in numbers for word in words]
        with self.event("untag", said_of(words, numbers)):
            return self.execute_many("DELETE FROM tags WHERE item_id = ? AND tag = ?", rows)

    def tags(self) -> dict[str, int]:
        """Every tag and how many items have it."""
        rows = self.rows("SELECT tag, count(*) AS items FROM tags GROUP BY tag ORDER BY tag")
        return {row["tag"]: row["items"] for row in rows}

    def _numbers(self, keys: Iterable[str]) -> list[int]:
        wanted = list(keys)
        rows = self.rows(
            "SELECT id, key FROM items WHERE key IN (SELECT value FROM json_each(?))", [json.dumps(wanted)]
        )
        found = {row["key"]: row["id"] for row in rows}
        return [found[key] if key in found else self._row_of(key)["id"] for key in wanted]


def said_of(words: list[str], numbers: list[int]) -> str:
    """``klonopin on 3 items``, for the log."""
    return f"{', '.join(words)} on {len(numbers)} item{'' if len(numbers) == 1 else 's'}"
