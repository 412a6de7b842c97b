import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.catalogue.mods import parse_mods

RECORD = """<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="doe2020">
<titleInfo><nonSort>The</nonSort><title>joint</title><subTitle>a study</subTitle></titleInfo>
<name type="personal"><namePart type="given">Jane</namePart><namePart type="family">Doe</namePart>
  <role><roleTerm type="text">author</roleTerm></role></name>
<name type="corporate"><namePart>Mayo Clinic</namePart><role><roleTerm type="code">edt</roleTerm></role></name>
<typeOfResource>text</typeOfResource>
<relatedItem type="host"><titleInfo><title>Annals of Joints</title></titleInfo>
  <originInfo><issuance>continuing</issuance></originInfo>
  <identifier type="issn">1234-5679</identifier><identifier type="doi">10.1234/journal</identifier>
  <part><detail type="volume"><number>12</number></detail><detail type="issue"><number>3</number></detail>
    <extent unit="pages"><start>10</start><end>19</end></extent><date>2020-03</date></part></relatedItem>
<identifier type="doi">10.1234/abc</identifier>
<location><url dateLastAccessed="2024-05-06">https://example.org/a</url></location>
<subject><topic>pain</topic></subject><abstract>Words.</abstract>
</mods></modsCollection>"""


def test_an_article():
    (item,) = parse_mods(RECORD).items
    assert (item.id, item.type, item.title) == ("doe2020", ItemType.ARTICLE_JOURNAL, "The joint: a study")
    assert (item.author, item.editor) == ((Name("Doe", "Jane"),), (Name(literal="Mayo Clinic"),))
    assert (item.container_title, item.volume, item.issue, item.page) == (
        "Annals of Joints",
        "12",
        "3",
        "10-19",
    )
    assert (item.issued, item.accessed) == (Date((2020, 3)), Date((2024, 5, 6)))
    assert (item.DOI, item.ISSN, item.URL) == ("10.1234/abc", "1234-5679", "https://example.org/a")


@pytest.mark.parametrize(
    ("genre", "host", "kind"),
    [
        ("book", "<part><extent><start>10</start></extent></part>", ItemType.BOOK),
        ("book", "<titleInfo><title>Tides</title></titleInfo>", ItemType.BOOK),
        ("book", "<titleInfo><title>Tides</title></titleInfo><part/>", ItemType.CHAPTER),
        ("misc", "<part><detail type='volume'><number>1</number></detail></part>", ItemType.DOCUMENT),
        ("online", "<titleInfo><title>Tides</title></titleInfo>", ItemType.WEBPAGE),
    ],
)
def test_a_host_without_a_name_holds_nothing(genre, host, kind):
    text = f"<mods><genre>{genre}</genre><relatedItem type='host'>{host}</relatedItem></mods>"
    assert parse_mods(text).items[0].type is kind


def test_a_book():
    (item,) = parse_mods(
        "<mods><titleInfo><title>T</title></titleInfo><genre>book</genre><originInfo><publisher>P</publisher>"
        "<place><placeTerm type='code'>sz</placeTerm><placeTerm>Bern</placeTerm></place>"
        "<dateIssued>[c1999]</dateIssued></originInfo></mods>"
    ).items
    assert (item.type, item.publisher, item.publisher_place) == (ItemType.BOOK, "P", "Bern")
    assert item.issued == Date((1999,))


def _read(inner):
    return parse_mods(f"<mods><titleInfo><title>T</title></titleInfo>{inner}</mods>").items[0]


HOST = "<relatedItem type='host'><titleInfo><title>Whole</title></titleInfo></relatedItem>"
BOUND = HOST.replace("</relatedItem>", "<identifier type='isbn'>9780306406157</identifier></relatedItem>")
TYPES = (
    ("<genre authority='marcgt'>technical report</genre>", ItemType.REPORT),
    ("<genre authority='marcgt'>biography</genre>", ItemType.BOOK),
    ("<genre authority='marcgt'>biography</genre>" + HOST, ItemType.BOOK),
    ("<genre authority='marcgt'>biography</genre>" + BOUND, ItemType.CHAPTER),
    ("<genre authority='marcgt'>newspaper</genre>" + BOUND, ItemType.ARTICLE_NEWSPAPER),
    ("<genre authority='marcgt'>humor,satire</genre>", ItemType.BOOK),
    ("<genre>Drama</genre><typeOfResource>moving image</typeOfResource>", ItemType.MOTION_PICTURE),
    ("<genre authority='marcgt'>conference publication</genre>", ItemType.BOOK),
    ("<genre authority='marcgt'>conference publication</genre>" + HOST, ItemType.PAPER_CONFERENCE),
    ("<genre authority='local'>blogPost</genre>", ItemType.POST_WEBLOG),
    ("<genre>Image</genre><genre authority='local'>dataset</genre>", ItemType.DATASET),
    ("<genre authority='dct'>Moving Image</genre>", ItemType.MOTION_PICTURE),
    ("<genre>Doctoral dissertations</genre>", ItemType.THESIS),
    ("<genre>Mapping studies</genre>", ItemType.DOCUMENT),
    ("<typeOfResource>sound recording-musical</typeOfResource>", ItemType.SONG),
    ("<typeOfResource manuscript='yes'>text</typeOfResource>", ItemType.MANUSCRIPT),
    (
        "<typeOfResource manuscript='yes'>text</typeOfResource><name><namePart>Poe</namePart><role><roleTerm>rcp</roleTerm></role></name>",
        ItemType.PERSONAL_COMMUNICATION,
    ),
    (HOST, ItemType.CHAPTER),
    (HOST + "<identifier type='issn'>1234-5679</identifier>", ItemType.ARTICLE_JOURNAL),
    (
        HOST + "<physicalDescription><internetMediaType>text/html</internetMediaType></physicalDescription>",
        ItemType.WEBPAGE,
    ),
    ("<originInfo><issuance>monographic</issuance></originInfo>", ItemType.BOOK),
)


