"""What repositories say of a work: Zenodo's records, and schema.org by itself."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.fetch.readers import READERS
from refs.model.item import ItemType

RECORD = {
    "conceptrecid": "1",
    "doi": "10.5281/zenodo.2",
    "metadata": {
        "title": "Half-lives of benzodiazepines",
        "publication_date": "2024-03-07",
        "creators": [{"name": "Byron, Ada", "orcid": "0000-0000-0000-0001"}, {"name": "The Example Group"}],
        "resource_type": {"title": "Dataset", "type": "dataset"},
        "version": "2",
        "journal": {"title": "A journal it supplements", "volume": "3"},
    },
    "links": {"self_html": "https://zenodo.org/records/2"},
}
NEW_RECORD = {
    "pids": {"doi": {"identifier": "10.5555/new"}},
    "metadata": {
        "title": "Notes",
        "publication_date": "2023",
        "resource_type": {"id": "publication-article"},
        "creators": [
            {"person_or_org": {"type": "personal", "family_name": "Byron", "given_name": "Ada"}},
            {"person_or_org": {"type": "organizational", "name": "Example Society"}},
        ],
        "journal": {"title": "Journal of Examples", "volume": "3", "issue": "2", "pages": "10-19"},
        "publisher": "Example Repository",
    },
}


def read(name, answer):
    return READERS[name](json.dumps(answer).encode())


def test_a_record_of_zenodo():
    (item,) = read("zenodo", RECORD).items
    assert (item.type, item.title, str(item.issued)) == (
        ItemType.DATASET,
        "Half-lives of benzodiazepines",
        "2024-03-07",
    )
    assert [str(name) for name in item.author] == ["Ada Byron", "The Example Group"]
    assert (item.DOI, item.version, item.publisher) == ("10.5281/zenodo.2", "2", "Zenodo")
    assert (item.URL, item.container_title) == ("https://doi.org/10.5281/zenodo.2", None)
    assert str(item.identifiers[0]) == "doi:10.5281/zenodo.2"


def test_a_record_of_the_new_form():
    (item,) = read("zenodo", {"hits": {"hits": [NEW_RECORD]}}).items
    assert (item.type, item.DOI, item.publisher) == (
        ItemType.ARTICLE_JOURNAL,
        "10.5555/new",
        "Example Repository",
    )
    assert (item.container_title, item.volume, item.issue, item.page) == (
        "Journal of Examples",
        "3",
        "2",
        "10-19",
    )
    assert [name.literal or name.family for name in item.author] == ["Byron", "Example Society"]


@pytest.mark.parametrize(
    "answer", [{}, [], {"status": 404, "message": "no such record"}, {"hits": {"hits": []}}]
)
def test_zenodo_without_a_record(answer):
    assert read("zenodo", answer).items == ()


WORK = {
    "@context": "https://schema.org",
    "@type": "ScholarlyArticle",
    "@id": "https://doi.org/10.5555/w",
    "name": "On <i>E. exempli</i>",
    "author": [
        {"@type": "Person", "givenName": "Ada", "familyName": "Byron"},
        {"@type": "Organization", "name": "Example Society"},
        "Jane Doe",
    ],
    "datePublished": "2021-09-06T07:50:05+00:00",
    "isPartOf": {
        "@type": "PublicationIssue",
        "issueNumber": "2",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "7",
            "isPartOf": {"@type": "Periodical", "name": "Journal of Examples", "issn": "0028-0836"},
        },
    },
    "pageStart": "10",
    "pageEnd": "19",
    "publisher": {"@type": "Organization", "name": "Example Press"},
    "inLanguage": "en",
}


def test_a_work_of_schema_org():
    (item,) = read("schemaorg", WORK).items
    assert (item.type, item.title, item.DOI) == (
        ItemType.ARTICLE_JOURNAL,
        "On <i>E. exempli</i>",
        "10.5555/w",
    )
    assert [str(name) for name in item.author] == ["Ada Byron", "Example Society", "Jane Doe"]
    assert (item.container_title, item.volume, item.issue, item.page, item.ISSN) == (
        "Journal of Examples",
        "7",
        "2",
        "10-19",
        "0028-0836",
    )
    assert (str(item.issued), item.publisher, item.language) == ("2021-09-06", "Example Press", "en")


def test_identifiers_stand_in_many_forms():
    named = {
        "@type": "Dataset",
        "name": "Data",
        "identifier": [{"propertyID": "md5", "value": "68"}, {"value": "10.5555/x"}],
    }
    (item,) = read("schemaorg", {"@graph": [named]}).items
    assert (item.type, item.DOI, item.medium) == (ItemType.DATASET, "10.5555/x", "Data set")


def test_no_work_is_a_flaw():
    reading = read("schemaorg", {"@context": "https://schema.org", "@type": "BreadcrumbList"})
    assert (reading.items, reading.flaws[0].message) == ((), "the JSON-LD names no work")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["metadata", "title", "creators", "name", "@type", "@id", "author", "isPartOf", "identifier", "doi", "pids", "hits"]
)  # fmt: skip


@given(
    st.sampled_from(["zenodo", "schemaorg"]), st.dictionaries(FIELDS, st.dictionaries(FIELDS, JSON) | JSON)
)
def test_whatever_stands_there_nothing_raises(name, answer):
    read(name, answer)
