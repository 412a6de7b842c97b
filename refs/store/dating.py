"""Dating: what the dates of items are judged by, read page by page: a few variables of each, and the looks that count."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from refs.model.item import Item, ItemType
from refs.model.link import Check, Verdict
from refs.store.checks import check_of
from refs.store.looks import Looks

_PAGE = 500
_VARIABLES = ("URL", "DOI", "PMID", "accessed", "issued", "note")
# the note too, since Zotero keeps variables in it
_ITEMS = f"""
SELECT items.id, items.key, json_patch('{{}}', json_object(
         'type', items.type, 'custom', json_object('notices', json_extract(csl, '$.custom.notices')),
         {", ".join(f"'{name}', json_extract(csl, '$.{name}')" for name in _VARIABLES)})) AS csl
FROM json_each(?) AS asked JOIN items ON items.id = asked.value ORDER BY asked.key
"""
_MAY_BE_WRONG = """
(accessed IS NOT NULL OR items.type IN (SELECT value FROM json_each(?)) OR instr(csl, '"notices":') > 0)
"""
_ALL = f"SELECT id FROM items WHERE id > ? AND {{}} ORDER BY id LIMIT {_PAGE}"
_NAMED = """
SELECT items.id FROM json_each(?) AS asked JOIN items ON items.key = asked.value WHERE {} ORDER BY asked.key
"""
_GOOD = ", ".join(f"'{verdict}'" for verdict in Verdict if verdict.is_good)
_LOOKS = f"""
WITH asked AS (
  SELECT item_id, link_id, accessed FROM items JOIN item_links ON item_id = items.id AND position = 0
  WHERE items.id IN (SELECT value FROM json_each(?))),
last AS (
  SELECT link_id, max("when") AS newest, max(CASE WHEN verdict IN ({_GOOD}) THEN "when" END) AS good,
         max(CASE WHEN reason = 'content' THEN "when" END) AS changed,
         max(CASE WHEN verdict IN ({_GOOD}) AND last_modified IS NOT NULL THEN "when" END) AS stated
  FROM checks WHERE link_id IN (SELECT link_id FROM asked) GROUP BY link_id)
SELECT checks.*, url, item_id
FROM asked JOIN last USING (link_id) JOIN checks USING (link_id) JOIN links ON links.id = link_id
WHERE "when" IN (newest, good, changed, stated) OR substr("when", 1, 10) = accessed
ORDER BY item_id, "when", checks.id
"""


class Dating(Looks):
    """The items and the looks at their printed links."""

    def each_dated(
        self, kinds: Collection[ItemType], keys: Sequence[str] | None = None, *, every: bool = False
    ) -> Iterator[tuple[Item, list[Check]]]:
        """Each item whose dates may be wrong, with no more than its dates need, and the looks that say so.

        These are the items of some keys (None: of all) that have a date of access or a notice, or are of a kind
        that should have one; with `every`, all. Of the looks at the printed URL come the newest, the newest good,
        the newest that saw other words, the newest that the page dated, and those of the day of access, the oldest
        first.
        """
        self._link_new()
        for numbers in self._pages(kinds, keys, every=every):
            asked = [json.dumps(numbers)]
            looks = defaultdict(list)
            for row in self.rows(_LOOKS, asked):
                looks[row["item_id"]].append(check_of(row))
            for row in self.rows(_ITEMS, asked):
                item = self._decode(row["csl"]).replace(id=row["key"])
                yield item, looks[row["id"]] if item.URL else []

    def _pages(
        self, kinds: Collection[ItemType], keys: Sequence[str] | None, *, every: bool
    ) -> Iterator[list[int]]:
        where = "1" if every else _MAY_BE_WRONG
        values = [] if every else [json.dumps([str(kind) for kind in kinds])]
        if keys is not None:
            numbers = iter(
                [row["id"] for row in self.rows(_NAMED.format(where), [json.dumps(keys), *values])]
            )
            while page := list(islice(numbers, _PAGE)):
                yield page
            return
        last = 0
        while page := [row["id"] for row in self.rows(_ALL.format(where), [last, *values])]:
            yield page
            last = page[-1]