@pytest.mark.parametrize(("inner", "kind"), TYPES)
def test_the_type(inner, kind):
    assert _read(inner).type is kind


DATES = (
    ("<dateIssued>p1980</dateIssued><dateIssued encoding='marc'>1981</dateIssued>", Date((1981,))),
    (
        "<dateIssued point='start'>1985</dateIssued><dateIssued point='end'>1988</dateIssued>",
        Date((1985,), (1988,)),
    ),
    ("<dateIssued point='start'>1985</dateIssued><dateIssued point='end'>9999</dateIssued>", Date((1985,))),
    ("<dateCreated keyDate='yes'>1955-03-22</dateCreated><copyrightDate>2003</copyrightDate>", Date((2003,))),
    ("<dateCreated>1955-03-22</dateCreated>", Date((1955, 3, 22))),
    ("<dateIssued qualifier='approximate'>1912</dateIssued>", Date((1912,), circa=True)),
    ("<dateIssued>Leipzig, [1912?].</dateIssued>", Date((1912,), circa=True)),
)


@pytest.mark.parametrize(("inner", "date"), DATES)
def test_the_date(inner, date):
    assert _read(f"<originInfo>{inner}</originInfo>").issued == date


def test_what_was_made_before_it_was_published_keeps_both_dates():
    item = _read("<originInfo><dateCreated>1955</dateCreated><dateIssued>2003</dateIssued></originInfo>")
    assert (item.issued, item.original_date) == (Date((2003,)), Date((1955,)))


def test_roles_are_relators():
    item = _read(
        "<name type='personal'><namePart>Roe, Ann [1848-1914]</namePart><role><roleTerm>pht</roleTerm></role></name>"
        "<name><namePart>The Trio</namePart><role><roleTerm>Singer</roleTerm></role></name>"
        "<name><namePart>Poe</namePart><role><roleTerm>king</roleTerm></role></name>"
        "<name><etal/></name>"
    )
    assert item.author == (Name("Roe", "Ann"), Name(literal="others"))
    assert (item.performer, item.contributor) == ((Name(literal="The Trio"),), (Name(literal="Poe"),))


def test_a_series_with_its_number_behind_the_title():
    series = "<relatedItem type='series'><titleInfo><title>Studies ; v. 12</title></titleInfo></relatedItem>"
    item = _read(series)
    assert (item.collection_title, item.collection_number) == ("Studies", "12")


def test_the_parts_of_a_title():
    (item,) = parse_mods(
        "<mods><titleInfo><title>Opera</title><subTitle>letters</subTitle><partNumber>2</partNumber>"
        "<partName>North</partName></titleInfo></mods>"
    ).items
    assert item.title == "Opera: letters. 2: North"


def test_an_address_is_not_that_of_a_preview():
    item = _read(
        "<location><url access='preview'>https://example.org/small.png</url><url>https://example.org/1</url></location>"
    )
    assert item.URL == "https://example.org/1"


def test_the_first_address_stands_unless_another_is_the_main_one():
    places = "<url access='raw object'>https://example.org/1.pdf</url><url{}>https://example.org/1</url>"
    assert _read(f"<location>{places.format('')}</location>").URL == "https://example.org/1.pdf"
    main = places.format(" usage='primary display'")
    assert _read(f"<location>{main}</location>").URL == "https://example.org/1"


def test_numbers_of_another_version_fill_what_is_empty():
    other = "<relatedItem type='otherFormat'><identifier type='isbn'>9780306406157</identifier></relatedItem>"
    earlier = "<relatedItem type='preceding'><identifier type='issn'>1234-5679</identifier></relatedItem>"
    item = _read(other + earlier)
    assert (item.ISBN, item.ISSN) == ("9780306406157", None)
    assert _read(other + "<identifier type='isbn'>0306406152</identifier>").ISBN == "0306406152"


