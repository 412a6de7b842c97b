-- Schema 1 of a refs library. Never edited once released: a later change is a file of its own.

-- One row per work. `csl` is the work as CSL-JSON and the truth; type, title, authors, year, container, missing and
-- accessed are drawn from it for lists and sorting. `provenance` is JSON: field -> [source, tag, when, confidence],
-- where the field `*` stands for all that are not named.
-- `uid` names the item in every copy of the library. `missing`: the variables a bibliography wants, by blanks.
CREATE TABLE items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  title TEXT,
  authors TEXT,
  year INTEGER,
  container TEXT,
  csl TEXT NOT NULL,
  provenance TEXT,
  missing TEXT,
  first_retrieved TEXT,
  last_verified TEXT,
  accessed TEXT,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  uid INTEGER NOT NULL
);
CREATE INDEX items_missing ON items(id) WHERE missing IS NOT NULL;
CREATE INDEX items_type ON items(type);
CREATE INDEX items_year ON items(year);
CREATE INDEX items_modified ON items(modified);
CREATE INDEX items_noticed ON items(id) WHERE instr(csl, '"notices":') > 0;
CREATE INDEX items_accessed ON items(accessed) WHERE accessed IS NOT NULL;

-- The names that registries give the works, in normal form; a URL is in its form for comparing.
CREATE TABLE identifiers (
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  PRIMARY KEY (scheme, value, item_id)
) WITHOUT ROWID;
CREATE INDEX identifiers_item ON identifiers(item_id);

-- What makes two items worth comparing: hashes of title, authors, year and pages. Made again by 'refs doctor'.
CREATE TABLE blocks (
  hash INTEGER NOT NULL,
  item_id INTEGER NOT NULL,
  PRIMARY KEY (hash, item_id)
) WITHOUT ROWID;

-- Pairs of items of which a person said that they are not one work; one_id < other_id.
CREATE TABLE distinct_items (
  id INTEGER PRIMARY KEY,
  one_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  UNIQUE (one_id, other_id)
);
CREATE INDEX distinct_items_other ON distinct_items(other_id);

-- Keys that an item had before a merge or a change of key; the item still answers to them.
CREATE TABLE former_keys (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE
);
CREATE INDEX former_keys_item ON former_keys(item_id);

-- What is wrong with the data of an item.
CREATE TABLE flaws (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  variable TEXT,
  text TEXT,
  start INTEGER,
  "end" INTEGER
);
CREATE INDEX flaws_item ON flaws(item_id);

-- What a person adds to items.
CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE,
  UNIQUE (tag, item_id)
);
CREATE INDEX tags_item ON tags(item_id);
CREATE TABLE collections (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
);
CREATE TABLE collection_items (
  id INTEGER PRIMARY KEY,
  collection_id INTEGER NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  UNIQUE (collection_id, item_id)
);
CREATE INDEX collection_items_item ON collection_items(item_id);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  created TEXT NOT NULL
);
CREATE INDEX notes_item ON notes(item_id);
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  place TEXT NOT NULL,
  sha256 TEXT,
  size INTEGER,
  added TEXT NOT NULL,
  UNIQUE (item_id, place)
);
CREATE TABLE searches (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  query TEXT NOT NULL
);

-- URLs, and every look that was taken at them. `verdict` and `checked` are those of the last check.
CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  identifier TEXT,
  verdict TEXT,
  checked TEXT
);
CREATE INDEX links_checked ON links(checked) WHERE checked IS NOT NULL;
CREATE INDEX links_verdict ON links(verdict) WHERE verdict IS NOT NULL;
CREATE TABLE item_links (
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  link_id INTEGER NOT NULL REFERENCES links(id) ON DELETE CASCADE,
  PRIMARY KEY (item_id, position)
) WITHOUT ROWID;
CREATE INDEX item_links_link ON item_links(link_id);
-- One row. `linked`: the last item whose links are written; those of later items are when links are next asked for.
-- `adding` is 1 while many items are added, which are put into the full-text index together, not by the trigger.
CREATE TABLE state (linked INTEGER NOT NULL, adding INTEGER NOT NULL);
INSERT INTO state VALUES (0, 0);
CREATE TABLE checks (
  id INTEGER PRIMARY KEY,
  link_id INTEGER NOT NULL REFERENCES links(id) ON DELETE CASCADE,
  "when" TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  status INTEGER,
  final_url TEXT,
  title TEXT,
  fingerprint TEXT,
  drift REAL,
  etag TEXT,
  last_modified TEXT,
  certificate_expiry TEXT,
  milliseconds INTEGER,
  machine TEXT,
  hops TEXT,
  evidence TEXT
);
CREATE INDEX checks_link ON checks(link_id, "when");

