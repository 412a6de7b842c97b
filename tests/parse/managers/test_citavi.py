import io
import zipfile

import pytest

from refs.encoding import decode
from refs.library.detecting import form_of
from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.formats import parse_text
from refs.parse.managers.citavi import parse_citavi


def project(references, links=""):
    people = "<Persons><Person id='p1'><FirstName>Ann</FirstName><LastName>Roe</LastName></Person></Persons>"
    return f"<CitaviExchangeData>{people}<References>{references}</References>{links}</CitaviExchangeData>"


def reference(inner, name="r1"):
    return f"<Reference id='{name}'><Title>A</Title>{inner}</Reference>"


def read(inner):
    (item,) = parse_citavi(project(reference(inner))).items
    return item


TYPES = (
    ("BookEdited", ItemType.BOOK),
    ("InternetDocument", ItemType.WEBPAGE),
    ("Lecture", ItemType.SPEECH),
    ("Thesis", ItemType.THESIS),
    ("Unknown", ItemType.DOCUMENT),
)


@pytest.mark.parametrize(("word", "kind"), TYPES)
def test_the_type(word, kind):
    assert read(f"<ReferenceType>{word}</ReferenceType>").type is kind


DATES = (
    ("<Date>5.10.2012</Date><Year>2012</Year>", Date((2012, 10, 5))),
    ("<Date>o. J.</Date><Year>2012</Year>", Date((2012,))),
    ("<DateForSorting>2012</DateForSorting>", Date((2012,))),
)


@pytest.mark.parametrize(("inner", "date"), DATES)
def test_the_date(inner, date):
    assert read(inner).issued == date


def test_pages_without_markup_and_counts_without_a_unit():
    assert read("<PageRange>45-60</PageRange>").page == "45-60"
    assert read("<PageCount>&lt;os&gt;xii, 250&lt;/os&gt;</PageCount>").number_of_pages == "250"
    assert read("<PageCount>&lt;os&gt;1 online resource&lt;/os&gt;</PageCount>").number_of_pages is None


def test_a_paper_in_proceedings_and_books_that_hold_each_other():
    references = (
        reference("<ReferenceType>ConferenceProceedings</ReferenceType><Year>1999</Year>", "r1")
        + reference("<ReferenceType>Contribution</ReferenceType>", "r2")
        + reference("<ReferenceType>Contribution</ReferenceType>", "r3")
    )
    links = "<ReferenceReferences><OnetoN>r1;r2</OnetoN><OnetoN>r3;r3</OnetoN></ReferenceReferences>"
    authors = "<ReferenceAuthors><OnetoN>r1;p1;unknown</OnetoN></ReferenceAuthors>"
    _, paper, loop = parse_citavi(project(references, links + authors)).items
    assert (paper.type, paper.container_title, paper.issued) == (
        ItemType.PAPER_CONFERENCE,
        "A",
        Date((1999,)),
    )
    assert paper.container_author == (Name("Roe", "Ann"),)
    assert (loop.type, loop.container_title) == (ItemType.CHAPTER, "A")


def archive(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name.replace("_", "."), text)
    return data.getvalue()


def test_a_backup_is_an_archive():
    data = archive(
        project_xml="\ufeff" + project(reference("<Year>2012</Year>")) + "<!--" + "x" * 70_000 + "-->"
    )
    assert form_of(data, "backup.ctv6bak") == "citavi"
    (item,) = parse_text(decode(data), "citavi").items
    assert item.issued == Date((2012,))


def test_other_archives_and_broken_ones_are_left_as_they_are():
    assert decode(archive(a_xml="<a/>", b_xml="<b/>")).startswith("PK")
    assert decode(archive(a_xml="<a/>")[:40]).startswith("PK")


def test_an_archive_of_too_much_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr("refs.encoding.archive._LARGEST", 10)
    assert decode(archive(a_xml="<a>too much</a>")).startswith("PK")
    assert decode(archive(a_xml="<a>1</a>")) == "<a>1</a>"
