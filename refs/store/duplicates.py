"""Duplicates that are in the library already: clusters of items that are one work."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice

from refs.alike import ratio
from refs.model.duplicate import Cluster, Pair
from refs.store.items import Items
from refs.store.likeness import THRESHOLD, are_compatible, compare
from refs.store.traits import Traits

_GROUPS = """
SELECT group_concat(item_id) AS numbers FROM blocks GROUP BY hash HAVING count(*) > 1
"""
_SHARED = """
SELECT group_concat(item_id) AS numbers, scheme || ':' || value AS name FROM identifiers
WHERE scheme NOT IN ('issn', 'orcid', 'nct', 'fda') AND NOT (scheme = 'url' AND value NOT LIKE 'https://%/%')
GROUP BY scheme, value HAVING count(*) > 1
"""
_NEIGHBOURS = 12
"""In a block of many, each is compared with so many that follow it by title."""
_SMALL = 40
_UNLIKE = 60
_AT_ONCE = 400

Found = dict[tuple[int, int], tuple[float, tuple[str, ...]]]


class Duplicates(Items):
    """The search for duplicates over the whole library."""

    def duplicates(self, *, threshold: float = THRESHOLD) -> list[Cluster]:
        """The clusters of items that are one work, the surest first; pairs called distinct are left out."""
        found: Found = {}
        traits = lru_cache(maxsize=20_000)(self._traits)
        for row in self.rows(_SHARED):
            numbers = _numbers(row["numbers"])[:_SMALL]
            for one, other in combinations(numbers, 2):
                if are_compatible(traits(one), traits(other), row["name"].partition(":")[0]):
                    likeness = compare(traits(one), traits(other))
                    found[one, other] = (max(threshold, likeness.score), (row["name"], *likeness.reasons))
        for one, other in self._alike():
            if (one, other) not in found:
                likeness = compare(traits(one), traits(other))
                if likeness.score >= threshold:
                    found[one, other] = (likeness.score, likeness.reasons)
        return self._clusters(found)

    def set_distinct(self, keys: Sequence[str]) -> None:
        """Remember that these items are different works, each from each."""
        with self.event("distinct", ", ".join(keys)):
            numbers = sorted(self._row_of(key)["id"] for key in keys)
            self._connection.executemany(
                "INSERT OR IGNORE INTO distinct_items (one_id, other_id) VALUES (?, ?)",
                list(combinations(numbers, 2)),
            )

    def _alike(self) -> Iterator[tuple[int, int]]:
        """Pairs that share a block and whose titles are not unlike."""
        groups = (_numbers(row["numbers"]) for row in self._each(_GROUPS))
        while some := list(islice(groups, _AT_ONCE)):
            titles = self._titles({number for group in some for number in group})
            for group in some:
                yield from _near(group, titles)

    def _titles(self, numbers: Iterable[int]) -> dict[int, str]:
        listed = ",".join(map(str, numbers))
        rows = self.rows(f"SELECT id, lower(coalesce(title, '')) AS title FROM items WHERE id IN ({listed})")
        return {row["id"]: row["title"] for row in rows}

    def _traits(self, number: int) -> Traits:
        row = self.row("SELECT * FROM items WHERE id = ?", [number])
        assert row is not None  # noqa: S101 - the number was read from the same table
        return Traits(self._item_of(row))

    def _clusters(self, found: Found) -> list[Cluster]:
        apart = {
            (row["one_id"], row["other_id"])
            for row in self.rows("SELECT one_id, other_id FROM distinct_items")
        }
        groups = _join(found, apart)
        clusters = [self._cluster(group, found) for group in groups]
        return sorted(clusters, key=lambda each: (-each.score, each.keep))

    def _cluster(self, group: frozenset[int], found: Found) -> Cluster:
        listed = ",".join(map(str, sorted(group)))
        rows = self.rows(
            "SELECT id, key, missing, length(csl) AS size,"
            " (SELECT count(*) FROM entries WHERE item_id = items.id) AS cited"
            f" FROM items WHERE id IN ({listed})"
        )
        keys = {row["id"]: row["key"] for row in rows}
        best = max(rows, key=lambda row: (row["missing"] is None, row["cited"], row["size"], -row["id"]))
        pairs = tuple(
            Pair(keys[one], keys[other], score, reasons)
            for (one, other), (score, reasons) in sorted(found.items())
            if one in group and other in group
        )
        return Cluster(best["key"], tuple(keys[number] for number in sorted(keys)), pairs)


def _numbers(text: str) -> list[int]:
    return sorted({int(each) for each in text.split(",")})


def _near(group: list[int], titles: dict[int, str]) -> Iterator[tuple[int, int]]:
    group = [number for number in group if number in titles]
    if len(group) <= _SMALL:
        pairs: Iterable[tuple[int, int]] = combinations(group, 2)
    else:
        ordered = sorted(group, key=lambda number: titles[number])
        pairs = (
            (min(one, other), max(one, other))
            for place, one in enumerate(ordered)
            for other in ordered[place + 1 : place + 1 + _NEIGHBOURS]
        )
    for one, other in pairs:
        a, b = titles[one], titles[other]
        if not a or not b or ratio(a, b, _UNLIKE):
            yield one, other


def _join(found: Found, apart: set[tuple[int, int]]) -> list[frozenset[int]]:
    """The groups that the pairs make, the surest first; no group holds two that are known to be apart."""
    group_of: dict[int, set[int]] = {}
    for one, other in sorted(found, key=lambda pair: -found[pair][0]):
        a, b = group_of.setdefault(one, {one}), group_of.setdefault(other, {other})
        if a is b or any((min(x, y), max(x, y)) in apart for x in a for y in b):
            continue
        a |= b
        for number in b:
            group_of[number] = a
    return list({frozenset(group) for group in group_of.values() if len(group) > 1})
