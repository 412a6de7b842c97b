"""The schema: its page, its views, its old files."""

import gzip
import importlib.util
import sqlite3
from pathlib import Path

import pytest

from refs.model.item import Item, ItemType
from refs.model.link import Check, Verdict
from refs.model.provenance import Provenance

HERE = Path(__file__).parent
OLD = sorted((HERE / "data").glob("library-*.db.gz"))


def load(name):
    found = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_page_says_what_the_schema_is(opened, path):
    schema_page = load("schema_page")
    opened().close()
    assert schema_page.PAGE.read_text() == schema_page.page(path)


def test_the_views_can_be_read(store):
    item = Item(
        id="a",
        type=ItemType.WEBPAGE,
        title="A page",
        URL="https://x.example/a",
        provenance={"title": Provenance("crossref", "title", "2026-01-01T00:00:00Z")},
    )
    store.add_items([item])
    store.add_tags(["a"], ["x", "y"])
    store.add_checks([Check("https://x.example/a", "2026-01-01T00:00:00Z", Verdict.DEAD)])
    assert tuple(store.row("SELECT key, url, tags FROM works")) == ("a", "https://x.example/a", "x, y")
    assert store.value("SELECT key FROM broken_links") == "a"
    assert tuple(store.row("SELECT field, source FROM field_sources")) == ("title", "crossref")
    for (name,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'view'"):
        store.rows(f"SELECT * FROM {name} LIMIT 1")


@pytest.mark.parametrize("old", OLD, ids=lambda each: each.name)
def test_an_old_library_opens_with_all_that_is_in_it(old, path, opened):
    path.write_bytes(gzip.decompress(old.read_bytes()))
    with opened() as store:
        assert store.count() == 3
        assert store.get_item("10.1000/x").title == "Clonazepam in practice"
        assert store.tags() == {"klonopin": 1}
        assert [each.item.id for each in store.search("clonazepam")] == ["basit2020"]
        assert [each.verdict for each in store.history("https://www.fda.example/label")] == [Verdict.DEAD]
        assert {each.code for each in store.examine()} <= {"unchecked", "unresolved"}
        assert store.undo().verb == "tag"


def test_there_is_an_old_file_of_each_schema():
    from refs.store.schema import VERSION

    assert {each.name for each in OLD} == {f"library-{number}.db.gz" for number in range(1, VERSION + 1)}


def test_people_with_sqlite_utils_can_read_it(opened, path):
    from sqlite_utils import Database

    with opened() as store:
        store.add_items([Item(id="a", title="Málaga")])
    database = Database(path)
    assert {"items", "links", "checks", "articles"} <= set(database.table_names())
    assert [row["key"] for row in database["works"].rows] == ["a"]
    assert [row["key"] for row in database.query("SELECT key FROM search WHERE search MATCH 'malaga'")] == [
        "a"
    ]
    database.conn.close()


@pytest.mark.skipif(importlib.util.find_spec("datasette") is None, reason="datasette is not installed")
def test_datasette_serves_it(opened, path):
    import asyncio

    from datasette.app import Datasette

    with opened() as store:
        store.add_items([Item(id="a", title="Málaga")])

    async def ask():
        client = Datasette([str(path)]).client
        tables = await client.get("/library.json")
        works = await client.get("/library/works.json?_shape=array")
        return tables.status_code, works.json()

    status, works = asyncio.run(ask())
    assert status == 200
    assert works[0]["key"] == "a"


def test_a_library_in_memory_has_the_same_schema(store, opened, path):
    opened().close()
    connection = sqlite3.connect(path)
    here = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master")}
    connection.close()
    assert {row[0] for row in store.rows("SELECT sql FROM sqlite_master")} == here
