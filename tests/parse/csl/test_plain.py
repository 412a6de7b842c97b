"""Plain CSL-JSON: read at once, and just as the thorough way reads and writes it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.parse.csl.csljson import read_item
from refs.parse.csl.plain import read_plain
from refs.render.csljson import csl_of

PLAIN = [
    {"id": "a", "type": "book"},
    {"id": "a", "type": "journal-article", "title": "T", "journalAbbreviation": "J", "archive_location": "L"},
    {"type": "webpage", "id": "a", "author": [{"given": "Wei", "family": "Li"}, {"literal": "Mayo Clinic"}]},
    {
        "id": "a",
        "type": "article",
        "issued": {"date-parts": [[2020, 5]]},
        "accessed": {"date-parts": [[2021, 1, 31]]},
    },
    {
        "id": "a",
        "type": "article",
        "DOI": "10.1000/AbC",
        "PMID": "123",
        "PMCID": "PMC9",
        "note": "plain words",
    },
]
NOT_PLAIN = [
    {"id": "a"},
    {"id": "", "type": "book"},
    {"id": 3, "type": "book"},
    {"id": "a", "type": "scroll"},
    {"id": "a", "type": ["book"]},
    {"id": "a", "type": "book", "title": None},
    {"id": "a", "type": "book", "title": ""},
    {"id": "a", "type": "book", "volume": 3},
    {"id": "a", "type": "book", "shelf": "3"},
    {"id": "a", "type": "book", "custom": {"x": 1}},
    {"id": "a", "type": "book", "note": "event-date: 2004"},
    {"id": "a", "type": "book", "container-title-short": "J", "journalAbbreviation": "K"},
    {"id": "a", "type": "book", "author": []},
    {"id": "a", "type": "book", "author": ["Li"]},
    {"id": "a", "type": "book", "author": [{"family": "Li"}]},
    {"id": "a", "type": "book", "author": [{"family": "Li", "suffix": "Jr"}]},
    {"id": "a", "type": "book", "author": {"family": "Li", "given": "Wei"}},
    {"id": "a", "type": "book", "issued": {"date-parts": [["2020"]]}},
    {"id": "a", "type": "book", "issued": {"date-parts": [[2020]], "circa": True}},
    {"id": "a", "type": "book", "issued": "2020"},
    {"id": "a", "type": "webpage", "URL": "https://www.ncbi.nlm.nih.gov/books/NBK556010/"},
    {"id": "a", "type": "webpage", "DOI": "10.1000/x", "PMID": "none"},
]
VALUES = st.one_of(
    st.sampled_from([value for each in PLAIN + NOT_PLAIN for value in each.values()]),
    st.text(max_size=12),
)
NAMES = st.sampled_from(sorted({name for each in PLAIN + NOT_PLAIN for name in each} | {"URL", "editor"}))


@pytest.mark.parametrize("data", PLAIN, ids=str)
def test_plain_objects_are_read_and_written_as_ever(data):
    item, written = read_plain(data)
    assert item == read_item(data)
    assert list(written.items()) == list(csl_of(item).items())


@pytest.mark.parametrize("data", NOT_PLAIN, ids=str)
def test_other_objects_are_left_to_the_thorough_reader(data):
    assert read_plain(data) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            '{"type": "book", "id": "a", "title": "Caf\\u00e9", "author": [{"given": "Wei", "family": "Li"}]}',
            True,
        ),
        ('{"type": "book",\n"id": "a"}', False),
        ('{"type": "book", "id": "a", "title": "One", "title": "Two"}', False),
        ('{"type": "book", "id": "a", "author": [{"given": "Wei", "family": "Li", "family": "Wu"}]}', False),
        ('{"type": "book", "id": "a", "issued": {"date-parts": [[1]], "date-parts": [[2]]}}', False),
        ('{"type": "journal-article", "id": "a"}', False),
        (r'{"type": "book", "id": "a", "title": "\ud83d"}', False),
        ('{"type": "book", "id": "a", "shortTitle": "T"}', False),
    ],
)
def test_the_text_of_the_source_is_kept_where_it_says_as_much(text, kept):
    item, written = read_plain(json.loads(text), text)
    assert item == read_item(json.loads(text))
    assert (written == text) is kept
    assert kept or written == csl_of(item)


@given(st.dictionaries(NAMES, VALUES, max_size=8))
def test_what_is_read_plainly_is_read_right(data):
    found = read_plain(data)
    if found is not None:
        flaws = []
        assert found.item == read_item(data, flaws)
        assert (found.written, flaws) == (csl_of(found.item), [])
