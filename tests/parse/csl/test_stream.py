"""CSL-JSON that is read piece by piece."""

import io
import json

import pytest

from refs.parse.csl import stream as csl_stream
from refs.parse.csl.csljson import read_item
from refs.parse.csl.stream import each_csljson

DATA = [
    {"id": f"k{n}", "type": "book", "title": 'A title, [with] {brackets} and "quotes" ' + "x" * n}
    for n in range(50)
]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(DATA),
        json.dumps(DATA, indent=2),
        "\ufeff" + json.dumps(DATA),
        json.dumps({"items": DATA}),
        "\n".join(map(json.dumps, DATA)),
        json.dumps({each["id"]: each for each in DATA}),
    ],
)
def test_every_shape_gives_the_same_items(monkeypatch, text):
    monkeypatch.setattr(csl_stream, "_CHUNK", 64)
    flaws = []
    assert list(each_csljson(io.StringIO(text), flaws)) == [read_item(each) for each in DATA]
    assert flaws == []


def test_a_broken_object_costs_itself():
    text = "[" + ",\n".join([json.dumps(DATA[0]), '{"id": "bad", title: 3}', json.dumps(DATA[1])]) + "]"
    flaws = []
    assert [each.id for each in each_csljson(io.StringIO(text), flaws)] == ["k0", "k1"]
    assert [str(each.code) for each in flaws] == ["broken-entry"]


def test_what_is_no_object_is_told():
    flaws = []
    assert list(each_csljson(io.StringIO('[1, "two", null]'), flaws)) == []
    assert len(flaws) == 3


@pytest.mark.parametrize("text", ['{"error": {"code": "NOT_FOUND"}}', '[{"status": "ok", "rows": []}]'])
def test_other_json_is_no_item(text):
    flaws = []
    assert list(each_csljson(io.StringIO(text), flaws)) == []
    assert ["it is no item" in each.message for each in flaws] == [True]


def test_an_empty_file_has_no_items():
    assert list(each_csljson(io.StringIO(""), [])) == []
