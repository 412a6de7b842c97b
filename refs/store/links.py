"""Links: the URLs that items print, and the last verdict on each."""

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
_IN_USE = "EXISTS (SELECT 1 FROM item_links WHERE link_id = links.id)"


class Links(Items):
    """The tables `links` and `item_links`."""

    def links(self, *, verdict: Verdict | None = None) -> list[LinkState]:
        """Every link that an item has, or those of one verdict."""
        self._link_new()
        if verdict is None:
            return self._states(_IN_USE)
        return self._states(f"verdict = ? AND {_IN_USE}", str(verdict))

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

    def due_links(self, before: str | None = None) -> list[Link]:
        """The links that were never checked, or last before a moment (ISO 8601, UTC)."""
        self._link_new()
        states = self._states(f"(checked IS NULL OR checked < ?) AND {_IN_USE}", before or "")
        return [state.link for state in states]

    def _states(self, where: str, *values: object) -> list[LinkState]:
        rows = self.rows(_STATES.format(where), values)
        return [
            LinkState(
                Link(row["url"], row["identifier"]),
                tuple((row["keys"] or "").split("\n")) if row["keys"] else (),
                Verdict(row["verdict"]) if row["verdict"] else None,
                row["checked"],
            )
            for row in rows
        ]
