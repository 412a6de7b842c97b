"""Looks: what the last check saw of each link, and whose link it is."""

import json
from collections.abc import Iterator, Sequence

from refs.model.link import Check, Verdict
from refs.store.checks import Checks, check_of
from refs.store.links import Links, keys_of

_LAST = """
SELECT * FROM (
  SELECT checks.*, url, (SELECT group_concat(key, char(10)) FROM item_links JOIN items ON items.id = item_id
                         WHERE item_links.link_id = links.id) AS keys
  FROM links JOIN checks ON checks.id = (SELECT max(id) FROM checks WHERE link_id = links.id AND "when" = links.checked)
  WHERE links.verdict = ? AND links.checked >= ?) AS seen
WHERE keys IS NOT NULL {} ORDER BY keys, url
"""
_BEFORE = """
SELECT past.verdict FROM checks AS past WHERE past.link_id = {} AND past."when" < ?
ORDER BY past."when" DESC, past.id DESC LIMIT 1
"""
_OTHER = f"AND verdict <> coalesce(({_BEFORE.format('seen.link_id')}), 'alive')"


class Looks(Checks, Links):
    """The tables `links` and `checks`, together."""

    def looks(
        self, verdict: Verdict, since: str, *, other_than: str | None = None
    ) -> Iterator[tuple[Check, tuple[str, ...]]]:
        """The last check of each link that has this verdict since a moment, with the keys of its items.

        With `other_than`, only where the verdict is another than the last one before that moment; a link that was
        not looked at then counts as having been alive.
        """
        news = [] if other_than is None else [other_than]
        for row in self._each(_LAST.format(_OTHER if news else ""), [str(verdict), since, *news]):
            yield check_of(row), keys_of(row["keys"])

    def verdicts_before(self, urls: Sequence[str], moment: str) -> dict[str, Verdict]:
        """The last verdict before a moment on each of the URLs that was looked at then."""
        found = self.rows(
            f"SELECT url, ({_BEFORE.format('links.id')}) AS verdict FROM links WHERE url IN (SELECT value FROM json_each(?))",
            [moment, json.dumps(urls)],
        )
        return {row["url"]: Verdict(row["verdict"]) for row in found if row["verdict"]}

    def keys_with(self, url: str) -> tuple[str, ...]:
        """The keys of the items that have a link."""
        rows = self.rows(
            "SELECT key FROM links JOIN item_links ON link_id = links.id JOIN items ON items.id = item_id WHERE url = ?",
            [url],
        )
        return tuple(row["key"] for row in rows)