-- Articles that were read: their markers, their reference lists (with the item that each entry is), what was found.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  title TEXT,
  sha256 TEXT NOT NULL,
  ingested TEXT NOT NULL
);
CREATE TABLE markers (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  raw TEXT NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  numbers TEXT,
  keys TEXT,
  context TEXT
);
CREATE INDEX markers_article ON markers(article_id, start);
CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number INTEGER,
  key TEXT,
  raw TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  item_id INTEGER REFERENCES items(id) ON DELETE SET NULL
);
CREATE INDEX entries_article ON entries(article_id, position);
CREATE INDEX entries_item ON entries(item_id);
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  number INTEGER,
  text TEXT
);
CREATE INDEX findings_article ON findings(article_id);

-- What was done, and how each row was before: enough to take it back. `last` ends a range of added rows.
-- While `recording` holds an event, the triggers below write every change of a journaled table.
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "when" TEXT NOT NULL,
  verb TEXT NOT NULL,
  detail TEXT,
  undoes INTEGER REFERENCES events(id),
  undone_by INTEGER REFERENCES events(id),
  uid INTEGER NOT NULL
);
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  "table" TEXT NOT NULL,
  row INTEGER NOT NULL,
  last INTEGER,
  before TEXT
);
CREATE INDEX changes_event ON changes(event_id);
CREATE INDEX changes_row ON changes("table", row);
CREATE TABLE recording (event_id INTEGER NOT NULL REFERENCES events(id));

