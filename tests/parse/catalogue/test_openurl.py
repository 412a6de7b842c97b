from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.catalogue.openurl import parse_openurl


def read(form, inner):
    return parse_openurl(
        "<ctx:context-objects xmlns:ctx='info:ofi/fmt:xml:xsd:ctx'><ctx:context-object><ctx:referent><ctx:metadata-by-val>"
        f"<ctx:format>info:ofi/fmt:xml:xsd:{form}</ctx:format><ctx:metadata><{form}>{inner}</{form}></ctx:metadata>"
        "</ctx:metadata-by-val></ctx:referent></ctx:context-object></ctx:context-objects>"
    ).items[0]


def test_authors_in_parts():
    item = read(
        "journal",
        "<authors><author><aulast>Roe</aulast><aufirst>Ann</aufirst></author><author><aulast>Poe</aulast>"
        "<auinit1>J</auinit1><auinitm>K</auinitm><ausuffix>Jr</ausuffix></author></authors><atitle>A</atitle>",
    )
    assert item.author == (Name("Roe", "Ann"), Name("Poe", "J. K.", "Jr"))
    assert item.title == "A"


def test_the_season_of_an_issue():
    assert read("journal", "<date>2003</date><ssn>fall</ssn>").issued == Date((2003,), season=3)


def test_a_thesis_and_who_advised_it():
    item = read(
        "dissertation",
        "<title>A</title><inst>U</inst><degree>PhD</degree><advisor>Poe, Jo</advisor><co>NO</co>",
    )
    assert (item.type, item.publisher, item.genre) == (ItemType.THESIS, "U", "PhD")
    assert item.contributor == (Name("Poe", "Jo"),)


def test_dublin_core():
    item = read(
        "dc",
        "<title>A</title><creator>Roe, Ann</creator><contributor>Poe</contributor><subject>Sea</subject>",
    )
    told = read("oai_dc", "<title>A</title><type>Moving Image</type><source>Seas</source>")
    assert (told.type, told.container_title) == (ItemType.MOTION_PICTURE, "Seas")
    assert (item.author, item.contributor, item.keyword) == (
        (Name("Roe", "Ann"),),
        (Name(literal="Poe"),),
        "Sea",
    )
