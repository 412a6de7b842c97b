"""Checks: what was seen of each link, and when; rows are added and never changed."""

import json
from collections.abc import Iterable

from refs.model.link import Check, Reason, Verdict
from refs.store.database import Row
from refs.store.items import Items

_LINK = """
INSERT INTO links (url, verdict, checked) VALUES (?, ?, ?)
ON CONFLICT (url) DO UPDATE SET verdict = excluded.verdict, checked = excluded.checked
WHERE checked IS NULL OR checked <= excluded.checked
"""
_INSERT = """
INSERT INTO checks (link_id, "when", verdict, reason, status, final_url, title, fingerprint, drift, etag,
                    last_modified, certificate_expiry, milliseconds, machine, hops, evidence)
VALUES ((SELECT id FROM links WHERE url = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NEWEST = "SELECT coalesce(max(id), 0) FROM checks"
# CROSS JOIN: the new checks first, and not every link with all that was ever seen of it
_VERIFIED = """
UPDATE items SET last_verified = seen.last
FROM (SELECT item_id, max("when") AS last FROM checks CROSS JOIN item_links USING (link_id)
      WHERE checks.id > ? AND position = 0 AND verdict IN (SELECT value FROM json_each(?)) GROUP BY item_id) AS seen
WHERE items.id = seen.item_id AND (last_verified IS NULL OR last_verified < seen.last)
"""
_GOOD = json.dumps([str(verdict) for verdict in Verdict if verdict.is_good])


class Checks(Items):
    """The table `checks`."""

    def add_checks(self, checks: Iterable[Check]) -> int:
        """Keep the checks, in one transaction; how many there were.

        A good verdict on the printed link of an item moves the day it was last verified; no other verdict does.
        """
        self._link_new()
        found = list(checks)
        with self.transaction():
            run = self._connection.executemany
            before = self.value(_NEWEST)
            run(_LINK, [(check.url, str(check.verdict), check.when) for check in found])
            run(_INSERT, map(_row_of, found))
            self._connection.execute(_VERIFIED, [before, _GOOD])
        return len(found)

    def has_checks(self) -> bool:
        """Whether anything was ever checked."""
        return self.row("SELECT 1 FROM checks LIMIT 1") is not None

    def history(self, url: str, *, limit: int | None = None) -> list[Check]:
        """The checks of a URL, the oldest first; with a limit, the last so many."""
        rows = self.rows(
            "SELECT *, ?1 AS url FROM checks WHERE link_id = (SELECT id FROM links WHERE url = ?1)"
            ' ORDER BY "when" DESC, id DESC LIMIT ?2',
            [url, -1 if limit is None else limit],
        )
        return [check_of(row) for row in reversed(rows)]


def _row_of(check: Check) -> tuple[object, ...]:
    return (
        check.url,
        check.when,
        str(check.verdict),
        str(check.reason),
        check.status,
        check.final_url,
        check.title,
        check.fingerprint,
        check.drift,
        check.etag,
        check.last_modified,
        check.certificate_expiry,
        check.milliseconds,
        check.machine,
        json.dumps(check.hops) if check.hops else None,
        check.evidence,
    )


def check_of(row: Row) -> Check:
    """The check of a row that has its URL."""
    return Check(
        url=row["url"],
        when=row["when"],
        verdict=Verdict(row["verdict"]),
        reason=Reason(row["reason"]),
        status=row["status"],
        final_url=row["final_url"],
        title=row["title"],
        fingerprint=row["fingerprint"],
        drift=row["drift"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        certificate_expiry=row["certificate_expiry"],
        milliseconds=row["milliseconds"],
        machine=row["machine"],
        hops=tuple((status, url) for status, url in json.loads(row["hops"])) if row["hops"] else (),
        evidence=row["evidence"],
    )
