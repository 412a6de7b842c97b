"""Checks: what was seen of each link, and when; rows are added and never changed."""

import json
from collections.abc import Iterable

from refs.model.link import Check, Reason, Verdict
from refs.store.database import Row
from refs.store.items import Items

_INSERT = """
INSERT INTO checks (link_id, "when", verdict, reason, status, final_url, title, fingerprint, drift, etag,
                    last_modified, certificate_expiry, milliseconds, machine, hops, evidence)
SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16 FROM links WHERE url = ?1
"""
_LAST = """
UPDATE links SET verdict = ?, checked = ? WHERE url = ? AND (checked IS NULL OR checked <= ?)
"""
_VERIFIED = """
UPDATE items SET last_verified = ?1 WHERE (last_verified IS NULL OR last_verified < ?1) AND id IN
  (SELECT item_id FROM item_links JOIN links ON links.id = link_id WHERE url = ?2 AND position = 0)
"""


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
            run("INSERT OR IGNORE INTO links (url) VALUES (?)", [(check.url,) for check in found])
            run(_INSERT, map(_row_of, found))
            run(_LAST, [(str(c.verdict), c.when, c.url, c.when) for c in found])
            run(_VERIFIED, [(c.when, c.url) for c in found if c.verdict.is_good])
        return len(found)

    def history(self, url: str, *, limit: int | None = None) -> list[Check]:
        """The checks of a URL, the oldest first; with a limit, the last so many."""
        rows = self.rows(
            "SELECT checks.*, url FROM checks JOIN links ON links.id = link_id WHERE url = ?"
            ' ORDER BY "when" DESC, checks.id DESC LIMIT ?',
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
