import pytest

from refs.library.completion import Change, bare_item, complete, key_of, resembles
from refs.model.date import Date
from refs.model.identifier import parse_identifier
from refs.model.item import Item, ItemType
from refs.model.provenance import PERSON, Provenance

PRINTED = Item(
    id="a",
    type=ItemType.WEBPAGE,
    title="Clonazepam.",
    accessed=Date((2025, 7, 27)),
    URL="https://www.ncbi.nlm.nih.gov/books/NBK556010/",
)
RECORD = Item(
    id="x",
    type=ItemType.CHAPTER,
    title="Clonazepam",
    accessed=Date((2026, 1, 1)),
    container_title="StatPearls",
    URL="https://other.example/",
    provenance={"title": Provenance("pubmed", "ArticleTitle")},
)


def test_the_record_completes_what_the_text_said():
    item, changes = complete(PRINTED, RECORD)
    assert (item.id, item.title, item.container_title, item.type) == (
        "a",
        "Clonazepam",
        "StatPearls",
        "chapter",
    )
    assert Change("title", "Clonazepam.", "Clonazepam") in changes
    assert item.provenance["title"].source == "pubmed"


def test_the_address_and_the_date_of_access_stay():
    item, _ = complete(PRINTED, RECORD)
    assert (item.URL, item.accessed) == (PRINTED.URL, PRINTED.accessed)


def test_what_a_person_set_is_never_overwritten():
    mine = PRINTED.replace(provenance={"title": Provenance(PERSON)})
    item, changes = complete(mine, RECORD)
    assert item.title == "Clonazepam."
    assert "title" not in [change.field for change in changes]


def test_an_identifier_alone_gives_its_field_type_and_address():
    item = bare_item(parse_identifier("10.1176/appi.ps.201800321"), "k", "2026-01-01T00:00:00Z")
    assert (item.type, item.DOI) == ("article-journal", "10.1176/appi.ps.201800321")
    assert item.URL == "https://doi.org/10.1176/appi.ps.201800321"


IDENTIFIERS = [
    ("NBK556010", "nbk556010"),
    ("PMC8583742", "pmc8583742"),
    ("10.1176/appi.ps.201800321", "doi-10.1176-appi.ps.201800321"),
    ("https://www.mayoclinic.org/a/b", "mayoclinic.org-a-b"),
]


@pytest.mark.parametrize(("text", "key"), IDENTIFIERS)
def test_an_identifier_gives_a_key(text, key):
    assert key_of(parse_identifier(text)) == key


TITLES = [
    ("KLONOPIN", "Klonopin (clonazepam) tablets", True),
    ("Drug scheduling", "Polysomnographic features of sleep", False),
    (None, "Anything", True),
    ("Über Schlaf", "uber schlaf: a review", True),
]


@pytest.mark.parametrize(("first", "second", "alike"), TITLES)
def test_titles_of_one_work_resemble_each_other(first, second, alike):
    assert resembles(first, second) is alike


def test_the_year_is_that_of_the_printed_volume():
    online = RECORD.replace(issued=Date((2018, 12, 17)), volume="70", custom={"published-print": "2019-02"})
    item, _ = complete(PRINTED, online)
    assert item.issued == Date((2019, 2))
