import pytest

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.catalogue.dspace import parse_dspace


def read(**fields):
    told = "".join(
        f"<field element='{name.partition('_')[0]}' qualifier='{name.partition('_')[2]}'>{text}</field>"
        for name, text in fields.items()
    )
    (item,) = parse_dspace(f"<dim>{told}</dim>").items
    return item


TYPES = (
    ("Book_section", ItemType.CHAPTER),
    ("Book/Monograph/Conference Proceedings", ItemType.BOOK),
    ("Proceedings Paper", ItemType.PAPER_CONFERENCE),
    ("Master thesis", ItemType.THESIS),
    ("Journal Contribution", ItemType.ARTICLE_JOURNAL),
    ("Other", ItemType.DOCUMENT),
)


@pytest.mark.parametrize(("told", "kind"), TYPES)
def test_the_type(told, kind):
    assert read(type=told).type is kind


def test_what_has_a_place_in_a_journal_is_an_article():
    assert read(title_parent="Tides").type is ItemType.ARTICLE_JOURNAL


def test_who_did_what():
    item = read(creator="Roe, Ann", contributor_editor="Poe, Jo", contributor_advisor="Lee, Bo")
    assert (item.author, item.editor, item.contributor) == ((Name("Roe", "Ann"),), (Name("Poe", "Jo"),), ())


def test_the_date_of_issue_is_not_that_of_the_deposit():
    item = read(date_accessioned="2012-01-02", date_issued="2009-05")
    assert item.issued == Date((2009, 5))


def test_pages_and_how_many():
    assert read(bibliographicCitation_stpage="4", bibliographicCitation_endpage="9").page == "4-9"
    assert read(format_extent="xii, 250 p.").number_of_pages == "250"