def test_an_identifier_marked_wrong_is_none():
    assert _read("<identifier type='isbn' invalid='yes'>123</identifier>").ISBN is None


def test_size_and_volumes():
    disc = "<physicalDescription><extent>2 sound discs : analog ; 12 in.</extent></physicalDescription>"
    assert _read(f"<typeOfResource>sound recording</typeOfResource>{disc}").number_of_volumes == "2"
    book = _read("<physicalDescription><extent>3 v. (xi, 240 p.) ; 24 cm</extent></physicalDescription>")
    assert (book.number_of_volumes, book.number_of_pages) == ("3", "240")


def test_the_place_in_a_whole_in_words():
    extent = "<part><extent>v. 4, no. 2, p. 45-60</extent></part>"
    item = _read(
        f"<relatedItem type='host'><titleInfo><title>Whole</title></titleInfo>{extent}</relatedItem>"
    )
    assert (item.volume, item.issue, item.page) == ("4", "2", "45-60")
    pages = "<physicalDescription><extent>p. 45-60</extent></physicalDescription>"
    assert _read(f"{HOST}{pages}").page == "45-60"


def test_who_prints_is_no_contributor_and_who_publishes_is_the_publisher():
    item = _read(
        "<name><namePart>Roe, Ann</namePart></name>"
        "<name><namePart>Lame</namePart><role><roleTerm>publisher</roleTerm></role></name>"
        "<name><namePart>Press</namePart><role><roleTerm>prt</roleTerm></role></name>"
    )
    assert (item.publisher, item.contributor) == ("Lame", ())


def test_a_person_in_the_order_of_speech():
    item = _read("<name type='personal'><namePart>Ann B. van Roe</namePart></name>")
    assert item.author == (Name("Roe", "Ann B.", non_dropping_particle="van"),)


def test_the_title_page_tells_what_somebody_without_a_role_did():
    item = _read(
        "<name type='personal'><namePart>Roe, Ann</namePart></name><name type='personal'><namePart>Poe, Jo</namePart></name>"
        "<note type='statement of responsibility'>Ann Roe ; translated by Jo Poe.</note>"
    )
    assert (item.author, item.translator) == ((Name("Roe", "Ann"),), (Name("Poe", "Jo"),))


def test_who_made_a_recording_or_a_film():
    name = "<name type='personal'><namePart>Roe, Ann</namePart></name>"
    assert _read(f"{name}<typeOfResource>sound recording</typeOfResource>").performer == (Name("Roe", "Ann"),)
    assert _read(f"{name}<typeOfResource>moving image</typeOfResource>").director == (Name("Roe", "Ann"),)
    written = name.replace("</name>", "<role><roleTerm>author</roleTerm></role></name>")
    assert _read(f"{written}<typeOfResource>sound recording</typeOfResource>").author == (Name("Roe", "Ann"),)


def test_who_drew_an_image_or_has_the_main_entry_is_its_author():
    name = "<name{}><namePart>Poe</namePart><role><roleTerm>{}</roleTerm></role></name>"
    image = _read(name.format("", "engraver") + "<typeOfResource>still image</typeOfResource>")
    assert (image.author, image.illustrator) == ((Name(literal="Poe"),), ())
    assert _read(name.format(" usage='primary'", "compiler")).author == (Name(literal="Poe"),)
    assert _read(name.format("", "compiler")).compiler == (Name(literal="Poe"),)


def test_a_captured_site():
    item = _read(
        "<genre>web site</genre><originInfo><publisher>Lame</publisher>"
        "<dateCaptured point='start'>20020702</dateCaptured><dateCaptured point='end'>20021203</dateCaptured></originInfo>"
    )
    assert (item.container_title, item.accessed) == ("Lame", Date((2002, 7, 2)))


def test_a_hearing_of_congress():
    item = _read(
        "<name><namePart>Senate</namePart><role><roleTerm>author</roleTerm></role></name>"
        "<genre authority='marcgt'>government publication</genre>"
        "<extension><collectionCode>CHRG</collectionCode></extension><extension><congress>111</congress><number>7</number>"
        "<congCommittee><name type='authority-standard'>Committee on Tides</name></congCommittee></extension>"
    )
    assert (item.type, item.chapter_number, item.number) == (ItemType.HEARING, "111", "7")
    assert (item.section, item.author, item.contributor) == (
        "Committee on Tides",
        (),
        (Name(literal="Senate"),),
    )


def test_the_language_of_older_records():
    assert _read("<language authority='iso639-2b'>eng</language>").language == "eng"


def test_the_code_of_a_language_before_its_name():
    terms = "<languageTerm type='text'>German</languageTerm><languageTerm type='code'>de</languageTerm>"
    assert _read(f"<language>{terms}</language>").language == "de"
    assert _read("<language><languageTerm type='text'>German</languageTerm></language>").language == "German"


@given(st.text(max_size=30))
def test_never_raises(text):
    parse_mods(RECORD.replace("joint", text))
    parse_mods("<mods>" + text)
