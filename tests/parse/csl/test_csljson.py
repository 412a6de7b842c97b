import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.csl.csljson import parse_csljson, read_date, read_item
from refs.render.csljson import csl_of, render_csljson

ENTRY = {
    "id": "basit2023",
    "type": "chapter",
    "title": "Clonazepam",
    "author": [{"family": "Basit", "given": "H."}, {"literal": "Mayo Clinic"}],
    "container-title": "StatPearls",
    "issued": {"date-parts": [[2023, 5, 13]]},
    "URL": "https://www.ncbi.nlm.nih.gov/books/NBK556010/",
}

DATES = [
    ({"date-parts": [[2023, 5, 13]]}, Date((2023, 5, 13))),
    ({"date-parts": [["2023", "5"]]}, Date((2023, 5))),
    ({"date-parts": [[2019], [2020]]}, Date((2019,), (2020,))),
    ({"date-parts": [[None]]}, None),
    ({"date-parts": [[2020]], "circa": True}, Date((2020,), circa=True)),
    ({"date-parts": [[2020]], "season": "Fall"}, Date((2020,), season=3)),
    ({"literal": "24 C.E."}, Date(literal="24 C.E.")),
    ({"raw": "2020-02-03"}, Date((2020, 2, 3))),
    ("2020-02/2020-03", Date((2020, 2), (2020, 3))),
    ("2020-21", Date((2020,), season=1)),
    ("in press", Date(literal="in press")),
    ({"date-parts": [[-44, 3, 15]]}, Date((-44, 3, 15))),
]


@pytest.mark.parametrize(("value", "expected"), DATES)
def test_a_date_in_every_dress(value, expected):
    assert read_date(value) == expected


def test_a_table_of_entries_by_key_is_read():
    text = '{"a": {"id": "a", "type": "book"}, "b": [{"id": "b", "type": "book"}]}'
    assert [each.id for each in parse_csljson(text).items] == ["a", "b"]


def test_an_item_has_its_fields_and_the_identifier_in_its_url():
    item = read_item(ENTRY)
    assert item.type is ItemType.CHAPTER
    assert item.author == (Name("Basit", "H."), Name(literal="Mayo Clinic"))
    assert item.container_title == "StatPearls"
    assert [str(each) for each in item.identifiers] == ["nbk:NBK556010"]


def test_what_has_no_variable_is_kept():
    item = read_item({"id": "a", "type": "book", "foo": {"bar": 1}})
    assert csl_of(item)["custom"] == {"foo": {"bar": 1}}


def test_a_wrong_type_is_a_flaw_and_the_item_goes_on():
    reading = parse_csljson(
        '[{"id": "a", "type": "bok", "title": "T"}, 7, {"id": "b", "type": "book", "author": 3}]'
    )
    assert [item.id for item in reading.items] == ["a", "b"]
    assert [str(flaw.code) for flaw in reading.flaws] == ["unknown-type", "broken-entry", "bad-value"]


OTHERS = [
    {"error": {"code": "NOT_FOUND", "message": "No matches found!"}},
    {"response-code": 404, "developer-message": "404 Not Found"},
    {"name": "an-app", "version": "1.0.0", "license": "MIT", "author": "Ada Byron"},
    {"id": "r1", "type": "repositories", "attributes": {}},
    {"title": {"of": "something"}},
]


@pytest.mark.parametrize("entry", OTHERS)
def test_json_of_another_kind_is_no_item(entry):
    for text in (json.dumps(entry), json.dumps([entry]), f"{json.dumps(entry)}\n{json.dumps(entry)}\n"):
        reading = parse_csljson(text)
        assert reading.items == ()
        assert {str(flaw.code) for flaw in reading.flaws} == {"broken-entry"}


def test_one_object_a_line():
    assert [item.title for item in parse_csljson('{"title": "A"}\n{"title": "B"}\n').items] == ["A", "B"]


def test_no_json_at_all_is_one_flaw():
    assert [str(flaw.code) for flaw in parse_csljson("hello").flaws] == ["broken-entry"]


def test_round_trip():
    items = parse_csljson(json.dumps([ENTRY])).items
    assert parse_csljson(render_csljson(items)).items == items


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(
    ["id", "type", "author", "issued", "title", "page", "DOI", "URL", "custom", "identifiers"]
)


@given(st.dictionaries(KEYS, JSON, max_size=6))
def test_never_raises_and_comes_back(data):
    item = read_item(data)
    assert read_item(csl_of(item)) == item
