"""Articles: which were read, their markers, their reference lists, and which item each entry is."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from refs.errors import UnknownArticle
from refs.model.article import Article, Finding, Format, ListEntry, Marker, MarkerKind, Span
from refs.store.database import Database, Row


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the library knows it: all but its source, which stays where it is."""

    path: str
    format: Format
    title: str | None
    sha256: str
    ingested: str
    markers: tuple[Marker, ...] = ()
    entries: tuple[ListEntry, ...] = ()
    keys: tuple[str | None, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """One place where an item stands: the article, the number or key printed there, and its position in the list."""

    path: str
    title: str | None
    number: int | None
    key: str | None
    position: int


class Articles(Database):
    """The tables `articles`, `markers`, `entries` and `findings`."""

    def put_article(self, article: Article, keys: Mapping[int, str], *, sha256: str | None = None) -> None:
        """Keep an article in the place of what was kept under its path.

        `keys` says for each entry, by its position, under which key its item stands in the library.
        """
        import hashlib  # noqa: PLC0415 - loads OpenSSL, which most commands do not need

        digest = sha256 or hashlib.sha256(article.source.encode("utf-8", "surrogatepass")).hexdigest()
        with self.transaction():
            self._connection.execute("DELETE FROM articles WHERE path = ?", [article.path])
            number = self._connection.execute(
                "INSERT INTO articles (path, format, title, sha256, ingested) VALUES (?, ?, ?, ?, ?)",
                (article.path, str(article.format), article.title, digest, self.now()),
            ).lastrowid
            self._put_markers(number, article)
            self._put_entries(number, article, keys)
            self._put_findings(number, article)

    def get_article(self, path: str) -> StoredArticle:
        """The article of a path or URL; UnknownArticle when none was read from there."""
        row = self.row("SELECT * FROM articles WHERE path = ?", [path])
        if row is None:
            raise UnknownArticle(
                path, [each["path"] for each in self.rows("SELECT path FROM articles LIMIT 10000")]
            )
        return self._article_of(row)

    def articles(self) -> list[StoredArticle]:
        """Every article, by its path, without markers, entries and findings."""
        return [_bare_article(row) for row in self.rows("SELECT * FROM articles ORDER BY path")]

    def remove_article(self, path: str) -> None:
        """Forget an article; its items stay."""
        if not self.execute("DELETE FROM articles WHERE path = ?", [path]):
            self.get_article(path)

    def where_cited(self, key: str) -> list[Cited]:
        """The places in articles where the item of this key stands in the list."""
        rows = self.rows(
            "SELECT path, articles.title AS title, number, entries.key AS key, position FROM entries"
            " JOIN articles ON articles.id = article_id JOIN items ON items.id = item_id"
            " WHERE items.key = ? ORDER BY path, position",
            [key],
        )
        return [Cited(*row) for row in rows]

    def _put_markers(self, number: int | None, article: Article) -> None:
        self._connection.executemany(
            'INSERT INTO markers (article_id, raw, kind, start, "end", numbers, keys, context)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number,
                    m.raw,
                    str(m.kind),
                    m.span.start,
                    m.span.end,
                    _list(m.numbers),
                    _list(m.keys),
                    m.context,
                )
                for m in article.markers
            ],
        )

    def _put_entries(self, number: int | None, article: Article, keys: Mapping[int, str]) -> None:
        self._connection.executemany(
            'INSERT INTO entries (article_id, position, number, key, raw, start, "end", item_id)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM items WHERE key = ?))",
            [
                (number, e.position, e.number, e.key, e.raw, e.span.start, e.span.end, keys.get(e.position))
                for e in article.entries
            ],
        )

    def _put_findings(self, number: int | None, article: Article) -> None:
        self._connection.executemany(
            'INSERT INTO findings (article_id, code, message, start, "end", number, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
            [
                (
                    number,
                    f.code,
                    f.message,
                    *((f.span.start, f.span.end) if f.span else (None, None)),
                    f.number,
                    f.text,
                )
                for f in article.findings
            ],
        )

    def _article_of(self, row: Row) -> StoredArticle:
        number = [row["id"]]
        entries = self.rows(
            "SELECT entries.*, items.key AS item_key FROM entries LEFT JOIN items ON items.id = item_id"
            " WHERE article_id = ? ORDER BY position",
            number,
        )
        return StoredArticle(
            row["path"],
            Format(row["format"]),
            row["title"],
            row["sha256"],
            row["ingested"],
            tuple(
                map(
                    _marker_of, self.rows("SELECT * FROM markers WHERE article_id = ? ORDER BY start", number)
                )
            ),
            tuple(
                ListEntry(e["raw"], Span(e["start"], e["end"]), e["position"], e["number"], e["key"])
                for e in entries
            ),
            tuple(e["item_key"] for e in entries),
            tuple(
                map(_finding_of, self.rows("SELECT * FROM findings WHERE article_id = ? ORDER BY id", number))
            ),
        )


def _bare_article(row: Row) -> StoredArticle:
    return StoredArticle(row["path"], Format(row["format"]), row["title"], row["sha256"], row["ingested"])


def _list(values: tuple[int, ...] | tuple[str, ...]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None


def _marker_of(row: Row) -> Marker:
    return Marker(
        row["raw"],
        Span(row["start"], row["end"]),
        MarkerKind(row["kind"]),
        tuple(json.loads(row["numbers"])) if row["numbers"] else (),
        tuple(json.loads(row["keys"])) if row["keys"] else (),
        row["context"] or "",
    )


def _finding_of(row: Row) -> Finding:
    span = Span(row["start"], row["end"]) if row["start"] is not None else None
    return Finding(row["code"], row["message"], span, row["number"], row["text"])