-- The journal.
CREATE TRIGGER journal_items_insert AFTER INSERT ON items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'items', NEW.id, NULL);
END;
CREATE TRIGGER journal_items_update AFTER UPDATE OF key, csl, provenance, first_retrieved ON items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'items', OLD.id, json_object('key', OLD.key, 'csl', OLD.csl, 'provenance', OLD.provenance, 'first_retrieved', OLD.first_retrieved, 'last_verified', OLD.last_verified, 'created', OLD.created, 'modified', OLD.modified, 'uid', OLD.uid));
END;
CREATE TRIGGER journal_items_delete AFTER DELETE ON items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'items', OLD.id, json_object('key', OLD.key, 'csl', OLD.csl, 'provenance', OLD.provenance, 'first_retrieved', OLD.first_retrieved, 'last_verified', OLD.last_verified, 'created', OLD.created, 'modified', OLD.modified, 'uid', OLD.uid));
END;
CREATE TRIGGER journal_distinct_items_insert AFTER INSERT ON distinct_items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'distinct_items', NEW.id, NULL);
END;
CREATE TRIGGER journal_distinct_items_update AFTER UPDATE ON distinct_items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'distinct_items', OLD.id, json_object('one_id', OLD.one_id, 'other_id', OLD.other_id));
END;
CREATE TRIGGER journal_distinct_items_delete AFTER DELETE ON distinct_items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'distinct_items', OLD.id, json_object('one_id', OLD.one_id, 'other_id', OLD.other_id));
END;
CREATE TRIGGER journal_former_keys_insert AFTER INSERT ON former_keys WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'former_keys', NEW.id, NULL);
END;
CREATE TRIGGER journal_former_keys_update AFTER UPDATE ON former_keys WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'former_keys', OLD.id, json_object('key', OLD.key, 'item_id', OLD.item_id));
END;
CREATE TRIGGER journal_former_keys_delete AFTER DELETE ON former_keys WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'former_keys', OLD.id, json_object('key', OLD.key, 'item_id', OLD.item_id));
END;
CREATE TRIGGER journal_flaws_insert AFTER INSERT ON flaws WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'flaws', NEW.id, NULL);
END;
CREATE TRIGGER journal_flaws_update AFTER UPDATE ON flaws WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'flaws', OLD.id, json_object('item_id', OLD.item_id, 'code', OLD.code, 'message', OLD.message, 'variable', OLD.variable, 'text', OLD.text, 'start', OLD.start, 'end', OLD."end"));
END;
CREATE TRIGGER journal_flaws_delete AFTER DELETE ON flaws WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'flaws', OLD.id, json_object('item_id', OLD.item_id, 'code', OLD.code, 'message', OLD.message, 'variable', OLD.variable, 'text', OLD.text, 'start', OLD.start, 'end', OLD."end"));
END;
CREATE TRIGGER journal_tags_insert AFTER INSERT ON tags WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'tags', NEW.id, NULL);
END;
CREATE TRIGGER journal_tags_update AFTER UPDATE ON tags WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'tags', OLD.id, json_object('item_id', OLD.item_id, 'tag', OLD.tag));
END;
CREATE TRIGGER journal_tags_delete AFTER DELETE ON tags WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'tags', OLD.id, json_object('item_id', OLD.item_id, 'tag', OLD.tag));
END;
CREATE TRIGGER journal_collections_insert AFTER INSERT ON collections WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'collections', NEW.id, NULL);
END;
CREATE TRIGGER journal_collections_update AFTER UPDATE ON collections WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'collections', OLD.id, json_object('name', OLD.name));
END;
CREATE TRIGGER journal_collections_delete AFTER DELETE ON collections WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'collections', OLD.id, json_object('name', OLD.name));
END;
CREATE TRIGGER journal_collection_items_insert AFTER INSERT ON collection_items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'collection_items', NEW.id, NULL);
END;
CREATE TRIGGER journal_collection_items_update AFTER UPDATE ON collection_items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'collection_items', OLD.id, json_object('collection_id', OLD.collection_id, 'item_id', OLD.item_id));
END;
CREATE TRIGGER journal_collection_items_delete AFTER DELETE ON collection_items WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'collection_items', OLD.id, json_object('collection_id', OLD.collection_id, 'item_id', OLD.item_id));
END;
CREATE TRIGGER journal_notes_insert AFTER INSERT ON notes WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'notes', NEW.id, NULL);
END;
CREATE TRIGGER journal_notes_update AFTER UPDATE ON notes WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'notes', OLD.id, json_object('item_id', OLD.item_id, 'text', OLD.text, 'created', OLD.created));
END;
CREATE TRIGGER journal_notes_delete AFTER DELETE ON notes WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'notes', OLD.id, json_object('item_id', OLD.item_id, 'text', OLD.text, 'created', OLD.created));
END;
CREATE TRIGGER journal_attachments_insert AFTER INSERT ON attachments WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'attachments', NEW.id, NULL);
END;
CREATE TRIGGER journal_attachments_update AFTER UPDATE ON attachments WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'attachments', OLD.id, json_object('item_id', OLD.item_id, 'place', OLD.place, 'sha256', OLD.sha256, 'size', OLD.size, 'added', OLD.added));
END;
CREATE TRIGGER journal_attachments_delete AFTER DELETE ON attachments WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'attachments', OLD.id, json_object('item_id', OLD.item_id, 'place', OLD.place, 'sha256', OLD.sha256, 'size', OLD.size, 'added', OLD.added));
END;
CREATE TRIGGER journal_searches_insert AFTER INSERT ON searches WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'searches', NEW.id, NULL);
END;
CREATE TRIGGER journal_searches_update AFTER UPDATE ON searches WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'searches', OLD.id, json_object('name', OLD.name, 'query', OLD.query));
END;
CREATE TRIGGER journal_searches_delete AFTER DELETE ON searches WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'searches', OLD.id, json_object('name', OLD.name, 'query', OLD.query));
END;
CREATE TRIGGER journal_articles_insert AFTER INSERT ON articles WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'articles', NEW.id, NULL);
END;
CREATE TRIGGER journal_articles_update AFTER UPDATE ON articles WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'articles', OLD.id, json_object('path', OLD.path, 'format', OLD.format, 'title', OLD.title, 'sha256', OLD.sha256, 'ingested', OLD.ingested));
END;
CREATE TRIGGER journal_articles_delete AFTER DELETE ON articles WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'articles', OLD.id, json_object('path', OLD.path, 'format', OLD.format, 'title', OLD.title, 'sha256', OLD.sha256, 'ingested', OLD.ingested));
END;
CREATE TRIGGER journal_markers_insert AFTER INSERT ON markers WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'markers', NEW.id, NULL);
END;
CREATE TRIGGER journal_markers_update AFTER UPDATE ON markers WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'markers', OLD.id, json_object('article_id', OLD.article_id, 'raw', OLD.raw, 'kind', OLD.kind, 'start', OLD.start, 'end', OLD."end", 'numbers', OLD.numbers, 'keys', OLD.keys, 'context', OLD.context));
END;
CREATE TRIGGER journal_markers_delete AFTER DELETE ON markers WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'markers', OLD.id, json_object('article_id', OLD.article_id, 'raw', OLD.raw, 'kind', OLD.kind, 'start', OLD.start, 'end', OLD."end", 'numbers', OLD.numbers, 'keys', OLD.keys, 'context', OLD.context));
END;
CREATE TRIGGER journal_entries_insert AFTER INSERT ON entries WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'entries', NEW.id, NULL);
END;
CREATE TRIGGER journal_entries_update AFTER UPDATE ON entries WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'entries', OLD.id, json_object('article_id', OLD.article_id, 'position', OLD.position, 'number', OLD.number, 'key', OLD.key, 'raw', OLD.raw, 'start', OLD.start, 'end', OLD."end", 'item_id', OLD.item_id));
END;
CREATE TRIGGER journal_entries_delete AFTER DELETE ON entries WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'entries', OLD.id, json_object('article_id', OLD.article_id, 'position', OLD.position, 'number', OLD.number, 'key', OLD.key, 'raw', OLD.raw, 'start', OLD.start, 'end', OLD."end", 'item_id', OLD.item_id));
END;
CREATE TRIGGER journal_findings_insert AFTER INSERT ON findings WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'findings', NEW.id, NULL);
END;
CREATE TRIGGER journal_findings_update AFTER UPDATE ON findings WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'findings', OLD.id, json_object('article_id', OLD.article_id, 'code', OLD.code, 'message', OLD.message, 'start', OLD.start, 'end', OLD."end", 'number', OLD.number, 'text', OLD.text));
END;
CREATE TRIGGER journal_findings_delete AFTER DELETE ON findings WHEN EXISTS (SELECT 1 FROM recording) BEGIN
  INSERT INTO changes (event_id, "table", row, before)
  VALUES ((SELECT event_id FROM recording), 'findings', OLD.id, json_object('article_id', OLD.article_id, 'code', OLD.code, 'message', OLD.message, 'start', OLD.start, 'end', OLD."end", 'number', OLD.number, 'text', OLD.text));
