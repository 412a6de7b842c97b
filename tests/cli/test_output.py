"""Rows as tables, JSON and CSV."""

import json

import pytest

from refs.cli.output import print_rows

ROWS = [{"id": "a", "title": "two\u2028lines\nof text"}, {"id": "b", "title": None, "tags": ["x", "y"]}]


@pytest.mark.parametrize("rows", [[], ROWS[:1], ROWS])
def test_rows_are_one_json_array(capsys, rows):
    print_rows(iter(rows), ("id",), "json")
    shown = capsys.readouterr().out
    assert json.loads(shown) == rows
    assert shown == json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def test_a_long_table_streams_with_the_widths_of_its_first_rows(capsys, monkeypatch):
    monkeypatch.setattr("refs.cli.output.MEASURED_ROWS", 2)
    print_rows(({"id": "x" * size, "n": size} for size in (1, 3, 9)), ("id", "n"))
    assert capsys.readouterr().out.splitlines() == ["id   n", "x    1", "xxx  3", "xxxxxxxxx  9"]
