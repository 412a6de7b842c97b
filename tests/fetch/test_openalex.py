import json

import pytest

from refs.fetch.fetcher import Fetcher
from refs.fetch.openalex import read_openalex
from refs.model.fetched import Outcome
from refs.model.identifier import parse_identifier
from refs.model.item import ItemType


def read(**fields):
    (item,) = read_openalex(json.dumps({"publication_year": 2020, "title": "A", **fields}).encode()).items
    return item


TYPES = (
    ({"type": "article"}, ItemType.ARTICLE_JOURNAL),
    ({"type": "article", "type_crossref": "proceedings-article"}, ItemType.PAPER_CONFERENCE),
    ({"type": "article", "primary_location": {"source": {"type": "conference"}}}, ItemType.PAPER_CONFERENCE),
    ({"type": "other", "type_crossref": "monograph"}, ItemType.BOOK),
    (
        {
            "type": "article",
            "primary_location": {"version": "submittedVersion", "source": {"type": "repository"}},
        },
        ItemType.ARTICLE,
    ),
    ({"type": "book-chapter", "primary_location": {"source": {"type": "journal"}}}, ItemType.ARTICLE_JOURNAL),
    ({"type": "peer-review"}, ItemType.REVIEW),
    ({"type": "paratext"}, ItemType.DOCUMENT),
)


@pytest.mark.parametrize(("fields", "kind"), TYPES)
def test_the_type(fields, kind):
    assert read(**fields).type is kind


def test_keywords_in_both_of_their_forms():
    item = read(
        keywords=[{"keyword": "tides", "score": 0.6}, {"display_name": "Moon"}, {"display_name": "tides"}]
    )
    assert item.keyword == "tides, Moon"


def test_a_preprint_is_published_by_its_server_and_a_thesis_by_its_university():
    source = {"source": {"display_name": "tideRxiv", "host_organization_name": "U"}}
    preprint = read(type="preprint", primary_location=source)
    assert (preprint.publisher, preprint.container_title) == ("tideRxiv", None)
    thesis = read(
        type="dissertation", authorships=[{"institutions": [{"display_name": "University of Oslo"}]}]
    )
    assert thesis.publisher == "University of Oslo"
    held = {"source": {"display_name": "Theses of Oslo"}}
    thesis = read(type="dissertation", primary_location=held)
    assert (thesis.publisher, thesis.container_title) == ("Theses of Oslo", None)
    assert read(type="dataset", primary_location=held).publisher == "Theses of Oslo"


@pytest.mark.parametrize(("doi", "volume"), [("https://doi.org/10.5555/one", "9"), (None, "7")])
def test_an_openalex_id_leads_to_the_record_of_the_doi_or_to_openalexs_own(web, doi, volume):
    own = {"id": "https://openalex.org/W123456789", "doi": doi, "title": "On walls", "publication_year": 2020,
           "biblio": {"volume": "7"}, "authorships": []}  # fmt: skip
    web.answers["api.openalex.org/works/W123456789"] = (200, json.dumps(own), {})
    record = {"DOI": "10.5555/one", "type": "journal-article", "title": ["On walls"], "volume": "9"}
    web.answers["api.crossref.org/works/10.5555/one"] = (200, json.dumps({"message": record}), {})
    asked = parse_identifier("https://openalex.org/W123456789")
    found = Fetcher(web.http()).fetch(asked)
    assert (found.outcome, found.item.volume) == (Outcome.FOUND, volume)
    assert asked in found.item.identifiers
