"""The pages of docs/ whose examples run."""

import contextlib
import io
import re
import shutil
from pathlib import Path

import pytest

from refs.library import Library
from refs.parse.query import parse_query

ROOT = Path(__file__).parent.parent
_EXAMPLE = re.compile(r"^```python\n(.*?)^```$(?:\s+^```text\n(.*?)^```$)?", re.DOTALL | re.MULTILINE)
_CELL = re.compile(r"^\| (.+?) \|", re.MULTILINE)


def test_the_examples_of_the_python_page_print_what_it_says(web, tmp_path, monkeypatch):
    opened = Library.open.__func__
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        Library,
        "open",
        classmethod(lambda cls, path: opened(cls, path, services=web.services, delay=0.0)),
    )
    shutil.copy(ROOT / "examples/articles/clonazepam-guide.txt", tmp_path)
    names: dict[str, object] = {}
    for code, expected in _EXAMPLE.findall((ROOT / "docs/python.md").read_text()):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "docs/python.md", "exec"), names)
        assert printed.getvalue() == expected, code


@pytest.mark.parametrize(
    "query",
    [
        query
        for cell in _CELL.findall((ROOT / "docs/searching.md").read_text())[2:]
        for query in re.findall(r"`([^`]+)`", cell)
        if not query.startswith("@")
    ],
)
def test_every_search_of_the_page_is_understood(query):
    parse_query(query + "x" if query.endswith(":") else query)
