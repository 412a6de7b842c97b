"""One function per change of schema, never edited once released."""

from typing import Any

from sqlite_utils import Database, Migrations

migrations = Migrations("refs")

VERSION = 1
"""The schema that this refs writes; kept in `PRAGMA user_version`."""

APPLICATION_ID = 0x52454653
"""``REFS``: what `PRAGMA application_id` says of a library."""


def migrate(connection: Any) -> None:
    """Bring the library behind the connection to the newest schema; run inside the caller's transaction."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    migrations.apply(database)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {VERSION}")


def _run(database: Database, script: str) -> None:
    for statement in script.split(";;"):
        if statement.strip():
            database.execute(statement)


@migrations()
def m001_library(database: Database) -> None:
    """Make the tables of schema 1."""
    for script in (_ITEMS, _SEARCH, _TAGS, _LINKS, _ARTICLES):
        _run(database, script)


_ITEMS = """
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
  modified TEXT NOT NULL
);;
CREATE TABLE identifiers (
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  PRIMARY KEY (scheme, value, item_id)
) WITHOUT ROWID;;
CREATE INDEX identifiers_item ON identifiers(item_id);;
CREATE INDEX items_missing ON items(id) WHERE missing IS NOT NULL;;
CREATE TABLE flaws (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  variable TEXT,
  text TEXT,
  start INTEGER,
  "end" INTEGER
);;
CREATE INDEX flaws_item ON flaws(item_id)
"""

_WORDS = """coalesce(json_extract({0}csl, '$.abstract'), '') || ' ' ||
    coalesce(json_extract({0}csl, '$.publisher'), '') || ' ' ||
    coalesce(json_extract({0}csl, '$.keyword'), '') || ' ' ||
    coalesce(json_extract({0}csl, '$.note'), '') || ' ' ||
    coalesce(json_extract({0}csl, '$."container-title-short"'), '')"""

_SEARCH = f"""
CREATE VIEW searchable AS
  SELECT id AS rowid, key, title, authors, container, {_WORDS.format("")} AS words FROM items;;
CREATE VIRTUAL TABLE search USING fts5(
  key, title, authors, container, words,
  content='searchable', content_rowid='rowid', tokenize="unicode61 remove_diacritics 2"
);;
CREATE TRIGGER search_insert AFTER INSERT ON items BEGIN
  INSERT INTO search(rowid, key, title, authors, container, words)
  VALUES (NEW.id, NEW.key, NEW.title, NEW.authors, NEW.container, {_WORDS.format("NEW.")});
END;;
CREATE TRIGGER search_delete AFTER DELETE ON items BEGIN
  INSERT INTO search(search, rowid, key, title, authors, container, words)
  VALUES ('delete', OLD.id, OLD.key, OLD.title, OLD.authors, OLD.container, {_WORDS.format("OLD.")});
END;;
CREATE TRIGGER search_update AFTER UPDATE OF key, title, authors, container, csl ON items BEGIN
  INSERT INTO search(search, rowid, key, title, authors, container, words)
  VALUES ('delete', OLD.id, OLD.key, OLD.title, OLD.authors, OLD.container, {_WORDS.format("OLD.")});
  INSERT INTO search(rowid, key, title, authors, container, words)
  VALUES (NEW.id, NEW.key, NEW.title, NEW.authors, NEW.container, {_WORDS.format("NEW.")});
END
"""

_TAGS = """
CREATE TABLE tags (
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (tag, item_id)
) WITHOUT ROWID;;
CREATE INDEX tags_item ON tags(item_id)
"""

_LINKS = """
CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  identifier TEXT,
  verdict TEXT,
  checked TEXT
);;
CREATE INDEX links_checked ON links(checked);;
CREATE INDEX links_verdict ON links(verdict) WHERE verdict IS NOT NULL;;
CREATE TABLE item_links (
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  link_id INTEGER NOT NULL REFERENCES links(id) ON DELETE CASCADE,
  PRIMARY KEY (item_id, position)
) WITHOUT ROWID;;
CREATE INDEX item_links_link ON item_links(link_id);;
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
);;
CREATE INDEX checks_link ON checks(link_id, "when")
"""

_ARTICLES = """
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  title TEXT,
  sha256 TEXT NOT NULL,
  ingested TEXT NOT NULL
);;
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
);;
CREATE INDEX markers_article ON markers(article_id, start);;
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
);;
CREATE INDEX entries_article ON entries(article_id, position);;
CREATE INDEX entries_item ON entries(item_id);;
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  number INTEGER,
  text TEXT
);;
CREATE INDEX findings_article ON findings(article_id)
"""
