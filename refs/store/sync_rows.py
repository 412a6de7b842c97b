"""What goes with the items when two copies come together, as SQL; `pairs` says which item of theirs is which of mine."""

SCRIPT: tuple[str, ...] = (
    # dates
    """
    UPDATE items SET
      first_retrieved = coalesce(min(items.first_retrieved, other.first_retrieved), items.first_retrieved, other.first_retrieved),
      last_verified = coalesce(max(items.last_verified, other.last_verified), items.last_verified, other.last_verified)
    FROM (SELECT mine, first_retrieved, last_verified FROM theirs.items JOIN pairs ON theirs.items.id = pairs.theirs
          WHERE first_retrieved IS NOT NULL OR last_verified IS NOT NULL) AS other
    WHERE items.id = other.mine
      AND (items.first_retrieved IS NOT other.first_retrieved OR items.last_verified IS NOT other.last_verified)
    """,
    # what a person added
    "INSERT OR IGNORE INTO collections (name) SELECT name FROM theirs.collections",
    """
    INSERT OR IGNORE INTO collection_items (collection_id, item_id)
    SELECT here.id, pairs.mine FROM theirs.collection_items AS inside
    JOIN theirs.collections AS there ON there.id = inside.collection_id
    JOIN main.collections AS here ON here.name = there.name
    JOIN pairs ON pairs.theirs = inside.item_id
    """,
    """
    INSERT INTO notes (item_id, text, created)
    SELECT mine, text, created FROM theirs.notes AS note JOIN pairs ON pairs.theirs = note.item_id
    WHERE NOT EXISTS (SELECT 1 FROM main.notes AS old WHERE old.item_id = mine AND old.text = note.text)
    """,
    """
    INSERT OR IGNORE INTO attachments (item_id, place, sha256, size, added)
    SELECT mine, place, sha256, size, added FROM theirs.attachments AS file JOIN pairs ON pairs.theirs = file.item_id
    """,
    "INSERT OR IGNORE INTO searches (name, query) SELECT name, query FROM theirs.searches",
    """
    INSERT OR IGNORE INTO distinct_items (one_id, other_id)
    SELECT min(a.mine, b.mine), max(a.mine, b.mine) FROM theirs.distinct_items
    JOIN pairs AS a ON a.theirs = one_id JOIN pairs AS b ON b.theirs = other_id WHERE a.mine <> b.mine
    """,
    """
    INSERT OR IGNORE INTO former_keys (key, item_id)
    SELECT key, mine FROM theirs.former_keys AS old JOIN pairs ON pairs.theirs = old.item_id
    WHERE key NOT IN (SELECT key FROM main.items)
    """,
    # what was seen of links
    "INSERT OR IGNORE INTO links (url, identifier) SELECT url, identifier FROM theirs.links WHERE checked IS NOT NULL",
    """
    INSERT INTO checks (link_id, "when", verdict, reason, status, final_url, title, fingerprint, drift, etag,
                        last_modified, certificate_expiry, milliseconds, machine, hops, evidence)
    SELECT here.id, seen."when", seen.verdict, reason, status, final_url, seen.title, fingerprint, drift, etag,
           last_modified, certificate_expiry, milliseconds, machine, hops, evidence
    FROM theirs.checks AS seen JOIN theirs.links AS there ON there.id = seen.link_id
    JOIN main.links AS here ON here.url = there.url
    WHERE NOT EXISTS (SELECT 1 FROM main.checks AS old
                      WHERE old.link_id = here.id AND old."when" = seen."when" AND old.verdict = seen.verdict)
    """,
    """
    UPDATE links SET verdict = there.verdict, checked = there.checked FROM theirs.links AS there
    WHERE there.url = links.url AND there.checked IS NOT NULL AND (links.checked IS NULL OR links.checked < there.checked)
    """,
    # articles: those that are new, or were read later
    """
    DELETE FROM articles WHERE path IN (SELECT path FROM theirs.articles AS there WHERE there.ingested > articles.ingested)
    """,
    """
    CREATE TEMP TABLE came AS SELECT there.id AS theirs, there.path FROM theirs.articles AS there
    WHERE there.path NOT IN (SELECT path FROM main.articles)
    """,
    """
    INSERT INTO articles (path, format, title, sha256, ingested)
    SELECT there.path, format, title, sha256, ingested FROM theirs.articles AS there JOIN came ON came.theirs = there.id
    """,
    """
    INSERT INTO markers (article_id, raw, kind, start, "end", numbers, keys, context)
    SELECT here.id, raw, kind, start, "end", numbers, keys, context FROM theirs.markers AS there
    JOIN came ON came.theirs = there.article_id JOIN main.articles AS here ON here.path = came.path
    """,
    """
    INSERT INTO entries (article_id, position, number, key, raw, start, "end", item_id)
    SELECT here.id, position, number, key, raw, start, "end", pairs.mine FROM theirs.entries AS there
    JOIN came ON came.theirs = there.article_id JOIN main.articles AS here ON here.path = came.path
    LEFT JOIN pairs ON pairs.theirs = there.item_id
    """,
    """
    INSERT INTO findings (article_id, code, message, start, "end", number, text)
    SELECT here.id, code, message, start, "end", number, text FROM theirs.findings AS there
    JOIN came ON came.theirs = there.article_id JOIN main.articles AS here ON here.path = came.path
    """,
    "DROP TABLE came",
    # the log: their lines are known from now on, but can only be undone where they were done
    """
    INSERT INTO events ("when", verb, detail, uid)
    SELECT "when", verb, detail, uid FROM theirs.events WHERE uid NOT IN (SELECT uid FROM main.events) ORDER BY id
    """,
)
