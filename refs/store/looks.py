"""Looks: what the last check saw of each link, and whose link it is."""

from collections.abc import Iterator

from refs.model.link import Check, Verdict
from refs.store.checks import Checks, check_of
from refs.store.links import Links, keys_of

_LAST = """
SELECT * FROM (
  SELECT checks.*, url, (SELECT group_concat(key, char(10)) FROM item_links JOIN items ON items.id = item_id
                         WHERE item_links.link_id = links.id) AS keys
  FROM links JOIN checks ON checks.id = (SELECT max(id) FROM checks WHERE link_id = links.id AND "when" = links.checked)
  WHERE links.verdict = ? AND links.checked >= ?)
WHERE keys IS NOT NULL ORDER BY keys, url
"""


class Looks(Checks, Links):
    """The tables `links` and `checks`, together."""

    def looks(self, verdict: Verdict, since: str) -> Iterator[tuple[Check, tuple[str, ...]]]:
        """The last check of each link that has this verdict since a moment, with the keys of its items."""
        for row in self._each(_LAST, [str(verdict), since]):
            yield check_of(row), keys_of(row["keys"])

    def keys_with(self, url: str) -> tuple[str, ...]:
        """The keys of the items that have a link."""
        rows = self.rows(
            "SELECT key FROM links JOIN item_links ON link_id = links.id JOIN items ON items.id = item_id WHERE url = ?",
            [url],
        )
        return tuple(row["key"] for row in rows)
