import importlib.util
import sqlite3
from pathlib import Path

ROOT = Path(__file__).parent.parent
_spec = importlib.util.spec_from_file_location("build_library", ROOT / "examples" / "build_library.py")
build_library = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(build_library)

MOVING = {"milliseconds", "machine", "uid", "provenance"}
OWN = (
    "items",
    "identifiers",
    "flaws",
    "articles",
    "markers",
    "entries",
    "links",
    "item_links",
    "checks",
    "findings",
)


def _content(path: Path) -> dict[str, list[tuple]]:
    found = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    content = {}
    for table in OWN:
        columns = [row[1] for row in found.execute(f"PRAGMA table_info({table})") if row[1] not in MOVING]
        order = "url" if table == "links" else "1, 2"
        names = ", ".join(f'"{column}"' for column in columns if table != "checks" or column != "id")
        content[table] = found.execute(f"SELECT {names} FROM {table} ORDER BY {order}").fetchall()
    found.close()
    return content


def test_the_sample_library_is_what_the_examples_give(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    build_library.build(tmp_path / "library.db")
    rebuilt, kept = _content(tmp_path / "library.db"), _content(ROOT / "library.db")
    for table in OWN:
        assert rebuilt[table] == kept[table], table


def test_the_sample_library_is_small_and_whole():
    assert (ROOT / "library.db").stat().st_size < 1_000_000
    found = sqlite3.connect(f"file:{ROOT / 'library.db'}?mode=ro&immutable=1", uri=True)
    assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found.close()
