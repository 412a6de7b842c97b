"""Links: the URLs that items print, and the last verdict on each."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refs.model.link import Link, Verdict
from refs.store.items import Items


@dataclass(frozen=True, slots=True)
class LinkState:
    """A link, the keys of the items that have it, the last verdict and when that was."""

    link: Link
    keys: tuple[str, ...]
    verdict: Verdict | None = None
    checked: str | None = None


_STATES = """
SELECT links.*, (SELECT group_concat(key, char(10)) FROM item_links JOIN items ON items.id = item_id
                 WHERE link_id = links.id) AS keys
FROM links WHERE {} ORDER BY links.id
"""
_PAGE = 2_000
_IN_USE = "EXISTS (SELECT 1 FROM item_links WHERE link_id = links.id)"
_OF_KEYS = """
id IN (SELECT link_id FROM item_links JOIN items ON items.id = item_id
       WHERE key IN (SELECT value FROM json_each(?)))
"""


class Links(Items):
    """The tables `links` and `item_links`."""

    def each_link(self, keys: Sequence[str] | None = None) -> Iterator[LinkState]:
        """Every link that an item has, or the items of some keys have, some thousands in memory at a time.

        The library may be written meanwhile.
        """
        self._link_new()
        wanted, values = (_IN_USE, []) if keys is None else (_OF_KEYS, [json.dumps(keys)])
        last = 0
        while numbers := self.rows(
            f"SELECT id FROM links WHERE id > ? AND {wanted} ORDER BY id LIMIT {_PAGE}", [last, *values]
        ):
            first, last = numbers[0]["id"], numbers[-1]["id"]
            yield from self._states(f"id BETWEEN ? AND ? AND {wanted}", first, last, *values)

    def count_links(self) -> int:
        """How many links items have."""
        self._link_new()
        return int(self.value(f"SELECT count(*) FROM links WHERE {_IN_USE}"))

    def links_of(self, key: str) -> list[LinkState]:
        """The links of an item: the printed URL first."""
        self._link_new()
        number = self._row_of(key)["id"]
        found = self._states("id IN (SELECT link_id FROM item_links WHERE item_id = ?)", number)
        places = self.rows(
            "SELECT url FROM item_links JOIN links ON links.id = link_id WHERE item_id = ? ORDER BY position",
            [number],
        )
        order = [row["url"] for row in places]
        return sorted(found, key=lambda state: order.index(state.link.url))

    def printed_verdicts(self, keys: Sequence[str]) -> dict[str, Verdict]:
        """The last verdict on the printed link of each of these items that was looked at, by key."""
        self._link_new()
        found = self.rows(
            "SELECT key, verdict FROM items JOIN item_links ON item_id = items.id AND position = 0"
            " JOIN links ON links.id = link_id"
            " WHERE key IN (SELECT value FROM json_each(?)) AND verdict IS NOT NULL",
            [json.dumps(keys)],
        )
        return {row["key"]: Verdict(row["verdict"]) for row in found}

    def _states(self, where: str, *values: object) -> list[LinkState]:
        rows = self.rows(_STATES.format(where), values)
        return [
            LinkState(
                Link(row["url"], row["identifier"]),
                keys_of(row["keys"]),
                Verdict(row["verdict"]) if row["verdict"] else None,
                row["checked"],
            )
            for row in rows
        ]


def keys_of(joined: str | None) -> tuple[str, ...]:
    """The keys that a query put together, a line each."""
    return tuple(joined.split("\n")) if joined else ()
