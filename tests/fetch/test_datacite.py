"""DataCite's records: alone as a file, in an answer, and in XML."""

import json

import pytest

from refs.fetch.datacite import read_datacite
from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name

CHAPTER = {
    "doi": "10.1234/c",
    "url": "https://repository.example.org/1",
    "types": {"resourceTypeGeneral": "BookChapter"},
    "creators": [{"familyName": "Roe", "givenName": "Ann", "nameType": "Personal"}],
    "titles": [{"title": "Tides"}, {"title": "An essay", "titleType": "Subtitle"}],
    "publisher": {"name": "Repository of Oslo"},
    "publicationYear": 2024,
    "dates": [{"date": "2024-02-27", "dateType": "Available"}],
    "contributors": [
        {"name": "Centre", "nameType": "Organizational", "contributorType": "DataCurator"},
        {"name": "Centre", "nameType": "Organizational", "contributorType": "HostingInstitution"},
        {"familyName": "Poe", "givenName": "Jo", "contributorType": "Editor"},
    ],
    "rightsList": [{"rights": "CC BY 4.0"}, {"rights": "Open Access"}],
    "relatedIdentifiers": [
        {
            "relationType": "IsPublishedIn",
            "relatedIdentifier": "9780306406157",
            "relatedIdentifierType": "ISBN",
        }
    ],
    "relatedItems": [
        {
            "relationType": "IsPublishedIn",
            "titles": [{"title": "Seas"}],
            "volume": "2",
            "firstPage": "9",
            "lastPage": "19",
            "publicationYear": "2022",
        }
    ],
}


def read(record):
    (item,) = read_datacite(json.dumps(record).encode()).items
    return item


def test_what_a_chapter_was_published_in():
    item = read(CHAPTER)
    assert (item.type, item.container_title, item.volume, item.page) == (
        ItemType.CHAPTER,
        "Seas",
        "2",
        "9-19",
    )
    assert (item.issued, item.ISBN) == (Date((2022,)), "9780306406157")


def test_a_part_has_its_own_year_and_a_text_is_what_it_was_published_in_as():
    part = CHAPTER | {"relatedItems": [CHAPTER["relatedItems"][0] | {"relationType": "IsPartOf"}]}
    assert (read(part).issued, read(part).container_title) == (Date((2024, 2, 27)), "Seas")
    text = read(CHAPTER | {"types": {"resourceTypeGeneral": "Text", "citeproc": "article-journal"}})
    assert (text.type, text.container_title, text.page) == (ItemType.ARTICLE_JOURNAL, "Seas", "9-19")


def test_the_number_of_a_container_and_the_size_of_an_image():
    book = {"title": "Seas", "identifier": "9780306406157", "identifierType": "ISBN"}
    assert read({"doi": "10.1234/b", "titles": [{"title": "A"}], "container": book}).ISBN == "9780306406157"
    image = {"doi": "10.1234/i", "types": {"resourceTypeGeneral": "Image"}, "sizes": ["33 x 45 cm"]}
    assert read(image).dimensions == "33 x 45 cm"


def test_a_producer():
    produced = {"familyName": "Lee", "givenName": "Bo", "contributorType": "Producer"}
    assert read(CHAPTER | {"contributors": [produced]}).producer == (Name("Lee", "Bo"),)


def test_contributors_and_rights():
    item = read(CHAPTER)
    assert (item.editor, item.contributor) == ((Name("Poe", "Jo"),), (Name(literal="Centre"),))
    assert item.license == "CC BY 4.0, Open Access"


def test_a_record_alone_keeps_subtitle_and_address_and_an_answer_is_cited_by_its_doi():
    alone, answered = read(CHAPTER), read({"data": {"type": "dois", "attributes": CHAPTER}})
    assert (alone.title, alone.URL) == ("Tides: An essay", "https://repository.example.org/1")
    assert (answered.title, answered.URL) == ("Tides", "https://doi.org/10.1234/c")
    assert alone.custom["landing_page"] == answered.custom["landing_page"]


def test_the_same_in_xml():
    (item,) = read_datacite(
        b"<resource xmlns='http://datacite.org/schema/kernel-4'><identifier identifierType='DOI'>10.1234/c</identifier>"
        b"<titles><title>Tides</title></titles><creators><creator><creatorName>Roe, Ann</creatorName></creator></creators>"
        b"<resourceType resourceTypeGeneral='BookChapter'/><publicationYear>2024</publicationYear>"
        b"<subjects><subject>Sea</subject></subjects><sizes><size>11 pages</size></sizes>"
        b"<relatedItems><relatedItem relationType='IsPublishedIn'><titles><title>Seas</title></titles>"
        b"<firstPage>9</firstPage><relatedItemIdentifier relatedItemIdentifierType='ISBN'>9780306406157</relatedItemIdentifier>"
        b"</relatedItem></relatedItems></resource>"
    ).items
    assert (item.title, item.container_title, item.page, item.ISBN) == ("Tides", "Seas", "9", "9780306406157")
    assert (item.author, item.keyword, item.number_of_pages) == ((Name("Roe", "Ann"),), "Sea", None)


TYPES = (
    ({"resourceTypeGeneral": "Text", "resourceType": "Doctoral Thesis"}, {}, ItemType.THESIS),
    (
        {"resourceTypeGeneral": "Text", "resourceType": "Article"},
        {"title": "Tides"},
        ItemType.ARTICLE_JOURNAL,
    ),
    ({"resourceTypeGeneral": "Text", "resourceType": "Article"}, {}, ItemType.DOCUMENT),
    ({"resourceTypeGeneral": "DataPaper"}, {}, ItemType.ARTICLE),
    ({"resourceTypeGeneral": "DataPaper"}, {"title": "Tides"}, ItemType.ARTICLE_JOURNAL),
    ({"resourceTypeGeneral": "Presentation"}, {}, ItemType.SPEECH),
)


@pytest.mark.parametrize(("types", "container", "kind"), TYPES)
def test_the_type(types, container, kind):
    assert (
        read({"doi": "10.1234/c", "titles": [{"title": "A"}], "types": types, "container": container}).type
        is kind
    )
