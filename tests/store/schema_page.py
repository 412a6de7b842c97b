"""docs/schema.md from the schema itself: ``python tests/store/schema_page.py`` writes it again."""

import re
import sqlite3
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "schema.md"
SCRIPT = ROOT / "refs" / "store" / "schema" / "1.sql"

HEAD = """# The tables of a library

`library.db` is a SQLite file that any program may read while refs is at work: `sqlite-utils`, Datasette, `sqlite3`.
This page is made from the schema by `tests/store/schema_page.py`, and a test keeps it true.

- `PRAGMA application_id` is 0x52454653 (`REFS`), `PRAGMA user_version` the number of the schema: {version}.
- Times are ISO 8601 in UTC, such as `2026-03-01T12:00:00Z`; days are `2026-03-01`. Lists and pairs are JSON.
- The truth about a work is `items.csl`, its CSL-JSON; `json_extract(csl, '$.publisher')` reads a variable.
- Read as you like. To change works, use refs: what is drawn from `csl` (other columns, identifiers, links, blocks)
  is written with it. After a change from outside, `refs doctor --repair` draws it again; the full-text index follows
  by itself.
- The file is in WAL mode: copy it with `refs backup`, or together with its `-wal` file.

    sqlite-utils library.db "select key, title, year from works where doi is not null limit 5"
    sqlite-utils library.db "select * from broken_links"
    datasette library.db

"""


def comments():
    """The comment that stands before each table or view, by its name; it goes for those that follow it."""
    found, waiting, fresh = {}, [], False
    for line in SCRIPT.read_text().splitlines():
        if line.startswith("-- "):
            waiting = [*waiting, line[3:]] if fresh else [line[3:]]
            fresh = True
        elif named := re.match(r"CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)", line):
            found[named[1]], fresh = " ".join(waiting), False
        else:
            fresh = False
    return found


def columns(connection, name):
    """The columns of a table as rows of a Markdown table."""
    targets = {
        row[3]: f"→ `{row[2]}.{row[4]}`" for row in connection.execute(f"PRAGMA foreign_key_list({name})")
    }
    for _, column, kind, needed, _, key in connection.execute(f"PRAGMA table_info({name})"):
        notes = ["primary key"] if key else ["always there"] if needed else []
        yield f"| `{column}` | {kind.lower() or '–'} | {', '.join([*notes, *filter(None, [targets.get(column)])])} |"


def sections(connection):
    """One section for each table, then one for each view."""
    said, last = comments(), None
    for kind, title in (("table", "Tables"), ("view", "Views")):
        yield f"## {title}\n"
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = ? ORDER BY rowid", [kind])
        for (name,) in rows.fetchall():
            if name.startswith(("sqlite_", "search_", "_sqlite")):
                continue
            yield f"### {name}\n"
            if said.get(name) and said[name] != last:
                last = said[name]
                yield f"{last}\n"
            yield "| column | type | |\n|---|---|---|"
            yield from columns(connection, name)
            yield ""


def page(path):
    """The whole page for the schema of a library file."""
    connection = sqlite3.connect(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    text = HEAD.format(version=version) + "\n".join(sections(connection))
    connection.close()
    return text.rstrip() + "\n"


if __name__ == "__main__":
    import sys
    import tempfile

    sys.path.insert(0, str(ROOT))
    from refs.store import Store

    with tempfile.TemporaryDirectory() as folder:
        Store(f"{folder}/library.db", str, str).close()
        PAGE.write_text(page(f"{folder}/library.db"))