END;

-- The full-text index; the triggers keep it in step with `items`, whoever writes them.
CREATE VIEW searchable AS
  SELECT id AS rowid, key, title, authors, container, coalesce(json_extract(csl, '$.abstract'), '') || ' ' ||
    coalesce(json_extract(csl, '$.publisher'), '') || ' ' ||
    coalesce(json_extract(csl, '$.keyword'), '') || ' ' ||
    coalesce(json_extract(csl, '$.note'), '') || ' ' ||
    coalesce(json_extract(csl, '$."container-title-short"'), '') AS words FROM items;
CREATE VIRTUAL TABLE search USING fts5(
  key, title, authors, container, words,
  content='searchable', content_rowid='rowid', columnsize=0, tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO search(search, rank) VALUES ('hashsize', 16777216);
CREATE TRIGGER search_insert AFTER INSERT ON items WHEN (SELECT adding FROM state) = 0 BEGIN
  INSERT INTO search(rowid, key, title, authors, container, words)
  VALUES (NEW.id, NEW.key, NEW.title, NEW.authors, NEW.container, coalesce(json_extract(NEW.csl, '$.abstract'), '') || ' ' ||
    coalesce(json_extract(NEW.csl, '$.publisher'), '') || ' ' ||
    coalesce(json_extract(NEW.csl, '$.keyword'), '') || ' ' ||
    coalesce(json_extract(NEW.csl, '$.note'), '') || ' ' ||
    coalesce(json_extract(NEW.csl, '$."container-title-short"'), ''));
END;
CREATE TRIGGER search_delete AFTER DELETE ON items BEGIN
  INSERT INTO search(search, rowid, key, title, authors, container, words)
  VALUES ('delete', OLD.id, OLD.key, OLD.title, OLD.authors, OLD.container, coalesce(json_extract(OLD.csl, '$.abstract'), '') || ' ' ||
    coalesce(json_extract(OLD.csl, '$.publisher'), '') || ' ' ||
    coalesce(json_extract(OLD.csl, '$.keyword'), '') || ' ' ||
    coalesce(json_extract(OLD.csl, '$.note'), '') || ' ' ||
    coalesce(json_extract(OLD.csl, '$."container-title-short"'), ''));
END;
CREATE TRIGGER search_update AFTER UPDATE OF key, title, authors, container, csl ON items BEGIN
  INSERT INTO search(search, rowid, key, title, authors, container, words)
  VALUES ('delete', OLD.id, OLD.key, OLD.title, OLD.authors, OLD.container, coalesce(json_extract(OLD.csl, '$.abstract'), '') || ' ' ||
    coalesce(json_extract(OLD.csl, '$.publisher'), '') || ' ' ||
    coalesce(json_extract(OLD.csl, '$.keyword'), '') || ' ' ||
    coalesce(json_extract(OLD.csl, '$.note'), '') || ' ' ||
    coalesce(json_extract(OLD.csl, '$."container-title-short"'), ''));
  INSERT INTO search(rowid, key, title, authors, container, words)
  VALUES (NEW.id, NEW.key, NEW.title, NEW.authors, NEW.container, coalesce(json_extract(NEW.csl, '$.abstract'), '') || ' ' ||
    coalesce(json_extract(NEW.csl, '$.publisher'), '') || ' ' ||
    coalesce(json_extract(NEW.csl, '$.keyword'), '') || ' ' ||
    coalesce(json_extract(NEW.csl, '$.note'), '') || ' ' ||
    coalesce(json_extract(NEW.csl, '$."container-title-short"'), ''));
END;

-- Views for people who open the library with sqlite-utils or Datasette.
CREATE VIEW works AS
  SELECT key, type, authors, title, container, year,
         json_extract(csl, '$.DOI') AS doi, json_extract(csl, '$.PMID') AS pmid, json_extract(csl, '$.PMCID') AS pmcid,
         json_extract(csl, '$.URL') AS url, accessed, first_retrieved, last_verified, missing,
         (SELECT group_concat(tag, ', ') FROM tags WHERE item_id = items.id) AS tags
  FROM items;
CREATE VIEW link_verdicts AS
  SELECT key, title, url, links.identifier, verdict, checked
  FROM links JOIN item_links ON link_id = links.id JOIN items ON items.id = item_id;
CREATE VIEW broken_links AS
  SELECT * FROM link_verdicts WHERE verdict IN ('dead', 'soft-404', 'suspect', 'unreachable');
CREATE VIEW check_history AS
  SELECT url, "when", checks.verdict, reason, status, final_url, checks.title, evidence
  FROM checks JOIN links ON links.id = link_id;
CREATE VIEW article_references AS
  SELECT articles.path AS article, position, number, items.key, items.title, raw
  FROM entries JOIN articles ON articles.id = article_id LEFT JOIN items ON items.id = item_id;
CREATE VIEW field_sources AS
  SELECT items.key, field.key AS field, json_extract(field.value, '$[0]') AS source,
         json_extract(field.value, '$[1]') AS tag, json_extract(field.value, '$[2]') AS "when"
  FROM items, json_each(items.provenance) AS field;
CREATE VIEW unresolved AS
  SELECT key, title, missing, created FROM items WHERE missing IS NOT NULL;
